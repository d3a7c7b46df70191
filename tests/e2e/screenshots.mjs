// The built studio in; out come the README's pictures of it, after a test that went well: wide and on a phone, light
// and dark. Run by `cargo xtask screenshots`.

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { PHONE, WIDE, close, open } from "./stage.mjs";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
mkdirSync(folder, { recursive: true });

const PICTURES = [
  ["studio-light", { viewport: WIDE, colorScheme: "light" }],
  ["studio-dark", { viewport: WIDE, colorScheme: "dark" }],
  ["phone-light", { viewport: PHONE, colorScheme: "light" }],
  ["phone-dark", { viewport: PHONE, colorScheme: "dark" }],
];

/** A README loads its pictures every time it is read. */
const LARGEST = 150_000;

try {
  for (const [name, options] of PICTURES) {
    // Pictures of two runs differ only where the studio does: nothing moves, nothing blinks.
    const studio = await open("127.0.0.1", { reducedMotion: "reduce", ...options });
    await studio.testRequest.click();
    await studio.says(/default[^]*200/);
    await studio.panel("Response");
    const path = `${folder}${name}.png`;
    await studio.page.screenshot({ path, animations: "disabled", caret: "hide" });
    await studio.wasQuiet();
    await studio.page.context().close();
    const { size } = statSync(path);
    console.log(`docs/images/${name}.png, ${size} bytes`);
    if (size > LARGEST) throw new Error(`docs/images/${name}.png is larger than ${LARGEST} bytes`);
  }
} finally {
  await close();
}
