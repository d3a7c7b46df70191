// Cases go in, what differs from what they want comes out: the same in Node and in a page.

/** What a promise that is rejected while nobody looks would end a program with. */
export const unhandled = [];
const note = (reason) => unhandled.push(say(reason));
if ("process" in globalThis) process.on("unhandledRejection", note);
else addEventListener("unhandledrejection", (event) => note(event.reason));

/**
 * A case is `{ name, url, definition?, values?, options?, want, says?, holds? }`: `options` makes the options of the
 * run, `want` is exit and reason or status, `page` and `workerd` the same where these have it otherwise; `says` fits the failure's
 * message, `holds` the outcome. So many run at once: browsers open six connections to a server.
 */
export async function examine(api, where, cases, atOnce = cases.length) {
  const wrong = [];
  for (let at = 0; at < cases.length; at += atOnce) {
    const found = await Promise.all(cases.slice(at, at + atOnce).map((each) => ran(api, where, each)));
    wrong.push(...found.filter(Boolean));
  }
  return wrong;
}

/** What is wrong with a case. */
async function ran({ WebhookNode }, where, each) {
  const { name, url, definition, values = {}, options = () => ({}), want, says = /^/, holds = () => true } = each;
  const node = new WebhookNode({ version: 1, method: "GET", url, ...definition });
  try {
    const first = await node.run(values, options());
    const outcome = node.definition.async ? await first.settled : first;
    const { exit, status, failure } = outcome;
    const wanted = each[where] ?? want;
    const fits = `${[exit, failure?.reason ?? status]}` === `${wanted}` && says.test(failure?.message ?? "");
    return fits && holds(outcome, where) ? undefined : `${name}: ${JSON.stringify(outcome)}, wanted ${wanted} ${says}`;
  } catch (error) {
    return `${name}: ${say(error)}`;
  } finally {
    node.free();
  }
}

/** Whatever it is. */
function say(thrown) {
  try {
    return `${thrown?.stack ?? thrown}`;
  } catch {
    return "what cannot be said";
  }
}
