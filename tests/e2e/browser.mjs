// Flags in, a running Chromium out: the one that the environment names, or the first on PATH.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Quiet without a network, and able to run as root. */
const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts it, with more flags where a caller has some. */
export function launch(flags = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? chromiumOnPath(), args: [...BROWSER_FLAGS, ...flags] });
}

function chromiumOnPath() {
  const folders = (process.env.PATH ?? "").split(":");
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find((file) => existsSync(file));
  assert.ok(found, "there is no Chromium on PATH: install it, or name it in the environment variable CHROMIUM");
  return found;
}
