// Where the parts leave what they measured, and where the report finds it: `target/bench`, a JSON file each.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = `${ROOT}target/bench`;

export function write(name, results) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(results, null, 1));
}

/** What a part measured last, or undefined. */
export function read(name) {
  const file = `${FOLDER}/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
