// The little program that every runtime and every bundler is given: the package in, its answer out, which is the same
// everywhere. It imports nothing, so that it can be copied into any project.

/** What it has to answer. */
export const EXPECTED = JSON.stringify([
  "default", { ID: "9007199254740993", TOTAL: 41.5 }, "404", {}, "Tove", "invalid-definition", "bad-path", "freed", "loaded",
]);

/** Runs a node, looks into a document, makes mistakes, and readies the module once more than is needed. */
export async function answer({ default: init, ResponseDocument, SwitchhookError, WebhookNode, checkPath }) {
  const fails = (work) => {
    try {
      work();
      return "nothing";
    } catch (error) {
      return error instanceof SwitchhookError && error.code;
    }
  };
  const node = new WebhookNode({
    version: 1, method: "GET", url: "https://shop.example/orders/$ORDER",
    response: { type: "json", mappings: [{ path: "order.id", parameter: "ID" }, { path: "order.total", parameter: "TOTAL" }] },
    routes: [{ status: "404" }],
  });
  const body = '{"order": {"id": 9007199254740993, "total": 41.50}}';
  const shop = async (url) => (`${url}`.endsWith("/A%2017") ? new Response(body) : new Response("", { status: 404 }));
  const found = await node.run({ ORDER: "A 17" }, { fetch: shop });
  const lost = await node.run({ ORDER: "none" }, { fetch: shop });
  const { nodes } = new ResponseDocument("xml", "<note><to>Tove</to></note>").select("note.to");
  const mistakes = [fails(() => new WebhookNode({ version: 1 })), checkPath("a[").code];
  node.free();
  node.free();
  mistakes.push(fails(() => node.request()));
  const ready = await Promise.all([init(), init()]).then(() => "loaded");
  return JSON.stringify([found.exit, found.parameters, lost.exit, lost.parameters, nodes[0].value, ...mistakes, ready]);
}
