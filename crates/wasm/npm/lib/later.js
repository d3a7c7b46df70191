// What the contract names and this version does not do yet: it says so, and does nothing by halves.
import { SwitchhookError } from "./error.js";

function later(what) {
  throw new SwitchhookError(`${what} is not part of this version yet.`, { code: "not-supported-yet" });
}

export const signWebhook = () => later("Signing");
export const verifyWebhook = () => later("Verifying a signature");
