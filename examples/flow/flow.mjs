// A flow: webhook nodes, and which of them each exit leads to.
import { WebhookNode } from "switchhook";
import { openShop } from "./shop.mjs";

const shop = await openShop();

const declarations = [
  { name: "PHONE", entity: "sys.any" },
  { name: "CUSTOMER_ID", entity: "sys.number" },
  // A number of too many digits is kept as their text, and written into JSON as the number that it was.
  { name: "ORDER_ID", entity: "sys.number" },
  { name: "SHIPPED", entity: "sys.any" },
  { name: "STATUS", entity: "sys.number" },
];
const node = (method, path, more) =>
  new WebhookNode({ version: 1, method, url: shop.origin + path, statusParameter: "STATUS", ...more }, declarations);
const maps = (path, parameter) => ({ response: { type: "json", mappings: [{ path, parameter }] } });
const json = (content) => ({ body: { type: "json", content } });

const flow = {
  "find customer": {
    node: node("GET", "/customers/$PHONE", { ...maps("customer.id", "CUSTOMER_ID"), routes: [{ status: "404" }] }),
    exits: { default: "place order", 404: "make customer" },
  },
  "make customer": {
    node: node("POST", "/customers", { ...json('{"phone": "$PHONE"}'), ...maps("customer.id", "CUSTOMER_ID") }),
    exits: { default: "place order" },
  },
  "place order": {
    node: node("POST", "/orders", { ...json('{"customer": $CUSTOMER_ID}'), ...maps("order.id", "ORDER_ID") }),
    exits: { default: "ship" },
  },
  ship: {
    node: node("POST", "/shipments", { ...json('{"order": $ORDER_ID}'), ...maps("shipped", "SHIPPED") }),
    exits: {},
  },
};

let parameters = { PHONE: "+351 210 000 000" };
for (let name = "find customer"; name; ) {
  const { node, exits } = flow[name];
  const outcome = await node.run(parameters);
  parameters = { ...parameters, ...outcome.parameters };
  console.log(`${name}: ${outcome.exit}`, outcome.failure?.message ?? outcome.parameters);
  name = exits[outcome.exit];
}
shop.close();
