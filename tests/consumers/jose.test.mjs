// Tokens made up by a machine, the same on every run: what this package takes, jose takes, and with the same claims; and
// each takes what the other makes.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { project } from "./project.mjs";
import { dice, jose, tokenOf } from "./tokens.mjs";

const secret = "a secret that is long enough";
const bytes = Buffer.from(secret);
const iat = 1_790_000_000;
const now = new Date(iat * 1000);

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** The claims where this package takes the token. */
function taken(token, body) {
  try {
    return api.verifyWebhook(token, body, secret, { now });
  } catch (error) {
    assert.ok(error instanceof api.SwitchhookError && /^(bad-|expired)/.test(error.code), `${token}: ${error}`);
    return undefined;
  }
}

const joseTakes = (token) => jose.jwtVerify(token, bytes, { algorithms: ["HS256"], currentDate: now, maxTokenAge: 300, clockTolerance: 60 });

it("makes tokens that jose takes, and takes those that jose makes", async () => {
  const roll = dice(7);
  for (let count = 0; count < 200; count++) {
    const body = roll(3) ? Array.from({ length: roll(50) }, () => String.fromCodePoint(roll(0xd800))).join("") : undefined;
    const ours = api.signWebhook(body, { apiKey: `key ${roll(9)} é`, secret, ...(roll(2) ? { applicationId: "app" } : {}) }, { now });
    assert.deepEqual((await joseTakes(ours)).payload, taken(ours, body));
    const claims = { jti: `${count}`, api_key: "key", more: [null, 1.5, { é: "\u2028" }] };
    const theirs = await new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).setIssuedAt(iat).sign(bytes);
    assert.deepEqual(taken(theirs, undefined), { ...claims, iat });
  }
});

it("takes no token that was changed", () => {
  const roll = dice(17);
  const token = api.signWebhook("{}", { apiKey: "key", secret }, { now });
  assert.ok(taken(token, "{}"));
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n%é\0";
  const character = () => alphabet[roll(alphabet.length)];
  const changes = [
    (at) => token.slice(0, at) + character() + token.slice(at + 1),
    (at) => token.slice(0, at) + token.slice(at + 1 + roll(5)),
    (at) => token.slice(0, at) + character() + token.slice(at),
    (at) => token.slice(at) + token.slice(0, at),
    () => token.split(".").toSorted(() => roll(3) - 1).join("."),
    (at) => token.slice(0, at) + token.slice(at, at + 4).toLowerCase() + token.slice(at + 4),
  ];
  let changed = 0;
  for (let count = 0; count < 20_000; count++) {
    const other = changes[roll(changes.length)](roll(token.length));
    if (other === token) continue;
    changed++;
    assert.equal(taken(other, "{}"), undefined, JSON.stringify(other));
  }
  assert.ok(changed > 15_000, `${changed}`);
});

it("takes none of what is signed rightly and jose refuses", async () => {
  const roll = dice(27);
  const any = (list) => list[roll(list.length)];
  // More often than not what is usual, so that some tokens hold.
  const one = (list) => (roll(3) ? list[0] : any(list));
  const headers = [
    ['"alg":"HS256"', '"alg":"none"', '"alg":"HS512"', '"\\u0061lg":"HS256"', '"alg":["HS256"]', ""],
    ["", '"typ":"JWT"', '"typ":7', '"kid":"../x"', '"jwk":{}', '"zip":"DEF"', '"cty":"JWT"'],
    ["", '"crit":["b64"],"b64":true', '"crit":[]', '"b64":false', '"crit":null'],
  ];
  const times = ["1790000000", "1790000060", "1789999640", "1789999639", "1.79e9", "1790000000.0", "1790000000.5", "-1", "0", '"1790000000"', "null", "1e999"];
  const claims = [
    ['"api_key":"key"', '"api_key":"\\u006bey"', '"api_key":""', '"api_key":7', ""],
    ['"jti":"j"', '"jti":"\\ud83d\\ude00"', '"jti":7', ""],
    ["", '"exp":TIME', '"nbf":TIME', '"iat":TIME'],
    ["", '"iss":"Vonage"', '"iss":null', '"sub":7', '"aud":["a"]', '"__proto__":{"a":1}', '"n":12345678901234567890'],
  ];
  const object = (members) => `{${members.filter(Boolean).toSorted(() => roll(3) - 1).join(any([",", " , ", ",\n"]))}}`;
  let both = 0;
  for (let count = 0; count < 20_000; count++) {
    const members = ['"iat":TIME', ...claims.map(one)].map((member) => member.replace("TIME", one(times)));
    const row = { header: object(headers.map(one)), claims: object(members) };
    const token = tokenOf(row, secret);
    const ours = taken(token, undefined);
    if (!ours) continue;
    both++;
    const { payload } = await joseTakes(token).catch((error) => assert.fail(`${JSON.stringify(row)}: ${error}`));
    assert.deepEqual(Object.keys(ours), Object.keys(payload));
  }
  assert.ok(both > 1_000, `${both}`);
});
