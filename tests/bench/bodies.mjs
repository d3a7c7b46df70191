// Nothing in; out come the bodies that are mapped, each with the steps to its five values: answers of a shop's API of
// four sizes, and the real files of `vectors`.

import { readFileSync } from "node:fs";

import { asXml, orders } from "./orders.mjs";

const SIZES = [["1 KB", 1_000], ["100 KB", 100_000], ["1 MB", 1_000_000], ["10 MB", 10_000_000]];
/** Small bodies come in several, so that no processor learns one by heart. */
const VARIANTS = 16;

/** Spread over the document, its end included. */
function jsonSteps(count) {
  return [
    ["meta", "requestId"],
    ["orders", Math.floor(count / 4), "customer", "name"],
    ["orders", Math.floor(count / 2), "items", 0, "price"],
    ["orders", count - 1, "note"],
    ["paging", "total"],
  ];
}

function xmlSteps(count) {
  const order = (number) => ["answer", "orders", "order", number];
  return [
    ["answer", "@request"],
    [...order(Math.floor(count / 4)), "customer", "name"],
    [...order(Math.floor(count / 2)), "total"],
    [...order(count - 1), "@id"],
    ["answer", "paging", "total"],
  ];
}

const REAL = {
  "twitter.json": [
    ["statuses", 0, "text"],
    ["statuses", 25, "user", "screen_name"],
    ["statuses", 60, "retweet_count"],
    ["statuses", 99, "user", "followers_count"],
    ["search_metadata", "completed_in"],
  ],
  "citm_catalog.json": [
    ["areaNames", "205705993"],
    ["events", "138586341", "name"],
    ["performances", 120, "start"],
    ["performances", 242, "seatCategories", 0, "seatCategoryId"],
    ["venueNames", "PLEYEL_PLEYEL"],
  ],
  "canada.json": [
    ["type"],
    ["features", 0, "properties", "name"],
    ["features", 0, "geometry", "coordinates", 0, 0, 0],
    ["features", 0, "geometry", "coordinates", 240, 0, 1],
    ["features", 0, "geometry", "coordinates", 479, 0, 1],
  ],
};

/** The bodies of a format: `variants` are alike, and have their values at the same steps. */
export function bodies(format) {
  const made = SIZES.map(([name, size]) => generated(name, size, format));
  return format === "json" ? [...made, ...Object.entries(REAL).map(real)] : made;
}

/** The small one, which is made at once. */
export function smallBody(format) {
  return generated(...SIZES[0], format);
}

function generated(name, size, format) {
  const encoder = new TextEncoder();
  const answers = Array.from({ length: size < 10_000 ? VARIANTS : 1 }, (_, seed) => orders(seed + 1, size, format));
  const variants = answers.map((answer) => encoder.encode(format === "json" ? JSON.stringify(answer) : asXml(answer)));
  const count = answers[0].orders.length;
  return { name, size, format, variants, steps: format === "json" ? jsonSteps(count) : xmlSteps(count) };
}

function real([name, steps]) {
  const bytes = readFileSync(new URL(`vectors/${name}`, import.meta.url));
  const variants = [new Uint8Array(bytes)];
  return { name, size: bytes.length, format: "json", variants, steps };
}
