// What becomes of instances: the module handed in in every way, memory that is given back, callbacks that call back, and
// traps, which should never happen and are forced here by a module whose memory has a limit.
import assert from "node:assert/strict";
import { cp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "./project.mjs";

let consumer, server, origin;

before(async () => {
  consumer = await project();
  await cp(fileURLToPath(new URL("limited.mjs", import.meta.url)), join(consumer.folder, "limited.mjs"));
  const bytes = await readFile(join(consumer.installed, "wasm/switchhook_bg.wasm"));
  server = createServer(({ url }, response) => {
    const type = url === "/named" ? "application/wasm" : "text/plain";
    response.writeHead(url === "/missing" ? 404 : 200, { "content-type": type }).end(bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server?.close();
  server?.closeAllConnections();
  await consumer?.remove();
});

/** Runs a script in a process of its own, which nothing may escape from; `say` prints its lines. */
async function ran(script, ...flags) {
  await consumer.write("script.mjs", `
    import { readFileSync } from "node:fs";
    const say = (...what) => console.log(what.join(" "));
    for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => say("escaped:", error));
    const bytes = readFileSync("node_modules/switchhook/wasm/switchhook_bg.wasm");
    const plain = { version: 1, method: "GET", url: "https://shop.example/$A" };
    const code = (work) => { try { work(); return "nothing"; } catch (error) { return error.code; } };
    ${script}`);
  const { stdout } = await consumer.node(...flags, "script.mjs");
  return stdout.trim().split("\n");
}

describe("the module", () => {
  const kinds = {
    bytes: "bytes",
    "an ArrayBuffer": "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
    "a compiled module": "new WebAssembly.Module(bytes)",
    "a URL": "new URL(origin + '/named')",
    "text of a URL": "origin + '/named'",
    "a Response": "await fetch(origin + '/named')",
    "a promise of one, of a server that does not know the type": "fetch(origin + '/unnamed')",
  };
  for (const [name, input] of Object.entries(kinds)) {
    it(`is handed in as ${name}`, async () => {
      const said = await ran(`
        import init, { checkPath } from "switchhook/web";
        const origin = "${origin}";
        const before = code(() => checkPath("a"));
        await Promise.all([init(${input}), init(${input.replace("await ", "")}), init()]);
        await init("nonsense");
        say(before, checkPath("a"), checkPath("a[").code);`);
      assert.deepEqual(said, ["not-ready  bad-path"]);
    });
  }

  it("is asked for again where it could not be loaded", async () => {
    const said = await ran(`
      import init, { SwitchhookError, checkPath } from "switchhook/web";
      const wrong = ["${origin}/missing", "http://127.0.0.1:1/", bytes.subarray(0, 1000), 5, Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)];
      for (const input of wrong) await init(input).catch((error) => say(error instanceof SwitchhookError, error.code));
      await init(bytes);
      say(checkPath("a[").code);`);
    assert.deepEqual(said, [...Array(5).fill("true not-loaded"), "bad-path"]);
  });

  it("is looked for in vain where it was left behind: what is said helps, and its bytes do", async () => {
    await cp(consumer.installed, join(consumer.folder, "node_modules/bare"), { recursive: true });
    await rm(join(consumer.folder, "node_modules/bare/wasm/switchhook_bg.wasm"));
    for (const entry of ["node", "web"]) {
      const said = await ran(`
        import init, { checkPath } from "./node_modules/bare/entry/${entry}.js";
        await init().catch(({ code, message }) => say(code, message));
        await init(bytes);
        say(checkPath("a[").code);`);
      assert.equal(said.at(-1), "bad-path", entry);
      assert.match(said[0], /^not-loaded .*: (ENOENT|fetch failed).* Where a bundler copies no files, import "switchhook\/inline"/, entry);
    }
  });

  it("is another's in another copy of the package", async () => {
    await cp(consumer.installed, join(consumer.folder, "node_modules/second"), { recursive: true });
    const said = await ran(`
      import * as first from "switchhook";
      import * as second from "second/entry/node.js";
      const nodes = [first, second].map(({ WebhookNode }) => new WebhookNode(plain));
      nodes[0].free();
      say(code(() => nodes[0].missing()), nodes[1].missing(), first.WebhookNode === second.WebhookNode);`
      .replace("second/entry/node.js", "./node_modules/second/entry/node.js"));
    assert.deepEqual(said, ["freed A false"]);
  });
});

describe("memory", () => {
  // What a module was given it never gives back: its size is the most that was ever needed.
  const counted = `
    const memories = [];
    const { Instance } = WebAssembly;
    WebAssembly.Instance = class extends Instance {
      constructor(...given) { super(...given); memories.push(this.exports.memory); }
    };
    const size = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const collected = async () => { for (let round = 0; round < 3; round++) { globalThis.gc(); await new Promise((done) => setTimeout(done)); } };
    const { ResponseDocument, WebhookNode } = await import("switchhook");`;

  it("is given back by objects that nobody freed", async () => {
    const said = await ran(`${counted}
      const round = async () => {
        for (let made = 0; made < 2_000; made++) {
          new WebhookNode(plain).missing();
          new ResponseDocument("json", '{"a": [1, 2, 3]}').select("a[0]");
        }
        await collected();
      };
      await round();
      const first = size();
      for (let rounds = 0; rounds < 10; rounds++) await round();
      say(size() - first);`, "--expose-gc");
    assert.deepEqual(said, ["0"]);
  });

  it("stays as it is over 100,000 responses, read and failed", async () => {
    const said = await ran(`${counted}
      const mappings = [{ path: "a.b", parameter: "B" }, { path: "c[*]", parameter: "C", optional: true }];
      const node = new WebhookNode({ ...plain, response: { type: "json", mappings } });
      const bodies = ['{"a": {"b": "text"}, "c": [1, 2]}', '{"a": {}}', '{"a": ', ""].map((text) => new TextEncoder().encode(text));
      const receive = (count) => { for (let index = 0; index < count; index++) node.receive({ status: 200, body: bodies[index % 4] }); };
      receive(10_000);
      await collected();
      const [first, heap] = [size(), process.memoryUsage().heapUsed];
      receive(100_000);
      await collected();
      say(size() - first, process.memoryUsage().heapUsed - heap < 1_000_000);`, "--expose-gc");
    assert.deepEqual(said, ["0 true"]);
  });

  it("survives 10,000 hostile calls in a row, and answers right afterwards", async () => {
    const said = await ran(`${counted}
      const { SwitchhookError, checkPath, signWebhook, verifyWebhook } = await import("switchhook");
      const halves = ["[", "{\\"a\\":", "(", "$[?", "\\\\u", "\\ud800", "&x;", "<a ", "<!DOCTYPE a [", "curl -d @", "$A$", "\\0", "]]>", "..", "1e999", "é"];
      let seed = 20261126;
      const pick = (list) => list[(seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % list.length];
      const text = () => Array.from({ length: 1 + (seed % 40) }, () => pick(halves)).join("").repeat(pick([1, 1, 1, 50]));
      const thing = () => pick([text(), text(), null, undefined, NaN, -0, 10n, Symbol.iterator, [], {}, { length: 1e9 }, () => 1, new Date(NaN), new Proxy({}, { get() { throw new Error("no"); } })]);
      const node = new WebhookNode({ ...plain, response: { type: "json", mappings: [{ path: "a[-1]", parameter: "A" }] } });
      const calls = [
        () => new WebhookNode({ ...plain, url: text(), headers: [{ name: text(), value: text() }], body: { type: pick(["json", "xml", "html", "form"]), content: text() } }),
        () => new WebhookNode(thing(), thing()),
        () => WebhookNode.fromCurl("curl " + text()),
        () => new ResponseDocument(pick(["json", "xml"]), text()).select(text()),
        () => new ResponseDocument("json", '{"a": [1, {"b": null}]}').suggest(text(), 5),
        () => checkPath("$" + text()),
        () => node.request({ A: thing() }),
        () => node.toCurl({ A: text() }),
        () => node.receive({ status: pick([200, 404, 0, 1e9, -1, NaN]), headers: [["a", text()]], body: text() }),
        () => node.receive(thing()),
        () => verifyWebhook("Bearer " + text(), text(), text()),
        () => signWebhook(text(), { apiKey: text(), secret: text() }),
      ];
      const strange = new Set();
      let [refused, round] = [0, 0];
      const hostile = (count) => {
        for (let left = count; left > 0; left--) {
          try {
            calls[round++ % calls.length]();
          } catch (error) {
            refused++;
            if (!(error instanceof SwitchhookError)) strange.add(String(error));
          }
        }
      };
      hostile(10_000);
      await collected();
      const first = size();
      for (let times = 0; times < 3; times++) {
        hostile(10_000);
        await collected();
      }
      const { parameters, exit } = node.receive({ status: 200, body: '{"a": [1, 12345678901234567890]}' });
      say(refused > 15_000 && refused < 39_000 || refused, [...strange].join("; ") || "nothing strange", size() - first);
      say(exit, parameters.A, node.request({ A: "é" }).url);`, "--expose-gc");
    assert.deepEqual(said, ["true nothing strange 0", "default 12345678901234567890 https://shop.example/%C3%A9"]);
  });
});

it("may be called by what it calls, and freed", async () => {
  const said = await ran(`
    import { ResponseDocument, WebhookNode } from "switchhook";
    const node = new WebhookNode(plain);
    const inner = () => {
      const other = new WebhookNode(plain);
      other.request({ A: "inner" });
      other.free();
      return [node.request({ A: "again" }).url, node.missing().length, new ResponseDocument("json", "[1]").select("$[0]").nodes[0].value];
    };
    say(node.request({ A: { toJSON: inner } }).url);
    const outcome = await node.run({ A: 1 }, { fetch: async () => (inner(), node.free(), new Response("{}")), allow: () => (inner(), true) });
    say(outcome.exit, code(() => node.missing()));
    const busy = new WebhookNode(plain);
    say(busy.missing({ A: { toJSON() { busy.free(); busy.free(); return 1; } } }).length, code(() => busy.missing()));`);
  assert.deepEqual(said, ["https://shop.example/%5B%22https%3A%2F%2Fshop.example%2Fagain%22%2C1%2C1%5D", "default freed", "0 freed"]);
});

describe("a trap", () => {
  const small = `
    import { limited } from "./limited.mjs";
    import init, { ResponseDocument, SwitchhookError, WebhookNode } from "switchhook/web";
    console.error = () => {};
    await init(limited(bytes, 64));
    const large = JSON.stringify(Array.from({ length: 1_000_000 }, (_, index) => index));
    const trap = () => new ResponseDocument("json", large);
    const thrown = (work) => { try { work(); } catch (error) { return [error instanceof SwitchhookError, error.code, error.cause?.name]; } };`;

  it("loses what was there, says so, and lets new objects work", async () => {
    const said = await ran(`${small}
      const node = new WebhookNode(plain);
      const document = new ResponseDocument("json", "[1]");
      say(thrown(trap));
      say(thrown(() => node.missing()), thrown(() => document.select("$")), thrown(() => node.free()));
      say(new WebhookNode(plain).missing(), new ResponseDocument("json", "[1]").select("$[0]").nodes[0].value);
      for (let again = 0; again < 20; again++) say(thrown(trap));
      say(new WebhookNode(plain).missing());`);
    assert.deepEqual(said, ["true,internal,RuntimeError", "true,lost,SwitchhookError true,lost,SwitchhookError ", "A 1",
      ...Array(20).fill("true,internal,RuntimeError"), "A"]);
  });

  it("rejects what is under way, and nothing escapes from timers and promises that are left", async () => {
    const said = await ran(`${small}
      const node = new WebhookNode({ ...plain, response: { type: "json", mappings: [{ path: "$[*]", parameter: "ALL" }] } });
      const control = new AbortController();
      const timers = [];
      const { setTimeout: later } = globalThis;
      globalThis.setTimeout = (work, after) => (timers.push(work), later(() => {}, after));
      let answer;
      const waits = node.run({ A: 1 }, { signal: control.signal, fetch: () => new Promise((answered) => (answer = answered)) });
      // There is memory for the body, and not for what is in it: it fails while it reads, called by a promise alone.
      const body = "[" + "1,".repeat(400_000) + "1]";
      const fails = node.run({ A: 1 }, { fetch: async () => new Response(body) });
      for (const run of [fails, waits]) await run.catch((error) => say(error instanceof SwitchhookError, error.code));
      globalThis.setTimeout = later;
      control.abort();
      answer(new Response("[]"));
      for (const timer of timers) timer();
      await new Promise((done) => setTimeout(done, 50));
      say(timers.length > 0, new WebhookNode(plain).missing());
      process.exit();`);
    assert.deepEqual(said, ["true internal", "true internal", "true A"]);
  });

  it("in a callback's call reaches the caller too", async () => {
    const said = await ran(`${small}
      const node = new WebhookNode(plain);
      say(thrown(() => node.missing({ A: { toJSON: () => thrown(trap) } })));
      say(thrown(() => node.missing()), new WebhookNode(plain).missing());`);
    assert.deepEqual(said, ["true,internal,RuntimeError", "true,lost,SwitchhookError A"]);
  });

  it("of a stack that is used up is one: what it tears down is not used again", async () => {
    const said = await ran(`
      import { WebhookNode } from "switchhook";
      const node = new WebhookNode(plain);
      const codes = new Set();
      const deeper = () => {
        try { deeper(); } catch {}
        codes.add(code(() => node.request({ A: 1 })));
      };
      deeper();
      // Without a code is the overflow before the package was called at all.
      const known = ["nothing", "internal", "lost", undefined];
      say([...codes].every((found) => known.includes(found)), codes.has("lost") === (code(() => node.missing()) === "lost"));
      say(new WebhookNode(plain).missing());`);
    assert.deepEqual(said, ["true true", "A"]);
  });
});
