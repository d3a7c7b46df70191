// Answers of bad servers, and of good ones in every form: what a node makes of them.

const failed = (reason) => ["failed", reason];
const mappings = [{ path: "id", parameter: "ID" }, { path: "big", parameter: "BIG" }, { path: "name", parameter: "NAME" }];
const whole = { ID: 7, BIG: "4634343214213523454", NAME: "Zoë 😀" };
const found = ({ parameters }) => Object.entries(whole).every(([name, value]) => parameters[name] === value);

/** Those that are there at once. */
export const answers = ({ nasty, samples }) => {
  const at = (path, want, more) => ({ name: path, url: nasty + path, want, ...more });
  const mapped = (path) => at(path, ["default", 200], { definition: { response: { type: "json", mappings } }, holds: found });
  const broken = (path, says, more) => at(path, failed("network"), { says, ...more });
  const off = /^The body broke off after [\d,]+ bytes: ./;
  const limited = (name, path, maxBytes, holds) =>
    at(path, failed("too-large"), { name, options: () => ({ maxBytes }), holds, says: /^The body is larger than [\d,]+ bytes?, the most/ });
  const empty = { response: { type: "json", mappings: [{ path: "id", parameter: "ID" }] }, routes: [{ status: "304" }] };
  const missing = ({ mappings, receivedBytes }) => mappings[0].state === "missing" && receivedBytes === 0;
  return [
    broken("/closes", /^No answer: ./), broken("/resets", /^No answer: ./), broken("/no-http", /^No answer: ./),
    broken("/half", off, { holds: ({ status, receivedBytes }) => status === 200 && receivedBytes === 500 }),
    broken("/half-chunked", off, { holds: ({ status, receivedBytes }) => status === 200 && receivedBytes === 500 }),
    broken("/ends-early", off), broken("/bad-chunk", off), broken("/bad-gzip", off),
    // Most runtimes do not say that a compressed body has no end, so that only a document shows it.
    at("/half-gzip", failed("unreadable-body"), { definition: empty, workerd: failed("network"), says: /ends|end of|ended/ }),
    mapped("/order"), mapped("/packed/gzip"), mapped("/packed/br"), mapped("/packed/deflate"), mapped("/bytes"),
    at("/until-close", ["default", 200], { definition: empty, holds: ({ parameters }) => parameters.ID === 7 }),
    at("/says-less", ["default", 200], { definition: empty, holds: ({ parameters, receivedBytes }) => parameters.ID === 7 && receivedBytes === 9 }),
    at("/empty/204", failed("missing-value"), { definition: empty, holds: missing }),
    at("/empty/200", failed("missing-value"), { definition: empty, holds: missing }),
    at("/empty/304", ["304", 304], { definition: empty, holds: missing }),
    at("/empty/204", ["default", 204], { name: "204 with nothing to map" }),
    limited("counted as it arrives", "/drip", 12, ({ receivedBytes }) => receivedBytes === 15),
    limited("counted after decompression", "/packed/gzip", 20),
    limited("10 GB", "/flood", 1 << 20, ({ receivedBytes }) => receivedBytes > 1 << 20 && receivedBytes < 16 << 20),
    limited("10 GB, by the limit that is there by itself", "/flood", undefined, ({ receivedBytes }) => receivedBytes > 32 << 20 && receivedBytes < 64 << 20),
    limited("a bomb", "/bomb/zeros", 1 << 20, ({ receivedBytes }) => receivedBytes > 1 << 20 && receivedBytes < 16 << 20),
    limited("a bomb in a bomb", "/bomb/chained", 1 << 20, ({ receivedBytes }) => receivedBytes > 1 << 20 && receivedBytes < 16 << 20),
    at("/bomb/document", ["default", 200], {
      name: "a bomb that may be as large as it is", options: () => ({ maxBytes: 128 << 20 }), definition: empty,
      holds: ({ parameters, receivedBytes }) => parameters.ID === 7 && receivedBytes > 64 << 20,
    }),
    at("/order", ["default", 200], { name: "exactly the limit", options: () => ({ maxBytes: 58 }), holds: ({ receivedBytes }) => receivedBytes === 58 }),
    limited("one byte more than the limit", "/order", 57),
    limited("nothing may come", "/order", 0),
    at("/empty/200", ["default", 200], { name: "nothing may come, and nothing does", options: () => ({ maxBytes: 0 }) }),
    at("/echo", ["default", 200], {
      name: "nothing of the user's goes along", holds: ({ parameters }) => parameters.METHOD === "GET" && !("COOKIE" in parameters) && !("REFERER" in parameters),
      definition: {
        response: { type: "json", mappings: [
          { path: "method", parameter: "METHOD" }, { path: "headers.cookie", parameter: "COOKIE", optional: true },
          { path: "headers.referer", parameter: "REFERER", optional: true },
        ] },
      },
    }),
    { name: "nobody there", url: "http://127.0.0.1:9/", want: failed("network"), says: /^No answer: ./ },
    { name: "no such name", url: "http://nowhere.invalid/", want: failed("network"), says: /^No answer: ./ },
    { name: "no CORS", url: `${samples}/sample/nocors`, want: ["default", 200], page: failed("network") },
  ];
};

/** Those that take a node's shortest timeout, 10 s. */
export const slow = ({ nasty, samples }) => {
  const says = /^No answer in 10 s\.$/;
  const dripped = /^The body was not complete after 10 s: [\d,]+ bytes\.$/;
  const late = (name, url, says, more) => ({
    name, url, says, want: failed("timeout"), ...more,
    holds: ({ elapsedMs }) => elapsedMs === undefined || (elapsedMs >= 9_900 && elapsedMs < 14_000),
  });
  const never = () => new Promise(() => {});
  const stuck = () => Promise.resolve(new Response(new ReadableStream({ pull: never })));
  return [
    late("silent", `${nasty}/silent`, says), late("half a head", `${nasty}/half-head`, says),
    late("a head without end", `${nasty}/endless-head`, says), late("hints without end", `${nasty}/endless-hints`, says),
    late("a late answer", `${samples}/sample/delay/15`, says),
    late("a body without end", `${nasty}/drip`, dripped), late("a slow body", `${samples}/sample/slow-body?seconds=20`, dripped),
    late("a redirect to silence", `${nasty}/moved/302/${encodeURIComponent("/silent")}`, says),
    late("a fetch that never settles", nasty, says, { options: () => ({ fetch: never }) }),
    late("a body that never comes", nasty, /not complete after 10 s: 0 bytes/, { options: () => ({ fetch: stuck }) }),
    late("an `allow` that never settles", nasty, /^`allow` had not answered after 10 s; nothing was sent\.$/, { options: () => ({ allow: never }) }),
    late("asynchronous", `${nasty}/silent`, says, { definition: { async: true } }),
  ];
};
