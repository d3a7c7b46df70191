// The whole studio without a mouse: a node is made, tested, mapped, exported and put away by the keys alone. After each
// key something has the keyboard that has a name and can be seen, and Tab leads out of everything again.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, WIDE, test } from "./stage.mjs";

/** A person who has no mouse. */
class Hands {
  constructor(studio) {
    this.studio = studio;
    this.page = studio.page;
    /** What had the keyboard in turn, for the message of a failure. */
    this.stops = [];
  }

  /** Presses keys one after the other; each leaves the keyboard with something that a person can go on from. */
  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      let found;
      await eventually(async () => {
        found = await this.focus();
        const way = this.stops.slice(-40).join("\n");
        assert.deepEqual(found.faults, [], `after ${key} the keyboard is on ${found.name}, and before that it was on\n${way}`);
      });
      this.stops.push(found.name);
    }
  }

  /** Presses what tests, from a field; the result may come over it, and Escape uncovers it. */
  async test(key, outcome) {
    const { name } = await this.focus();
    await this.page.keyboard.press(key);
    await this.studio.says(outcome);
    await this.press("Escape");
    await this.isOn(name);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab, or back with Shift+Tab, until something of this name has the keyboard. */
  async goTo(name, key = "Tab") {
    const wanted = (found) => (name instanceof RegExp ? name.test(found) : found === name);
    for (let stop = 0; stop < 140; stop++) {
      await this.press(key);
      if (wanted((await this.focus()).name)) return;
    }
    throw new Error(`${name} was not reached by ${key}:\n${this.stops.slice(-140).join("\n")}`);
  }

  /** Waits until something of this name has the keyboard. */
  isOn(name) {
    return eventually(async () => {
      const found = (await this.focus()).name;
      assert.ok(name instanceof RegExp ? name.test(found) : found === name, `the keyboard is on ${found}, not on ${name}`);
    });
  }

  /** What has the keyboard, and what is wrong with that. */
  focus() {
    return this.page.evaluate(whatHasTheKeyboard);
  }
}

/** Runs in the page. */
function whatHasTheKeyboard() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: "nothing", faults: ["nothing has the keyboard"] };
  const faults = [];
  const texts = (ids) => (ids ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const name = (
    element.getAttribute("aria-label") ??
    (texts(element.getAttribute("aria-labelledby")).trim() ||
      element.labels?.[0]?.textContent ||
      element.textContent)
  ).trim().replace(/\s+/g, " ");
  if (name === "") faults.push("it has no name");
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) faults.push("it is not visible");

  // Its mark is an outline or a ring; a field may wear it on the frame around it, and the tree on its row.
  const marked = (candidate) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(candidate);
    const outlined = outlineStyle !== "none" && outlineWidth !== "0px" && !/, 0\)$/.test(outlineColor);
    return outlined || boxShadow !== "none";
  };
  const row = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
  const frame = element.matches("input, textarea") ? element.parentElement : null;
  if (![element, frame, row].some((wearer) => wearer && marked(wearer))) faults.push("no mark shows that it has the keyboard");

  // Some of it is in view, with nothing in front of it (WCAG 2.2, 2.4.11).
  const { left, top, right, bottom } = (row ?? element).getBoundingClientRect();
  const between = (from, to) => [0.5, 0.1, 0.9].map((share) => from + (to - from) * share);
  const across = between(Math.max(left, 0), Math.min(right, innerWidth));
  const down = between(Math.max(top, 0), Math.min(bottom, innerHeight));
  const isSeen = across.some((x) =>
    down.some((y) => {
      const front = document.elementFromPoint(x, y);
      return [element, ...(element.labels ?? [])].some((part) => part.contains(front));
    }),
  );
  if (!isSeen) faults.push("it is out of view, or something covers it");
  return { name, faults };
}

const dialog = (studio, name) => studio.page.getByRole("dialog", { name, exact: true });
const isGone = (locator) => eventually(async () => assert.equal(await locator.count(), 0));

