// A program as a consumer writes it: it has to compile strictly, and the marked lines must not.
import init, { ResponseDocument, SwitchhookError, WebhookNode, checkPath, signWebhook, verifyWebhook } from "switchhook";
import type { Json, Outcome, ParameterDeclaration, Problem, RunOutcome, SignedClaims, SigningKey, WebhookDefinition } from "switchhook";

const definition: WebhookDefinition = {
  version: 1,
  method: "POST",
  url: "https://shop.example/orders",
  headers: [{ name: "X-Kind", value: null }, { name: "X-Slot" }],
  body: { type: "form", fields: [{ name: "id", value: "$ID", enabled: false }] },
  response: { type: "json", mappings: [{ path: "order.total", parameter: "TOTAL", otherwise: { a: [1, null] } }] },
  routes: [{ status: "4xx", label: "Refused" }],
};
const declarations: ParameterDeclaration[] = [{ name: "ID", entity: "sys.any", secret: true }];

export async function consume(): Promise<Json | undefined> {
  await init();
  using node = new WebhookNode(definition, declarations);
  const problems: Problem[] = node.problems();
  const outcome: RunOutcome = await node.run({ ID: 7 }, { signal: AbortSignal.timeout(5), allow: (url, hop) => url.protocol === "https:" && hop < 3 });
  const settled: Outcome = await outcome.settled;
  const request = node.request({ ID: [1, "two"] });
  void fetch(new Request(request.url, request));
  const received = node.receive({ status: 200, headers: new Headers(), body: new Uint8Array() });
  const command: string = WebhookNode.fromCurl("curl https://shop.example").toCurl({ ID: 7 }, { secrets: true });
  console.log(command);
  if (outcome.failure?.reason === "timeout") return problems[0]?.range?.start;
  try {
    return new ResponseDocument("xml", "<a/>").select("a").nodes[0]?.value ?? checkPath("a[")?.message;
  } catch (error) {
    return error instanceof SwitchhookError ? error.problems.length : (settled.parameters["TOTAL"] ?? received.exit);
  }
}

export function receive(authorization: string, body: Uint8Array, keys: Map<string, SigningKey>, used: Set<string>): SignedClaims {
  const token: string = signWebhook(body, { apiKey: "key", secret: "secret" }, { now: new Date(), jti: "1" });
  const seen = (jti: string, claims: SignedClaims) => used.has(jti) || claims.iat < 1;
  return verifyWebhook(authorization || token, body, (apiKey) => keys.get(apiKey)?.secret, { seen, maxAgeSeconds: 60 });
}

// @ts-expect-error: a look-up answers at once
export const later = verifyWebhook("", undefined, async () => "secret");
// @ts-expect-error: a method of its own
export const method: WebhookDefinition["method"] = "HEAD";
// @ts-expect-error: a definition has a URL
export const noUrl: WebhookDefinition = { version: 1, method: "GET" };
// @ts-expect-error: values are JSON
export const wrong = (node: WebhookNode) => node.missing({ A: () => 1 });
// @ts-expect-error: a code is not for writing
export const written = (error: SwitchhookError) => { error.code = "x"; };
