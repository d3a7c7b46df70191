//! The masks of a block in plain Rust, in loops that compilers turn into vector instructions.

use super::{BLOCK, Breaks, Masks, NUMBER};

/// Looks at a block.
#[inline(always)]
pub(crate) fn masks(block: &[u8; BLOCK]) -> Masks {
    Masks {
        quotes: mask(block, |byte| byte == b'"'),
        backslashes: mask(block, |byte| byte == b'\\'),
        // The bit 0x20 is all that `{` and `[` differ by, and `}` and `]`.
        operators: mask(block, |byte| {
            let byte = byte | 0x20;
            (byte == b'{') | (byte == b'}') | (byte == b':') | (byte == b',')
        }),
        spaces: mask(block, |byte| {
            (byte == b' ') | (byte == b'\t') | (byte == b'\n') | (byte == b'\r')
        }),
        controls: mask(block, |byte| byte < b' '),
    }
}

/// Looks for lines and characters.
#[inline(always)]
pub(crate) fn breaks(block: &[u8; BLOCK]) -> Breaks {
    Breaks {
        ends: mask(block, |byte| byte == b'\n'),
        following: mask(block, |byte| byte & 0xC0 == 0x80),
    }
}

/// Which bytes are digits.
#[inline(always)]
pub(crate) fn digits(number: &[u8; NUMBER]) -> u32 {
    mask(number, |byte| byte.is_ascii_digit()) as u32
}

#[inline(always)]
fn mask<const LENGTH: usize>(bytes: &[u8; LENGTH], is: impl Fn(u8) -> bool) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte of a product.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let ones: [u8; LENGTH] = std::array::from_fn(|at| u8::from(is(bytes[at])));
    let (words, _) = ones.as_chunks::<8>();
    (0..).zip(words).fold(0, |mask, (place, word)| {
        let bits = u64::from_le_bytes(*word).wrapping_mul(GATHER) >> 56;
        mask | bits << (place * 8)
    })
}
