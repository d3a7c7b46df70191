//! The masks of a block with the vector instructions of wasm32 (WebAssembly SIMD proposal).
#![allow(unsafe_code, reason = "a vector is loaded through a pointer; all else here is safe")]

use std::arch::wasm32::{
    i8x16_bitmask, i8x16_eq, i8x16_lt, i8x16_splat, i8x16_swizzle, u8x16, u8x16_le, u8x16_lt,
    u8x16_splat, u8x16_sub, v128, v128_and, v128_any_true, v128_load, v128_or,
};

use super::{BLOCK, Breaks, Masks, NUMBER};

/// Bytes of a vector.
const LANES: usize = 16;

/// Looks at a block.
#[inline(always)]
pub(crate) fn masks(block: &[u8; BLOCK]) -> Masks {
    let (parts, _) = block.as_chunks::<LANES>();
    let lanes: [Lanes; 4] = [0, 1, 2, 3].map(|part| lanes(load(&parts[part])));
    let join = |of: fn(&Lanes) -> v128| {
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|part| bits(of(&lanes[part])));
        first | second << 16 | third << 32 | fourth << 48
    };
    let [first, second, third, fourth] = [0, 1, 2, 3].map(|part| lanes[part].backslashes);
    // Most blocks have none, which is known sooner than where they are.
    let escapes = v128_any_true(v128_or(v128_or(first, second), v128_or(third, fourth)));
    Masks {
        quotes: join(|lanes| lanes.quotes),
        backslashes: if escapes { join(|lanes| lanes.backslashes) } else { 0 },
        operators: join(|lanes| lanes.operators),
        spaces: join(|lanes| lanes.spaces),
        controls: join(|lanes| lanes.controls),
    }
}

/// Looks for lines and characters.
#[inline(always)]
pub(crate) fn breaks(block: &[u8; BLOCK]) -> Breaks {
    let (parts, _) = block.as_chunks::<LANES>();
    let join = |of: fn(v128) -> v128| {
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|part| bits(of(load(&parts[part]))));
        first | second << 16 | third << 32 | fourth << 48
    };
    Breaks {
        ends: join(|bytes| i8x16_eq(bytes, i8x16_splat(b'\n' as i8))),
        following: join(|bytes| i8x16_lt(bytes, i8x16_splat(0xC0_u8 as i8))),
    }
}

/// Which bytes are digits.
#[inline(always)]
pub(crate) fn digits(number: &[u8; NUMBER]) -> u32 {
    let (parts, _) = number.as_chunks::<LANES>();
    let bits = |part: &[u8; LANES]| {
        let above_zero = u8x16_sub(load(part), u8x16_splat(b'0'));
        u32::from(i8x16_bitmask(u8x16_lt(above_zero, u8x16_splat(10))))
    };
    bits(&parts[0]) | bits(&parts[1]) << LANES
}

/// The same as [`Masks`] of 16 bytes, as bytes of ones or of zeros.
struct Lanes {
    quotes: v128,
    backslashes: v128,
    operators: v128,
    spaces: v128,
    controls: v128,
}

#[inline(always)]
fn lanes(bytes: v128) -> Lanes {
    // Of the bytes that are sought, no two end in the same four bits: those bits choose the one
    // that a byte can be equal to. Where there is none, it is compared with one that ends otherwise.
    let spaces = u8x16(b' ', 0, 0, 0, 0, 0, 0, 0, 0, b'\t', b'\n', 0, 0, b'\r', 0, 0);
    let operators = u8x16(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, b':', b'{', b',', b'}', 0, 0);
    let ends = v128_and(bytes, u8x16_splat(0x0F));
    // The bit 0x20 is all that `{` and `[` differ by, and `}` and `]`.
    let same = v128_or(bytes, u8x16_splat(0x20));
    Lanes {
        quotes: i8x16_eq(bytes, i8x16_splat(b'"' as i8)),
        backslashes: i8x16_eq(bytes, i8x16_splat(b'\\' as i8)),
        operators: i8x16_eq(same, i8x16_swizzle(operators, ends)),
        spaces: i8x16_eq(bytes, i8x16_swizzle(spaces, ends)),
        // With what it compares with included, this is two instructions of x86-64; without, it is four.
        controls: u8x16_le(bytes, u8x16_splat(b' ' - 1)),
    }
}

#[inline(always)]
fn bits(lanes: v128) -> u64 {
    u64::from(i8x16_bitmask(lanes))
}

/// The compiler makes two loads and two moves of what says the same without a pointer, which costs
/// the scanner a tenth of its speed.
#[inline(always)]
fn load(bytes: &[u8; LANES]) -> v128 {
    // SAFETY: the pointer comes from a reference to 16 bytes, which is what is read through it, and
    // `v128_load` asks for no alignment. Miri runs this line at every place of a buffer, up to its
    // very end (`tests/miri`).
    unsafe { v128_load(bytes.as_ptr().cast()) }
}
