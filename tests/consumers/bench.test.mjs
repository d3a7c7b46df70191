// The contenders of the benchmarks agree on a small body of each format: a race that starts is one that says something.
import { after, before, test } from "node:test";
import { smallBody } from "../bench/bodies.mjs";
import { contenders } from "../bench/contenders/index.mjs";
import { project } from "./project.mjs";

let consumer;
before(async () => (consumer = await project()));
after(() => consumer.remove());

for (const format of ["json", "xml"]) {
  test(`everyone finds the same values in ${format}`, async () => {
    const { WebhookNode } = await consumer.load();
    contenders(WebhookNode, smallBody(format));
  });
}
