// Secrets that are easy to find again, and the search for them: the same in Node and in the studio's tests.

/** Letters that no escaping changes. */
export const WORD = "Canary7";

/** Secrets with this word in them: with everything that is escaped somewhere, bare, and in values of JSON. */
export const SECRETS = [`${WORD} "<&>'/\\%$ é😀`, WORD, [`a\t${WORD}`], { k: WORD }];

/** The word's characters in base64, at each place that it can have among groups of three bytes, without what neighbours decide. */
const base64 = [0, 1, 2].map((before) => {
  const bytes = before + WORD.length;
  return btoa("-".repeat(before) + WORD).slice(Math.ceil((before * 8) / 6), Math.floor((bytes * 8) / 6));
});
const hexadecimal = [...WORD].map((letter) => letter.charCodeAt(0).toString(16));
const spellings = [WORD, ...base64, base64[0].replaceAll("+", "-").replaceAll("/", "_"), hexadecimal.join(""), `%${hexadecimal.join("%")}`, `\\u00${hexadecimal.join("\\u00")}`];

/** Whether a text holds the word, in any spelling. */
export function holds(text) {
  const small = text.toLowerCase();
  return spellings.some((spelling) => small.includes(spelling.toLowerCase()));
}
