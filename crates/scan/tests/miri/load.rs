//! Blocks at every place of a buffer in, whether Miri finds a load of `simd128` sound out: a program, since what Miri has
//! of wasm32 is its language and not its library.
//!
//! The file itself is compiled here. Of the instructions that it uses Miri knows all but three, which are written out below;
//! the load is the compiler's own.
#![no_std]
#![no_main]

// To `simd128.rs` this is the standard library.
extern crate self as std;

/// The part of the standard library that `simd128.rs` uses.
pub mod arch {
    /// The instructions of wasm32.
    pub mod wasm32 {
        pub use core::arch::wasm32::*;

        /// The highest bit of each lane.
        pub fn i8x16_bitmask(lanes: v128) -> u16 {
            let bits = bytes(lanes).map(|byte| u16::from(byte >> 7));
            (0..).zip(bits).fold(0, |mask, (at, bit)| mask | bit << at)
        }

        /// The lanes that others choose, and zeros where they choose none.
        pub fn i8x16_swizzle(lanes: v128, chosen: v128) -> v128 {
            let lanes = bytes(lanes);
            let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] =
                bytes(chosen).map(|at| lanes.get(usize::from(at)).copied().unwrap_or(0));
            u8x16(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
        }

        /// Whether any bit is set.
        pub fn v128_any_true(lanes: v128) -> bool {
            bytes(lanes) != [0; 16]
        }

        fn bytes(lanes: v128) -> [u8; 16] {
            let halves = [u64x2_extract_lane::<1>(lanes), u64x2_extract_lane::<0>(lanes)];
            halves.into_iter().fold(0, |all, half| all << 64 | u128::from(half)).to_le_bytes()
        }
    }
}

#[path = "../../src/block/mod.rs"]
mod block;

use block::{BLOCK, NUMBER};

/// Longer than a block by a vector: one begins at each of its places, up to the last that has room for it.
const LENGTH: usize = BLOCK + 16;

/// Where Miri begins where there is no standard library.
#[unsafe(no_mangle)]
fn miri_start(_count: isize, _arguments: *const *const u8) -> isize {
    let sought = *b"\"\\{}[]:, \t\n\r09ax\x00\x1f\x80\xbf\xc0\xff";
    let buffer: [u8; LENGTH] = core::array::from_fn(|at| sought[at % sought.len()]);
    for block in buffer.windows(BLOCK).filter_map(|bytes| bytes.first_chunk::<BLOCK>()) {
        let masks = block::masks(block);
        assert!(masks.quotes == mask(block, |byte| byte == b'"'));
        assert!(masks.backslashes == mask(block, |byte| byte == b'\\'));
        assert!(masks.operators == mask(block, |byte| b"{}[]:,".contains(&byte)));
        assert!(masks.spaces == mask(block, |byte| b" \t\n\r".contains(&byte)));
        assert!(masks.controls == mask(block, |byte| byte < b' '));
        let breaks = block::breaks(block);
        assert!(breaks.ends == mask(block, |byte| byte == b'\n'));
        assert!(breaks.following == mask(block, |byte| (0x80..0xC0).contains(&byte)));
    }
    for number in buffer.windows(NUMBER).filter_map(|bytes| bytes.first_chunk::<NUMBER>()) {
        let digits = mask(number, |byte| byte.is_ascii_digit());
        assert!(u64::from(block::digits(number)) == digits);
    }
    0
}

fn mask(bytes: &[u8], is: impl Fn(u8) -> bool) -> u64 {
    (0..).zip(bytes).filter(|(_, byte)| is(**byte)).fold(0, |mask, (at, _)| mask | 1 << at)
}

#[panic_handler]
fn failed(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
