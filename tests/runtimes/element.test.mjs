// The drawer in apps that bundlers build from the packed package, in Chromium: React, Vue, and a page without either.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as vite from "vite";
import webpack from "webpack";
import { isAccessible, openElement } from "../consumers/element_page.mjs";
import { pages } from "../consumers/pages.mjs";

// Under this folder, where Vite, React and Vue are found.
const parent = fileURLToPath(new URL(".", import.meta.url));

/** The page of an app's folder, built by Vite. */
async function built(folder, saw) {
  await vite.build({ root: folder, logLevel: "error" });
  return pages(join(folder, "dist"), saw);
}

/** The same, as Vite serves it while it is worked on. */
async function served(folder) {
  const server = await vite.createServer({ root: folder, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  return { origin: `http://127.0.0.1:${server.httpServer.address().port}`, stop: () => server.close() };
}

/** The page of a folder, its script bundled by webpack. */
async function webpacked(folder, saw) {
  const output = { path: join(folder, "dist"), filename: "page.js" };
  const stats = await promisify(webpack)({ mode: "production", context: folder, entry: "./page.js", target: "web", performance: false, output });
  assert.deepEqual([stats.toJson().errors, stats.toJson().warnings], [[], []]);
  for (const name of ["index.html", "page.css", "orders.json"]) await copyFile(join(folder, name), join(folder, "dist", name));
  return pages(join(folder, "dist"), saw);
}

const labelOf = (page) => page.getByRole("textbox", { name: "Label", exact: true });

for (const framework of ["react", "vue"]) {
  it(`is at home in ${framework}`, { timeout: 120_000 }, async () => {
    const { page, asked, close } = await openElement(`element-${framework}`, { parent, serve: built });
    try {
      await page.waitForLoadState("networkidle");
      const modules = asked.filter((url) => url.endsWith(".wasm")).map((url) => /element\w*_bg/.exec(url)[0]);
      assert.deepEqual(modules, ["element_bg", "element_later_bg"]);
      const label = labelOf(page);
      assert.equal(await label.inputValue(), "Look up order");

      // Each letter goes out to the app and comes back in: the caret stays where it is.
      await label.press("Home");
      await label.pressSequentially("Please ", { delay: 5 });
      assert.equal(await label.inputValue(), "Please Look up order");
      await page.getByRole("button", { name: "Please Look up order" }).waitFor();
      await page.getByRole("button", { name: "Test request" }).click();
      await page.getByRole("main").getByText('default {"TOTAL":41.5}').waitFor();
      await isAccessible(page, framework);

      await page.getByRole("button", { name: "Cancel order" }).click();
      await page.waitForFunction(() => document.querySelector("webhook-node").definition.method === "DELETE");
      assert.equal(await label.inputValue(), "Cancel order");
      assert.equal(await page.getByRole("button", { name: "Undo" }).isDisabled(), true);
      await page.getByRole("button", { name: "Please Look up order" }).click();
      await page.waitForFunction(() => document.querySelector("webhook-node").definition.label === "Please Look up order");
    } finally {
      await close();
    }
  });
}

const others = [["Vite serves it while it is worked on", "element-react", served], ["webpack bundles it", "element-plain", webpacked]];
for (const [name, example, serve] of others) {
  it(name, { timeout: 120_000 }, async () => {
    const { page, close } = await openElement(example, { parent, serve });
    try {
      assert.equal(await labelOf(page).inputValue(), "Look up order");
    } finally {
      await close();
    }
  });
}
