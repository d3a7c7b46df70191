// The package's node and a body in; out come all who map it, ourselves first, once they agree on its values.

import { jsonPeers } from "./json.mjs";
import { switchhook } from "./switchhook.mjs";
import { xmlPeers } from "./xml.mjs";

export function contenders(WebhookNode, body) {
  const peers = body.format === "json" ? jsonPeers(body) : xmlPeers(body);
  const all = [switchhook(WebhookNode, body), ...peers];
  agree(all, body);
  return all;
}

/** Fails where somebody gives another value than the first peer, or where a path finds nothing: such a race says nothing. */
function agree(all, { name, variants }) {
  const wrong = [];
  for (const [index, bytes] of variants.entries()) {
    const want = all[1].run(bytes);
    if (want.some((value) => value === undefined)) wrong.push({ body: `${name} ${index}`, missing: want });
    for (const contender of all) {
      const got = contender.run(bytes);
      if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push({ body: `${name} ${index}`, by: contender.name, got, want });
    }
  }
  if (wrong.length > 0) throw new Error(`The contenders do not agree: ${JSON.stringify(wrong, null, 1)}`);
}
