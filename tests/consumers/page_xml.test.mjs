// XML that a machine makes up, whole and damaged: read or refused as Chromium's DOMParser does it, and with the same values,
// as docs/documents.md makes values of elements.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import fc from "fast-check";
import { openPage } from "./page.mjs";

const CASES = 5_000;
const seed = Date.now() % 2 ** 31;

let opened;

before(async () => (opened = await openPage()));

after(() => opened?.close());

const any = (...list) => fc.constantFrom(...list);
const names = any("a", "b", "c-1", "é", "p:a", "p:b", "q:a", "_", "日");
const spaces = any("", " ", "\n", "\t ");
const texts = fc
  .array(any("x", "12.50", " ", "\n", "é", "🎈", "&lt;", "&amp;", "&#65;", "&#x1F388;", "&quot;", "]]", ">", "-", "\u00a0", "\u0085", "\r\n", "<![CDATA[<a>]]>", "<![CDATA[ ]]>", "<!-- <b> -->", "<?pi x?>"), { maxLength: 4 })
  .map((made) => made.join(""));
const values = fc.array(any("v", " ", "é", "'", "&quot;", "&#10;", "\n", "&lt;", ">", "🎈"), { maxLength: 3 }).map((made) => made.join(""));
const attributes = fc
  .uniqueArray(fc.tuple(fc.oneof({ weight: 6, arbitrary: names }, { weight: 1, arbitrary: any("xml:space", "xml:lang") }), values), { selector: ([name]) => name, maxLength: 3 })
  .map((made) => made.map(([name, value]) => ` ${name}="${name === "xml:space" ? (value.length % 2 ? "preserve" : "default") : value}"`).join(""));

const elements = fc.letrec((tie) => ({
  element: fc.tuple(names, attributes, spaces, fc.oneof({ depthSize: "small", maxDepth: 5 }, texts, tie("inside"))).map(
    ([name, attributes, space, inside]) => (inside ? `<${name}${attributes}${space}>${inside}</${name}${space}>` : `<${name}${attributes}${space}/>`),
  ),
  inside: fc.array(fc.oneof(texts, tie("element")), { maxLength: 5 }).map((made) => made.join("")),
})).element;

const prologs = any("", "", '<?xml version="1.0"?>', "<?xml version='1.0' encoding='UTF-8'?>\n", "<!-- -->", "<?pi?>\n");
const documents = fc.tuple(prologs, elements, any("", "\n", "<!-- end -->")).map(
  ([prolog, element, end]) => `${prolog}<r xmlns:p="urn:p" xmlns:q="urn:q">${element}</r>${end}`,
);

/**
 * What both look at in the same way. What stands between "<?" and "?>" is not looked into here (XML 1.0 §2.6, §2.8). Chromium
 * takes "<" in values of attributes (§2.3 does not), and names whose part behind the prefix begins with a hyphen or a digit; names
 * that begin with a colon are taken here (Namespaces §4 has neither). A carriage return that stands alone straight before a
 * reference stays one here, where it should become a line feed (§2.11): roxmltree has it so.
 */
const isShared = (text) => !/<\?|=\s*"[^"<]*<|:[-.\d]|[\s</]:|\r&/.test(text);

const damaged = fc.tuple(documents, fc.nat(), fc.nat(4), any(...`<>/="'&;!?-[] `, "]]>", "<a", "</a>", "&x;", "&#0;", "\u0001", "x", "--", "p:", "z:", "")).map(
  ([text, at, length, more]) => {
    const letters = [...text];
    letters.splice(at % (letters.length + 1), length, more);
    return letters.join("");
  },
).filter(isShared);

/** In the page: what both make of each text. How many were read, and the first that differ. */
function compared(texts) {
  const trimmed = (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  const valueOf = (element, isKept) => {
    const space = element.getAttribute("xml:space");
    const keeps = space === null ? isKept : space === "preserve";
    const attributes = [...element.attributes].filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"));
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE);
    const whole = own.map(({ data }) => data).join("");
    const text = keeps ? whole : trimmed(whole);
    if (attributes.length === 0 && element.children.length === 0) return text;
    const value = new Map(attributes.map(({ name, value }) => [`@${name}`, value]));
    if (trimmed(whole)) value.set("#text", text);
    for (const child of element.children) {
      const before = value.get(child.nodeName) ?? [];
      value.set(child.nodeName, [...before, valueOf(child, keeps)]);
    }
    const one = ([name, found]) => [name, Array.isArray(found) && found.length === 1 ? found[0] : found];
    return Object.fromEntries([...value].map(one).sort());
  };
  const sorted = (value) => {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map(sorted);
    return Object.fromEntries(Object.entries(value).map(([name, value]) => [name, sorted(value)]).sort());
  };
  const theirs = (text) => {
    const read = new DOMParser().parseFromString(text, "application/xml");
    if (read.querySelector("parsererror")) return undefined;
    return { [read.documentElement.nodeName]: valueOf(read.documentElement, false) };
  };
  const ours = (text) => {
    let document;
    try {
      document = new switchhook.ResponseDocument("xml", text);
    } catch (error) {
      if (error.code !== "unreadable-body") throw error;
      return undefined;
    }
    const [{ value }] = document.select("$").nodes;
    document.free();
    return sorted(value);
  };
  let read = 0;
  const wrong = [];
  for (const text of texts) {
    const [wanted, found] = [theirs(text), ours(text)];
    read += found !== undefined;
    if (JSON.stringify(wanted && sorted(wanted)) !== JSON.stringify(found)) wrong.push([text, wanted, found]);
  }
  return [read, wrong.length, wrong.slice(0, 6)];
}

async function agree(arbitrary) {
  return agreeOn(fc.sample(arbitrary, { numRuns: CASES, seed }));
}

async function agreeOn(texts) {
  const [read, count, wrong] = await opened.page.evaluate(compared, texts);
  assert.deepEqual(wrong, [], `${count} of ${texts.length} differ, with the seed ${seed}`);
  return read;
}

it("reads whole documents as DOMParser does", async () => {
  // A few have "]]>" in a text, which is no XML.
  const read = await agree(documents);
  assert.ok(read > CASES * 0.95, `${read} of ${CASES} are read`);
});

it("reads and refuses damaged documents as DOMParser does", async () => {
  const read = await agree(damaged);
  assert.ok(read > CASES / 10 && read < CASES * 0.9, `${read} of ${CASES} are read`);
});

it("reads and refuses declarations of namespaces as DOMParser does", async () => {
  const declarations = [
    'xmlns="u"', 'xmlns=""', 'xmlns:p="u"', 'xmlns:q="u"', 'xmlns:p=""', 'xmlns:xmlns="u"', 'xmlns:xml="u"', 'k="1"', 'p:k="2"',
    'xmlns:xml="http://www.w3.org/XML/1998/namespace"',
  ];
  // Chromium takes two declarations of one name (XML 1.0 §3.1 does not).
  const name = (attribute) => attribute.split("=")[0];
  const pairs = declarations.flatMap((first) => {
    return declarations.filter((second) => name(first) !== name(second)).map((second) => `${first} ${second}`);
  });
  const read = await agreeOn([...declarations, ...pairs].map((inside) => `<r xmlns:p="p"><a ${inside}><b/></a></r>`));
  assert.ok(read > 20, `${read} are read`);
});
