// A relay for hosted studios, in the protocol of docs/relay.md: for pages of the origins in STUDIOS, to what is reachable.
import { isReachable, listed } from "./reachable.js";

const HEAD = "x-switchhook-relay";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const PATIENCE = 60_000;

export async function relay(request, environment) {
  const origin = request.headers.get("origin");
  if (!listed(environment.STUDIOS).includes(origin)) return refusal(403, "foreign-page", "This relay serves other pages.");
  const shared = {
    "access-control-allow-origin": origin, "access-control-allow-headers": HEAD, "access-control-expose-headers": HEAD,
    "access-control-max-age": "600", vary: "origin",
  };
  const response = request.method === "OPTIONS" ? new Response(null, { status: 204 }) : await relayed(request, environment);
  for (const [name, value] of Object.entries(shared)) response.headers.set(name, value);
  return response;
}

async function relayed(request, environment) {
  const head = read(request);
  if (!head) return refusal(400, "bad-request", `The header ${HEAD} does not say what to send.`);
  const { url, method, headers } = head;
  if (!isReachable(url, environment)) return refusal(403, "bad-request", `${url.host} is not of the public internet.`);
  const body = method === "GET" ? undefined : await request.arrayBuffer();
  try {
    return handedOn(await fetch(url, { method, headers, body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) }));
  } catch (error) {
    const isLate = error.name === "TimeoutError";
    return refusal(isLate ? 504 : 502, isLate ? "timeout" : "network", `Nobody answers at ${url.host}: ${error.message}`);
  }
}

/** What the header asks for; undefined where that cannot be sent. */
function read(request) {
  try {
    const { method, url: text, headers } = JSON.parse(decodeURIComponent(request.headers.get(HEAD)));
    const url = new URL(text);
    const isPlain = request.method === "POST" && METHODS.includes(method) && !url.username && !url.password;
    return isPlain ? { method, url, headers: new Headers(headers) } : undefined;
  } catch {
    return undefined;
  }
}

/** Everything is data: no header of the answer becomes one of ours. The body arrives decoded. */
function handedOn(answer) {
  const encoded = ["content-encoding", "content-length"];
  const headers = [...answer.headers].filter(([name]) => !encoded.includes(name));
  const head = encodeURIComponent(JSON.stringify({ status: answer.status, headers }));
  return new Response(answer.body, { headers: { [HEAD]: head, "content-type": "application/octet-stream" } });
}

const refusal = (status, kind, message) => Response.json({ error: { kind, message } }, { status });
