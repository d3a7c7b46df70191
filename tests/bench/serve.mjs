// A map of paths to files in; out comes a server for a page: its origin, and how it is stopped.

import { createServer } from "node:http";

const TYPES = { html: "text/html", js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };

/** `find` gives the bytes of a path, or undefined. The page is isolated, so that its clock counts microseconds. */
export async function serve(find) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const bytes = await find(path);
    response.writeHead(bytes === undefined ? 404 : 200, {
      "Content-Type": TYPES[path.split(".").at(-1)] ?? "application/octet-stream",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
