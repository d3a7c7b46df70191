// The packed package through bundlers, run in Chromium under a strict Content-Security-Policy, and in Node.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import resolve from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import * as vite7 from "vite7";
import webpack from "webpack";
import { launch } from "../e2e/browser.mjs";
import { pages } from "../consumers/pages.mjs";
import { project } from "../consumers/project.mjs";
import { EXPECTED } from "./program.mjs";

const execute = promisify(execFile);
const page = (script) => `<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>`;

let consumer, browser;

before(async () => {
  consumer = await project();
  await copyFile(fileURLToPath(new URL("program.mjs", import.meta.url)), join(consumer.folder, "program.mjs"));
  const main = (entry, ready) => `
    import * as switchhook from "${entry}";
    import { answer } from "./program.mjs";
    ${ready}.then(() => answer(switchhook)).then((text) => { globalThis.answered = text; console.log(text); });`;
  await consumer.write("page.js", main("switchhook", "switchhook.default()"));
  await consumer.write("inline.js", main("switchhook/inline", "Promise.resolve()"));
  await consumer.write("node.js", main("switchhook", "Promise.resolve()"));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await consumer?.remove();
});

/** What the program answers on a page, and what the page complains of. */
async function visited(origin) {
  const tab = await (await browser.newContext()).newPage();
  const complaints = [];
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  try {
    await tab.goto(origin);
    await tab.waitForFunction(() => globalThis.answered, undefined, { timeout: 20_000 });
  } catch (error) {
    complaints.push(error.message);
  }
  const answered = await tab.evaluate("globalThis.answered");
  await tab.close();
  assert.deepEqual(complaints, []);
  return answered;
}

/** The same of a built page. */
async function visitedBuilt(folder) {
  const server = await pages(join(consumer.folder, folder));
  try {
    return await visited(server.origin);
  } finally {
    server.stop();
  }
}

/** A page of one script, which a bundler has left in a folder. */
async function visitedScript(folder, script) {
  await consumer.write(`${folder}/index.html`, page(`/${script}`));
  return visitedBuilt(folder);
}

const quiet = () => ({ root: consumer.folder, logLevel: "error", configFile: false });

