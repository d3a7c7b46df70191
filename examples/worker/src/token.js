// Whether a request is of somebody who has the token; how long that takes tells nothing about it.
import { timingSafeEqual } from "node:crypto";

export async function isHolder(request, token) {
  if (!token) return false;
  const given = request.headers.get("authorization") ?? "";
  const [one, other] = await Promise.all([given, `Bearer ${token}`].map(digest));
  return timingSafeEqual(one, other);
}

const digest = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
