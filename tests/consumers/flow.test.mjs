// The example of a flow, with the packed package in it, as its README has it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "./project.mjs";

const example = fileURLToPath(new URL("../../examples/flow/", import.meta.url));
let consumer;

before(async () => (consumer = await project("flow")));
after(() => consumer?.remove());

it("goes from node to node, and keeps an id of 19 digits", async () => {
  const { stdout } = await consumer.node("flow.mjs");
  assert.deepEqual(stdout.trim().split("\n"), [
    "find customer: 404 { STATUS: 404 }",
    "make customer: default { CUSTOMER_ID: 4217, STATUS: 201 }",
    "place order: default { ORDER_ID: '4634343214213523454', STATUS: 201 }",
    "ship: default { SHIPPED: 'today', STATUS: 200 }",
  ]);
});

it("asks for the package that is packed here", async () => {
  const { dependencies } = JSON.parse(await readFile(join(example, "package.json"), "utf8"));
  const { version } = JSON.parse(await readFile(join(consumer.installed, "package.json"), "utf8"));
  assert.deepEqual(dependencies, { switchhook: `^${version}` });
});
