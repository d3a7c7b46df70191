// An example with the drawer in it, in Chromium, under a strict Content-Security-Policy.
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "../e2e/browser.mjs";
import { pages } from "./pages.mjs";
import { project } from "./project.mjs";

/** The rules of WCAG 2.2 AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The page of an example: `page`, the paths that were asked for, what the page complained of, and `close`, which fails
 * where it did.
 * The example is copied into a folder under `parent`, and `serve` may build it there first.
 */
export async function openElement(example, { parent, serve = pages } = {}) {
  const consumer = await project(example, parent);
  const [asked, complaints] = [[], []];
  const { origin, stop } = await serve(consumer.folder, ({ url }) => asked.push(url));
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  await page.goto(origin);
  await page.getByRole("button", { name: "Test request" }).first().waitFor();
  const close = async () => {
    await browser.close();
    stop();
    await consumer.remove();
    assert.deepEqual(complaints, []);
  };
  return { page, asked, complaints, close };
}

/** Fails where axe finds something on the page. */
export async function isAccessible(page, about) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({ runOnly: RULES, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  assert.deepEqual(found, [], about);
}
