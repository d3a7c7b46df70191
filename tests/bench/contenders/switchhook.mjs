// The package's node and a body in; out comes a contender: bytes in, and the outcome's five values out.

import { dotted } from "../paths.mjs";

/** A node that maps the paths, compiled once as a runtime does. `receive` gives the whole outcome: values, exit, raw texts. */
export function switchhook(WebhookNode, { format, steps }) {
  const names = steps.map((_, index) => `P${index}`);
  const mappings = steps.map((path, index) => ({ path: dotted(path), parameter: names[index] }));
  const node = new WebhookNode({ version: 1, method: "GET", url: "https://shop.example/", response: { type: format, mappings } });
  return {
    name: "switchhook",
    run(body) {
      const { parameters } = node.receive({ status: 200, headers: [], body });
      return names.map((name) => parameters[name]);
    },
  };
}
