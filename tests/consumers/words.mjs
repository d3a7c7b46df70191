// A pseudo-translation of all of the drawer's texts, and what on the page is left without it.

const OPEN = "⟦", CLOSE = "⟧";

/** Runs in the page: gives an element a mark around each of its texts, and writes down which of them were asked for. */
export function mark([node, list, OPEN, CLOSE]) {
  globalThis.asked ??= new Set();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const say = (key, text) => (values) => {
    asked.add(key);
    return OPEN + fill(text, values) + CLOSE;
  };
  node.strings = Object.fromEntries(Object.entries(list).map(([key, text]) => [key, say(key, text)]));
}

/** What is no text of ours: where, and why. */
export const DATA = {
  "code, pre, .listing": "what is written, sent or came",
  ".template-shown, .request-line, .sent-line": "templates and requests",
  ".chip:not(button), .combo li, .template-place li, .paths": "names of parameters, and paths of the response",
  ".preview[data-found=true]": "a value that a path finds",
  ".outcome-exit, .sample-exit b": "exits are called by their names in the definition",
  ".undeclared .chip-button": "the name of a parameter; its label is a text",
  ".dialog-fields label": "the name of a parameter",
  "option:is([value=GET], [value=POST], [value=PUT], [value=DELETE], [value=PATCH])": "methods",
  "option:is([value=JSON], [value=XML], [value=HTML])": "formats",
  "option:is([value=Basic], [value=Bearer])": "schemes of HTTP",
  "textarea": "what is typed",
};

/** Words that are those of a protocol, or examples of what is typed. */
export const WORDS = [
  /^\d{3}( [A-Z][A-Za-z’ -]*)?$/, // a status line
  /^(data\.userId|Location|404, 4xx|a1b2c3d4|sys\.any)$/,
  /^https:\/\/api\.example\.com\/orders\/\$ORDER_ID$/,
  /^(\{ "order": \$ORDER_ID \}|<order id="\$ORDER_ID"\/>|<p>Order \$ORDER_ID<\/p>|Order \$ORDER_ID)$/,
  /^[$Z?↑↓]$/, // keys with a sign of their own
  /^\d{3} ·$/, // the status of a kept sample, before its size
];

/** Runs in the page: texts and names in an element that have no mark, each with where it is. */
export function unmarked([node, data, words, OPEN, CLOSE]) {
  const known = words.map((source) => new RegExp(source, "u"));
  /** What is outside of marks; a text may begin inside of one, and end there. */
  let depth = 0;
  const outside = (text) => {
    let left = "";
    for (const letter of text) {
      if (letter === CLOSE) depth--;
      if (depth === 0 && letter !== OPEN && letter !== CLOSE) left += letter;
      if (letter === OPEN) depth++;
    }
    return left;
  };
  const isLeft = (text) => {
    const left = outside(text).trim();
    return /\p{L}/u.test(left) && !known.some((pattern) => pattern.test(left));
  };
  const found = new Set();
  const tell = (element, what, text) => found.add(`${element.localName}.${element.className?.baseVal ?? element.className} ${what}: ${text}`);
  const inside = node.shadowRoot.querySelector(".studio");
  for (const element of inside.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "aria-description", "alt"]) {
      const text = element.getAttribute(name);
      // A row of the tree is called by the key of its value, and the path in the tree's foot is one.
      if (text !== null && !element.matches("[role=treeitem], .tree-foot code") && isLeft(text)) tell(element, name, text);
    }
  }
  const texts = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data: text, parentElement: element } = texts.currentNode;
    if (isLeft(text) && !element.closest(data)) tell(element, "text", text);
  }
  return [...found];
}

/** The mark's two halves, for what runs in the page. */
export const MARK = [OPEN, CLOSE];
