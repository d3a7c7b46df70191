// States of the drawer in somebody else's page, beyond those that the studio's page is taken through: each is reached from
// the one before it, by what people do and by what the page's `fetch` answers.
import assert from "node:assert/strict";
import { eventually } from "../e2e/eventually.mjs";
import { Studio } from "../e2e/studio.mjs";

const SHOP = "https://shop.example/";

/** The element as a person knows the studio. */
export class Element extends Studio {
  /** An empty node that asks for a URL. */
  begin(path, method = "GET", more = {}) {
    const url = path.includes("://") ? path : this.sample(path);
    return this.put({ version: 1, method, url, ...more });
  }
  async put(definition, parameters = []) {
    await this.page.keyboard.press("Escape");
    await this.page.evaluate(([definition, parameters]) => {
      node.parameters = parameters;
      node.definition = definition;
    }, [definition, parameters]);
  }

  /** From now on, this comes of each request; what is a string is a way of not answering. */
  answers(what) {
    return this.page.evaluate((what) => {
      const { body = "{}", status = 200, type = "application/json", ...more } = Object(what);
      const respond = {
        never: () => new Promise(() => {}),
        nobody: () => Promise.reject(new TypeError("Failed to fetch")),
        silent: ({ mode }) => (mode ? new Promise(() => {}) : respond.nobody()),
        hidden: ({ mode }) => (mode ? Promise.resolve(new Response()) : respond.nobody()),
        opaque: async () => Object.defineProperties(new Response(), { type: { value: "opaqueredirect" }, status: { value: 0 } }),
        huge: async () => new Response(new Blob(Array(33).fill("x".repeat(1 << 20)))),
        breaks: async () => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError("broken")) })),
        relayed: async (url) => (url === "/relay" ? respond.nobody() : respond.hidden({})),
      };
      const answer = async () => {
        const response = new Response(body, { status, headers: type ? { "content-type": type } : {} });
        for (const [name, value] of Object.entries(more)) Object.defineProperty(response, name, { value });
        return response;
      };
      node.fetch = typeof what === "string" ? respond[what] : what ? answer : null;
    }, what);
  }

  /** Tests the node, whatever it lacks, and waits until the result reads like this. */
  async tests(pattern, values = {}) {
    await this.page.evaluate((values) => void node.test(values), values);
    await eventually(async () => {
      const tab = this.tab("Response");
      if (await tab.count()) await tab.click();
      assert.match(await this.result.innerText(), pattern);
    });
  }
}

const mapped = (...mappings) => ({ response: { type: "json", mappings: mappings.map(([path, parameter = "X", more = {}]) => ({ path, parameter, ...more })) } });
const headers = (...names) => ({ headers: names.map((name) => ({ name, value: "1" })) });
const hidden = (method, ...names) => async (studio) => {
  await studio.begin(SHOP, method, headers(...names));
  await studio.tests(/would have to send/);
};

