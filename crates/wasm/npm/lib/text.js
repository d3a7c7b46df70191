// Bytes of the module in, the text out that they are in UTF-8, without a mark.

/** WebKit's decoders fail behind 2 GiB, counted over all that they have read. */
const MOST = 2_000_000_000;

let decoder = fresh();
let read = 0;

export function text(bytes) {
  read += bytes.length;
  if (read > MOST) {
    decoder = fresh();
    read = bytes.length;
  }
  return decoder.decode(bytes);
}

function fresh() {
  return new TextDecoder("utf-8", { ignoreBOM: true });
}
