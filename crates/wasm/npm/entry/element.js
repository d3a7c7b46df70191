// The node drawer as a custom element. Its module is loaded where an element is defined, and nowhere else.
import { compile, notLoaded } from "../lib/compile.js";
import { webhookNode } from "../lib/element.js";

let loading;

export async function defineWebhookNode(tag = "webhook-node") {
  loading ??= compile(new URL("../wasm/element_bg.wasm", import.meta.url));
  const module = await loading.catch((cause) => {
    loading = undefined;
    throw notLoaded(cause);
  });
  if (!customElements.get(tag)) customElements.define(tag, webhookNode(module));
}
