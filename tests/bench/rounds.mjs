// Contenders and the variants of a body in; out come, for each contender, its time per body, and the median and the
// quartiles of the ratios to the first one's time in the same round.

/** How long one sample lasts at least, unless a single body takes longer. */
const SAMPLE = 20;
/** No race takes much longer than this, once it is warm. */
const RACE = 20_000;
const ROUNDS = { least: 7, most: 25 };
/** From this size on garbage is collected between samples. Doing so every few milliseconds would throw away what the
 * engine has learned of small bodies, and make the peers up to four times slower than they are. */
const LARGE = 500_000;

export function race(contenders, { variants, size }) {
  const collect = (size >= LARGE && globalThis.gc) || (() => undefined);
  const counts = contenders.map(({ run }) => warmedUp(run, variants));
  const samples = contenders.map(() => []);
  const started = performance.now();
  for (let round = 0; round < ROUNDS.most; round++) {
    if (round >= ROUNDS.least && performance.now() - started > RACE) break;
    // Another one begins each time, so that nobody always runs behind the same neighbour.
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length;
      // Outside of the clock: nobody pays for what another one left.
      collect();
      samples[index].push(sample(contenders[index].run, variants, counts[index]));
    }
  }
  return contenders.map(({ name }, index) => {
    const ratios = samples[index].map((milliseconds, round) => milliseconds / samples[0][round]);
    return { name, milliseconds: quantile(samples[index], 0.5), rounds: ratios.length, ratio: spread(ratios) };
  });
}

/** Median and quartiles. */
export function spread(values) {
  return { low: quantile(values, 0.25), median: quantile(values, 0.5), high: quantile(values, 0.75) };
}

export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** Runs until the compilers are done with it, and says how many runs make a sample. */
function warmedUp(run, variants) {
  let runs = 0;
  let last = 0;
  const started = performance.now();
  while (performance.now() - started < 15 * SAMPLE || runs < 3) {
    const before = performance.now();
    for (let index = 0; index < variants.length; index++) keep(run(variants[index]));
    last = (performance.now() - before) / variants.length;
    runs++;
  }
  const whole = Math.ceil(SAMPLE / Math.max(last, 1e-4) / variants.length);
  return Math.max(1, whole) * variants.length;
}

/** Milliseconds per body. */
function sample(run, variants, count) {
  const started = performance.now();
  for (let index = 0; index < count; index++) keep(run(variants[index % variants.length]));
  return (performance.now() - started) / count;
}

/** The last result is kept where a compiler cannot tell that nobody reads it. */
function keep(result) {
  globalThis.kept = result;
}
