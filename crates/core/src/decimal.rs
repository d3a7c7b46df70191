//! A decimal number in a string in, the same number as JSON out; the same string where a double of JavaScript would
//! lose digits of it.

use switchhook_path::Json;

/// Digits that a double always gives back.
const SURE_DIGITS: usize = 15;

/// Digits that a double gives back at the most.
const MOST_DIGITS: usize = 17;

/// Digits behind the point up to which the arithmetic below is exact.
const MOST_PLACES: usize = 22;

/// Digits before the point, or zeros behind it, for which a double has room whatever they are.
const ROOM: usize = 300;

/// 2⁵³: up to here a double counts without a gap, and it has so many different bits.
const GAPLESS: u128 = 1 << 53;

/// Reads digits with or without a sign and a point; nothing of any other text.
pub(crate) fn decimal(text: &str) -> Option<Json> {
    let trimmed = text.trim_matches([' ', '\t', '\r', '\n']);
    let (sign, unsigned) = match trimmed.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", trimmed),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    // Zeros that say nothing.
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if !survives(whole, fraction) {
        return Some(Json::string(trimmed));
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    // Digits as JSON has them.
    Json::parse(&format!("{sign}{whole}{point}{fraction}")).ok()
}

/// Whether the double that is nearest to a number is written with the same digits.
fn survives(whole: &str, fraction: &str) -> bool {
    if whole.len() > ROOM || fraction.len() > ROOM {
        return false;
    }
    let all = format!("{whole}{fraction}");
    let digits = all.trim_matches('0');
    if digits.len() <= SURE_DIGITS {
        return true;
    }
    let (Ok(number), true) = (all.parse::<u64>(), digits.len() <= MOST_DIGITS) else {
        return false;
    };
    if fraction.is_empty() {
        return u128::from(number) <= GAPLESS;
    }
    fraction.len() <= MOST_PLACES && is_shortest(number, fraction.len() as u32)
}

/// Whether `number` · 10^-`places`, of 16 or 17 digits, is how its nearest double is written: no other number of so
/// many digits is nearer to the double or, if even, as near, and none of fewer digits stands for it.
fn is_shortest(number: u64, places: u32) -> bool {
    let Some((bits, scale)) = nearest(number, places) else { return false };
    let distance = (u128::from(number) << scale).abs_diff(bits * 10_u128.pow(places));
    let shorter = number / 10;
    let reach = (1 << scale) - u128::from(number % 2 == 1);
    distance * 2 <= reach
        && nearest(shorter, places - 1) != Some((bits, scale))
        && nearest(shorter + 1, places - 1) != Some((bits, scale))
}

/// The double that is nearest to `number` · 10^-`places`, as 53 bits · 2^-scale; nothing where it has no fraction.
fn nearest(number: u64, places: u32) -> Option<(u128, u32)> {
    let number = u128::from(number);
    let unit = 10_u128.pow(places);
    if number >= unit * GAPLESS {
        return None;
    }
    let mut scale = 0_u32;
    while number << scale < (unit * GAPLESS) / 2 {
        scale += 1;
    }
    // Divided bit by bit, of which there are 53.
    let (mut bits, mut rest) = (0, number << scale);
    for bit in (0..53).rev() {
        if rest >= unit << bit {
            rest -= unit << bit;
            bits |= 1 << bit;
        }
    }
    let up = rest * 2 > unit || (rest * 2 == unit && bits % 2 == 1);
    match bits + u128::from(up) {
        // One bit more, of which the last is 0.
        GAPLESS => Some((GAPLESS / 2, scale.checked_sub(1)?)),
        bits => Some((bits, scale)),
    }
}
