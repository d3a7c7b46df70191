// Figures in, Markdown out: tables, and numbers as a person reads them.

/** A head and rows of cells as a table. Cells behind the first stand to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** Three digits are what a benchmark can know. */
export function figure(number) {
  if (number === 0) return "0";
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
  return number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function time(milliseconds) {
  return milliseconds < 0.9995 ? `${figure(milliseconds * 1000)} µs` : `${figure(milliseconds)} ms`;
}

export function ratio({ median }) {
  return `${figure(median)}×`;
}

/** A ratio with its quartiles. */
export function spread({ low, median, high }) {
  return `**${figure(median)}×** (${figure(low)}–${figure(high)})`;
}

export function speed(size, milliseconds) {
  const megabytes = size / 1e3 / milliseconds;
  return megabytes >= 1000 ? `${figure(megabytes / 1000)} GB/s` : `${figure(megabytes)} MB/s`;
}

export function kilobytes(bytes) {
  return `${figure(bytes / 1000)} kB`;
}

export function megabytes(bytes) {
  return bytes < 1e6 ? kilobytes(bytes) : `${figure(bytes / 1e6)} MB`;
}
