// What every entry exports beside its own `init`.
export { ResponseDocument, checkPath } from "./document.js";
export { SwitchhookError } from "./error.js";
export { WebhookNode } from "./node.js";
export { signWebhook, verifyWebhook } from "./signing.js";
