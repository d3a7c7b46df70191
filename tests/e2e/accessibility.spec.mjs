// WCAG 2.2 AA: axe finds nothing, in any state of the page, light and dark, wide and narrow.

import assert from "node:assert/strict";

import { AxeBuilder } from "@axe-core/playwright";

import { PHONE, WIDE, test } from "./stage.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const problems = async (studio) => {
  await studio.url.fill("shop.example");
  await studio.textbox("Object path 1").fill("order.status[");
  await studio.combobox("Parameter 2").fill("7up");
  await studio.textbox("Status code 1").fill("99");
  await studio.addHeader("Content-Length", "7");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill("{,}");
  await studio.isAtFault(studio.body, /\S/);
};

const dialog = async (studio) => {
  await studio.begin("echo/$ORDER_ID");
  await studio.addQuery("lang");
  await studio.testRequest.click();
  await studio.dialog.waitFor();
};

const result = async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
};

const panel = (name) => async (studio) => {
  await result(studio);
  await studio.panel(name);
};

const failure = async (studio) => {
  studio.expects(/blocked by CORS policy|ERR_FAILED/);
  await studio.url.fill(studio.sample("nocors"));
  await studio.testRequest.click();
  await studio.shows(studio.result, /Access-Control-Allow-Origin/);
};

const form = async (studio) => {
  await studio.begin("echo", "POST");
  await studio.combobox("Body type").selectOption("Form");
  await studio.addFormField("order", "$ORDER_ID");
};

const running = async (studio) => {
  await studio.url.fill(studio.sample("delay/30"));
  await studio.testRequest.click();
  await studio.cancelRequest.waitFor();
};

const STATES = [
  ["the first visit", async () => {}],
  ["a node full of problems", problems],
  ["a form", form],
  ["the dialog open", dialog],
  ["a request running", running],
  ["a result", result],
  ["its mapping", panel("Mapping")],
  ["the request sent", panel("Request sent")],
  ["its headers", panel("Headers")],
  ["a failure", failure],
];

const LOOKS = [
  ["wide, light", { viewport: WIDE, colorScheme: "light" }],
  ["390 px, dark", { viewport: PHONE, colorScheme: "dark" }],
];

/** One line for each element at fault. */
async function findings(studio) {
  const { violations } = await new AxeBuilder({ page: studio.page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const said = [...any, ...all, ...none].map(({ message }) => message);
      return `${id} at ${target.join(" ")}: ${said.join("; ")}`;
    }),
  );
}

for (const [look, options] of LOOKS) {
  for (const [state, arrive] of STATES) {
    test(`axe finds nothing: ${state}, ${look}`, options, async (studio) => {
      await arrive(studio);
      assert.deepEqual(await findings(studio), []);
    });
  }
}

// The colours of the other two looks.
for (const [look, options] of [
  ["wide, dark", { viewport: WIDE, colorScheme: "dark" }],
  ["390 px, light", { viewport: PHONE, colorScheme: "light" }],
]) {
  test(`axe finds nothing: a result of a node full of problems, ${look}`, options, async (studio) => {
    await result(studio);
    await problems(studio);
    assert.deepEqual(await findings(studio), []);
  });
}
