// Redirects: every status with every method and body, to the same origin and to another. Outside of browsers a node
// follows by itself, and what is the designer's stays behind; in a page the browser follows, by its own rules.

const failed = (reason) => ["failed", reason];
const there = (status, target) => `/moved/${status}/${encodeURIComponent(target)}`;
const echoed = {
  response: {
    type: "json",
    mappings: ["method", "body", "url"].map((path) => ({ path, parameter: path.toUpperCase() }))
      .concat(["x-api-key", "authorization", "content-type", "cookie", "accept"].map((name) => ({ path: `headers['${name}']`, parameter: name.replaceAll("-", "_"), optional: true }))),
  },
};

/** What the Fetch Standard makes of a method (HTTP-redirect fetch, step 12). */
function after(status, method) {
  const becomesGet = status === 303 ? method !== "GET" : status < 303 && method === "POST";
  return becomesGet ? "GET" : method;
}

export const redirects = ({ nasty, other, secure }) => {
  const rows = [];
  for (const status of [301, 302, 303, 307, 308]) {
    for (const [method, body] of [["GET"], ["DELETE"], ["POST", "{}"], ["PUT", "{}"], ["PATCH", "{}"], ["DELETE", "{}"]]) {
      for (const to of [nasty, other]) {
        const same = to === nasty;
        const next = after(status, method);
        const kept = next === method && body ? body : "";
        const stays = !same && kept !== "";
        const definition = {
          ...echoed, method, headers: [{ name: "X-Api-Key", value: "key" }, { name: "Authorization", value: "Bearer token" },
            { name: "Cookie", value: "a=b" }],
          ...(body ? { body: { type: "json", content: body } } : {}),
        };
        rows.push({
          name: `${status} ${method} ${body ?? ""} to ${same ? "the same origin" : "another"}`,
          url: nasty + there(status, `${to}/echo/here?a=b`), definition,
          want: stays ? failed("redirect") : ["default", 200], page: ["default", 200],
          says: stays ? /^$|put the new address into the URL/ : /^/,
          holds: ({ parameters, finalUrl }, where) => (stays && where !== "page") || (
            parameters.METHOD === next && parameters.BODY === kept && parameters.URL === "/echo/here?a=b" && finalUrl === `${to}/echo/here?a=b`
            && parameters.content_type === (kept ? "application/json" : undefined)
            && parameters.accept === "application/json, */*;q=0.5"
            // Browsers set no Cookie, take Authorization off, and leave other headers on.
            && parameters.cookie === (same && where !== "page" ? "a=b" : undefined)
            && parameters.authorization === (same ? "Bearer token" : undefined)
            && parameters.x_api_key === (same || where === "page" ? "key" : undefined)),
        });
      }
    }
  }
  const row = (name, path, want, more) => ({ name, url: nasty + path, want, page: want, ...more });
  const taken = (status, pattern) => row(`${status} on the route ${pattern}`, there(status, "/order"), [pattern, status], {
    definition: { routes: [{ status: pattern }] }, page: failed("redirect"), holds: ({ finalUrl }) => finalUrl === undefined,
  });
  const hops = [];
  return [
    ...rows,
    ...[301, 302, 303, 307, 308].flatMap((status) => [taken(status, "3xx"), taken(status, `${status}`)]),
    row("another 3xx is taken", there(302, "/order"), failed("status"), { definition: { routes: [{ status: "301" }] }, page: failed("redirect") }),
    row("in a circle", "/loop", failed("redirect"), { page: failed("network"), says: /more than 10 times|^No answer/ }),
    row("relative, twice", there(302, there(307, "../../order")), ["default", 200], { holds: ({ finalUrl }) => finalUrl === `${nasty}/order` }),
    row("to where nobody is", there(302, "http://127.0.0.1:9/"), failed("network")),
    row("to another scheme", there(302, "ftp://127.0.0.1/"), failed("redirect"), { page: failed("network") }),
    row("to data", there(302, "data:application/json,{}"), failed("redirect"), { page: failed("network") }),
    row("without a target", "/empty/302", failed("status"), { page: failed("status") }),
    row("from http to https", there(302, `${secure}/order`), ["default", 200]),
    { name: "from https to http", url: secure + there(302, `${nasty}/order`), want: failed("redirect"), page: ["default", 200], says: /^$|from https to http/ },
    row("each hop is asked for", there(302, there(307, `${other}/order`)), ["default", 200], {
      options: () => ({ allow: (url, hop) => hops.push(`${hop} ${url.origin}`) > 0 }),
      holds: (_, where) => `${hops}` === `${where === "page" ? [`0 ${nasty}`] : [`0 ${nasty}`, `1 ${nasty}`, `2 ${other}`]}`,
    }),
    ...[["says no", () => false], ["promises no", async () => false], ["throws", () => { throw "no"; }], ["rejects", () => Promise.reject(undefined)]].map(
      ([name, no]) => row(`an allow that ${name} to the target`, there(302, `${other}/order`), failed("blocked"), {
        options: () => ({ allow: (_, hop) => (hop === 0 ? true : no()) }), page: ["default", 200], says: /^$|nothing was sent there/,
      })),
    row("a secret does not go on in the URL that is shown", there(302, `${other}/order?key=hunter2`), ["default", 200], {
      definition: { query: [{ name: "key", value: "hunter2" }] }, holds: ({ finalUrl }) => finalUrl === `${other}/order?key=hunter2`,
    }),
  ];
};
