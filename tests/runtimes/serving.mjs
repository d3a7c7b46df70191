// A command that serves HTTP in; a server that answers out, with the processes that it started itself.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { eventually } from "../e2e/eventually.mjs";

/** How long it may take until it answers, in milliseconds. */
const STARTING = 60_000;

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts it in a folder; what it said is the reason where it does not answer. */
export async function serving(port, program, args, folder) {
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" };
  const child = spawn(program, args, { cwd: folder, detached: true, stdio: ["ignore", "pipe", "pipe"], env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended.
    }
  };
  process.once("exit", stop);
  try {
    await eventually(() => fetch(origin).then((response) => response.arrayBuffer()), STARTING);
  } catch (cause) {
    stop();
    throw new Error(`no answer within ${STARTING} ms: ${said}`, { cause });
  }
  return { origin, pid: child.pid, stop };
}

/** The arguments with which Node runs `wrangler dev`. */
export async function wranglerDev(port, ...more) {
  const manifest = createRequire(import.meta.url).resolve("wrangler/package.json");
  const wrangler = join(dirname(manifest), "bin/wrangler.js");
  return [wrangler, "dev", "--local", "--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", `${await freePort()}`, ...more];
}
