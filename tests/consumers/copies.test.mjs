// Copies of the package side by side on a plain page in Chromium, each handed its module in another way: none knows of the
// others, and each answers as it does alone.
import assert from "node:assert/strict";
import { copyFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { it } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { EXPECTED } from "../runtimes/program.mjs";
import { pages } from "./pages.mjs";
import { project } from "./project.mjs";

const INPUTS = {
  nothing: "undefined",
  url: "new URL(module, location)",
  text: "module",
  response: "await fetch(module)",
  promise: "fetch(module)",
  bytes: "new Uint8Array(await (await fetch(module)).arrayBuffer())",
  buffer: "(await fetch(module)).arrayBuffer()",
  module: "await WebAssembly.compileStreaming(fetch(module))",
};

it("do not know of each other, and take the module in every way", async () => {
  const consumer = await project();
  await copyFile(fileURLToPath(new URL("../runtimes/program.mjs", import.meta.url)), join(consumer.folder, "program.mjs"));
  for (const name of Object.keys(INPUTS)) await cp(consumer.installed, join(consumer.folder, name), { recursive: true });
  const copies = Object.entries(INPUTS).map(([name, input]) => `
    const ${name}_ = await import("/${name}/entry/web.js");
    await Promise.all([${name}_.default(${input}), ${name}_.default(${input})]);
    answers.${name} = await answer(${name}_);
    classes.add(${name}_.SwitchhookError);`);
  await consumer.write("page.js", `
    import { answer } from "./program.mjs";
    const module = "/node_modules/switchhook/wasm/switchhook_bg.wasm";
    const [answers, classes] = [{}, new Set()];
    ${copies.join("")}
    globalThis.answered = { answers, classes: classes.size };`);
  await consumer.write("index.html", '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>');
  const server = await pages(consumer.folder);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(server.origin);
    await page.waitForFunction(() => globalThis.answered).catch((error) => complaints.push(error.message));
    assert.deepEqual(complaints, []);
    const names = Object.keys(INPUTS);
    assert.deepEqual(await page.evaluate("answered"), { answers: Object.fromEntries(names.map((name) => [name, EXPECTED])), classes: names.length });
  } finally {
    await browser.close();
    server.stop();
    await consumer.remove();
  }
});
