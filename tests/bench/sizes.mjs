// Nothing in; what a page has to load is measured: the package's web entry and the module, the drawer as an element, and
// the peers that would stand in their place, bundled and minified in the same way.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

import { project } from "../consumers/project.mjs";
import { write } from "./results.mjs";

const PEERS = {
  "lodash.get": 'export { default as get } from "lodash.get";',
  "jsonpath-plus": 'export { JSONPath } from "jsonpath-plus";',
  "json-p3": 'export { compile } from "json-p3";',
  "fast-xml-parser": 'export { XMLParser } from "fast-xml-parser";',
  jose: 'export { SignJWT, jwtVerify } from "jose";',
};
/** What the package is compared with: paths, XML and signing. */
const TOGETHER = ["jsonpath-plus", "fast-xml-parser", "jose", "lodash.get"];

function size(bytes) {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

async function bundled(contents, folder) {
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", target: "esnext", write: false };
  const stdin = { contents, resolveDir: folder };
  const { outputFiles } = await build({ ...options, stdin, legalComments: "none", logLevel: "error" });
  return outputFiles[0].contents;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const consumer = await project();
try {
  console.log("  sizes …");
  const entry = await bundled('export * from "switchhook/web"; export { default } from "switchhook/web";', consumer.folder);
  const element = await bundled('export * from "switchhook/element";', consumer.folder);
  const module = (name) => size(readFileSync(join(consumer.installed, `wasm/${name}_bg.wasm`)));
  const all = TOGETHER.map((name) => PEERS[name]);
  const peers = Object.entries(PEERS).map(async ([name, text]) => ({ name, ...size(await bundled(text, here)) }));
  write("sizes", {
    package: [{ name: "wasm", ...module("switchhook") }, { name: "JavaScript", ...size(entry) }],
    element: [{ name: "wasm", ...module("element") }, { name: "JavaScript and styles", ...size(element) }],
    elementLater: { name: "wasm that follows", ...module("element_later") },
    peers: await Promise.all(peers),
    together: { name: TOGETHER.join(" + "), ...size(await bundled(all.join("\n"), here)) },
  });
} finally {
  await consumer.remove();
}
