// A fresh project with the packed package in it, and the sample server beside it.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const execute = promisify(execFile);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** The packed package: named by the environment, or where `cargo xtask package` leaves it. */
async function tarball() {
  if (process.env.SWITCHHOOK_TARBALL) return process.env.SWITCHHOOK_TARBALL;
  const folder = join(root, "target/npm");
  const packed = existsSync(folder) ? (await readdir(folder)).find((name) => name.endsWith(".tgz")) : undefined;
  if (!packed) throw new Error("There is no packed package: run `cargo xtask package` first.");
  return join(folder, packed);
}

/** Installs the package into an empty project, or into a copy of an example's. */
export async function project(example) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "switchhook-consumer-")));
  if (example) await cp(join(root, "examples", example), folder, { recursive: true });
  else await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const quiet = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  await execute(npm, ["install", ...quiet, await tarball()], { cwd: folder, shell: process.platform === "win32" });
  return {
    folder,
    /** The folder of the installed package. */
    installed: join(folder, "node_modules/switchhook"),
    write: (name, text) => writeFile(join(folder, name), text),
    /** The package as the project's own files import it. */
    async load() {
      await writeFile(join(folder, "load.js"), 'export * from "switchhook"; export { default } from "switchhook";');
      return import(pathToFileURL(join(folder, "load.js")));
    },
    /** Runs Node in the project: what it printed, and how long it took. */
    async node(...args) {
      const started = performance.now();
      const { stdout } = await execute(process.execPath, args, { cwd: folder, timeout: 60_000 });
      return { stdout, milliseconds: performance.now() - started };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Starts the sample server on a free port. */
export async function sampleServer() {
  const binary = process.env.SWITCHHOOK_SERVER ?? join(root, "target/debug/switchhook-server");
  if (!existsSync(binary)) {
    throw new Error("There is no server: run `cargo build -p switchhook-server`, or name it in SWITCHHOOK_SERVER.");
  }
  return started(binary, ["--port", "0"]);
}

/** Starts a server that says where it listens. */
export async function started(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = line.match(/http:\/\/\S+/)?.[0];
    if (origin) return { origin, stop: () => child.kill() };
  }
  throw new Error("The server ended before it said where it listens.");
}

/** Names and values of a table's rows that did not come out as they should, all at once. */
export function differing(rows) {
  return rows.filter(([, got, want]) => JSON.stringify(got) !== JSON.stringify(want))
    .map(([name, got, want]) => ({ name, got, want }));
}
