// Nodes as they are saved, `{ definition, parameters }`, and their runs.
import { WebhookNode } from "switchhook";
import { isReachable } from "./reachable.js";

/** Compiled nodes of this isolate, by their text: the oldest go first. */
const compiled = new Map();
const MOST = 500;
/** Most bytes of a response's body. */
const BODY = 1024 * 1024;

/** Saves a node, if it can send. */
export async function save(id, request, { NODES }) {
  const text = await request.text();
  node(text);
  await NODES.put(id, text);
  return new Response(null, { status: 204 });
}

/** Runs a node with the values in the request's body: the answer is its outcome. Nothing where there is no such node. */
export async function run(id, request, environment, context) {
  const [text, given] = await Promise.all([environment.NODES.get(id), request.text()]);
  if (text === null) return undefined;
  const values = withSecrets(object(given || "{}", "The values are an object."), text, environment);
  const outcome = await node(text).run(values, {
    allow: (url) => isReachable(url, environment),
    maxBytes: BODY,
    secret: environment.SIGNING_SECRET,
    waitUntil: (work) => context.waitUntil(work),
  });
  return Response.json(outcome);
}

function node(text) {
  const known = compiled.get(text);
  if (known) return known;
  const { definition, parameters } = object(text, "A node is an object of a definition and its parameters.");
  const made = new WebhookNode(definition, parameters);
  compiled.set(text, made);
  if (compiled.size > MOST) {
    const [[oldest, first]] = compiled;
    compiled.delete(oldest);
    // What it is still doing it finishes.
    first.free();
  }
  return made;
}

/** The object that a text is as JSON; anything else is refused in these words. */
function object(text, refusal) {
  const value = JSON.parse(text);
  if (Object.prototype.toString.call(value) !== "[object Object]") throw new SyntaxError(refusal);
  return value;
}

/** The values that were given, but those of secret parameters: these come from the environment alone, as JSON in SECRETS. */
function withSecrets(given, text, { SECRETS }) {
  const declared = JSON.parse(text).parameters ?? [];
  const kept = SECRETS ? JSON.parse(SECRETS) : {};
  const values = { ...given };
  for (const { name } of declared.filter(({ secret }) => secret)) {
    delete values[name];
    if (Object.hasOwn(kept, name)) values[name] = kept[name];
  }
  return values;
}
