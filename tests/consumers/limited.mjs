// The bytes of a module go in, and come out with a limit to its memory: a real trap is then a large document away.

/** `pages` more than it starts with, of 64 KiB each. */
export function limited(bytes, pages) {
  let at = 8;
  while (at < bytes.length) {
    const [id, size] = [bytes[at], leb(bytes, at + 1)];
    const end = size.end + size.value;
    // Section 5: one memory, whose limits are a flag and the pages at first.
    if (id === 5) {
      const first = leb(bytes, size.end + 2).value;
      const section = [1, 1, ...unsigned(first), ...unsigned(first + pages)];
      return Uint8Array.from([...bytes.subarray(0, at), 5, ...unsigned(section.length), ...section, ...bytes.subarray(end)]);
    }
    at = end;
  }
  throw new Error("The module has no memory of its own.");
}

function leb(bytes, start) {
  let [value, at, shift] = [0, start, 0];
  for (; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, end: at };
  }
}

function unsigned(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
