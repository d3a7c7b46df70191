// An XML body's paths in; out come those who map it besides us: fast-xml-parser everywhere, the browser's own parser in
// a page. Values are texts, as XML has them.

import { XMLParser } from "fast-xml-parser";
import get from "lodash.get";

import { dotted, selector } from "../paths.mjs";

export const REFERENCE = "fast-xml-parser + lodash.get";
export const DOM = "DOMParser + querySelector";

export function xmlPeers({ steps }) {
  const decoder = new TextDecoder();
  const texts = steps.map(dotted);
  // Numbers stay texts, which is the faster way as well; nothing checks that the document is well-formed.
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", parseTagValue: false, jPath: false });
  const fast = {
    name: REFERENCE,
    run(body) {
      const tree = parser.parse(decoder.decode(body));
      return texts.map((path) => get(tree, path));
    },
  };
  return globalThis.DOMParser ? [fast, dom(steps)] : [fast];
}

function dom(steps) {
  const decoder = new TextDecoder();
  const parser = new DOMParser();
  const places = steps.map(selector);
  return {
    name: DOM,
    run(body) {
      const tree = parser.parseFromString(decoder.decode(body), "application/xml");
      return places.map(({ selector, attribute }) => {
        const element = tree.querySelector(selector);
        return attribute === undefined ? element?.textContent : element?.getAttribute(attribute);
      });
    },
  };
}
