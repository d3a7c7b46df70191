// The page owns the definition: it hands it to the drawer, and hears of every change.
import { defineWebhookNode } from "./node_modules/switchhook/entry/element.js";

const node = document.querySelector("webhook-node");
const text = (id, words) => (document.getElementById(id).textContent = words);

// Properties may be set before the element is there.
node.definition = {
  version: 1,
  label: "Look up order",
  method: "GET",
  url: "/orders.json?id=$ORDER_ID",
  response: { type: "json", mappings: [{ path: "order.total", parameter: "TOTAL" }] },
  routes: [{ status: "404", label: "No such order" }],
};
node.parameters = [
  { name: "ORDER_ID", entity: "sys.any" },
  { name: "TOTAL", entity: "sys.number" },
];

function show() {
  text("definition", JSON.stringify(node.definition, undefined, 2));
  text("problems", `${node.problems.length} problems`);
}

node.addEventListener("definition-change", show);
node.addEventListener("parameters-change", show);
node.addEventListener("outcome", ({ detail }) => text("outcome", `${detail.exit} ${JSON.stringify(detail.parameters)}`));

await defineWebhookNode();
show();
