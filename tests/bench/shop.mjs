// Nothing in; a shop's server out, in a process of its own: it says where it listens, and answers each request with 1 KB of JSON.

import { createServer } from "node:http";

import { smallBody } from "./bodies.mjs";

const { variants } = smallBody("json");
let asked = 0;

const server = createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  response.end(variants[asked++ % variants.length]);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