it("Vite builds it, with one file of the module", async () => {
  await consumer.write("index.html", page("/page.js"));
  await vite.build({ ...quiet(), build: { outDir: "vite" } });
  const assets = await readdir(join(consumer.folder, "vite/assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, `${assets}`);
  assert.equal(await visitedBuilt("vite"), EXPECTED);
});

/** What the program answers on a page that a version of Vite serves while it is worked on. */
async function visitedServed({ createServer }, more = {}) {
  await consumer.write("index.html", page("/page.js"));
  const server = await createServer({ ...quiet(), server: { host: "127.0.0.1", port: 0 }, ...more });
  try {
    await server.listen();
    const { port } = server.httpServer.address();
    return await visited(`http://127.0.0.1:${port}/`);
  } finally {
    await server.close();
  }
}

it("Vite serves it while it is worked on", async () => assert.equal(await visitedServed(vite), EXPECTED));

it("Vite 7 serves it with the configuration that the README has for it", async () => {
  const readme = await readFile(join(consumer.installed, "README.md"), "utf8");
  await consumer.write("seven.mjs", readme.match(/^export default \{ optimizeDeps.*$/m)[0]);
  const more = { configFile: join(consumer.folder, "seven.mjs"), cacheDir: "seven" };
  assert.equal(await visitedServed(vite7, more), EXPECTED);
});

it("Vite leaves it to Node where pages are rendered on the server", async () => {
  await vite.build({ ...quiet(), build: { ssr: "node.js", outDir: "vite-ssr" } });
  const { stdout } = await execute(process.execPath, ["vite-ssr/node.js"], { cwd: consumer.folder });
  assert.equal(stdout.trim(), EXPECTED);
});

/** Bundles with webpack as it comes, without plugins and experiments. */
async function webpacked(name, target) {
  const stats = await promisify(webpack)({
    mode: "production", context: consumer.folder, entry: `./${name}.js`, target, performance: false,
    output: { path: join(consumer.folder, `webpack-${target}`), filename: target === "web" ? "main.js" : "main.cjs" },
  });
  assert.deepEqual([stats.toJson().errors, stats.toJson().warnings], [[], []]);
  return `webpack-${target}`;
}

it("webpack bundles it for a page", async () => {
  assert.equal(await visitedScript(await webpacked("page", "web"), "main.js"), EXPECTED);
});

it("webpack bundles it for Node", async () => {
  const folder = await webpacked("node", "node");
  const { stdout } = await execute(process.execPath, [join(folder, "main.cjs")], { cwd: consumer.folder });
  assert.equal(stdout.trim(), EXPECTED);
});

it("esbuild bundles the module in the script, for a page", async () => {
  const options = { absWorkingDir: consumer.folder, bundle: true, minify: true, format: "esm", logLevel: "silent" };
  const { warnings } = await esbuild.build({ ...options, entryPoints: ["inline.js"], outfile: "esbuild/main.js" });
  assert.deepEqual(warnings, []);
  assert.equal(await visitedScript("esbuild", "main.js"), EXPECTED);
});

it("esbuild bundles the module in the script, for Node and for CommonJS", async () => {
  const options = { absWorkingDir: consumer.folder, bundle: true, platform: "node", format: "cjs", logLevel: "silent" };
  await esbuild.build({ ...options, entryPoints: ["inline.js"], outfile: "esbuild-node/main.cjs" });
  const { stdout } = await execute(process.execPath, ["esbuild-node/main.cjs"], { cwd: consumer.folder });
  assert.equal(stdout.trim(), EXPECTED);
});

it("says what to do where a bundler has left the module behind, and takes it by hand", async () => {
  await consumer.write("left.js", `
    import { readFileSync } from "node:fs";
    import init, { checkPath } from "switchhook";
    try { checkPath("a"); } catch (error) { console.log(error.code, /switchhook\\/inline/.test(error.message)); }
    init().catch((error) => console.log(error.code, /switchhook\\/inline/.test(error.message)))
      .then(() => init(readFileSync("node_modules/switchhook/wasm/switchhook_bg.wasm")))
      .then(() => console.log(checkPath("a")));`);
  const options = { absWorkingDir: consumer.folder, bundle: true, platform: "node", format: "esm", logLevel: "silent" };
  await esbuild.build({ ...options, entryPoints: ["left.js"], outfile: "left/main.mjs" });
  const { stdout } = await execute(process.execPath, ["left/main.mjs"], { cwd: consumer.folder });
  assert.deepEqual(stdout.trim().split("\n"), ["not-ready true", "not-loaded true", "undefined"]);
});

it("rollup bundles the module in the script", async () => {
  const bundle = await rollup({ input: join(consumer.folder, "inline.js"), plugins: [resolve({ browser: true })] });
  await bundle.write({ file: join(consumer.folder, "rollup/main.js"), format: "es" });
  await bundle.close();
  assert.equal(await visitedScript("rollup", "main.js"), EXPECTED);
});

it("says what to do in a script that is no module, and has no URL", async () => {
  await consumer.write("script.js", `
    import init from "switchhook";
    init().catch((error) => console.log(error.code, /switchhook\\/inline/.test(error.message)));`);
  const options = { absWorkingDir: consumer.folder, bundle: true, platform: "browser", format: "iife", logLevel: "silent" };
  await esbuild.build({ ...options, entryPoints: ["script.js"], outfile: "script/main.cjs" });
  const { stdout } = await execute(process.execPath, ["script/main.cjs"], { cwd: consumer.folder });
  assert.equal(stdout.trim(), "not-loaded true");
});
