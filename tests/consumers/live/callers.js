// What callers hand in may do anything: signals with any reason, fetch functions and `allow` that throw, reject or give
// what nobody expects. All of it comes out as an outcome.

const failed = (reason) => ["failed", reason];
const trap = () => { throw new Error("trap"); };
const trapped = () => new Proxy(function () {}, { get: trap, getPrototypeOf: trap, has: trap, apply: trap });
const getters = () => ({ get message() { return trap(); }, get name() { return trap(); }, get cause() { return trap(); } });

/** Name, what is thrown, and what of it can be said. */
const thrown = [
  ["an Error", () => new Error("stop here"), /stop here/],
  ["a TypeError with a cause", () => new TypeError("fetch failed", { cause: new Error("stop here") }), /fetch failed: stop here/],
  ["a string", () => "stop here", /stop here/],
  ["a DOMException", () => new DOMException("stop here", "TimeoutError"), /stop here/],
  ["undefined", () => undefined, /^/], ["null", () => null, /^/], ["a number", () => 5, /a number, not an error/],
  ["a symbol", () => Symbol("stop"), /not an error/], ["an empty object", () => ({}), /an object, not an error/],
  ["an object whose getters throw", getters, /an object, not an error/], ["a Proxy that throws", trapped, /^/],
  ["a promise", () => Promise.resolve("stop"), /not an error/],
];

const never = () => new Promise(() => {});
/** Rejects when everything is over already. */
const late = (what) => () => new Promise((_, reject) => setTimeout(() => reject(what()), 200));
const rejecting = (what) => () => Promise.reject(what());
const throwing = (what) => () => { throw what(); };

/** Signals: aborted before, while nothing has come, and in the middle of the body. */
export const signals = ({ nasty }) => thrown.flatMap(([kind, reason, says]) => {
  const later = (milliseconds) => () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason()), milliseconds);
    return { signal: controller.signal };
  };
  const row = (when, path, options, holds) => ({
    name: `${when}, ${kind}`, url: nasty + path, options, want: failed("aborted"), holds,
    says: kind === "undefined" ? /abort/ : kind === "null" ? /^The caller cancelled the request\.$/ : says,
  });
  return [
    row("aborted before", "/order", () => ({ signal: AbortSignal.abort(reason()) }), ({ request }) => request === undefined),
    row("aborted while `allow` is asked", "/order", () => ({ ...later(200)(), allow: never }), ({ request }) => request === undefined),
    row("aborted while silent", "/silent", later(200), ({ request }) => request !== undefined),
    row("aborted in the body", "/drip", later(500), ({ status, receivedBytes }) => status === 200 && receivedBytes > 0),
  ];
});

const responses = [
  ["undefined", () => undefined], ["null", () => null], ["a number", () => 5], ["a string", () => "x"], ["an empty object", () => ({})],
  ["a list", () => []], ["a function", () => trap], ["a Proxy that throws", trapped], ["an error response", () => Response.error()],
  ["status 99", () => ({ status: 99, url: "", headers: [], body: null })], ["half a status", () => ({ status: 200.5, url: "", headers: [], body: null })],
  ["a body of text", () => ({ status: 200, url: "", headers: [], body: "text" })],
  ["a body whose reader throws", () => ({ status: 200, url: "", headers: [], body: { getReader: trap } })],
  ["a body that gives text", () => new Response(new ReadableStream({ pull: (to) => to.enqueue("text") }))],
  ["a body that is taken already", () => { const response = new Response("x"); response.body.getReader(); return response; }],
  ["a body that was read", async () => { const response = new Response("x"); await response.text(); return response; }],
  ["headers that throw", () => ({ status: 200, url: "", body: null, get headers() { return trap(); } })],
];

