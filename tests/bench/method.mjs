// Nothing in; out comes what the report says about how it is measured.

export const METHOD = `## How it is measured

- **What.** Bytes in, five values out. Ours is the packed npm package as users have it: \`new WebhookNode(definition)\` once,
  then \`node.receive({ status: 200, headers: [], body })\` for each body, with all that an outcome has (exit, values, source
  texts). A peer gets the same bytes, decodes them with a \`TextDecoder\`, parses the text, and takes the five values along
  paths that were prepared once.
- **The same answers.** Before a race, everyone has to give the same five values for every body, and none may be missing.
  Otherwise the benchmark fails.
- **Bodies.** Answers of a shop's API, made up from a fixed seed: nested objects and lists, texts with escapes and letters of
  several scripts, numbers, nulls. One path leads to the beginning, three into the list, one to the very end. "1 KB" is 16
  different bodies in turn, so that no processor learns one by heart. Besides, the real files of \`tests/bench/vectors\`.
- **Rounds.** Everyone runs in the same process, in up to 25 rounds of samples of at least 20 ms, in another order each round.
  A ratio is taken within a round; the median of the rounds is given, with the quartiles in brackets.
- **Garbage.** From 500 kB on it is collected before each sample, outside of the clock, so that nobody pays for another's. That
  favours those who leave a tree behind. Smaller bodies run as they come: collecting all the time would slow down the peers.
- **What the others leave out.** fast-xml-parser does not check that a document is well-formed. The XML peers read numbers as
  texts, which is their faster way. lodash.get knows member names and indices only; the JSONPath peers know what we know.
- **What differs.** Text that has one character beyond Latin-1 takes two bytes per character in JavaScript; the generated
  bodies and twitter.json have some, citm_catalog.json and canada.json do not.`;
