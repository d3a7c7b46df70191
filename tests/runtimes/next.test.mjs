// The packed package in Next.js, which renders a page on the server and takes it over in the browser.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch } from "../e2e/browser.mjs";
import { eventually } from "../e2e/eventually.mjs";
import { project } from "../consumers/project.mjs";
import { EXPECTED } from "./program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
let consumer, server, browser;

before(async () => {
  // Under this folder, where Next and React are found.
  consumer = await project(undefined, here);
  await mkdir(join(consumer.folder, "app"));
  await copyFile(join(here, "program.mjs"), join(consumer.folder, "program.mjs"));
  // On the server it is Node's to load: Turbopack would make an address for browsers of its file.
  const readme = await readFile(join(consumer.installed, "README.md"), "utf8");
  const [, config] = readme.match(/```js\nexport default (\{ serverExternalPackages[^`]*?\});\n```/);
  await consumer.write("next.config.mjs", `export default { ...${config}, turbopack: { root: ${JSON.stringify(here)} } };`);
  await consumer.write("app/layout.jsx", "export default ({ children }) => <html><body>{children}</body></html>;");
  await consumer.write("app/page.jsx", `
    import * as switchhook from "switchhook";
    import { answer } from "../program.mjs";
    import { InBrowser } from "./in_browser.jsx";
    export const dynamic = "force-dynamic";
    export default async function Page() {
      return <><p id="server">{await answer(switchhook)}</p><InBrowser /></>;
    }`);
  await consumer.write("app/in_browser.jsx", `
    "use client";
    import { useEffect, useState } from "react";
    import * as switchhook from "switchhook";
    import { answer } from "../program.mjs";
    export function InBrowser() {
      const [text, setText] = useState("");
      useEffect(() => { switchhook.default().then(() => answer(switchhook)).then(setText, (error) => setText(String(error))); }, []);
      return <p id="browser">{text}</p>;
    }`);
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: consumer.folder, env: environment, timeout: 240_000 })
    .catch(({ stdout, stderr }) => assert.fail(stdout + stderr));
  browser = await launch();
});

after(async () => {
  server?.kill("SIGKILL");
  await browser?.close();
  await consumer?.remove();
});

it("answers on the server and in the browser", async () => {
  server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", "0"], { cwd: consumer.folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const origin = await eventually(() => said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? assert.fail(said), 30_000);
  const page = await (await browser.newContext()).newPage();
  await page.goto(origin);
  await page.waitForFunction(() => document.querySelector("#browser").textContent);
  const answers = await Promise.all(["#server", "#browser"].map((id) => page.textContent(id)));
  assert.deepEqual(answers, [EXPECTED, EXPECTED]);
});
