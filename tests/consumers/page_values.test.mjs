// Whatever the values are, Chromium reads what is built as the template's structure with the values as data.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { hostile } from "./hostile.mjs";
import { openPage } from "./page.mjs";

// In JSON, half a character comes through to the page as it is.
const cases = JSON.stringify(hostile(10_000, 2));

let opened;

before(async () => (opened = await openPage()));

after(() => opened?.close());

/** In the page: builds a body of each case, and reads it. How many were built, and the first that are read in another way. */
function bodies([cases, type, content, mime, refused]) {
  const shown = (node) => {
    const texts = node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
    if (texts) return node.data;
    const attributes = [...(node.attributes ?? [])].map(({ name, value }) => [name, value]);
    // A text may be in several sections.
    const children = [];
    for (const child of [...node.childNodes].map(shown)) {
      if (typeof child === "string" && typeof children.at(-1) === "string") children.push(children.pop() + child);
      else children.push(child);
    }
    return [node.nodeName, attributes, children.filter((child) => child !== "")];
  };
  const read = (text) => JSON.stringify(shown(new DOMParser().parseFromString(text, mime)));
  const body = { type, content };
  const node = new switchhook.WebhookNode({ version: 1, method: "POST", url: "https://shop.example/", body });
  const plain = read(node.request({ A: "\ue000", B: "\ue001" }).body);
  const illegal = new RegExp(refused);
  const inside = (text) => JSON.stringify(text.toWellFormed()).slice(1, -1);
  let built = 0;
  const wrong = [];
  for (const [A, B] of JSON.parse(cases)) {
    let text;
    try {
      text = node.request({ A, B }).body;
    } catch (error) {
      if (error.code !== "invalid-request" || !illegal.test(A + B)) wrong.push([A, B, error.message]);
      continue;
    }
    built += 1;
    const parts = plain.split("\ue000").map((part) => part.split("\ue001").join(inside(B)));
    if (read(text) !== parts.join(inside(A))) wrong.push([A, B, text]);
  }
  return [built, wrong.slice(0, 5), plain.includes("\ue000") && plain.includes("\ue001")];
}

async function keeps(...given) {
  const [built, wrong, isWhole] = await opened.page.evaluate(bodies, [cases, ...given]);
  assert.deepEqual([wrong, isWhole], [[], true]);
  assert.ok(built > 5_000, `${built} bodies were built`);
}

it("keeps HTML whole", () => keeps(
  "html",
  `<!doctype html><title>-$A</title><script>if (1<2) "</p>"</script><p title="$A" class='$B $A'>x$A<b>-$B</b>
  <a href="/x?a=1&b=$A">y</a></p><table><tr><td>-$A</td></tr></table><textarea>-$B</textarea><svg><title>-$A</title></svg>-$B`,
  "text/html", "\\0",
));

it("keeps XML whole", () => keeps(
  "xml", `<?xml version="1.0"?><a b="$A" c='-$B'>$A]$B<d/>x$B<!-- - -->]]$A&gt;$B<e><![CDATA[]x]]></e></a>`,
  "application/xml", "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]",
));

it("keeps URLs, and takes every request that is built", async () => {
  const [built, wrong] = await opened.page.evaluate((cases) => {
    const node = new switchhook.WebhookNode({
      version: 1, method: "POST", url: "https://api.shop.example/v1/x-$A/end?q=$B#$A", query: [{ name: "f$A", value: "$B" }],
      headers: [{ name: "X-A", value: "$B" }], body: { type: "text", content: "$A" },
    });
    let built = 0;
    const wrong = [];
    for (const [A, B] of JSON.parse(cases)) {
      try {
        const request = node.request({ A, B });
        const url = new URL(new Request(request.url, request).url);
        new Headers(request.headers);
        built += 1;
        const [a, b] = [A, B].map((text) => text.toWellFormed());
        const found = [url.host, url.pathname.split("/").map(decodeURIComponent), [...url.searchParams], decodeURIComponent(url.hash.slice(1))];
        const wanted = ["api.shop.example", ["", "v1", `x-${a}`, "end"], [["q", b], [`f${a}`, b]], a];
        if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push([A, B, request.url]);
      } catch (error) {
        if (error.code !== "invalid-request") wrong.push([A, B, `${error}`]);
      }
    }
    return [built, wrong.slice(0, 5)];
  }, cases);
  assert.deepEqual(wrong, []);
  assert.ok(built > 5_000, `${built} requests were built`);
});
