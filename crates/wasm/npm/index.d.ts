/**
 * The webhook node of a conversation flow: templates, requests, response mapping and status routing.
 *
 * @packageDocumentation
 */

/// <reference lib="esnext.disposable" />

/** Whatever JSON can say. Integers beyond ±(2^53 − 1) arrive as strings of their digits. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

// ── Definition: what a designer saves ────────────────────────────────────────

/** The methods a node can send. */
export type Method = "GET" | "POST" | "PUT" | "DELETE" | "PATCH";

/** A name and a value template. `value: null` (or left out) is a slot that the conversation fills under `name`. */
export interface Field {
  /** As it is sent; the parameter's name too, where there is no value. */
  name: string;
  /** A template. */
  value?: string | null;
  /** Default true. A disabled field is kept, and not sent. */
  enabled?: boolean;
}

/** Body of a request: a template of a kind, or fields as form data. */
export type Body =
  | { type: "json" | "xml" | "html" | "text"; content: string }
  | { type: "form"; fields: Field[] };

/** A value of the response, and the parameter that takes it. */
export interface Mapping {
  /** Object path: dotted shorthand (`data.userId`) or RFC 9535 JSONPath (`$.data['userId']`). */
  path: string;
  /** The parameter that receives the value; without `$`. */
  parameter: string;
  /** Default "body". "header": `path` is the name of a response header, and the value is its text. */
  from?: "body" | "header";
  /** Default false: a required mapping that finds nothing on the default exit turns the outcome into "failed". */
  optional?: boolean;
  /** The value to take where nothing is found; a mapping that has one is never missing. */
  otherwise?: Json;
}

/** An individual code ("404") or a class ("4xx"). */
export type StatusPattern = string;

/** A webhook node as a designer saves it. */
export interface WebhookDefinition {
  /** Of the format. */
  version: 1;
  /** What the studio shows. */
  label?: string;
  method: Method;
  /** URL template. */
  url: string;
  /** Added to the URL's own query. */
  query?: Field[];
  headers?: Field[];
  /** Templates. Becomes the Authorization header; not together with `signing` or a header of that name. */
  auth?: { type: "basic"; username: string; password: string } | { type: "bearer"; token: string };
  body?: Body;
  /** Default false. */
  async?: boolean;
  /** Whole seconds, 10 to 25. Default 10. */
  timeoutSeconds?: number;
  /** How a response is read, and what is taken from it. */
  response?: { type: "json" | "xml"; mappings: Mapping[] };
  /** Exits beside "default" and "failed"; each pattern once. */
  routes?: { status: StatusPattern; label?: string }[];
  /** Receives the response's status code; its entity must be sys.any or sys.number. */
  statusParameter?: string;
  /** Present: requests carry a signed JWT. The secret is never part of a definition. */
  signing?: { apiKey: string; applicationId?: string };
}

/** A parameter of the agent that the node belongs to. */
export interface ParameterDeclaration {
  /** Without `$`. */
  name: string;
  /** "sys.any", "sys.number", … Unknown entity names are taken as sys.any and reported as a warning. */
  entity: string;
  /** Predefined value. */
  value?: Json;
  /** Default false. A secret's value is shown as "•••" in outcomes, problems, exports and cURL commands, and is never stored. */
  secret?: boolean;
}

/** Values of parameters by name, without `$`. Own properties count, and no others. */
export type ParameterValues = Record<string, Json>;

// ── Problems ─────────────────────────────────────────────────────────────────

/** One thing that is wrong with a definition, and where. */
export interface Problem {
  /** With an error a node cannot send. */
  severity: "error" | "warning";
  /** Stable, kebab-case: "unknown-parameter", "bad-path", "timeout-out-of-range", … */
  code: string;
  /** JSON Pointer (RFC 6901) into the definition: "/response/mappings/0/path". */
  pointer: string;
  /** A sentence for a designer, saying what to do. */
  message: string;
  /** UTF-16 range in the string at `pointer`, where one part of it is at fault. */
  range?: { start: number; end: number };
}

