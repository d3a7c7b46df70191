// The strings of a page in; out comes what has its words for a text of the drawer.
import { SwitchhookError } from "./error.js";
import { badOption } from "./option.js";

/** A name in braces: the place of a value. */
const PLACE = /\{(\w+)\}/g;

/** A function that has the words for a text and its values, and none where English is to stay; undefined for no strings. */
export function speaker(strings) {
  if (strings === null || strings === undefined) return undefined;
  if (typeof strings !== "object" || Array.isArray(strings)) throw badOption("strings", "it is an object of texts and functions, or null");
  const known = new Map(Object.entries(strings));
  for (const [text, words] of known) {
    if (typeof words === "string" || typeof words === "function") continue;
    throw badOption(`strings[${JSON.stringify(text)}]`, "it is a text, or a function that returns one");
  }
  return (text, values) => {
    const words = known.get(text);
    // An empty one is not translated yet.
    if (typeof words !== "function") return words ? fill(words, values) : undefined;
    try {
      return textOf(words({ ...values }), text);
    } catch (error) {
      // Its English text stays, and one report is enough: it would fail at each change of the drawer.
      known.delete(text);
      reportError(error);
      return undefined;
    }
  };
}

/** What is in a value is no place, and what is no value's place stays as it is. */
function fill(words, values) {
  return values ? words.replace(PLACE, (place, name) => (Object.hasOwn(values, name) ? values[name] : place)) : words;
}

function textOf(words, text) {
  if (typeof words === "string") return words;
  const message = `The function in strings for ${JSON.stringify(text)} returned no text.`;
  throw new SwitchhookError(message, { code: "bad-options" });
}
