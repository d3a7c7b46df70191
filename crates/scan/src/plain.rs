//! Text in, how much of it a JSON string holds as it is out (RFC 8259 §7).

use crate::block::{BLOCK, masks};

/// How many bytes there are before a quote, a backslash or a control character.
///
/// ```
/// assert_eq!(switchhook_scan::plain(b"the \"tea\""), 4);
/// assert_eq!(switchhook_scan::plain(b"tea"), 3);
/// ```
pub fn plain(bytes: &[u8]) -> usize {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut count = 0;
    for block in blocks {
        let found = masks(block);
        let ends = found.quotes | found.backslashes | found.controls;
        if ends != 0 {
            return count + ends.trailing_zeros() as usize;
        }
        count += BLOCK;
    }
    count + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')).count()
}
