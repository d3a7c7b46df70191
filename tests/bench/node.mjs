// What to measure in (`node --expose-gc node.mjs json`, `xml` or `document`); it is measured in Node, with the packed
// package.

import { project } from "../consumers/project.mjs";
import { bodies } from "./bodies.mjs";
import { contenders } from "./contenders/index.mjs";
import { documentCosts } from "./document.mjs";
import { write } from "./results.mjs";
import { race } from "./rounds.mjs";

const what = process.argv[2];
const consumer = await project();
try {
  const { ResponseDocument, WebhookNode } = await consumer.load();
  write(`node-${what}`, what === "document" ? documentCosts(ResponseDocument) : races(WebhookNode));
} finally {
  await consumer.remove();
}

function races(WebhookNode) {
  return bodies(what).map((body) => {
    console.log(`  ${what}, ${body.name}, in Node …`);
    return { name: body.name, size: body.size, rows: race(contenders(WebhookNode, body), body) };
  });
}
