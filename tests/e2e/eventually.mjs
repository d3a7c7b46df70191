// A check that may not hold yet goes in, and its result comes out as soon as it holds: Playwright's library waits for
// elements by itself, and this waits for everything else.

import { setTimeout as pause } from "node:timers/promises";

/** How long a page may take to get to what is expected of it, in milliseconds. */
export const PATIENCE = 5_000;

/** Asks again until `check` no longer throws; its last complaint is the failure. */
export async function eventually(check, within = PATIENCE) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(25);
  }
}
