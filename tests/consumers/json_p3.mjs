// json-p3, another implementation of RFC 9535, where it departs from the RFC mended as far as that can be done from outside.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// It is one of the packages that the benchmarks compare with.
const ofBench = createRequire(new URL("../bench/package.json", import.meta.url));
const { JSONPathEnvironment } = await import(pathToFileURL(ofBench.resolve("json-p3")));

/** Where it departs: a path, a document, and the values that we find there and it finds, or what it says where it reads none. */
export const departures = [
  // A number may begin with “0.”, and a text hold a control character as an escape.
  { path: "$[?@ == 0.5]", document: [0.5], ours: [0.5], theirs: "invalid number literal '0.5'" },
  { path: "$['\\u0001']", document: { "\u0001": 1 }, ours: [1], theirs: "invalid character" },
  // Behind a filter in the brackets of a function's argument another selector may follow.
  { path: "$[?count(@[?@.a, 0]) == 1]", document: [[7]], ours: [[7]], theirs: "unexpected token in bracketed selection" },
  // “$” is the whole document, in a filter of a filter too.
  { path: "$[?@[?$[1]]]", document: [[7], 0], ours: [[7]], theirs: [] },
  // The length of a text is in characters, and not in halves of them.
  { path: "$[?length(@) == 1]", document: ["🎈"], ours: ["🎈"], theirs: [] },
  // What is no text matches nothing.
  { path: "$[?match(@, '1')]", document: [1], ours: [], theirs: [1] },
  // Texts are in the order of their characters: those of two halves come last.
  { path: "$[?@ > '\uffff']", document: ["🎈"], ours: ["🎈"], theirs: [] },
  // An object is no array.
  { path: "$[?@ == $[1]]", document: [{}, []], ours: [[]], theirs: [{}, []] },
  // A pattern may have an apostrophe in it, and characters of two halves.
  { path: '$[?match(@, "\'")]', document: ["'"], ours: ["'"], theirs: [] },
  { path: "$[?match(@, '🎈')]", document: ["🎈"], ours: ["🎈"], theirs: [] },
  // A name behind a dot has no hyphen.
  { path: "$.a-b", document: { "a-b": 1 }, ours: undefined, theirs: [1] },
];

/** As it is. */
export const untouched = () => new JSONPathEnvironment();

/** With functions as the RFC has them. Of the rest of the list `rfc9535.mjs` makes nothing. */
export function mended() {
  const environment = new JSONPathEnvironment();
  const functions = environment.functionRegister;
  const { length, match, search } = Object.fromEntries(functions);
  const mend = (name, { argTypes, returnType }, call) => functions.set(name, { argTypes, returnType, call });
  mend("length", length, (value) => (typeof value === "string" ? [...value].length : length.call(value)));
  // Two other characters, which mean as little to a pattern.
  const tamed = (text) => text.replaceAll("'", "&").replaceAll("🎈", "♥");
  for (const [name, its] of Object.entries({ match, search })) {
    const texts = (text, pattern) => typeof text === "string" && typeof pattern === "string";
    mend(name, its, (text, pattern) => texts(text, pattern) && its.call(tamed(text), tamed(pattern)));
  }
  return environment;
}
