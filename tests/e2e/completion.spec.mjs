// Names of parameters are offered while they are typed: behind `$` in template fields, and in combo boxes.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const NAMES = ["ORDER_ID", "CUSTOMER_NAME", "LANG"].map((name) => ({ name }));

const offered = (studio) => studio.page.getByRole("listbox").getByRole("option").allInnerTexts();
const offers = (studio, names) => eventually(async () => assert.deepEqual(await offered(studio), names));

/** What a screen reader takes for the option that Enter takes. */
const active = (field) =>
  field.evaluate((element) => {
    const id = element.getAttribute("aria-activedescendant");
    return id && element.ownerDocument.getElementById(id)?.textContent;
  });

test("`$` offers the declared parameters, and keys choose", async (studio) => {
  await studio.begin("https://shop.example/");
  await studio.declare(...NAMES);
  const { url } = studio;
  await url.press("End");
  await url.pressSequentially("$");
  await offers(studio, ["ORDER_ID", "CUSTOMER_NAME", "LANG"]);
  assert.equal(await active(url), null, "a mere dollar may be a price");
  await url.press("ArrowDown");
  await url.press("ArrowDown");
  await eventually(async () => assert.equal(await active(url), "CUSTOMER_NAME"));
  await url.press("ArrowUp");
  await url.press("Enter");
  await studio.reads(url, "https://shop.example/$ORDER_ID");
  await offers(studio, []);
  await url.pressSequentially("/$n");
  await offers(studio, ["CUSTOMER_NAME", "LANG"]);
  await url.press("Tab");
  await studio.reads(url, "https://shop.example/$ORDER_ID/$CUSTOMER_NAME");
  await studio.hasFocus(url);
  await url.pressSequentially("?a=$");
  await offers(studio, ["ORDER_ID", "CUSTOMER_NAME", "LANG"]);
  await url.press("Escape");
  await offers(studio, []);
  await url.pressSequentially("LA");
  await studio.page.getByRole("option", { name: "LANG" }).click();
  await studio.reads(url, "https://shop.example/$ORDER_ID/$CUSTOMER_NAME?a=$LANG");
  await studio.hasFocus(url);
});

test("a name is chosen in the middle of a body of several lines", async (studio) => {
  await studio.begin("echo", "POST");
  await studio.declare(...NAMES);
  await studio.combobox("Body type").selectOption("JSON");
  const { body } = studio;
  await body.fill('{\n  "grüße": \n}');
  await body.press("Control+Home");
  await body.press("ArrowDown");
  await body.press("End");
  await body.pressSequentially("$lan");
  await body.press("Enter");
  await body.pressSequentially(",");
  await studio.reads(body, '{\n  "grüße": $LANG,\n}');
  // Without an offer, Enter is a new line.
  await body.press("Enter");
  await studio.reads(body, '{\n  "grüße": $LANG,\n\n}');
});

test("nothing is offered where no parameter can begin, nor for what is pasted or composed", async (studio) => {
  await studio.begin("https://shop.example/");
  await studio.declare(...NAMES);
  const { url } = studio;
  for (const text of ["$$", "$5", "a"]) {
    await url.fill("https://shop.example/");
    await url.press("End");
    await url.pressSequentially(text);
    await offers(studio, []);
  }
  await url.fill("https://shop.example/$");
  await offers(studio, []);
  await url.evaluate((element) => {
    element.value += "L";
    element.dispatchEvent(
      new InputEvent("input", { inputType: "insertCompositionText", data: "L", isComposing: true, bubbles: true }),
    );
  });
  await offers(studio, []);
  // Ctrl+Enter tests, whatever is offered.
  await url.fill(studio.sample("echo?a="));
  await url.press("End");
  await url.pressSequentially("$");
  await offers(studio, ["ORDER_ID", "CUSTOMER_NAME", "LANG"]);
  await studio.echo(() => url.press("Control+Enter"));
});

test("a combo box takes what is typed, and offers what is known", async (studio) => {
  await studio.begin("echo");
  await studio.declare(...NAMES);
  await studio.button("Add mapping").click();
  const box = studio.combobox("Parameter 1");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  await box.press("ArrowDown");
  await offers(studio, ["ORDER_ID", "CUSTOMER_NAME", "LANG"]);
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await box.press("Escape");
  await offers(studio, []);
  assert.equal(await studio.cancelRequest.count(), 0);
  await box.pressSequentially("$er");
  await studio.reads(box, "er");
  await offers(studio, ["ORDER_ID", "CUSTOMER_NAME"]);
  await box.press("ArrowDown");
  await eventually(async () => assert.equal(await active(box), "ORDER_ID"));
  await box.press("Enter");
  await studio.reads(box, "ORDER_ID");
  await box.fill("OF_MY_OWN");
  await box.press("Tab");
  await studio.reads(box, "OF_MY_OWN");
  await studio.combobox("Save status code in").click();
  await studio.page.getByRole("option", { name: "LANG" }).click();
  await studio.reads(studio.combobox("Save status code in"), "LANG");
});
