// cURL commands: what is imported, and what real shells with a real curl send.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { differing, project, sampleServer } from "./project.mjs";

const execute = promisify(execFile);

let consumer, server, WebhookNode, SwitchhookError;

before(async () => {
  [consumer, server] = await Promise.all([project(), sampleServer()]);
  ({ WebhookNode, SwitchhookError } = await consumer.load());
});

after(async () => {
  server?.stop();
  await consumer?.remove();
});

describe("import", () => {
  it("makes of each command of the table what the core makes of it", async () => {
    const table = new URL("../../crates/core/tests/data/curl.json", import.meta.url);
    const rows = JSON.parse(await readFile(table, "utf8")).map(({ name, command, definition, refused, at }) => {
      const want = refused ? [refused, at] : whole(definition);
      return [name, found(command), want];
    });
    assert.ok(rows.length > 100);
    assert.deepEqual(differing(rows), []);
  });

  it("throws with the place in UTF-16, and keeps warnings", () => {
    const command = "curl 'https://é.example/🎈' --frobnicate";
    assert.throws(() => WebhookNode.fromCurl(command), (error) => {
      assert.ok(error instanceof SwitchhookError);
      assert.equal(error.code, "bad-curl");
      const { message, ...problem } = error.problems[0];
      const start = command.indexOf("--f");
      assert.deepEqual(problem, { severity: "error", code: "bad-curl", pointer: "", range: { start, end: command.length } });
      return message === error.message;
    });
    const node = WebhookNode.fromCurl("curl -k https://a.example -m 60");
    assert.ok(node instanceof WebhookNode);
    assert.deepEqual(node.problems().map(({ severity, code, pointer }) => [severity, code, pointer]), [
      ["warning", "partly-imported", ""], ["warning", "partly-imported", "/timeoutSeconds"],
    ]);
  });

  /** The definition, or the message and the text that it speaks of. */
  function found(command) {
    try {
      const { definition } = WebhookNode.fromCurl(command);
      return sorted(definition);
    } catch (error) {
      const { start, end } = error.problems[0].range;
      return [error.message, command.slice(start, end)];
    }
  }

  /** The definition that a row abbreviates. */
  function whole({ query = [], headers = [], type = "json", body, ...rest }) {
    const fields = (pairs) => pairs.map(([name, value]) => ({ name, value, enabled: true }));
    return sorted({
      version: 1, method: "GET", query: fields(query), headers: fields(headers), async: false, timeoutSeconds: 10,
      response: { type, mappings: [] }, routes: [], ...rest,
      ...(body && { body: body.fields ? { ...body, fields: fields(body.fields) } : body }),
    });
  }

  function sorted(value) {
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  }
});

describe("export", { concurrency: true }, () => {
  const texts = [
    "plain", "it's", "'", "''", "\\", "a\\'b", '"', "$(id)", "`id`", "$HOME", "${HOME}", "@/etc/passwd", "[1-3]", "{a,b}", "{{x}}",
    "-d", "--next", "-- x", "a\nb", "a\r\nb\n", "\t", "!!", "#x", "~", "*", "a;b|c&d>e<f", "%00", "é 日本 🎈", "\u2028", "a b  c",
  ];
  const separators = "'\"\\$`(){}[]@!&|;<>*?#~%=^+-,.:/ \t\nab1é🎈";

  /** Numbers from 0 to 1 that are the same in every run (mulberry32). */
  function random(seed) {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  function hostile(next) {
    const characters = [...separators];
    return Array.from({ length: 1 + next() * 12 }, () => characters[Math.floor(next() * characters.length)]).join("");
  }

  const bodies = [
    undefined,
    { type: "json", content: '{"a": "$A", "$A": [$B]}' },
    { type: "xml", content: "<a b='$A'>$B</a>" },
    { type: "text", content: "$A$B" },
    { type: "text", content: "@$A" },
    { type: "form", fields: [{ name: "a", value: "$A" }, { name: "$B", value: "" }] },
  ];

  function requests() {
    const next = random(17);
    const made = Array.from({ length: 120 }, (_, index) => [index, hostile(next), hostile(next)]);
    const tabled = texts.map((text, index) => [index, text, texts[(index + 7) % texts.length]]);
    return [...tabled, ...made].map(([index, A, B]) => {
      const body = bodies[index % bodies.length];
      const method = body ? ["POST", "PUT", "DELETE", "PATCH"][index % 4] : ["GET", "POST"][index % 2];
      const oneLine = (text) => text.replace(/[\n\r]/g, "");
      const node = new WebhookNode({
        version: 1, method, url: `${server.origin}/sample/echo/x-$A/{a,b}/[1-3]/a b/../é?q=$B&'"#$A`,
        query: [{ name: "n", value: "$A" }, { name: "B" }],
        headers: [{ name: "X-A", value: "$HEAD" }, { name: "X-Empty", value: "" }],
        ...(index % 3 && { auth: { type: "basic", username: "me", password: "$HEAD" } }),
        ...(body && { body }),
        response: { type: "json", mappings: [{ path: "$", parameter: "ECHO" }] },
      });
      return [JSON.stringify([A, B]), node, { A, B, HEAD: oneLine(A) }];
    });
  }

  for (const shell of ["sh", "bash"]) {
    it(`sends with ${shell} and curl what the node sends`, async () => {
      const rows = [];
      for (const [name, node, values] of requests()) {
        const { headers } = node.request(values);
        const { exit, failure, parameters } = await node.run(values);
        assert.equal(exit, "default", failure?.message);
        rows.push([name, seen(await sent(shell, node.toCurl(values)), headers), seen(parameters.ECHO, headers)]);
        node.free();
      }
      assert.ok(rows.length >= 150);
      assert.deepEqual(differing(rows), []);
    });
  }

  it("masks secrets unless they are asked for", async () => {
    const declarations = [{ name: "KEY", entity: "sys.any", secret: true }];
    const node = new WebhookNode({ version: 1, method: "GET", url: `${server.origin}/sample/echo`, auth: { type: "bearer", token: "$KEY" } }, declarations);
    const values = { KEY: "canary" };
    assert.match(node.toCurl(values), /-H 'Authorization: Bearer •••'/);
    assert.match(node.toCurl(values, { secrets: false }), /•••/);
    const { headers } = await sent("sh", node.toCurl(values, { secrets: true }));
    assert.ok(headers.some(([name, value]) => name === "authorization" && value === "Bearer canary"));
    assert.throws(() => node.toCurl(), (error) => error.code === "missing-parameters");
  });

  /** What the echo saw of a command that a shell ran. */
  async function sent(shell, command) {
    try {
      const { stdout } = await execute(shell, ["-c", command]);
      return JSON.parse(stdout);
    } catch (cause) {
      throw new Error(`${shell} with curl could not run this; are both installed?\n${command}`, { cause });
    }
  }

  /** Of a request that arrived, what the node decides: everything but the transport's own headers. */
  function seen({ method, path, rawQuery, headers, bodyBase64 }, own) {
    const names = [...new Set(own.map(([name]) => name.toLowerCase()))].sort();
    const values = (name) => headers.filter(([found]) => found === name).map(([, value]) => value);
    return { method, path, rawQuery, bodyBase64, headers: names.map((name) => [name, values(name)]) };
  }
});
