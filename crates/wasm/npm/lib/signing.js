// Signing and verifying. The caller's functions are asked here, outside of the module: what they throw passes through.
import { apiKeyOf, signWebhook as sign, verifyWebhook as verify } from "../wasm/switchhook.js";
import { enter } from "./boundary.js";
import { SwitchhookError } from "./error.js";
import { badOption, callback } from "./option.js";

export function signWebhook(body, key, options) {
  return enter(() => sign(body, key, options));
}

export function verifyWebhook(authorization, body, secret, options) {
  const seen = callback(options, "seen");
  const looksUp = typeof secret === "function";
  const known = looksUp ? secret(enter(() => apiKeyOf(authorization))) : secret;
  const claims = JSON.parse(enter(() => verify(authorization, body, known, looksUp, options)));
  const isUsed = seen?.(claims.jti, claims);
  if (typeof isUsed?.then === "function") throw badOption("seen", "it says at once whether the token was used before, and gave a promise");
  if (isUsed) throw new SwitchhookError("The token was used before.", { code: "replayed" });
  return claims;
}