/** Answers, and what they lead to. */
const RESULTS = {
  "a request that is cancelled": async (studio) => {
    await studio.cancelRequest.click();
    await studio.says(/cancelled/i);
  },
  "an answer that is waited for": async (studio) => {
    await studio.answers("silent");
    await studio.begin(SHOP);
    await studio.tests(/Asking whether/);
  },
  "nobody there": async (studio) => {
    await studio.answers("nobody");
    await studio.begin(SHOP);
    await studio.tests(/Nobody answers/);
    await studio.panel("Headers");
  },
  "the page's own server gone": async (studio) => {
    await studio.begin(`${studio.origin}/gone`);
    await studio.tests(/own server/);
  },
  "no network": async (studio) => {
    await studio.page.context().setOffline(true);
    await studio.begin(SHOP);
    await studio.tests(/has no network/);
    await studio.page.context().setOffline(false);
  },
  "a hidden answer, for a method": async (studio) => {
    await studio.answers("hidden");
    await hidden("PUT")(studio);
  },
  "a hidden answer, for a header": hidden("GET", "X-A"),
  "a hidden answer, for headers": async (studio) => {
    await studio.begin(SHOP, "POST", { auth: { type: "bearer", token: "x" }, headers: [{ name: "Accept", value: "a(b)" }], body: { type: "json", content: "1" } });
    await studio.tests(/would have to send/);
  },
  "a hidden answer, for a method and a header": hidden("PUT", "X-A"),
  "a hidden answer, for a method and headers": hidden("PUT", "X-A", "X-B"),
  "the headers copied": async (studio) => {
    await studio.page.context().grantPermissions(["clipboard-write"]);
    await studio.button("Copy these headers").click();
    await studio.button("Copied", studio.result).waitFor();
  },
  "the command copied": async (studio) => {
    await studio.button("Copy as cURL", studio.result).click();
    await studio.button("Copied as cURL").waitFor();
  },
  "the relay without an answer": async (studio) => {
    await studio.answers("relayed");
    await studio.button("Send through the relay").click();
    await studio.shows(studio.result, /relay has no answer/);
  },
  "the relay for good, and values asked for": async (studio) => {
    await studio.answers("hidden");
    await studio.begin(`${SHOP}$ID`);
    await studio.tests(/Always use the relay/, { ID: 1 });
    await studio.button("Always use the relay").click();
    await studio.dialog.waitFor();
  },
  "sent through the relay": async (studio) => {
    await studio.answers(null);
    await studio.page.keyboard.press("Escape");
    await studio.put({ version: 1, method: "GET", url: studio.sample("nocors") });
    await studio.tests(/200/);
    await studio.panel("Request sent");
  },
  "redirected": async (studio) => {
    await studio.button("Turn it off").click();
    await studio.answers({ redirected: true, url: `${SHOP}other` });
    await studio.begin(`${SHOP}$ID`);
    await studio.testRequest.click();
    await studio.answer({ ID: "7" });
    await studio.says(/200/);
    await studio.panel("Request sent");
  },
  "a redirect that is not followed": async (studio) => {
    await studio.answers("opaque");
    await studio.begin(SHOP);
    await studio.tests(/not followed/);
  },
  "too much": async (studio) => {
    await studio.answers("huge");
    await studio.begin(SHOP);
    await studio.tests(/too large/);
  },
  "half an answer": async (studio) => {
    await studio.answers("breaks");
    await studio.begin(SHOP);
    await studio.tests(/broke off/);
  },
  "a status without an exit": async (studio) => {
    await studio.answers({ status: 418, body: "" , type: "" });
    await studio.begin(SHOP, "GET", mapped(["a"]));
    await studio.tests(/no exit/);
    await studio.panel("Mapping");
  },
  "no JSON": async (studio) => {
    await studio.answers({ body: "<html><title>Oh</title></html>", type: "application/xml" });
    await studio.begin(SHOP, "GET", mapped(["a"]));
    await studio.tests(/is not JSON/);
  },
  "its mapping, for which nothing was looked": (studio) => studio.panel("Mapping"),
  "XML read as JSON afterwards": async (studio) => {
    await studio.answers({ body: "<a/>", type: "application/xml" });
    await studio.begin(SHOP, "GET", { response: { type: "xml", mappings: [{ path: "a", parameter: "X" }] } });
    await studio.tests(/1 of 1 mapped/);
    await studio.combobox("Response type").selectOption("JSON");
    await studio.shows(studio.result, /This is not JSON/);
  },
  "no body": async (studio) => {
    await studio.answers({ body: "" });
    await studio.begin(SHOP, "GET", mapped(["a"]));
    await studio.tests(/has no body/);
  },
  "mappings that found nothing": async (studio) => {
    await studio.answers({ body: JSON.stringify({ big: Array(200).fill(0), text: "ten", list: [1, 2], found: null }) });
    const all = ["big", "found", ["Location", "L", { from: "header" }], ["none", "N", { optional: true }], ["text", "NUMBER", { optional: true }]];
    await studio.put({ version: 1, method: "GET", url: SHOP, ...mapped(...all.map((path) => [path].flat())) }, [{ name: "NUMBER", entity: "sys.number" }]);
    await studio.tests(/a mapping found nothing/);
    await studio.panel("Mapping");
  },
  "a value that does not fit": async (studio) => {
    await studio.put({ version: 1, method: "GET", url: SHOP, ...mapped(["text", "NUMBER"]) }, [{ name: "NUMBER", entity: "sys.number" }]);
    await studio.tests(/does not fit its parameter/);
    await studio.panel("Mapping");
  },
  "a path that selects too much": async (studio) => {
    await studio.answers({ body: "[".repeat(400) + "]".repeat(400) });
    await studio.begin(SHOP, "GET", mapped(["$..*..*..*..*"]));
    await studio.tests(/200/);
    await studio.panel("Mapping");
    await studio.shows(studio.result, /selects too much/);
  },
  "a value on its own": async (studio) => {
    await studio.answers({ body: JSON.stringify("x".repeat(20_000)) });
    await studio.begin(SHOP);
    await studio.tests(/200/);
    await studio.result.getByRole("treeitem", { name: /^whole response/ }).waitFor();
  },
  "no mapping": (studio) => studio.panel("Mapping"),
  "its raw text, and nothing found": async (studio) => {
    await studio.panel("Response");
    await studio.button("Raw").click();
    await studio.result.getByRole("searchbox").fill("nowhere");
    await studio.result.getByText("nothing found").waitFor();
  },
  "a value that makes the request invalid": async (studio) => {
    await studio.begin(SHOP, "GET", { headers: [{ name: "X-A", value: "$ID" }] });
    await studio.tests(/made the request invalid/, { ID: "a\nb" });
  },
  "an asynchronous node on its way": async (studio) => {
    await studio.answers("never");
    await studio.begin(SHOP, "GET", { async: true });
    await studio.tests(/goes on at once/);
  },
  "an asynchronous node": async (studio) => {
    await studio.cancelRequest.click();
    await studio.shows(studio.result, /went on at once/);
  },
};

