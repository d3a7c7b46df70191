// A format in (`node --expose-gc node.mjs json`); the race over its bodies in Node is run, with the packed package.

import { project } from "../consumers/project.mjs";
import { bodies } from "./bodies.mjs";
import { contenders } from "./contenders/index.mjs";
import { write } from "./results.mjs";
import { race } from "./rounds.mjs";

const format = process.argv[2];
const consumer = await project();
try {
  const { WebhookNode } = await consumer.load();
  const results = [];
  for (const body of bodies(format)) {
    console.log(`  ${format}, ${body.name}, in Node …`);
    results.push({ name: body.name, size: body.size, rows: race(contenders(WebhookNode, body), body) });
  }
  write(`node-${format}`, results);
} finally {
  await consumer.remove();
}
