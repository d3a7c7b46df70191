// A server that answers as bad servers do: silence, half a body, resets, lies about lengths, bombs. Every answer may
// be read by a page, so that what is seen there is the matter itself and not its CORS.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

const readable = {
  "access-control-allow-origin": "*", "access-control-allow-headers": "x-api-key, content-type, authorization",
  "access-control-allow-methods": "*", "access-control-expose-headers": "*",
};
const rawHead = (...lines) => ["HTTP/1.1 200 OK", "Access-Control-Allow-Origin: *", ...lines, "", ""].join("\r\n");

/** 64 MiB that arrive as 64 KiB: of nothing, and of white space within a document. */
const MEBIBYTES = 64 << 20;
const zeros = gzipSync(Buffer.alloc(MEBIBYTES));
const bombs = {
  zeros: [zeros, "gzip"],
  chained: [gzipSync(gzipSync(zeros)), "gzip, gzip, gzip"],
  document: [gzipSync(Buffer.concat([Buffer.from('{"id": 7,'), Buffer.alloc(MEBIBYTES, " "), Buffer.from('"end": "é"}')])), "gzip"],
};
const order = Buffer.from('{"id": 7, "big": 4634343214213523454, "name": "Zoë 😀"}');
const packed = { gzip: gzipSync(order), br: brotliCompressSync(order), deflate: deflateSync(order) };

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** By the first segment of the path; `rest` are the others. */
const answers = {
  silent() {},
  "half-head": (_, { socket }) => socket.write("HTTP/1.1 200 OK\r\nContent-Ty"),
  /** Ten bytes a second, without end. */
  async drip(_, response) {
    response.writeHead(200, readable);
    while (!response.closed) {
      response.write("12345");
      await pause(500);
    }
  },
  /** The same with headers. */
  async "endless-head"(_, { socket }) {
    socket.write("HTTP/1.1 200 OK\r\n");
    for (let index = 0; !socket.destroyed; index += 1) {
      socket.write(`X-${index}: a\r\n`);
      await pause(500);
    }
  },
  async "endless-hints"(_, { socket }) {
    while (!socket.destroyed) {
      socket.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
      await pause(500);
    }
  },
  async half(_, response) {
    response.writeHead(200, { ...readable, "content-length": 1000 });
    response.write("x".repeat(500));
    await pause(50);
    response.socket.destroy();
  },
  async "half-chunked"(_, response) {
    response.writeHead(200, readable);
    response.write("x".repeat(500));
    await pause(50);
    response.socket.resetAndDestroy();
  },
  "ends-early": (_, { socket }) => socket.end(rawHead("Content-Length: 1000") + "x".repeat(500)),
  closes: (_, { socket }) => socket.end(),
  resets: (_, { socket }) => socket.resetAndDestroy(),
  "no-http": (_, { socket }) => socket.end("SSH-2.0-OpenSSH_9.6\r\n\r\n"),
  "says-less": (_, { socket }) => socket.end(rawHead("Content-Length: 9") + '{"id": 7}, and more'),
  "until-close": (_, { socket }) => socket.end(rawHead("Connection: close") + '{"id": 7}'),
  "bad-chunk": (_, { socket }) => socket.end(rawHead("Transfer-Encoding: chunked") + "5\r\nhello\r\nno size\r\n"),
  "bad-gzip": (_, response) => response.writeHead(200, { ...readable, "content-encoding": "gzip" }).end("no gzip"),
  "half-gzip": (_, response) =>
    response.writeHead(200, { ...readable, "content-encoding": "gzip" }).end(packed.gzip.subarray(0, packed.gzip.length / 2)),
  empty: ([status], response) => response.writeHead(Number(status), readable).end(),
  order: (_, response) => response.writeHead(200, readable).end(order),
  packed: ([encoding], response) => response.writeHead(200, { ...readable, "content-encoding": encoding }).end(packed[encoding]),
  bomb([kind], response) {
    const [bytes, encoding] = bombs[kind];
    response.writeHead(200, { ...readable, "content-encoding": encoding }).end(bytes);
  },
  /** As much as says it has, as fast as it is taken: 10 GB. */
  flood(_, response) {
    const piece = Buffer.alloc(64 << 10, " ");
    response.writeHead(200, { ...readable, "content-length": 10_000_000_000 });
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", pour);
    pour();
  },
  /** One byte at a time. */
  async bytes(_, response) {
    response.writeHead(200, readable);
    response.socket.setNoDelay();
    for (const byte of order) {
      response.write(Buffer.of(byte));
      await pause(1);
    }
    response.end();
  },
  /** A document of its own for each number, in pieces, after a while that differs. */
  async mixed([number], response) {
    const text = JSON.stringify({ number: Number(number), pad: number.repeat(500 + (number * 37) % 900), last: `of ${number}` });
    response.writeHead(number % 7 === 0 ? 202 : 200, { ...readable, "x-number": number });
    await pause((number * 13) % 40);
    for (let at = 0; at < text.length; at += 700) {
      response.write(text.slice(at, at + 700));
      if (number % 3 === 0) await pause(number % 5);
    }
    response.end();
  },
  /** What arrived, as JSON. */
  echo: (_, response, { method, url, headers, body }) =>
    response.writeHead(200, readable).end(JSON.stringify({ method, url, headers, body })),
  /** `/moved/302/<where>`, once. */
  moved: ([status, where], response) => response.writeHead(Number(status), { ...readable, location: decodeURIComponent(where) }).end("moved"),
  loop: (_, response) => response.writeHead(302, { ...readable, location: "/loop" }).end(),
};

function answer(asked, open) {
  return (request, response) => {
    const chunks = [];
    open.add(response.on("close", () => open.delete(response)));
    request.on("data", (chunk) => chunks.push(chunk)).on("error", () => {}).on("end", () => {
      const { method, url, headers } = request;
      if (method === "OPTIONS") return response.writeHead(204, readable).end();
      const [, name, ...rest] = new URL(url, "http://nasty").pathname.split("/");
      const arrived = { method, url, headers, body: Buffer.concat(chunks).toString() };
      asked.push(arrived);
      answers[name](rest, response, arrived);
    });
  };
}

/**
 * Starts it on a free port, over https where `secure`: `asked` lists what it was asked, in order, and `open` holds the
 * answers that nobody has ended yet.
 */
export async function nastyServer({ secure = false } = {}) {
  const asked = [];
  const open = new Set();
  const data = new URL("../../crates/server/tests/data/", import.meta.url);
  const made = secure
    ? createSecureServer({ cert: await readFile(new URL("localhost.pem", data)), key: await readFile(new URL("localhost.key.pem", data)) }, answer(asked, open))
    : createServer(answer(asked, open));
  await new Promise((listening) => made.listen(0, "127.0.0.1", listening));
  const stop = () => {
    made.close();
    made.closeAllConnections();
  };
  return { asked, open, origin: `${secure ? "https://localhost" : "http://127.0.0.1"}:${made.address().port}`, stop };
}
