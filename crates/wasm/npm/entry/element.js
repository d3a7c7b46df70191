// The node drawer as a custom element. Its module is loaded where an element is defined, and nowhere else; what the first
// paint does without, once an element has been painted.
import { compile, fitting, notLoaded, once } from "../lib/compile.js";
import { webhookNode } from "../lib/element.js";

const module = once(() => compile(new URL("../wasm/element_bg.wasm", import.meta.url)));
const later = fitting(new URL("../wasm/element_later_bg.wasm", import.meta.url));

export async function defineWebhookNode(tag = "webhook-node") {
  const compiled = await module().catch((cause) => {
    throw notLoaded(cause);
  });
  if (!customElements.get(tag)) customElements.define(tag, webhookNode(compiled, later));
}
