// The results of all parts in; out come the figures that DESIGN (section 11) sets, each with its verdict.

import { DOM, REFERENCE as XML_REFERENCE } from "./contenders/xml.mjs";
import { REFERENCE as JSON_REFERENCE } from "./contenders/json.mjs";
import { figure, kilobytes, megabytes, table } from "./markdown.mjs";

const FALLS_SHORT = "**not yet**";

/** A table with a row for each figure that was measured. */
export function goals({ node, chromium, memory, sizes, studio }) {
  const rows = [
    ...speeds("Node", node, false),
    ...speeds("Chromium", chromium, true),
    ...(memory ? [peak(memory)] : []),
    ...(sizes ? packageSizes(sizes) : []),
    ...(studio ? studioRows(studio) : []),
  ];
  return table(["what", "against", "measured", "at least", "aim", "verdict"], rows);
}

function speeds(where, { json, xml }, withDom) {
  const rows = [];
  if (json) {
    const all = ratios(json.filter(({ name }) => name !== "1 KB"), JSON_REFERENCE);
    const [mean, worst] = [geometricMean(all), Math.min(...all)];
    const [least, aim] = [mean >= 5 && worst >= 3, mean >= 8 && worst >= 6];
    const measured = `${figure(mean)}×, worst ${figure(worst)}×`;
    rows.push([`JSON, 100 KB to 10 MB and real files, ${where}`, JSON_REFERENCE, measured, "5×, worst 3×", "8×, worst 6×", verdict(least, aim)]);
    const [small] = ratios(json.filter(({ name }) => name === "1 KB"), JSON_REFERENCE);
    rows.push([`JSON, 1 KB, ${where}`, JSON_REFERENCE, `${figure(small)}×`, "2×", "4×", verdict(small >= 2, small >= 4)]);
  }
  if (xml) {
    const bodies = xml.filter(({ size }) => size <= 1_000_000);
    rows.push(xmlRow(where, bodies, XML_REFERENCE, 15, 25));
    if (withDom) rows.push(xmlRow(where, bodies, DOM, 10, 15));
  }
  return rows;
}

/** The weakest of the bodies decides. */
function xmlRow(where, bodies, peer, least, aim) {
  const all = ratios(bodies, peer);
  const worst = Math.min(...all);
  const measured = `${figure(geometricMean(all))}×, worst ${figure(worst)}×`;
  return [`XML, 1 KB to 1 MB, ${where}`, peer, measured, `${least}×`, `${aim}×`, verdict(worst >= least, worst >= aim)];
}

function ratios(bodies, peer) {
  return bodies.map(({ rows }) => rows.find(({ name }) => name === peer).ratio.median);
}

function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}

function peak({ rows: [ours, theirs] }) {
  const own = ours.heap + ours.module;
  const measured = `${megabytes(own)} of ${megabytes(theirs.heap)}`;
  // A page of linear memory has 64 KiB; what is captured lies in the heap.
  const [least, aim] = [own <= theirs.heap / 4, ours.module <= 64 * 1024 && ours.heap <= 64 * 1024];
  return ["peak memory, 10 MB of JSON, Node", "text and tree of JSON.parse", measured, "¼", "64 KiB and the captures", verdict(least, aim)];
}

function packageSizes({ package: own, element, elementLater, together }) {
  const peer = `${together.name}: ${kilobytes(together.brotli)}`;
  const row = (name, parts, peer, least, aim) => {
    const size = parts.reduce((sum, { brotli }) => sum + brotli, 0) / 1024;
    return [name, peer, `${figure(size)} KiB`, `${least} KiB`, `${aim} KiB`, verdict(size < least, size <= aim)];
  };
  return [
    row("package: wasm and JavaScript, brotli", own, peer, 110, 66),
    row("element: all that its first paint needs, brotli", element, `${kilobytes(elementLater.brotli)} follow`, 200, 150),
  ];
}

function studioRows({ files, keystrokes }) {
  const load = files.filter(({ isLater }) => !isLater).reduce((sum, { brotli }) => sum + brotli, 0);
  const { frame } = keystrokes.unlimited;
  const longTasks = [...keystrokes.unlimited.longTasks, ...keystrokes.screen.longTasks];
  const long = `${longTasks.length} tasks over 50 ms`;
  const isShort = longTasks.length === 0;
  return [
    ["studio: first load, brotli", "a Yew counter: 48 kB", kilobytes(load), "250 kB", "160 kB", verdict(load < 250_000, load <= 160_000)],
    ["keystroke to preview, 1 MiB, 10 mappings, p95", "one frame", `${figure(frame.p95)} ms, ${long}`, "16 ms", "8 ms", verdict(frame.p95 <= 16 && isShort, frame.p95 <= 8 && isShort)],
  ];
}

function verdict(least, aim) {
  return aim ? "aim" : least ? "at least" : FALLS_SHORT;
}