/** Fetch functions of the caller's own. */
export const fetches = ({ nasty }) => {
  const row = (name, fetch, more) => ({ name: `a fetch that ${name}`, url: nasty, options: () => ({ fetch }), want: failed("network"), ...more });
  const broken = (what) => async () => new Response(new ReadableStream({ pull: throwing(what), cancel: throwing(what) }));
  const limited = (cancel) => ({
    options: () => ({ maxBytes: 1, fetch: async () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(9)), cancel })) }),
    want: failed("too-large"),
  });
  return [
    ...thrown.flatMap(([kind, what, says]) => [
      row(`throws ${kind}`, throwing(what), { says }), row(`rejects with ${kind}`, rejecting(what), { says }),
      row(`rejects too late with ${kind}`, undefined, { options: () => ({ signal: AbortSignal.timeout(50), fetch: late(what) }), want: failed("aborted") }),
      row(`breaks off with ${kind}`, broken(what), { says: kind === "a promise" ? /^/ : says }),
      row(`cannot cancel and rejects with ${kind}`, undefined, limited(rejecting(what))),
    ]),
    ...responses.flatMap(([kind, what]) => [row(`gives ${kind} at once`, what), row(`gives ${kind}`, async () => what())]),
    row("is a thenable that throws", () => ({ then: trap })),
    row("is a thenable that rejects and then resolves", () => ({ then(resolve, reject) { reject("no"); resolve(new Response("{}")); } })),
    row("is a thenable that resolves", () => ({ then: (resolve) => resolve(new Response("{}")) }), { want: ["default", 200] }),
    row("gives a Response of its own making", async () => ({ status: 404, url: "", headers: new Map([["a", "b"]]), body: null }), {
      want: ["404", 404], definition: { routes: [{ status: "404" }] },
    }),
  ];
};

/** `allow`, for the request itself. */
export const allowing = ({ nasty }) => {
  const row = (name, allow, want, says) => ({ name: `an allow that ${name}`, url: `${nasty}/order`, options: () => ({ allow }), want, says });
  const no = failed("blocked");
  return [
    row("says yes", () => true, ["default", 200]), row("promises yes", async () => true, ["default", 200]),
    row("is asked with a URL", (url, hop) => url instanceof URL && url.pathname === "/order" && hop === 0, ["default", 200]),
    row("changes what it is asked with", (url) => { url.href = "http://127.0.0.1:9/"; return true; }, ["default", 200]),
    ...[false, undefined, null, 0, 1, "yes", {}, [true]].flatMap((answer) => [
      row(`says ${JSON.stringify(answer)}`, () => answer, no, /^`allow` refused the URL; nothing was sent\.$/),
      row(`promises ${JSON.stringify(answer)}`, async () => answer, no, /^`allow` refused/),
    ]),
    ...thrown.flatMap(([kind, what, says]) => [
      row(`throws ${kind}`, throwing(what), no, says), row(`rejects with ${kind}`, rejecting(what), no, says),
    ]),
    row("is a thenable that throws", () => ({ then: trap }), no, /`allow` failed/),
    { ...row("rejects too late", undefined, failed("aborted")), options: () => ({ signal: AbortSignal.timeout(50), allow: late(trapped) }) },
  ];
};

/** Asynchronous nodes: whatever happens, `settled` resolves. */
export const settling = ({ nasty }) => {
  const all = { definition: { async: true } };
  return [
    { name: "settled, mapped", url: `${nasty}/order`, want: ["default", 200], ...all },
    { name: "settled, nobody there", url: "http://127.0.0.1:9/", want: failed("network"), ...all },
    { name: "settled, half a body", url: `${nasty}/half`, want: failed("network"), ...all },
    { name: "settled, without values", url: `${nasty}/$MISSING`, want: failed("missing-parameters"), ...all },
    { name: "settled, refused", url: nasty, options: () => ({ allow: rejecting(trapped) }), want: failed("blocked"), ...all },
    { name: "settled, aborted", url: `${nasty}/silent`, options: () => ({ signal: AbortSignal.timeout(200) }), want: failed("aborted"), ...all },
    ...thrown.map(([kind, what]) => ({
      name: `settled, a fetch that rejects with ${kind}`, url: nasty, options: () => ({ fetch: rejecting(what) }), want: failed("network"), ...all,
    })),
  ];
};