/** Everything this package throws. */
export class SwitchhookError extends Error {
  /** Stable, kebab-case: "invalid-definition", "missing-parameters", "bad-path", "not-ready", "freed", … "internal" is a fault of the package itself, and "lost" says of an object that it was there when that happened. */
  readonly code: string;
  /** Where problems of a definition or a path are the reason: all of them. */
  readonly problems: Problem[];
}

// ── Request and outcome ──────────────────────────────────────────────────────

/** Fits `new Request(request.url, request)`; `run` adds `credentials: "omit"` and its like where the runtime knows them. */
export interface WebhookRequest {
  url: string;
  method: Method;
  headers: [string, string][];
  body?: string;
}

/** A response that was received by other means than `run`. */
export interface ReceivedResponse {
  /** 100 to 999. */
  status: number;
  headers?: [string, string][] | Headers;
  /** After content decoding. Text is text, whatever encoding it declares; bytes are decoded as they declare. */
  body: Uint8Array | ArrayBuffer | string;
}

/** Why an outcome is "failed". */
export type FailureReason =
  | "missing-parameters" // the request still lacks values; nothing was sent
  | "invalid-request" // an interpolated value made the request illegal; nothing was sent
  | "network" // no answer: DNS, refused, CORS, offline
  | "redirect" // a redirect that may not be followed
  | "blocked" // `allow` refused the URL, or one that it was redirected to; nothing was sent there
  | "timeout"
  | "aborted" // the caller's signal
  | "too-large" // the body exceeded `maxBytes`
  | "status" // non-2xx, and no route for it
  | "unreadable-body" // not well-formed for the response type
  | "missing-value" // a required mapping found nothing
  | "wrong-entity"; // a value does not fit its parameter's entity

/** What came of one mapping. */
export interface MappingResult {
  /** As in the definition. */
  path: string;
  parameter: string;
  /** "too-complex": looking for it would take too long. "not-run": no body was read. */
  state: "mapped" | "missing" | "wrong-entity" | "too-complex" | "not-run";
  /** What the parameter received. */
  value?: Json;
  /** The exact source text of the value: digits beyond a double's reach survive here. */
  raw?: string;
}

/** What came of a request: the exit that is taken, why, and what the flow learned. */
export interface Outcome {
  /** "default", "failed", or the route's pattern ("404", "5xx"). */
  exit: string;
  /** Why the exit is "failed"; `parameters` names those that it is about, where it is about some. */
  failure?: { reason: FailureReason; message: string; parameters?: string[] };
  /** Of the response, where there was one. */
  status?: number;
  /** What the flow learned: mapped values and the status code, by parameter name. */
  parameters: ParameterValues;
  /** In the order of the definition. */
  mappings: MappingResult[];
  /** What was sent, where something was; secrets and the token masked. */
  request?: WebhookRequest;
  /** Where redirects ended, if elsewhere; of a URL that may hold a secret, its origin and "/•••". */
  finalUrl?: string;
  /** Bytes of the body that arrived, after content decoding. */
  receivedBytes?: number;
  /** Milliseconds from send to the whole body. */
  elapsedMs?: number;
}

/** How `run` sends. */
export interface RunOptions {
  /** Default the runtime's own. */
  fetch?: typeof globalThis.fetch;
  /** Ends the run as "aborted". */
  signal?: AbortSignal;
  /** The signature secret, where the definition has `signing`: without one nothing is sent ("invalid-request"). */
  secret?: string;
  /** Most bytes of a body, after content decoding. Default 32 MiB. */
  maxBytes?: number;
  /**
   * Asked before anything is sent (hop 0) and again for each redirect, with the parsed URL. For servers: refuse what callers must not reach. A URL's text alone does not stop DNS rebinding; that takes a `fetch` that checks the address it connects to.
   *
   * In a browser's page or worker it is asked for hop 0 alone: a browser follows redirects by itself and shows nobody where to. A `fetch` that follows by itself elsewhere, though it is told `redirect: "manual"`, makes the outcome "failed" (`redirect`).
   */
  allow?: (url: URL, hop: number) => boolean | Promise<boolean>;
  /** Where the runtime ends work with its response (edge workers): receives `settled` of an async node. */
  waitUntil?: (work: Promise<unknown>) => void;
}

