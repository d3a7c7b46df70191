// The faults that docs/reliability.md counts are those of the tables; UPDATE_EXPECT=1 writes the counts anew.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { it } from "node:test";
import { answers, slow } from "./live/answers.js";
import * as callers from "./live/callers.js";
import { redirects } from "./live/redirects.js";

const RECORD = new URL("../../docs/reliability.md", import.meta.url);
const everywhere = ["samples", "nasty", "other", "secure"].map((name) => [name, `https://${name}.example`]);
const count = (table) => table(Object.fromEntries(everywhere)).length;

it("counts the faults as they are", async () => {
  const counts = [
    ["answers of every kind", count(answers)], ["silence and slowness", count(slow)], ["redirects of every", count(redirects)],
    ["`fetch` functions", count(callers.fetches)], ["signals with", count(callers.signals)], ["`allow` functions", count(callers.allowing)],
    ["asynchronous nodes", count(callers.settling)],
  ];
  const text = await readFile(RECORD, "utf8");
  const lines = text.split("\n");
  for (const [beginning, number] of counts) {
    const at = lines.findIndex((line) => line.startsWith(`| ${beginning}`));
    assert.ok(at >= 0, beginning);
    lines[at] = lines[at].replace(/\| \d+ \|/, `| ${number} |`);
  }
  const counted = lines.join("\n");
  if (process.env.UPDATE_EXPECT) await writeFile(RECORD, counted);
  else assert.equal(text, counted);
});
