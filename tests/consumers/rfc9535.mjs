// Documents, and paths over them as the grammar of RFC 9535 has them: whole, or damaged. What json-p3 reads otherwise than
// the RFC (`json_p3.mjs` has the list) is none of them, or two implementations could not be compared.
import fc from "fast-check";

// No character behind the surrogates, and of control characters those that have an escape of their own.
const names = ["a", "b", "c", "ab", "", "0", "é", "日", "🎈", "it's", '"', "\\", "a b", "\n", "\b", "/", "length", "constructor", "__proto__"];
const texts = ["", "a", "b", "ab", "ba", "aab", "B", "1", "é", "日", "🎈", "a\nb", ...names.slice(9)];
const numbers = [0, 1, -1, 2, 3, 10, 0.5, -1.5, 1e3, 1e-7, 2 ** 53 - 1];

const any = (...list) => fc.constantFrom(...list);
/** Mostly the two that there are the most of. */
const name = fc.oneof({ weight: 3, arbitrary: any("a", "b") }, { weight: 2, arbitrary: any(...names) });
/** Texts in a row, each made up. */
const row = (...parts) => fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((made) => made.join(""));
const list = (part, least, most, between) => fc.array(part, { minLength: least, maxLength: most }).map((made) => made.join(between));
const perhaps = (part) => fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: part });
const blank = fc.oneof({ weight: 12, arbitrary: fc.constant("") }, { weight: 1, arbitrary: any(" ", "\t", "\n", "\r", "  ") });

const scalars = fc.oneof(any(null, true, false), any(...numbers), any(...texts), fc.double({ min: -1e15, max: 1e15, noNaN: true }));

/** An object that is none of an array's elements by their indexes: json-p3 takes one for the other. */
const unlikeArrays = (object) => (Object.keys(object).every((key, index) => key === `${index}`) ? { ...object, a: null } : object);

/** Values whose members stand in the order in which JavaScript has them: the RFC leaves it open. */
export const documents = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: "medium" }, scalars, tie("array"), tie("object")),
  array: fc.array(tie("value"), { maxLength: 5 }),
  object: fc.array(fc.tuple(name, tie("value")), { maxLength: 5 }).map(Object.fromEntries).map(unlikeArrays),
  root: fc.oneof({ weight: 5, arbitrary: tie("object") }, { weight: 3, arbitrary: tie("array") }, { weight: 1, arbitrary: scalars }),
})).root.map((value) => JSON.parse(JSON.stringify(value)));

const escapes = { "\n": "\\n", "\\": "\\\\", "\b": "\\b" };
const hex = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text in quotes, with escapes where there must be some and where there may be. */
const quoted = (from) =>
  fc.tuple(from, any("'", '"'), fc.boolean()).map(([text, quote, all]) => {
    const inside = [...text].map((character) => {
      if (character === quote) return `\\${quote}`;
      return all && character >= " " ? character.split("").map(hex).join("") : (escapes[character] ?? character);
    });
    return quote + inside.join("") + quote;
  });

const dotted = name.filter((name) => /^[\p{L}_🎈]\w*$/u.test(name));
const index = any("0", "1", "2", "-1", "-2", "9");
const place = perhaps(index);

// No number that begins with “0.”.
const literals = fc.oneof(any("null", "true", "false", "0", "-0", "1", "-1", "1.0", "1e0", "10e-1", "2.5", "1E+3", "-1.50", "9007199254740991"), quoted(any(...texts)));
const patterns = ["a", "a*", "[ab]+", ".", ".*", "a|b", "(a|b){1,2}", "[^a]", "\\\\p{L}*", "\\\\p{Lu}", "a.b", "a?b", "[a-c]b", "(", "*", "\\\\d", "日"];

const segments = (bracketed) =>
  fc.oneof(
    { weight: 4, arbitrary: row(".", dotted) },
    { weight: 5, arbitrary: bracketed },
    { weight: 1, arbitrary: fc.constant(".*") },
    { weight: 1, arbitrary: row("..", dotted) },
    { weight: 1, arbitrary: fc.constant("..*") },
    { weight: 2, arbitrary: row("..", bracketed) },
  );

/**
 * What a path consists of. The queries in its filters begin with a root and go on with segments `within`, or with its own:
 * then no selector follows a filter, as a function's arguments need it.
 */
const language = (roots, within) =>
  fc.letrec((tie) => ({
    slice: row(place, blank, ":", blank, place, perhaps(row(blank, ":", blank, any("1", "2", "-1", "-2", "0", "")))),
    plain: fc.oneof(quoted(name), index, fc.constant("*"), tie("slice")),
    selector: fc.oneof({ maxDepth: 5, depthSize: "xsmall" }, tie("plain"), tie("filter")),
    several: row("[", blank, list(tie("selector"), 1, 3, ", "), blank, "]"),
    filterLast: row("[", blank, list(row(tie("plain"), ","), 0, 2, ""), blank, tie("selector"), blank, "]"),
    segment: segments(tie(within ? "several" : "filterLast")),
    single: fc.oneof(row(".", dotted), row("[", quoted(name), "]"), row("[", blank, index, "]")),
    singular: row(any(...roots), list(tie("single"), 0, 2, "")),
    query: row(any(...roots), list(row(blank, within ?? tie("segment")), 0, 2, "")),
    value: fc.oneof(
      { maxDepth: 5, depthSize: "xsmall" },
      tie("singular"),
      literals,
      row("length(", blank, tie("value"), blank, ")"),
      row("count(", tie("query"), ")"),
      row("value(", tie("query"), ")"),
    ),
    comparison: row(tie("value"), blank, any("==", "!=", "<", "<=", ">", ">="), blank, tie("value")),
    matching: row(any("match", "search"), "(", tie("value"), ", ", fc.oneof(any(...patterns).map((pattern) => `'${pattern}'`), tie("value")), ")"),
    test: fc.oneof(tie("query"), tie("matching")),
    basic: fc.oneof(
      { maxDepth: 5, depthSize: "xsmall" },
      tie("comparison"),
      tie("test"),
      row("!", blank, tie("test")),
      row(any("", "!"), "(", blank, tie("logical"), blank, ")"),
    ),
    logical: row(list(row(tie("basic"), any(" && ", "&&", " || ")), 0, 1, ""), tie("basic")),
    filter: row("?", blank, tie("logical")),
  }));

// In a filter of a filter, “$” would be another document to json-p3.
const nested = language(["@"]);
const outer = language(["@", "@", "$"], nested.segment);

/** Any path, of some 10 characters, and at times of 600. */
export const paths = row("$", list(row(blank, outer.segment), 0, 3, ""));

/** A path of which one character is gone, another, or one more: no comma, behind which a selector could follow a filter. */
export const damaged = fc.tuple(paths, fc.nat(), any("", ..." $@.:*?[]()'\"!&|=<>-+0129eEa\\_é\n"), fc.boolean()).map(([path, at, character, instead]) => {
  const place = 1 + (at % path.length);
  return path.slice(0, place) + character + path.slice(place + (instead ? 1 : 0));
});