/** What `run` resolves to. For an async node `exit` is "default" at once, and `settled` has what came of it. */
export interface RunOutcome extends Outcome {
  /** Not enumerable, so that outcomes are plain data. */
  settled: Promise<Outcome>;
}

// ── The node ─────────────────────────────────────────────────────────────────

/** The fields that read and write one parameter. */
export interface ParameterUse {
  /** Without `$`. */
  name: string;
  /** JSON Pointers of the fields that read it. */
  readBy: string[];
  /** JSON Pointers of the mappings (or /statusParameter) that write it. */
  writtenBy: string[];
}

/**
 * Readies the module. Needed once, in browsers; elsewhere it is ready on import, and this resolves at once.
 *
 * @param input where the module is, if it is not beside the package's scripts: a URL, a Response, bytes, a
 * WebAssembly.Module, or a promise of one of them
 * @throws SwitchhookError "not-loaded"; it may be called again
 */
export default function init(input?: unknown): Promise<unknown>;

/** A definition, compiled once and asked many times. */
export class WebhookNode {
  /** @throws SwitchhookError "invalid-definition" with every error found, not the first alone. */
  constructor(definition: WebhookDefinition | string, parameters?: ParameterDeclaration[]);
  /**
   * The node of a pasted cURL command: of a POSIX shell, PowerShell or the command prompt of Windows. Nothing is
   * expanded, run or read; `"$NAME"` and `{{name}}` become parameters. What is left out is a warning in `problems()`.
   *
   * @throws SwitchhookError "bad-curl": `problems[0].range` is the part of the command that is at fault
   */
  static fromCurl(command: string): WebhookNode;
  /** The definition with its defaults written out; a copy. */
  readonly definition: WebhookDefinition;
  /** Warnings; and the errors a declaration list makes visible. */
  problems(): Problem[];
  /** Which parameters the definition reads and writes, and where. */
  parameterUses(): ParameterUse[];
  /** Parameters the request reads that `values` and the declarations leave without a value. */
  missing(values?: ParameterValues): string[];
  /**
   * The request as `run` sends it; of a node with `signing`, without the Authorization header, which takes the secret.
   *
   * @throws SwitchhookError "missing-parameters" or "invalid-request"
   */
  request(values?: ParameterValues): WebhookRequest;
  /**
   * A POSIX shell command that sends the same request. Secrets are masked unless asked for; of a signed request the
   * token always is.
   *
   * @throws SwitchhookError "missing-parameters" or "invalid-request"
   */
  toCurl(values?: ParameterValues, options?: { secrets?: boolean }): string;
  /** Map and route a response that was received elsewhere. Pure: no clock, no network. */
  receive(response: ReceivedResponse): Outcome;
  /** Send and receive. Never rejects for what the network or the server did: that is an outcome. */
  run(values?: ParameterValues, options?: RunOptions): Promise<RunOutcome>;
  /** Gives its memory back; using it afterwards is a SwitchhookError "freed". */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

// ── Response documents: parse once, look many times ──────────────────────────

/** What a path selects in a document. */
export interface Selection {
  /** The path can select one node at most (RFC 9535 singular query). */
  singular: boolean;
  /** In document order. */
  nodes: { value: Json; raw: string; /** RFC 9535 normalized path */ path: string }[];
}

/** A path that continues what has been typed. */
export interface PathSuggestion {
  /** In shorthand, ready to use as a mapping path. */
  path: string;
  /** Of the value there. */
  kind: "object" | "array" | "string" | "number" | "boolean" | "null";
  /** A short piece of the value. */
  preview: string;
}

/** A response, parsed once. */
export class ResponseDocument {
  /** @throws SwitchhookError "unreadable-body" with line and column in its message */
  constructor(type: "json" | "xml", body: Uint8Array | ArrayBuffer | string);
  /** @throws SwitchhookError "bad-path" | "too-complex" */
  select(path: string): Selection;
  /** Paths that continue what has been typed, at most `limit` (default 50). */
  suggest(typed: string, limit?: number): PathSuggestion[];
  /** Gives its memory back; using it afterwards is a SwitchhookError "freed". */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** What is wrong with a path, or undefined. */
export function checkPath(path: string): Problem | undefined;

// ── Signing ──────────────────────────────────────────────────────────────────

/** What a request is signed with. */
export interface SigningKey {
  /** The account's API key: by it a receiver finds the secret. */
  apiKey: string;
  /** What only the account and the receiver know; not empty. */
  secret: string;
  /** The application, where there is one. */
  applicationId?: string;
}

/** What a signed request says of itself. */
export interface SignedClaims {
  /** "Vonage" in what `signWebhook` and nodes sign. */
  iss?: string;
  /** When it was signed, in whole seconds since 1970. */
  iat: number;
  /** What no other token has: a UUID in what `signWebhook` and nodes sign. */
  jti: string;
  api_key: string;
  application_id?: string;
  /** Lower-case hex SHA-256 of the body; absent for a request without one. */
  payload_hash?: string;
  [claim: string]: Json | undefined;
}

/**
 * A compact HS256 JWT for one request; the value of `Authorization` is `Bearer ` and this.
 *
 * @param body the body as it is sent; of a request without one, its query parameters as compact JSON
 *   (`{"name":"value"}`, in the order of the URL), or undefined where it has none either
 * @param options `now`: when it is signed, by default now; `jti`: by default a random UUID
 * @throws SwitchhookError "bad-argument" for a body or a key that is none (an empty secret is none), "bad-options" for a
 *   `now` that is no valid Date of 1970 or later, and for a `jti` that is no text or empty
 */
export function signWebhook(body: Uint8Array | string | undefined, key: SigningKey, options?: { now?: Date; jti?: string }): string;

/**
 * The claims of a signed request that holds: HS256, the right signature, made for this body, and of now.
 *
 * @param authorization the header's value, with or without `Bearer `
 * @param body the raw body as it came, not JSON written anew; nothing, or an empty one, where the request has none. Of a
 *   request without a body, its query parameters as for `signWebhook`
 * @param secret the secret, or a look-up from the token's api_key. It is called before anything of the token is verified,
 *   and gives the secret at once; what it throws passes through
 * @throws SwitchhookError "bad-token" | "bad-signature" | "bad-payload" | "expired" | "unknown-key" | "replayed" for a
 *   request that is to be refused ("expired": too old, from the future, or outside of its `nbf` and `exp`; "unknown-key":
 *   the look-up gave no text, or an empty one); "bad-argument" for a body or a secret that is none, and "bad-options" for
 *   options that are not what they should be
 */
export function verifyWebhook(
  authorization: string,
  body: Uint8Array | string | undefined,
  secret: string | ((apiKey: string) => string | undefined),
  options?: {
    /** Oldest that a token may be, 0 or more. Default 300. */
    maxAgeSeconds?: number;
    /** By how much the clocks of sender and receiver may differ, 0 or more. Default 60. */
    toleranceSeconds?: number;
    /** Default: now. */
    now?: Date;
    /** Asked last, once the token holds: true if this jti was used before. */
    seen?: (jti: string, claims: SignedClaims) => boolean;
  },
): SignedClaims;