/** Samples. */
const SAMPLES = {
  "a sample that is too slow": async (studio) => {
    await studio.answers({ body: '{"a": 1}' });
    await studio.begin(SHOP, "GET", mapped(["a"]));
    await studio.tests(/1 of 1/);
    await studio.button("Keep as sample").click();
    await studio.result.getByText("Kept as the sample of default.").waitFor();
  },
  "its answer, as a sample has it": async (studio) => {
    await studio.button("Use a sample response").click();
    await studio.page.getByRole("radio", { name: "Too slow" }).check();
    await studio.button("Use this sample").click();
    await studio.shows(studio.result, /took too long/);
    await studio.panel("Request sent");
  },
  "that sample, kept": async (studio) => {
    await studio.button("Use a sample response").click();
    await studio.page.getByText("too slow", { exact: true }).waitFor();
  },
  "samples that are kept": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.button("Use a sample response").click();
    await studio.page.getByRole("radio", { name: "No answer" }).check();
    await studio.page.keyboard.press("Control+Enter");
    await studio.says(/sample/);
    await studio.button("Use a sample response").click();
    await studio.page.getByRole("button", { name: /^default/ }).click();
    await studio.button("Forget the sample of default").waitFor();
  },
  "a sample with a long body": (studio) => longSample(studio, 200_000),
  "a sample that is too long to be kept": async (studio) => {
    await studio.button("Remove it").click();
    await longSample(studio, 1_500_000);
  },
};

