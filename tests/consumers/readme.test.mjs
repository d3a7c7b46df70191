// The project's README: its JavaScript example prints what it says, against the real sample server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { project, sampleServer } from "./project.mjs";

it("runs the example of the project's README", async () => {
  const [consumer, server] = await Promise.all([project(), sampleServer()]);
  try {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const example = readme.match(/```js\n([^]*?)```/)[1];
    const promised = example.match(/console\.log\([^]*?\); \/\/ (.*)/)[1];
    assert.ok(example.trimEnd().split("\n").length <= 10);
    await consumer.write("example.js", example.replace("http://127.0.0.1:8080", server.origin));
    const { stdout } = await consumer.node("example.js");
    assert.equal(stdout.trim(), promised);
  } finally {
    await Promise.all([consumer.remove(), server.stop()]);
  }
});
