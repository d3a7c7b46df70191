// A drawer whose module fails, which should never happen: forced here by a limit to its memory.
import assert from "node:assert/strict";
import { it } from "node:test";
import { openElement } from "./element_page.mjs";
import { limited } from "./limited.mjs";

it("begins again as of the last change, and tells the page", async () => {
  const { page, complaints, close } = await openElement("element-plain");
  try {
    await page.route("**/element_bg.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.from(limited(await response.body(), 64)) });
    });
    await page.reload();
    const label = page.getByRole("textbox", { name: "Label", exact: true });
    await label.fill("Last");
    const seen = await page.evaluate(async () => {
      const node = document.querySelector("webhook-node");
      node.setAttribute("relay", "/relay");
      const code = (work) => { try { work(); } catch (error) { return error.code; } };
      const first = code(() => { node.definition = { ...node.definition, label: "x".repeat(20_000_000) }; });
      const lost = code(() => node.problems);
      await new Promise((done) => setTimeout(done));
      return [first, lost, node.definition.label, node.parameters.length, node.shadowRoot.children.length];
    });
    assert.deepEqual(seen, ["internal", "lost", "Last", 2, 1]);
    assert.equal(await label.inputValue(), "Last");
    await label.fill("Goes on");
    assert.match(await page.getByLabel("Definition").textContent(), /"label": "Goes on"/);
    assert.ok(complaints.some((complaint) => complaint.includes("The module failed inside")), `${complaints}`);
    complaints.length = 0;
  } finally {
    await close();
  }
});
