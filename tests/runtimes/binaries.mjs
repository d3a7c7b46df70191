// A runtime's name in; the path of the program that npm installed for it out, or the reason why there is none here.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAMS = {
  node22: "node22/bin/node",
  node24: "node24/bin/node",
  bun: "@oven/bun-linux-x64/bin/bun",
  deno: "@deno/linux-x64-glibc/deno",
  workerd: "@cloudflare/workerd-linux-64/bin/workerd",
};

/** `{ program }`, or `{ skip }` on a machine that these packages are not made for. */
export function binary(name) {
  if (name === "node") return { program: process.execPath };
  const program = fileURLToPath(new URL(`node_modules/${PROGRAMS[name]}`, import.meta.url));
  if (existsSync(program)) return { program };
  if (process.platform === "linux" && process.arch === "x64") throw new Error(`${name} is missing: run \`cargo xtask test runtimes\`.`);
  return { skip: `npm's ${name} is installed on Linux on x64 alone` };
}
