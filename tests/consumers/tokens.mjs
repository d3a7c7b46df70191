// Tokens made without this project, jose, which says what others take for one, and dice, which fall the same on every run.
import { createHmac } from "node:crypto";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// It is one of the packages that the benchmarks compare with.
const ofBench = createRequire(new URL("../bench/package.json", import.meta.url));
export const jose = await import(pathToFileURL(ofBench.resolve("jose")));

const encoded = (text) => Buffer.from(text).toString("base64url");

/** The token of a row of `tokens.json`: `fill` stands for its length. */
export function tokenOf({ header, claims, token = "{header}.{payload}.{signature}", fill }, secret) {
  const head = encoded(header ?? '{"alg":"HS256","typ":"JWT"}');
  const text = claims ?? '{"iat":1790000000,"jti":"j-1","api_key":"key"}';
  const payload = encoded(fill ? text.padEnd(Math.floor(((fill - head.length - 45) * 3) / 4)) : text);
  const signature = createHmac("sha256", secret).update(`${head}.${payload}`).digest("base64url");
  return token.replaceAll("{header}", head).replaceAll("{payload}", payload).replaceAll("{signature}", signature);
}

/** Whole numbers below a limit, by mulberry32. */
export function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
