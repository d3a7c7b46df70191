// Nothing in; out come what a run costs in one isolate of workerd, over HTTP and with a shop that answers at once, and what
// it costs in Node.

import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

import { project, started } from "../consumers/project.mjs";
import { smallBody } from "./bodies.mjs";
import { load, ofProcess } from "./load.mjs";
import { dotted } from "./paths.mjs";
import { write } from "./results.mjs";
import { TOKEN, workerd } from "./workerd.mjs";

const { steps, variants } = smallBody("json");
const shop = await started(process.execPath, [fileURLToPath(new URL("shop.mjs", import.meta.url))]);
const consumer = await project();
let server;
try {
  const { WebhookNode } = await consumer.load();
  console.log("  in Node …");
  const node = await inNode(new WebhookNode(definition()));
  console.log("  in workerd …");
  server = await workerd(consumer, shop.origin);
  write("worker", { node, workerd: await inWorkerd(server) });
} finally {
  server?.stop();
  shop.stop();
  await consumer.remove();
}

function definition() {
  const mappings = steps.map((path, index) => ({ path: dotted(path), parameter: `VALUE_${index}` }));
  return {
    version: 1, method: "POST", url: `${shop.origin}/orders/$ORDER`, query: [{ name: "lang", value: "$LANG" }],
    body: { type: "json", content: '{"order": $ORDER, "note": "for $LANG"}' }, response: { type: "json", mappings },
  };
}

async function inNode(node) {
  const values = { ORDER: 17, LANG: "de" };
  const body = variants[0];
  const headers = new Headers({ "content-type": "application/json" });
  const fetch = async () => new Response(body, { headers });
  const taken = (outcome) => {
    if (outcome.exit !== "default") throw new Error(JSON.stringify(outcome.failure));
  };
  const fetched = async () => (await globalThis.fetch(`${shop.origin}/orders/17`, { method: "POST", body: "{}" })).json();
  return {
    receive: await load(async () => taken(node.receive({ status: 200, headers: [], body })), { times: 20_000, together: 1 }),
    memory: await load(async () => taken(await node.run(values, { fetch })), { times: 5_000, together: 50 }),
    fetch: await load(fetched, { times: 3_000, together: 50 }),
    run: await load(async () => taken(await node.run(values)), { times: 3_000, together: 50 }),
  };
}

async function inWorkerd({ origin, pid }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const headers = { authorization: `Bearer ${TOKEN}` };
  const call = (method, path, body) => new Promise((answered, failed) => {
    const sent = request(origin + path, { agent, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece) => (text += piece)).on("end", () => answered({ status: response.statusCode, text })).on("error", failed);
    });
    sent.on("error", failed).end(body);
  });
  const saved = await call("PUT", "/nodes/order", JSON.stringify({ definition: definition() }));
  if (saved.status !== 204) throw new Error(saved.text);
  const run = async () => {
    const { text } = await call("POST", "/nodes/order/run", '{"ORDER": 17, "LANG": "de"}');
    if (!text.startsWith('{"exit":"default"')) throw new Error(text);
  };
  const nothing = () => call("GET", "/");
  const computed = process.platform === "linux" ? () => ofProcess(pid) : () => NaN;
  try {
    return {
      nothing: await load(nothing, { times: 3_000, together: 50, computed }),
      alone: await load(run, { times: 1_000, together: 1, computed }),
      together: await load(run, { times: 3_000, together: 50, computed }),
    };
  } finally {
    agent.destroy();
  }
}
