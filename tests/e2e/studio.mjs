// The studio's page as a person knows it: its fields, buttons and results, by their roles and accessible names alone
// (DESIGN, section 8).

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";

export class Studio {
  constructor(page, host, port) {
    this.page = page;
    this.port = port;
    /** Where the page is, and the same server under the loopback name that the page does not have. */
    this.origin = `http://${host}:${port}`;
    this.other = `http://${host === "localhost" ? "127.0.0.1" : "localhost"}:${port}`;
    this.complaints = [];
    this.expected = [];
    /** Requests that the page made to sample endpoints or to foreign servers, in their order. */
    this.requests = [];
    page.on("pageerror", (error) => this.complaints.push(`exception: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on("request", (request) => {
      if (request.resourceType() === "fetch" && !request.url().endsWith(".wasm")) this.requests.push(request);
    });
  }

  // ── What is on the page ──

  region(name) {
    return this.page.getByRole("region", { name, exact: true });
  }
  button(name, within = this.page) {
    return within.getByRole("button", { name, exact: true });
  }
  textbox(name, within = this.page) {
    return within.getByRole("textbox", { name, exact: true });
  }
  combobox(name, within = this.page) {
    return within.getByRole("combobox", { name, exact: true });
  }
  tab(name) {
    // A tab's name may end in the count of what it shows.
    return this.result.getByRole("tab", { name: new RegExp(`^${name}( ?\\d+)?$`) });
  }

  get testRequest() {
    // Its name may end in the keys that press it.
    return this.page.getByRole("button", { name: /^Test request\b/ });
  }
  get cancelRequest() {
    return this.button("Cancel request");
  }
  get url() {
    return this.textbox("URL endpoint");
  }
  get method() {
    return this.combobox("Method");
  }
  get body() {
    return this.textbox("Body");
  }
  get timeout() {
    return this.page.getByRole("slider", { name: "Timeout", exact: true });
  }
  get isAsync() {
    return this.page.getByRole("switch", { name: "Asynchronous request", exact: true });
  }
  get dialog() {
    return this.page.getByRole("dialog", { name: "Parameter values", exact: true });
  }
  get result() {
    return this.region("Test result");
  }
  get outcome() {
    return this.result.getByRole("status", { name: "Outcome", exact: true });
  }

  /** An exit on the node's card, by its name. */
  exit(name) {
    const named = this.page.getByText(name, { exact: true });
    return this.region("Node").getByRole("listitem").filter({ has: named });
  }

  /** Waits until the node's card shows that an exit was taken, and what came. */
  takes(name, what = /\S/) {
    return eventually(async () => {
      assert.ok(await this.isTaken(name), `${name} is the exit that was taken`);
      assert.match(await this.exit(name).innerText(), what);
    });
  }
  /** Whether an exit's line says that it was taken by the last test, or by one of a node that has changed since. */
  async isTaken(name) {
    return /\b(just now|earlier)\b/.test(await this.exit(name).textContent());
  }

  /** What a sample endpoint is called under the loopback name that the page does not have. */
  sample(path) {
    return `${this.other}/sample/${path}`;
  }

  // ── What a person does ──

  /** An empty node that asks for a sample endpoint. */
  async begin(path, method = "GET") {
    await this.button("New").click();
    await this.method.selectOption(method);
    await this.url.fill(path.includes("://") ? path : this.sample(path));
  }

  /** Adds a row of a name and a value to a section, and returns its fields. */
  async addRow(section, button, name, value) {
    const region = this.region(section);
    const names = region.getByRole("textbox", { name: /^Name \d+$/ });
    const number = (await names.count()) + 1;
    await this.button(button, region).click();
    const row = { name: this.textbox(`Name ${number}`, region), value: this.textbox(`Value ${number}`, region) };
    await row.name.fill(name);
    if (value !== undefined) await row.value.fill(value);
    return row;
  }
  addQuery(name, value) {
    return this.addRow("Query parameters", "Add query parameter", name, value);
  }
  addHeader(name, value) {
    return this.addRow("Headers", "Add header", name, value);
  }
  addFormField(name, value) {
    return this.addRow("Body", "Add form field", name, value);
  }

  /** Adds a mapping, and returns its fields. */
  async addMapping(path, parameter) {
    const region = this.region("Response mapping");
    const number = (await region.getByRole("textbox", { name: /^Object path \d+$/ }).count()) + 1;
    await this.button("Add mapping", region).click();
    const row = { path: this.textbox(`Object path ${number}`), parameter: this.combobox(`Parameter ${number}`) };
    await row.path.fill(path);
    await row.parameter.fill(parameter);
    return row;
  }

  /** Adds an exit, and returns its status code's field. */
  async addStatusCode(status) {
    const region = this.region("Response status codes");
    const number = (await region.getByRole("textbox", { name: /^Status code \d+$/ }).count()) + 1;
    await this.button("Add status code", region).click();
    const field = this.textbox(`Status code ${number}`, region);
    await field.fill(status);
    return field;
  }

  /** Opens one of the tool bar's dialogs. */
  async open(name, button = name) {
    await this.button(button).click();
    const dialog = this.page.getByRole("dialog", { name, exact: true });
    await dialog.waitFor();
    return dialog;
  }

  /** Declares parameters in their panel, each with an entity, a predefined value and whether it is secret. */
  async declare(...parameters) {
    const panel = await this.open("Parameters");
    const names = panel.getByRole("textbox", { name: /^Parameter name \d+$/ });
    for (const { name, entity, value, secret } of parameters) {
      const number = (await names.count()) + 1;
      await this.button("Add parameter", panel).click();
      await this.textbox(`Parameter name ${number}`, panel).fill(name);
      if (entity) await this.combobox(`Entity ${number}`, panel).fill(entity);
      if (value) await panel.getByLabel(`Predefined value ${number}`, { exact: true }).fill(value);
      if (secret) await this.button(`Parameter ${number} is secret`, panel).click();
    }
    await this.button("Done", panel).click();
  }

  /** Pastes a text into a field, as the keys would. */
  async paste(field, text) {
    await field.focus();
    await field.evaluate((element, text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      // What nobody takes is inserted, as the browser does.
      if (element.dispatchEvent(event)) document.execCommand("insertText", false, text);
    }, text);
  }

  /** Presses Test request and answers what `/sample/echo` says had arrived there. */
  async echo(press = () => this.testRequest.click()) {
    await this.page.evaluate(keepEcho);
    await press();
    const echo = await eventually(async () => {
      const text = await this.page.evaluate(() => globalThis.echo);
      assert.equal(typeof text, "string", "nothing arrived at /sample/echo");
      return JSON.parse(text);
    });
    await eventually(async () => assert.equal(await this.cancelRequest.count(), 0));
    await this.says(/default[^]*200/);
    return echo;
  }

  /** Fills the dialog in and sends. */
  async answer(values) {
    await this.dialog.waitFor();
    for (const [name, value] of Object.entries(values)) await this.textbox(name, this.dialog).fill(value);
    await this.button("Send", this.dialog).click();
  }

  /** Where the result is a sheet over the drawer, pushes it down. */
  async putResultAway() {
    const handle = this.button("Put the result away", this.result);
    if (await handle.isVisible()) await handle.click();
  }

  /** Where the result is a sheet that is pushed down, pulls it up. */
  async pullResultUp() {
    const handle = this.button("Show the result", this.result);
    if (await handle.isVisible()) await handle.click();
  }

  // ── What a person sees ──

  /** Waits until the outcome reads like this. */
  says(pattern, within) {
    return this.shows(this.outcome, pattern, within);
  }

  /** Waits until an element's text reads like this. */
  shows(locator, pattern, within) {
    return eventually(async () => assert.match(await locator.innerText(), pattern), within);
  }

  /** Opens a tab of the result and answers what it shows. */
  async panel(name) {
    const tab = this.tab(name);
    await tab.click();
    await eventually(async () => assert.equal(await tab.getAttribute("aria-selected"), "true"));
    const panel = this.result.getByRole("tabpanel");
    await panel.waitFor();
    return panel;
  }

  /** What a screen reader says after a field's name: its problem, or what its path finds. */
  description(field) {
    return field.evaluate((element) => {
      const ids = (element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
      return ids.map((id) => element.getRootNode().getElementById(id)?.textContent ?? "").join(" ").trim();
    });
  }
  describes(field, pattern) {
    return eventually(async () => assert.match(await this.description(field), pattern));
  }

  /** Waits until a field is at fault, in these words, which stand on the page. */
  async isAtFault(field, pattern) {
    await eventually(async () => {
      assert.equal(await field.getAttribute("aria-invalid"), "true", "the field is at fault");
      assert.match(await this.description(field), pattern);
    });
  }
  isFine(field) {
    return eventually(async () => assert.notEqual(await field.getAttribute("aria-invalid"), "true"));
  }

  /** Waits until a field holds a text. */
  reads(field, value) {
    return eventually(async () => assert.equal(await field.inputValue(), value));
  }

  hasFocus(locator) {
    return eventually(async () => {
      const focused = await locator.evaluate((element) => element === element.ownerDocument.activeElement);
      assert.ok(focused, `the focus is on ${await this.focusedName()}, not on ${locator}`);
    });
  }

  /** What has the keyboard, as far as its name can be told. */
  focusedName() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "nothing";
      const labelled = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
      const name =
        element.getAttribute("aria-label") ??
        (labelled.map((id) => document.getElementById(id)?.textContent).join(" ") ||
          element.labels?.[0]?.textContent ||
          element.textContent);
      return name.trim().replace(/\s+/g, " ");
    });
  }

  // ── What the browser says of the page ──

  /** A complaint of the browser's that this test is about. */
  expects(pattern) {
    this.expected.push(pattern);
  }

  /** Fails where the browser complained of something that the test did not expect. */
  async wasQuiet() {
    const violations = await this.page.evaluate(() => globalThis.violations);
    assert.deepEqual(violations, [], "the page breaks its own Content-Security-Policy");
    const surprising = this.complaints.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(surprising, [], "the browser complains");
  }
}

/** Runs in the page: keeps the text of the next answer. The browser's own log has none of bodies that are read piecewise. */
function keepEcho() {
  const send = globalThis.fetch;
  globalThis.echo = undefined;
  globalThis.fetch = async (...request) => {
    globalThis.fetch = send;
    const response = await send(...request);
    response
      .clone()
      .text()
      .then((text) => (globalThis.echo = text));
    return response;
  };
}
