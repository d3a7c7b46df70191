// WCAG 2.2 AA: axe finds nothing, in any state of the page, light and dark, wide and narrow.

import assert from "node:assert/strict";

import { AxeBuilder } from "@axe-core/playwright";

import { PHONE, WIDE, test } from "./stage.mjs";
import { STATES } from "./states.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const EVERYTHING = Object.keys(STATES);

const TELLING = ["a result", "a node full of problems"];

// The colours differ by scheme, the places by width: some walks are whole, the others see what differs. A page of
// 1440 × 900 at 200 % has 720 × 450.
const LOOKS = [
  ["wide, light", { viewport: WIDE, colorScheme: "light" }, EVERYTHING],
  ["wide, dark", { viewport: WIDE, colorScheme: "dark" }, TELLING],
  ["1024 px, light", { viewport: { width: 1024, height: 768 }, colorScheme: "light" }, EVERYTHING],
  ["1024 px, dark", { viewport: { width: 1024, height: 768 }, colorScheme: "dark" }, TELLING],
  ["390 px, dark", { viewport: PHONE, colorScheme: "dark" }, EVERYTHING],
  ["390 px, light", { viewport: PHONE, colorScheme: "light" }, TELLING],
  ["200 %", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, colorScheme: "light" }, EVERYTHING],
  ["forced colours, light", { viewport: WIDE, forcedColors: "active", colorScheme: "light" }, TELLING],
  ["forced colours, dark", { viewport: PHONE, forcedColors: "active", colorScheme: "dark" }, EVERYTHING],
];

/** One line for each element at fault. */
async function findings(studio, state) {
  const axe = new AxeBuilder({ page: studio.page }).setLegacyMode();
  // The page has no frames, and what passed is of no interest: both save axe half of its time.
  axe.options({ runOnly: RULES, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const said = [...any, ...all, ...none].map(({ message }) => message);
      return `${state}: ${id} at ${target.join(" ")}: ${said.join("; ")}`;
    }),
  );
}

for (const [look, options, states] of LOOKS) {
  test(`axe finds nothing: ${look}`, { ...options, timeout: 120_000 }, async (studio) => {
    const found = [];
    for (const state of states) {
      await STATES[state](studio);
      found.push(...(await findings(studio, state)));
    }
    assert.deepEqual(found, []);
  });
}
