// The built studio in; out come the README's pictures of it, after a test that went well: wide and on a phone, light
// and dark; and those of the guided story. Run by `cargo xtask screenshots`.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { smaller } from "./png.mjs";
import { PHONE, WIDE, close, open } from "./stage.mjs";
import { tell } from "./story.mjs";

const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
mkdirSync(folder, { recursive: true });

const PICTURES = [
  ["studio-light", { viewport: WIDE, colorScheme: "light" }],
  ["studio-dark", { viewport: WIDE, colorScheme: "dark" }],
  ["phone-light", { viewport: PHONE, colorScheme: "light" }],
  ["phone-dark", { viewport: PHONE, colorScheme: "dark" }],
];

/** The least that shows node, result and drawer side by side. */
const GUIDED = { width: 1200, height: 760 };

/** A README loads its pictures every time it is read. */
const LARGEST = 150_000;

try {
  for (const [name, options] of PICTURES) {
    const studio = await open("127.0.0.1", { reducedMotion: "reduce", ...options });
    await studio.testRequest.click();
    await studio.says(/default[^]*200/);
    await studio.panel("Response");
    if (options.viewport === PHONE) await studio.putResultAway();
    await take(studio, name);
  }
  const guided = await open("127.0.0.1", { reducedMotion: "reduce", viewport: GUIDED, colorScheme: "light" });
  await tell(guided, (name) => take(guided, name));
} finally {
  await close();
}

async function take(studio, name) {
  // The pointer leaves no mark of its own.
  await studio.page.mouse.move(0, 0);
  const png = smaller(await studio.page.screenshot({ animations: "disabled", caret: "hide" }));
  await studio.wasQuiet();
  writeFileSync(`${folder}${name}.png`, png);
  const note = png.length > LARGEST ? `, more than the ${LARGEST} it should have` : "";
  console.log(`docs/images/${name}.png: ${png.length} bytes${note}`);
}
