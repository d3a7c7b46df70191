/** Everything this package throws: a stable `code`, a sentence, and problems where they are the reason. */
export class SwitchhookError extends Error {
  constructor(message, { code = "internal", problems = [], ...options } = {}) {
    super(message, options);
    this.code = code;
    this.problems = problems;
  }
}

Object.defineProperty(SwitchhookError.prototype, "name", { value: "SwitchhookError", writable: true, configurable: true });
