// Values that would break out of their place, if they could: the same on each run.

const parts = [
  ".", "/", "\\", "?", "#", "%", "@", ":", "&", "=", "+", ";", ",", "[", "]", "<", ">", '"', "'", "`", " ", "\t", "\r", "\n", "\0",
  "$", "*", "!", "|", "^", "~", "{", "}", "-", "_", "a", "Z", "7", "é", "日", "🎈", "\ud800", "\udc00", "\ufffe", "\u2028", "\x7f",
  "%2e", "%2F", "://", "//", "-->", "]]>", "<![CDATA[", "</p>", "</title>", "<script>", "<b x=", "&lt;", "&#x3c", "\\u0022", "$A",
  "evil.example", "\u0301", "xn--", "א",
];

/** Numbers below a limit, from a seed (mulberry32). */
function below(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** So many lists of so many texts. */
export function hostile(count, texts) {
  const next = below(20_260_101);
  const text = () => Array.from({ length: next(6) }, () => parts[next(parts.length)]).join("");
  return Array.from({ length: count }, () => Array.from({ length: texts }, text));
}