for (const [look, options] of [
  ["at 1440 px", { viewport: WIDE }],
  ["at 390 px", { viewport: PHONE }],
]) {
  test(`a node is made and tried by the keys alone, ${look}`, { ...options, timeout: 120_000 }, async (studio) => {
    const hands = new Hands(studio);
    const { page } = studio;

    // The request.
    await hands.press("Tab");
    await hands.isOn("New");
    await hands.press("Enter");
    await hands.isOn("Label");
    await hands.type("By hand");
    await hands.press("Tab");
    await hands.isOn("Method");
    await page.keyboard.type("POST");
    await studio.reads(studio.method, "POST");
    await hands.press("Tab");
    await hands.isOn("URL endpoint");
    await hands.type(studio.sample("echo"));

    // Rows: added, moved, removed, written as text.
    await hands.goTo("Add query parameter");
    await hands.press("Enter");
    await hands.isOn("Name 1");
    await hands.type("first");
    await hands.press("Tab");
    await hands.type("1");
    await hands.goTo("Add query parameter", "Shift+Tab");
    await hands.press("Enter");
    await hands.isOn("Name 2");
    await hands.type("second");
    await hands.press("Tab");
    await hands.isOn("Value 2");
    await hands.type("2");
    await hands.press("Alt+ArrowUp");
    await hands.isOn("Value 1");
    await hands.goTo("More for query parameter 1");
    await hands.press("Enter");
    await hands.goTo("Move query parameter 1 down");
    await hands.press("Enter");
    await hands.isOn(/^(Move|More for) query parameter 2/);
    await hands.press("Escape");
    await hands.goTo("Remove query parameter 2");
    await hands.press("Enter");
    await hands.isOn("Remove query parameter 1");
    await hands.goTo("Edit query parameters as text", "Shift+Tab");
    await hands.press("Space");
    await hands.goTo("Rows as text");
    await hands.press("Control+End", "Enter");
    await hands.type("lang: pt");
    await hands.goTo("Edit query parameters as text", "Shift+Tab");
    await hands.press("Space");
    await studio.reads(studio.textbox("Name 2", studio.region("Query parameters")), "lang");

    // A parameter is completed, and declared where it stands.
    await hands.goTo("Add header");
    await hands.press("Enter");
    await hands.type("X-Trace");
    await hands.press("Tab");
    await hands.type("$TRACE");

    // The body.
    await hands.goTo("Body type");
    await page.keyboard.type("JSON");
    await studio.reads(studio.combobox("Body type"), "JSON");
    await hands.goTo("Body");
    await hands.type('{"trace": $TR');
    await page.getByRole("option", { name: "TRACE" }).waitFor();
    await hands.press("Enter");
    await hands.type("}");
    await studio.reads(studio.body, '{"trace": $TRACE}');
    // The body takes no Tab for itself.
    await hands.press("Tab");
    assert.notEqual((await hands.focus()).name, "Body");

    // Mapping, and the parameter that is offered.
    await hands.goTo("Add mapping");
    await hands.press("Enter");
    await hands.isOn("Object path 1");
    await hands.type("method");
    await hands.press("Escape", "Tab");
    await hands.isOn("Parameter 1");
    await hands.press("ArrowDown");
    await page.getByRole("option", { name: "TRACE" }).waitFor();
    await hands.press("Escape");
    await hands.type("METHOD");
    await hands.press("Escape");
    await hands.goTo("Mapping 1 is optional");
    await hands.press("Space");
    await hands.goTo("Add status code");
    await hands.press("Enter");
    await hands.type("404");
    await hands.goTo("Save status code in");
    await hands.type("STATUS");
    await hands.press("Escape");

    // Settings.
    await hands.goTo("Asynchronous request");
    await hands.press("Space", "Space", "Tab");
    await hands.isOn(/^Timeout/);
    await hands.press("ArrowRight");
    await studio.reads(studio.timeout, "11");
    await hands.goTo("Authorization");
    await page.keyboard.type("Bearer");
    await hands.goTo("Token");
    await hands.type("of the house");
    await hands.goTo("Sign requests");
    await hands.press("Space");
    await hands.goTo("API key");
    await hands.type("a1b2");
    await hands.goTo("Signature secret");
    await hands.type("quiet");
    await hands.goTo("Sign requests", "Shift+Tab");
    await hands.press("Space");
    await hands.goTo("Authorization", "Shift+Tab");
    await page.keyboard.type("None");
    await studio.reads(studio.combobox("Authorization"), "None");

    // The test asks for what is missing; put away, the keyboard is where it was.
    await hands.press("Control+Enter");
    await dialog(studio, "Parameter values").waitFor();
    await hands.isOn("TRACE");
    await hands.press("Escape");
    await isGone(dialog(studio, "Parameter values"));
    await hands.isOn("Authorization");
    await hands.press("Control+Enter");
    await hands.isOn("TRACE");
    await hands.type("7");
    await page.keyboard.press("Enter");
    await studio.says(/default[^]*200/);
    await hands.press("Escape");
    await hands.isOn("Authorization");
    await hands.goTo("Test request", "Shift+Tab");
    await hands.test("Enter", /default[^]*200/);
  });

  test(`a result is read and mapped by the keys alone, ${look}`, { ...options, timeout: 120_000 }, async (studio) => {
    const hands = new Hands(studio);
    const { page } = studio;

    // A request that is cancelled.
    await hands.press("Tab");
    await studio.url.focus();
    await hands.press("Control+a");
    await hands.type(studio.sample("delay/30"));
    await hands.press("Control+Enter");
    await studio.cancelRequest.waitFor();
    await hands.goTo("Cancel request", "Shift+Tab");
    await hands.press("Enter");
    await isGone(studio.cancelRequest);
    await studio.says(/cancelled/i);
    await hands.press("Escape");
    await hands.isOn("Test request");
    await hands.goTo("URL endpoint");
    await hands.press("Control+a");
    await hands.type(studio.sample("json"));
    await hands.test("Control+Enter", /default[^]*200/);
    if (options.viewport === PHONE) {
      await hands.goTo("Show the result");
      await hands.press("Enter");
    }

    // The tabs.
    await hands.goTo("Response");
    for (const tab of ["Mapping", "Request sent", "Headers"]) {
      await hands.press("ArrowRight");
      await hands.isOn(tab);
      await hands.press("Tab");
      await hands.press("Shift+Tab");
      await hands.isOn(tab);
    }
    await hands.press("Home");
    await hands.isOn("Response");

    // Find.
    await hands.goTo("Find in response");
    await hands.type("email");
    await studio.result.getByText("1 of 1", { exact: true }).waitFor();
    await hands.press("Enter", "Escape");
    await hands.isOn("Find in response");

    // The tree: a value is mapped, and that is undone.
    const tree = studio.result.getByRole("tree", { name: "Response" });
    await hands.goTo("Response");
    await studio.hasFocus(tree);
    await hands.press("Home", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowRight", "End", "Home");
    await page.keyboard.type("tot");
    await hands.press("Enter");
    await studio.reads(studio.textbox("Object path 4"), "data.total");
    await studio.hasFocus(tree);
    await hands.goTo("Undo that");
    await hands.press("Enter");
    await isGone(studio.textbox("Object path 4"));
    await hands.isOn("Response");
    await hands.goTo("Pretty", "Tab");
    await hands.press("Space");
    await hands.isOn("Pretty");
    await hands.goTo("Pretty response");
    await hands.press("PageDown");
    await hands.goTo("Tree", "Shift+Tab");
    await hands.press("Space");

    // A sample in its place.
    await hands.goTo("Use a sample response", "Shift+Tab");
    await hands.press("Enter");
    await dialog(studio, "Sample response").waitFor();
    await hands.press("Tab", "Tab", "Shift+Tab");
    await hands.press("Escape");
    await isGone(dialog(studio, "Sample response"));
    await hands.isOn("Use a sample response");

    // Where the result is a sheet, Escape puts it away, and nothing is lost with it.
    await hands.press("Escape");
    await hands.press("Shift+Tab");
  });

  test(`dialogs are opened and put away by the keys alone, ${look}`, { ...options, timeout: 120_000 }, async (studio) => {
    const hands = new Hands(studio);
    const { page } = studio;
    await hands.press("Tab");
    await hands.isOn("New");
    for (const [name, first] of [
      ["Import", "Definition or cURL command"],
      ["Export", "Definition"],
      ["Parameters", "Declare ORDER_NO"],
    ]) {
      await hands.goTo(name);
      await hands.press("Enter");
      await dialog(studio, name).waitFor();
      await hands.isOn(first);
      // Once round: the dialog keeps the keyboard among what it holds and the browser's own.
      for (let stop = 0; stop < 12; stop++) {
        await page.keyboard.press("Tab");
        const inside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
        assert.ok(inside, `${name} lets the keyboard out to ${(await hands.focus()).name}`);
      }
      await page.keyboard.press("Escape");
      await isGone(dialog(studio, name));
      await hands.isOn(name);
    }

    // Parameters are declared, moved and removed.
    await hands.press("Enter");
    await hands.goTo("Add parameter");
    await hands.press("Enter");
    await hands.isOn("Parameter name 1");
    await hands.type("KEY");
    await hands.press("Tab");
    await hands.isOn("Entity 1");
    await hands.press("ArrowDown");
    await page.getByRole("option", { name: "sys.number" }).waitFor();
    await hands.press("Escape");
    await dialog(studio, "Parameters").waitFor();
    await hands.goTo("Predefined value 1");
    await hands.type("12");
    await hands.goTo("Parameter 1 is secret");
    await hands.press("Space");
    await hands.goTo("Remove parameter 1");
    await hands.press("Enter");
    await hands.isOn("Add parameter");
    await hands.press("Escape");
    await hands.isOn("Parameters");

    // The sheet of keys, the command, undo and redo.
    await hands.press("Shift+?");
    await dialog(studio, "Keyboard shortcuts").waitFor();
    await hands.press("Escape");
    await isGone(dialog(studio, "Keyboard shortcuts"));
    await hands.isOn("Parameters");
    await hands.goTo("Copy as cURL", "Shift+Tab");
    await hands.press("Enter");
    await hands.isOn("Copy as cURL");
    await hands.goTo("Label");
    await hands.press("End");
    await hands.type(" twice");
    await hands.goTo("Undo", "Shift+Tab");
    await hands.press("Enter");
    await studio.reads(studio.textbox("Label"), "Look up order");
    await hands.press("Control+Shift+z");
    await studio.reads(studio.textbox("Label"), "Look up order twice");
    await hands.press("Control+z");
    await studio.reads(studio.textbox("Label"), "Look up order");
  });
}