async function longSample(studio, length) {
  const file = { name: "long.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify("x".repeat(length))) };
  await studio.page.getByLabel("From a file").setInputFiles(file);
  await studio.button("Remove it").waitFor();
}

/** The drawer itself, and its dialogs. */
const DRAWER = {
  "hints": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.begin(`${SHOP}?a=1&b=2`, "GET", { headers: [{ name: "Cookie", value: "{{a}}" }] });
    await studio.button("Make 2 rows of the URL’s query").waitFor();
  },
  "one hint": (studio) => studio.begin(SHOP, "GET", headers("Cookie")),
  "a slot that is sent empty": async (studio) => {
    await studio.begin(SHOP, "GET", { headers: [{ name: "X-A", value: "" }] });
    await studio.button("More for header 1").click();
  },
  "parameters that are known": async (studio) => {
    await studio.put({ version: 1, method: "GET", url: SHOP, ...mapped(["a"]) }, [{ name: "KEY", entity: "sys.any" }]);
    await studio.combobox("Parameter 1").fill("");
    await studio.combobox("Parameter 1").press("ArrowDown");
    await studio.page.getByRole("listbox", { name: "Known names" }).waitFor();
  },
  "paths of the response": async (studio) => {
    await studio.answers({ body: '{"order": {"id": 1}}' });
    await studio.put({ version: 1, method: "GET", url: SHOP, ...mapped(["none", "X", { optional: true }]) });
    await studio.tests(/200/);
    await studio.putResultAway();
    await studio.textbox("Object path 1").fill("ord");
    await studio.page.getByRole("listbox", { name: "Paths of the response" }).waitFor();
  },
  "a signed request without its secret": async (studio) => {
    await studio.put({ version: 1, method: "POST", url: SHOP, signing: { apiKey: "k" } });
    await studio.combobox("Body type").selectOption("Form");
    // It was left as text.
    await studio.button("Edit form fields as text").click();
    await studio.testRequest.click();
    await studio.page.getByRole("alert").filter({ hasText: "type the secret" }).waitFor();
  },
  "an error": async (studio) => {
    await studio.begin("://", "GET", { async: true, timeoutSeconds: 99, auth: { type: "bearer", token: "" } });
    await studio.testRequest.click();
    await studio.page.getByRole("alert").filter({ hasText: "to mend first" }).waitFor();
  },
  "one error": async (studio) => {
    await studio.begin("://", "GET");
    await studio.testRequest.click();
    await studio.page.getByRole("alert").filter({ hasText: "1 problem to mend first" }).waitFor();
  },
  "a second": (studio) => studio.begin("://", "GET", { timeoutSeconds: 1 }),
  "an export of what has errors": async (studio) => void (await studio.open("Export")),
  "a download": async (studio) => {
    const download = studio.page.waitForEvent("download");
    await studio.button("Download").click();
    await download;
    await studio.page.getByText(/^Downloaded /).waitFor({ state: "attached" });
  },
  "a command that lacks a value": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.begin(`${SHOP}$ID`);
    await studio.button("Copy as cURL").click();
    await studio.page.getByText(/^Not copied: /).waitFor();
  },
  "a clipboard that takes nothing": async (studio) => {
    await studio.page.context().clearPermissions();
    await studio.page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
    await studio.begin(SHOP);
    await studio.button("Copy as cURL").click();
    await studio.page.getByText("Not copied: the browser does not allow it").waitFor();
  },
  "parameters that are at fault": async (studio) => {
    const parameters = [
      { name: "N", entity: "sys.number", value: 1 }, { name: "D", entity: "sys.date", value: "1" }, { name: "N2", entity: "sys.any" },
    ];
    await studio.put({ version: 1, method: "GET", url: `${SHOP}$OTHER` }, parameters);
    const panel = await studio.open("Parameters");
    await panel.getByLabel("Predefined value 1", { exact: true }).fill("one");
    await panel.getByLabel("Predefined value 2", { exact: true }).fill("[1]");
    await studio.textbox("Parameter name 3", panel).fill("N");
    await panel.getByText("is declared twice").waitFor();
  },
  "keys": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.button("Keyboard shortcuts").click();
    await studio.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  },
};

const imports = (text, seen) => async (studio) => {
  await studio.page.keyboard.press("Escape");
  const dialog = await studio.open("Import");
  await studio.textbox("Definition or cURL command", dialog).evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
  await studio.button("Replace the node", dialog).click();
  await studio.page.getByText(seen).first().waitFor({ state: "attached" });
};

/** Imports. */
const IMPORTS = {
  "an import of nothing": imports("", /nothing here/),
  "an import of too much": imports(" ".repeat((1 << 20) + 1), /more than 1 MiB/),
  "an import with many problems": imports('{"version": 1, "method": 1, "url": 2, "query": 3, "headers": 4, "routes": 5}', /And \d more/),
  "an import": imports('{"version": 1, "method": "GET", "url": "https://shop.example/"}', /^Imported$/),
  "an import with a hint": imports('{"version": 1, "method": "GET", "url": "https://shop.example/", "a": 1}', /with 1 hint/),
  "an import with hints": imports('{"version": 1, "method": "GET", "url": "https://shop.example/", "a": 1, "b": 2}', /with 2 hints/),
};

/** All of them, in their order. */
export const MORE = { ...RESULTS, ...SAMPLES, ...DRAWER, ...IMPORTS };

/** On a page of https that is not in a local network. */
export const PUBLIC = {
  "mixed content": async (studio) => {
    await studio.answers("nobody");
    await studio.begin("http://shop.example/");
    await studio.tests(/may not ask for http/);
  },
  "a local address": async (studio) => {
    await studio.begin("https://192.168.0.4/");
    await studio.tests(/local address/);
  },
};
