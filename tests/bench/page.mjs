// Runs in the page, bundled by esbuild with the peers; the package itself comes as a page without a bundler loads it.

import init, { ResponseDocument, WebhookNode } from "switchhook/web";

import { contenders } from "./contenders/index.mjs";
import { documentCosts } from "./document.mjs";
import { race } from "./rounds.mjs";

await init();

/** The race over one body, whose bytes the server has. */
globalThis.raceOver = async ({ count, ...body }) => {
  const urls = Array.from({ length: count }, (_, index) => `/body/${body.format}/${body.name}/${index}`);
  const answers = await Promise.all(urls.map((url) => fetch(url)));
  const variants = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())));
  const whole = { ...body, variants };
  return race(contenders(WebhookNode, whole), whole);
};
globalThis.documentCosts = () => documentCosts(ResponseDocument);
globalThis.isReady = true;
