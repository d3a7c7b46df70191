// Signed requests come in, and what each says of itself goes out; everything else is refused.
import { createServer } from "node:http";
import { SwitchhookError, verifyWebhook } from "switchhook";

const { API_KEY, SIGNATURE_SECRET, PORT = "3000" } = process.env;
if (!API_KEY || !SIGNATURE_SECRET) throw new Error("Set API_KEY and SIGNATURE_SECRET.");

/** The secret of each account that may send. */
const secrets = new Map([[API_KEY, SIGNATURE_SECRET]]);
/** Most bytes of a body. */
const LIMIT = 1024 * 1024;
/** In seconds: how old a token may be, and by how much clocks may differ. */
const times = { maxAgeSeconds: 300, toleranceSeconds: 60 };
/** The ids of tokens that were used, and until when (in seconds) they would hold a second time. */
const used = new Map();

/** Whether a token was used before; from now on it was. */
function seen(jti, { iat }) {
  for (const [id, until] of used) {
    if (until < Date.now() / 1000) used.delete(id);
  }
  const before = used.has(jti);
  used.set(jti, iat + times.maxAgeSeconds + times.toleranceSeconds);
  return before;
}

/** The body's bytes as they came; undefined where there are too many. */
async function raw(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > LIMIT) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The query parameters as they are signed where there is no body: compact JSON of strings, in their order. */
function query(url) {
  const fields = [...new URL(url, "http://localhost").searchParams];
  const members = fields.map((field) => field.map((text) => JSON.stringify(text)).join(":"));
  return members.length > 0 ? `{${members.join()}}` : undefined;
}

async function answer(request) {
  const body = await raw(request);
  if (!body) return [413, { error: "too-large" }];
  try {
    const payload = body.length > 0 ? body : query(request.url);
    const { api_key, jti } = verifyWebhook(request.headers.authorization, payload, (key) => secrets.get(key), { ...times, seen });
    return [200, { from: api_key, id: jti, received: body.toString() }];
  } catch (error) {
    if (error instanceof SwitchhookError) return [401, { error: error.code }];
    throw error;
  }
}

const server = createServer(async (request, response) => {
  const [status, said] = await answer(request).catch((error) => {
    console.error(error);
    return [500, { error: "internal" }];
  });
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
});

server.listen(Number(PORT), "127.0.0.1", () => console.log(`Listening on http://127.0.0.1:${server.address().port}`));
