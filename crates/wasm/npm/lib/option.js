// An option that is called by this half of the package: read once, and refused unless it is a function.
import { SwitchhookError } from "./error.js";

/** The function; undefined where none is given. */
export function callback(options, name) {
  let given;
  try {
    given = options?.[name] ?? undefined;
  } catch (cause) {
    throw badOption(name, `it cannot be read (${cause?.message ?? cause})`, cause);
  }
  if (given !== undefined && typeof given !== "function") throw badOption(name, "it is a function");
  return given;
}

export function badOption(name, why, cause) {
  return new SwitchhookError(`The option ${name} is not right: ${why}.`, { code: "bad-options", cause });
}
