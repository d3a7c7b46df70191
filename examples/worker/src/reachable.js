// Whether nodes and studios may reach a URL: the public internet, and origins that are named in the environment.
import { isPublicUrl } from "../../addresses/allow.mjs";

export function isReachable(url, { REACHABLE }) {
  return isPublicUrl(url) || listed(REACHABLE).includes(url.origin);
}

/** The origins in a list with commas. */
export function listed(origins = "") {
  return origins.split(",").filter(Boolean);
}
