// Hostile responses: whatever a server sends is data, shown as text, and neither run, nor rendered, nor taken for a
// property of an object.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const MARKUP = '<img src="x" onerror="window.pwned = 1"><script>window.pwned = 2</script>';
const KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty"];

/** Answers every request to an address with this. */
const serve = (studio, response) =>
  studio.page.route("**/hostile", (route) =>
    route.fulfill({ headers: { "access-control-allow-origin": "*" }, ...response }),
  );

const ask = async (studio) => {
  await studio.begin("hostile");
  await studio.testRequest.click();
};

/** Nothing of it became an element, a script or a property. */
async function isHarmless(studio) {
  const found = await studio.page.evaluate(() => ({
    pwned: globalThis.pwned,
    polluted: {}.polluted,
    images: document.images.length,
    frames: document.querySelectorAll("iframe, object, embed").length,
    scripts: [...document.scripts].filter((script) => script.text.includes("pwned")).length,
  }));
  assert.deepEqual(found, { pwned: undefined, polluted: undefined, images: 0, frames: 0, scripts: 0 });
}

test("markup in keys, values and headers shows as text", async (studio) => {
  const body = JSON.stringify({ [MARKUP]: MARKUP, list: [MARKUP] });
  const headers = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "*",
    "content-type": "application/json",
    "x-markup": MARKUP,
  };
  await serve(studio, { headers, body });
  await ask(studio);
  await studio.says(/default[^]*200/);
  await studio.shows(await studio.panel("Response"), /<img src=\\?"x\\?" onerror[^]*<img[^]*<img/);
  await studio.shows(await studio.panel("Headers"), /x-markup[^]*<img src="x"/);
  await isHarmless(studio);
});

test("keys that JavaScript's objects are born with are keys like any other", async (studio) => {
  const members = KEYS.map((key) => `"${key}": {"polluted": "${key} as data"}`);
  await serve(studio, { contentType: "application/json", body: `{${members.join(", ")}}` });
  await ask(studio);
  await studio.says(/default[^]*200/);
  await studio.shows(await studio.panel("Response"), /__proto__[^]*__proto__ as data[^]*constructor[^]*toString/);
  for (const [at, key] of KEYS.entries()) {
    const row = await studio.addMapping(`['${key}'].polluted`, `VALUE_${at}`);
    await studio.describes(row.path, new RegExp(`${key} as data`));
  }
  // Own properties only: what is not in the response is not found.
  const row = await studio.addMapping("valueOf", "NONE");
  await studio.describes(row.path, /nothing/);
  await isHarmless(studio);
});

test("an error page is told in words, and not rendered", async (studio) => {
  studio.expects(/status of 502/);
  const page = `<!doctype html><title>Oops ${MARKUP}</title><h1>Bad gateway</h1>${MARKUP}`;
  await serve(studio, { status: 502, contentType: "text/html", body: page });
  await ask(studio);
  await studio.says(/failed[^]*502/);
  await isHarmless(studio);
  assert.equal(await studio.page.getByRole("heading", { name: "Bad gateway" }).count(), 0);
});

test("a response that is nested without end is an outcome", async (studio) => {
  const body = "[".repeat(100_000);
  await serve(studio, { contentType: "application/json", body });
  await studio.begin("hostile");
  await studio.addMapping("[0]", "FIRST");
  await studio.testRequest.click();
  await studio.says(/failed/);
  // Still there.
  await studio.url.fill(studio.sample("array"));
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
});

test("values typed for a parameter show as text", async (studio) => {
  await studio.begin("echo?q=$QUERY");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ QUERY: MARKUP });
  });
  assert.deepEqual(echo.query, [["q", MARKUP]]);
  await studio.panel("Request sent");
  await isHarmless(studio);
});

test("a large response stays workable", async (studio) => {
  await studio.begin("big/4096");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/, 15_000);
  const row = await studio.addMapping("data", "DATA");
  await eventually(async () => assert.notEqual(await studio.description(row.path), ""));
  await studio.textbox("Label").fill("Still here");
  await studio.shows(studio.region("Node"), /Still here/);
});

test("the page's policy has no holes", async (studio) => {
  const policy = await studio.page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  const directives = Object.fromEntries(
    policy.split(";").map((directive) => directive.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources.join(" ")]),
  );
  assert.deepEqual(directives, {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "http: https:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
  });
  // It is in force: text becomes no markup, no script and no style.
  const { refused, violations } = await studio.page.evaluate(async () => {
    const script = document.createElement("script");
    const attempts = [() => (document.body.innerHTML = "<b>"), () => (script.text = "window.pwned = 1"), () => (script.src = "data:,")];
    const refused = attempts.filter((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    });
    document.body.setAttribute("style", "color: red");
    await new Promise((done) => setTimeout(done, 50));
    const violations = globalThis.violations.splice(0).map((text) => text.split(" ")[0]);
    return { refused: refused.length, violations: [...new Set(violations)].sort() };
  });
  studio.expects(/Content Security Policy|TrustedHTML|TrustedScript/);
  assert.deepEqual([refused, violations], [3, ["require-trusted-types-for", "style-src-attr"]]);
});

test("nobody frames the studio", async (studio) => {
  // A server of another origin, which is all that an attacker needs.
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><iframe src="${studio.origin}/"></iframe>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const page = await studio.page.context().newPage();
  try {
    const answered = page.waitForResponse(`${studio.origin}/`);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    assert.equal((await answered).status(), 200);
    await eventually(() => assert.match(page.frames()[1].url(), /^chrome-error:/));
    assert.equal(await page.frames()[1].getByRole("button").count(), 0);
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
  }
});
