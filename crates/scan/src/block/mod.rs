//! 64 bytes of JSON in, what each of them is out: one bit a byte, the first byte lowest.
//!
//! Two twins do it, and the same tests run over both: `simd128` where the build has that feature of
//! wasm32, and `portable` everywhere else.

#[cfg(any(test, not(target_feature = "simd128")))]
mod portable;

#[cfg(target_feature = "simd128")]
mod simd128;

#[cfg(not(target_feature = "simd128"))]
pub(crate) use portable::{breaks, digits, masks};
#[cfg(target_feature = "simd128")]
pub(crate) use simd128::{breaks, digits, masks};

/// Bytes of a block.
pub(crate) const BLOCK: usize = 64;

/// Bytes that are looked at at once for digits: most numbers are shorter.
pub(crate) const NUMBER: usize = 32;

/// What the bytes of a block are, whether in strings or outside of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Masks {
    /// `"`
    pub(crate) quotes: u64,
    /// `\`
    pub(crate) backslashes: u64,
    /// `{`, `}`, `[`, `]`, `:` and `,`; also 0x0C and 0x1A, which whoever looks at the byte sees.
    pub(crate) operators: u64,
    /// Space, tab, line feed and carriage return.
    pub(crate) spaces: u64,
    /// Everything below the space.
    pub(crate) controls: u64,
}

/// What the bytes of a block are to somebody who counts lines and characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Breaks {
    /// Line feeds.
    pub(crate) ends: u64,
    /// Bytes of UTF-8 that are not the first of their character.
    pub(crate) following: u64,
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn mask(bytes: &[u8], is: impl Fn(u8) -> bool) -> u64 {
        (0..).zip(bytes).filter(|(_, byte)| is(**byte)).fold(0, |mask, (at, _)| mask | 1_u64 << at)
    }

    fn expected(block: &[u8; BLOCK]) -> Masks {
        Masks {
            quotes: mask(block, |byte| byte == b'"'),
            backslashes: mask(block, |byte| byte == b'\\'),
            operators: mask(block, |byte| b"{}[]:,\x0c\x1a".contains(&byte)),
            spaces: mask(block, |byte| b" \t\n\r".contains(&byte)),
            controls: mask(block, |byte| byte < b' '),
        }
    }

    /// Every byte at every place of a block, among others that differ from it.
    #[test]
    fn twins_agree_with_the_definition() {
        for byte in 0..=u8::MAX {
            for at in 0..BLOCK {
                let mut block: [u8; BLOCK] =
                    std::array::from_fn(|place| (place as u8).wrapping_mul(37).wrapping_add(byte));
                block[at] = byte;
                let expected = expected(&block);
                assert_eq!(masks(&block), expected, "{byte:#x} at {at}");
                assert_eq!(portable::masks(&block), expected, "{byte:#x} at {at}, portable");
                let expected = Breaks {
                    ends: mask(&block, |byte| byte == b'\n'),
                    following: mask(&block, |byte| (0x80..0xC0).contains(&byte)),
                };
                assert_eq!(breaks(&block), expected, "{byte:#x} at {at}, breaks");
                assert_eq!(
                    portable::breaks(&block),
                    expected,
                    "{byte:#x} at {at}, breaks, portable"
                );
                let (numbers, _) = block.as_chunks::<NUMBER>();
                let number = &numbers[0];
                let expected = mask(number, |byte| byte.is_ascii_digit()) as u32;
                assert_eq!(digits(number), expected, "{byte:#x} at {at}, digits");
                assert_eq!(
                    portable::digits(number),
                    expected,
                    "{byte:#x} at {at}, digits, portable"
                );
            }
        }
    }
}
