// What to do, how often and how many at a time in; runs a second, latencies and the processor's time for each out.

import { readFileSync } from "node:fs";

const ROUNDS = 3;

/** Milliseconds that this process has computed. */
export function own() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that another process has computed, on Linux; it counts in hundredths of a second. */
export function ofProcess(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is a name in parentheses, which may hold spaces.
  const [user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

/** The median of each figure of some rounds, after one that does not count. */
export async function load(work, { times, together, computed = own }) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await measured(work, times, together, computed));
  const median = (what) => rounds.slice(1).map((round) => round[what]).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
  const figures = Object.keys(rounds[0]).map((what) => [what, median(what)]);
  return { times, together, ...Object.fromEntries(figures) };
}

async function measured(work, times, together, computed) {
  const latencies = [];
  let left = times;
  const caller = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      await work();
      latencies.push(performance.now() - begun);
    }
  };
  const [before, started] = [computed(), performance.now()];
  await Promise.all(Array.from({ length: together }, caller));
  const [took, busy] = [performance.now() - started, computed() - before];
  latencies.sort((one, other) => one - other);
  const part = (share) => latencies[Math.floor(share * (times - 1))];
  return { perSecond: (times / took) * 1000, p50: part(0.5), p95: part(0.95), p99: part(0.99), processor: busy / times };
}
