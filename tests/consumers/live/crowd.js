// Many nodes on one instance of the module at once, and one node many times: nothing is mixed up.

const mappings = [
  { path: "number", parameter: "NUMBER" }, { path: "last", parameter: "LAST" }, { path: "pad", parameter: "PAD" },
  { path: "x-number", parameter: "HEADER", from: "header" },
];
// A filter keeps the whole body; the others are taken in passing.
const filtered = { path: "$[?@ == 'nothing']", parameter: "NONE", optional: true };
const routes = [{ status: "202" }];

function fits(outcome, number) {
  const { exit, parameters, receivedBytes } = outcome;
  const pad = `${number}`.repeat(500 + (number * 37) % 900);
  const body = JSON.stringify({ number, pad, last: `of ${number}` });
  const got = [exit, parameters.NUMBER, parameters.LAST, parameters.PAD, parameters.HEADER, receivedBytes];
  const want = [number % 7 === 0 ? "202" : "default", number, `of ${number}`, pad, `${number}`, body.length];
  return `${got}` === `${want}`;
}

/** The numbers whose outcome is not their own. */
export async function crowd({ WebhookNode }, { nasty }) {
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const definition = (url, more) => ({ version: 1, method: "GET", url, routes, response: { type: "json", mappings: [...mappings, ...more] } });
  const own = numbers.map((number) => new WebhookNode(definition(`${nasty}/mixed/${number}`, number % 2 ? [] : [filtered])));
  const shared = new WebhookNode(definition(`${nasty}/mixed/$NUMBER`, []));
  const wrong = async (kind, run) => {
    const outcomes = await Promise.all(numbers.map(run));
    return numbers.filter((number, index) => !fits(outcomes[index], number)).map((number) => `${kind} ${number}`);
  };
  return [
    ...(await wrong("own", (_, index) => own[index].run())),
    ...(await wrong("shared", (number) => shared.run({ NUMBER: number }))),
    ...(await wrong("both", (number, index) => (number % 2 ? own[index].run() : shared.run({ NUMBER: number })))),
  ];
}
