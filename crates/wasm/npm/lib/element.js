// The custom element around the drawer: properties and attributes go in, events come out, and what people see is in a
// shadow root. Each element has an instance of the module for itself.
import { Instance } from "./instance.js";
import { badOption } from "./option.js";
import { speaker } from "./strings.js";
import { glue } from "../wasm/element.js";
import { css } from "../wasm/styles.js";

/** Properties that a page may set before their class is there. */
const SETTABLE = ["definition", "parameters", "relay", "fetch", "strings"];

/** Instances that an element uses up: one that always fails is not worth a new one forever. */
const INSTANCES = 5;

/** The class of an element, over the compiled module. `later` gives what it does not need for its first paint. */
export function webhookNode(module, later) {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);

  return class WebhookNodeElement extends HTMLElement {
    static observedAttributes = ["relay"];

    #root = this.attachShadow({ mode: "open" });
    #instance;
    #drawer;
    #used = 0;
    #fetch;
    #strings = null;
    #say;
    #shown;
    /** What the drawer holds, as JSON text: for an instance that takes the place of one that failed. */
    #kept = { definition: undefined, parameters: "[]" };

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [styles];
      this.#begin();
      for (const name of SETTABLE.filter((name) => Object.hasOwn(this, name))) this.#take(name);
    }

    get definition() {
      return JSON.parse(this.#ask((drawer) => drawer.definition()));
    }

    set definition(definition) {
      this.#ask((drawer) => drawer.setDefinition(definition));
      this.#kept.definition = this.#ask((drawer) => drawer.definition());
    }

    get parameters() {
      return JSON.parse(this.#ask((drawer) => drawer.parameters()));
    }

    set parameters(parameters) {
      this.#ask((drawer) => drawer.setParameters(parameters));
      this.#kept.parameters = this.#ask((drawer) => drawer.parameters());
    }

    get problems() {
      return this.#ask((drawer) => drawer.problems());
    }

    get relay() {
      return this.getAttribute("relay");
    }

    set relay(url) {
      if (url === null || url === undefined) this.removeAttribute("relay");
      else this.setAttribute("relay", url);
    }

    get fetch() {
      return this.#fetch ?? globalThis.fetch;
    }

    set fetch(fetch) {
      const given = fetch ?? undefined;
      if (given !== undefined && typeof given !== "function") throw badOption("fetch", "it is a function");
      this.#fetch = given;
      this.#ask((drawer) => drawer.setFetch(given));
    }

    get strings() {
      return this.#strings;
    }

    set strings(strings) {
      this.#say = speaker(strings);
      this.#strings = strings ?? null;
      this.#ask((drawer) => drawer.setStrings(this.#say));
    }

    async test(values) {
      const instance = this.#instance;
      return instance.keep(this.#ask((drawer) => drawer.test(values)));
    }

    attributeChangedCallback(name, before, relay) {
      if (relay !== before) this.#ask((drawer) => drawer.setRelay(relay ?? undefined));
    }

    connectedCallback() {
      if (!this.#shown) this.#show();
    }

    disconnectedCallback() {
      // An element that is moved is back before this runs.
      queueMicrotask(() => {
        if (this.isConnected || !this.#shown) return;
        this.#hide();
        this.#ask((drawer) => drawer.unmount());
      });
    }

    #begin() {
      this.#used++;
      this.#instance = new Instance(module, glue, (failure) => queueMicrotask(() => this.#beginAgain(failure)), later);
      this.#drawer = this.#instance.call(({ DrawerHandle }) => new DrawerHandle((name, detail) => this.#tell(name, detail)));
    }

    /** A new instance takes the place of one that failed, as of the last change. */
    #beginAgain(failure) {
      reportError(failure);
      this.#hide();
      if (this.#used === INSTANCES) return;
      this.#begin();
      const { definition, parameters } = this.#kept;
      this.#ask((drawer) => drawer.setDefinition(definition));
      this.#ask((drawer) => drawer.setParameters(JSON.parse(parameters)));
      this.#ask((drawer) => drawer.setRelay(this.relay ?? undefined));
      this.#ask((drawer) => drawer.setFetch(this.#fetch));
      this.#ask((drawer) => drawer.setStrings(this.#say));
      if (this.isConnected) this.#show();
    }

    #show() {
      this.#shown = this.#root.appendChild(document.createElement("div"));
      this.#shown.className = "mount";
      this.#ask((drawer) => drawer.mount(this.#shown));
    }

    #hide() {
      this.#shown?.remove();
      this.#shown = undefined;
    }

    /** A property that was set before the class was there hides the class's own: it is set again. */
    #take(name) {
      const value = this[name];
      delete this[name];
      try {
        this[name] = value;
      } catch (error) {
        // Nobody is there to catch it: the page hears of it, and the element works.
        reportError(error);
      }
    }

    #ask(question) {
      return this.#instance.call(question, this.#drawer);
    }

    #tell(name, detail) {
      if (name === "definition-change") this.#kept.definition = detail;
      if (name === "parameters-change") this.#kept.parameters = detail;
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(detail), bubbles: true, composed: true }));
    }
  };
}
