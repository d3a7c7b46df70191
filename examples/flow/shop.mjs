// A shop that has no customers yet. Its orders have ids as long as those of real ones.
import { createServer } from "node:http";

const ORDER = "4634343214213523454";

const answers = {
  GET: { "/customers/": () => [404, '{"error": "no such customer"}'] },
  POST: {
    "/customers": () => [201, '{"customer": {"id": 4217}}'],
    "/orders": (body) => (body === '{"customer": 4217}' ? [201, `{"order": {"id": ${ORDER}}}`] : [422, "{}"]),
    "/shipments": (body) => (body === `{"order": ${ORDER}}` ? [200, '{"shipped": "today"}'] : [422, "{}"]),
  },
};

/** Opens it on a free port. */
export async function openShop() {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const [, answer] = Object.entries(answers[request.method] ?? {}).find(([path]) => request.url.startsWith(path)) ?? [];
    const [status, body] = answer?.(Buffer.concat(chunks).toString()) ?? [404, "{}"];
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
