/** The node drawer as a custom element: `import { defineWebhookNode } from "switchhook/element"`. */
import type { Outcome, ParameterDeclaration, ParameterValues, Problem, WebhookDefinition } from "./index.js";

/**
 * Registers the element once its module is ready. Needed once for each tag; a tag that is taken stays as it is.
 *
 * @throws SwitchhookError "not-loaded" where the module cannot be loaded
 */
export function defineWebhookNode(tag?: string): Promise<void>;

/**
 * What people read and hear in the drawer, by the English texts: `"Test request": "Anfrage testen"`. All of them are in
 * `switchhook/element-strings.json`. Values have names in braces, which a text has in its own order:
 * `"{mapped} of {all} mapped": "{mapped} von {all} zugeordnet"`. A function is called with them, for plurals
 * (`Intl.PluralRules`) and figures; of a text without values with an empty object. What is missing or empty stays English,
 * and so does what a function leaves undone: it throws, or returns no text, which the page hears of as of any error.
 *
 * Sentences about problems and failures are known by their code and reason, and have the English one as `{message}`:
 * `"problem.bad-url"`, `"failure.timeout"`.
 */
export type ElementStrings = Record<string, string | ((values: Record<string, string>) => string)>;

/** The events of the drawer, by their names. */
export interface WebhookNodeEvents {
  "definition-change": CustomEvent<WebhookDefinition>;
  "parameters-change": CustomEvent<ParameterDeclaration[]>;
  outcome: CustomEvent<Outcome>;
}

/**
 * The drawer. Properties may be set before or after the element is connected; moving it keeps its state, and so does
 * taking it off the page and putting it back.
 *
 * Events bubble and are composed: "definition-change" (detail: WebhookDefinition) and "parameters-change" (detail:
 * ParameterDeclaration[]) for what people change in the drawer, and "outcome" (detail: Outcome) after each test. What
 * a program sets is no event.
 */
export interface WebhookNodeElement extends HTMLElement {
  /**
   * The definition with its defaults; a copy. Setting another one begins anew: there is nothing to undo, and what was
   * typed for tests is forgotten. Setting the same one again changes nothing. One with errors is shown with them.
   *
   * @throws SwitchhookError "invalid-definition" for what cannot be read as a definition at all
   */
  definition: WebhookDefinition;
  /**
   * The parameters of the agent.
   *
   * @throws SwitchhookError "bad-declarations"
   */
  parameters: ParameterDeclaration[];
  /** Errors and warnings of the definition as it is now. */
  readonly problems: Problem[];
  /** URL of a relay for test requests that browsers refuse; null: none. Also an attribute. */
  relay: string | null;
  /** What sends test requests. Default the browser's; tests and hosts with a proxy of their own replace it. */
  fetch: typeof globalThis.fetch;
  /**
   * The words of the drawer; null for English. A copy is used, so that changes take setting it again; they show at once,
   * and nothing that was typed is lost. Texts are texts: markup in them is shown as it is. Outcomes, problems and errors
   * that programs get are English in any case.
   *
   * @throws SwitchhookError "bad-options" for what is no object, and for values that are neither texts nor functions
   */
  strings: ElementStrings | null;
  /**
   * Presses Test request, with values for this one test. Values that are still missing are asked for in the drawer;
   * where nobody types them, the outcome is "failed", for "missing-parameters".
   *
   * @throws SwitchhookError "invalid-definition" | "busy" (a test is under way) | "not-connected" | "bad-values"
   */
  test(values?: ParameterValues): Promise<Outcome>;
  addEventListener<K extends keyof WebhookNodeEvents>(type: K, listener: (this: WebhookNodeElement, event: WebhookNodeEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof WebhookNodeEvents>(type: K, listener: (this: WebhookNodeElement, event: WebhookNodeEvents[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "webhook-node": WebhookNodeElement;
  }
}
