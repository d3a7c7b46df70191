// A seed and a size in; out comes an answer of a shop's API, as JSON and as XML: orders with customers and items,
// with escapes and letters of several scripts, the same on every machine.

/** Most of them in ASCII, as answers are: more than every third small one has no other letter. */
const PEOPLE = [
  ["Ana Sousa", "Porto"], ["Zoë Müller", "Zürich"], ["John Carter", "Leeds"], ["Ravi Patel", "Pune"],
  ["Mary O'Neill", "Cork"], ["渡辺 陽子", "東京"], ["Tom Baker", "Boston"], ["Eva Lindt", "Berlin"],
  ["Luca Rossi", "Torino"], ["Grace Obi", "Lagos"], ["Mia Novak", "Praha"], ["Sam Lee", "Perth"],
];
const PRODUCTS = ["Desk lamp", 'Screen 24"', "Paper A4, 500 sheets", "Tea & honey", "Cable <2 m>", "Ink\\toner set"];
const NOTES = [null, "Ring twice.\nThanks!", 'Say "happy birthday"', "Leave it at the café", null, "C:\\drop\\here"];
const STATES = ["paid", "open", "sent", "returned"];
const TAGS = ["new", "sale", "fragile", "heavy"];

/** Numbers from 0 up to but without 1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many orders as fit into about so many bytes of a format, three at least. */
export function orders(seed, size, format) {
  const random = numbers(seed);
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const write = format === "json" ? JSON.stringify : orderAsXml;
  const encoder = new TextEncoder();
  const list = [];
  let room = size - 150;
  while (list.length < 3 || room > 0) {
    // A small answer holds small orders.
    const order = anOrder(list.length, size < 10_000 ? 1 : 1 + below(4), { below, one });
    room -= encoder.encode(write(order)).length + 1;
    if (room < 0 && list.length >= 3) break;
    list.push(order);
  }
  const requestId = `req-${below(2 ** 32).toString(16).padStart(8, "0")}`;
  return { meta: { requestId, took: below(90) + 1 }, orders: list, paging: { total: list.length * 7, next: null } };
}

function anOrder(number, count, { below, one }) {
  const items = Array.from({ length: count }, () => ({
    sku: `SKU-${String(below(1_000_000)).padStart(6, "0")}`,
    name: one(PRODUCTS),
    quantity: 1 + below(5),
    price: (below(20_000) + 5) / 100,
    tags: TAGS.slice(below(TAGS.length)),
  }));
  const [name, city] = one(PEOPLE);
  const total = Math.round(items.reduce((sum, { price, quantity }) => sum + price * quantity, 0) * 100) / 100;
  return {
    id: 4_600_000 + number * 13,
    state: one(STATES),
    placed: `2026-0${1 + below(9)}-1${below(10)}T0${below(10)}:1${below(10)}:00Z`,
    customer: { name, city, vip: below(4) === 0, credit: one([null, -12.5, 1e3]) },
    items,
    note: one(NOTES),
    total,
  };
}

/** The same answer as XML. */
export function asXml({ meta, orders, paging }) {
  const list = orders.map(orderAsXml).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<answer request="${meta.requestId}"><orders>\n${list}\n</orders>`
    + `<paging><total>${paging.total}</total></paging></answer>\n`;
}

function orderAsXml({ id, state, placed, customer, items, note, total }) {
  const lines = items.map(({ sku, name, quantity, price }) =>
    `<item sku="${sku}"><name>${escaped(name)}</name><quantity>${quantity}</quantity><price>${price}</price></item>`);
  return `<order id="${id}" state="${state}"><placed>${placed}</placed><customer vip="${customer.vip}">`
    + `<name>${escaped(customer.name)}</name><city>${customer.city}</city></customer>`
    + `<items>${lines.join("")}</items>${note === null ? "" : `<note>${escaped(note)}</note>`}<total>${total}</total></order>`;
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
}
