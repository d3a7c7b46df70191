//! The bytes of a window in, the places of its tokens out: brackets, colons and commas, both quotes
//! of each string, and the first byte of each number and word.
//!
//! What is in strings is checked on the way (RFC 8259 §7): where something is wrong with it, there
//! are no more tokens.

use crate::block::{BLOCK, Masks, masks};

/// Goes through a window, block by block.
pub(crate) struct Cursor<'w> {
    bytes: &'w [u8],
    /// Where the block begins that the masks are of.
    base: usize,
    /// Where the next one begins.
    next: usize,
    /// Its tokens, and those of them that are closing quotes.
    tokens: u64,
    closing: u64,
    backslashes: u64,
    /// The last backslash before the block, and one; 0 for none.
    behind_backslash: usize,
    /// All ones where the block before ended inside of a string.
    in_string: u64,
    /// One where the block before ended with a backslash that escapes the next byte.
    escapes: u64,
    /// One where the block before ended inside of a number or a word.
    in_word: u64,
}

impl<'w> Cursor<'w> {
    /// Begins outside of all tokens.
    #[inline(always)]
    pub(crate) fn new(bytes: &'w [u8], from: usize) -> Cursor<'w> {
        Cursor {
            bytes,
            base: from,
            next: from,
            tokens: 0,
            closing: 0,
            backslashes: 0,
            behind_backslash: 0,
            in_string: 0,
            escapes: 0,
            in_word: 0,
        }
    }

    /// The block: where it begins, and a bit for each of its tokens, with closing quotes or without.
    #[inline(always)]
    pub(crate) fn block(&self, closing: bool) -> (usize, u64) {
        (self.base, if closing { self.tokens } else { self.tokens & !self.closing })
    }

    /// What is left of the block, given a place in it.
    #[inline(always)]
    pub(crate) fn from(&self, at: usize, closing: bool) -> (usize, u64) {
        let (base, tokens) = self.block(closing);
        // Behind the last place there is nothing, and no shift by so many bits.
        (base, tokens & u64::MAX.checked_shl((at - base) as u32).unwrap_or(0))
    }

    /// Whether a string has escapes, given where its quotes are. The closing one is the last token
    /// that was handed out.
    #[inline(always)]
    pub(crate) fn has_escapes(&self, start: usize, end: usize) -> bool {
        self.behind_backslash > start || (self.backslashes != 0 && self.escapes_here(start, end))
    }

    fn escapes_here(&self, start: usize, end: usize) -> bool {
        let below_end = (1_u64 << (end - self.base)) - 1;
        let from_start = start.checked_sub(self.base).map_or(u64::MAX, |place| u64::MAX << place);
        self.backslashes & below_end & from_start != 0
    }

    /// Goes on to the next block, where the window has one.
    pub(crate) fn load(&mut self) -> Option<()> {
        if self.backslashes != 0 {
            self.behind_backslash = self.base + BLOCK - self.backslashes.leading_zeros() as usize;
        }
        self.base = self.next;
        let rest = self.bytes.get(self.base..)?;
        self.next += BLOCK;
        let found = match rest.first_chunk::<BLOCK>() {
            Some(block) => masks(block),
            None if rest.is_empty() => return None,
            None => {
                let mut block = [b' '; BLOCK];
                block.iter_mut().zip(rest).for_each(|(space, byte)| *space = *byte);
                masks(&block)
            }
        };
        self.sort_out(&found);
        Some(())
    }

    #[inline(always)]
    fn sort_out(&mut self, found: &Masks) {
        self.backslashes = found.backslashes;
        let escaped = self.escaped(found.backslashes);
        let quotes = found.quotes & !escaped;
        // A string's opening quote and what is in it, but not its closing quote.
        let inside = parity(quotes) ^ self.in_string;
        self.in_string = 0_u64.wrapping_sub(inside >> 63);
        let outside = !(inside | quotes);
        let words = outside & !found.operators & !found.spaces;
        let first = words & !(words << 1 | self.in_word);
        self.in_word = words >> 63;
        self.tokens = found.operators & outside | quotes | first;
        self.closing = quotes & !inside;
        let wrong = found.controls & inside | self.wrong_escapes(escaped & inside);
        if wrong != 0 {
            self.tokens &= (1 << wrong.trailing_zeros()) - 1;
            self.next = usize::MAX;
        }
    }

    /// The bytes that a backslash before them escapes.
    #[inline(always)]
    fn escaped(&mut self, backslashes: u64) -> u64 {
        /// Every second place.
        const ODD: u64 = 0xAAAA_AAAA_AAAA_AAAA;
        if backslashes == 0 {
            return std::mem::take(&mut self.escapes);
        }
        // Of several backslashes in a row, every second one is escaped by the one before it. The
        // subtraction runs through such a row as a borrow, and so tells odd places from even ones.
        let starts = backslashes & !self.escapes;
        let toggled = ((starts << 1) | ODD).wrapping_sub(starts) ^ ODD;
        let escaped = toggled ^ (backslashes | self.escapes);
        self.escapes = (toggled & backslashes) >> 63;
        escaped
    }

    /// Which of the escaped bytes make no escape.
    #[inline(always)]
    fn wrong_escapes(&self, mut escaped: u64) -> u64 {
        let mut wrong = 0;
        while escaped != 0 {
            let place = escaped.trailing_zeros();
            let behind = self.bytes.get(self.base + place as usize..).unwrap_or_default();
            if !is_escape(behind) {
                wrong |= 1 << place;
            }
            escaped &= escaped - 1;
        }
        wrong
    }
}

/// Whether an escape goes on like this behind its backslash, as far as the window goes.
fn is_escape(behind: &[u8]) -> bool {
    match behind.split_first() {
        Some((b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', _)) => true,
        Some((b'u', digits)) => digits.iter().take(4).all(u8::is_ascii_hexdigit),
        // A string that the window ends in is read again by whoever has the next one.
        None => true,
        _ => false,
    }
}

/// For each bit, whether it and those below it have an odd number of ones.
#[inline(always)]
fn parity(bits: u64) -> u64 {
    let mut parity = bits;
    parity ^= parity << 1;
    parity ^= parity << 2;
    parity ^= parity << 4;
    parity ^= parity << 8;
    parity ^= parity << 16;
    parity ^= parity << 32;
    parity
}
