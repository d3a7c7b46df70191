//! A byte of XML in, what it can be out.

/// Begins a name (XML 1.0 §2.3), as far as ASCII goes.
pub(super) const NAME_START: u8 = 1;
/// Goes on with a name. No colon: it stands between a prefix and a name.
pub(super) const NAME: u8 = 2;
/// White space.
pub(super) const SPACE: u8 = 4;
/// Ends a run of text, or has to be looked at: what begins a reference, what may end a section of CDATA, and what XML
/// does not allow, or may not, by its first byte.
pub(super) const TEXT_STOP: u8 = 8;
/// The same in an attribute's value, with quotes.
pub(super) const VALUE_STOP: u8 = 16;
/// The same in a comment.
pub(super) const COMMENT_STOP: u8 = 32;
/// The same in an instruction.
pub(super) const INSTRUCTION_STOP: u8 = 64;

/// U+FFFE and U+FFFF, the two characters above the controls that XML does not allow (§2.2), begin with this byte.
pub(super) const HIGH: u8 = 0xEF;

static CLASSES: [u8; 256] = classes();

#[inline(always)]
pub(super) fn is(byte: u8, class: u8) -> bool {
    // All bytes are in the table.
    CLASSES.get(usize::from(byte)).is_some_and(|classes| classes & class != 0)
}

/// How far the bytes from a place on are of none of these classes.
#[inline(always)]
pub(super) fn until(bytes: &[u8], from: usize, class: u8) -> usize {
    let mut at = from;
    while bytes.get(at).is_some_and(|byte| !is(*byte, class)) {
        at += 1;
    }
    at
}

/// How far the bytes from a place on are of this class.
#[inline(always)]
pub(super) fn past(bytes: &[u8], from: usize, class: u8) -> usize {
    let mut at = from;
    while bytes.get(at).is_some_and(|byte| is(*byte, class)) {
        at += 1;
    }
    at
}

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < classes.len() {
        let byte = at as u8;
        let mut class = 0;
        if byte.is_ascii_alphabetic() || byte == b'_' {
            class |= NAME_START | NAME;
        }
        if byte.is_ascii_digit() || byte == b'-' || byte == b'.' {
            class |= NAME;
        }
        let is_space = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        if is_space {
            class |= SPACE;
        }
        if (byte < b' ' && !is_space) || byte == HIGH {
            class |= TEXT_STOP | VALUE_STOP | COMMENT_STOP | INSTRUCTION_STOP;
        }
        if matches!(byte, b'<' | b'&') {
            class |= TEXT_STOP | VALUE_STOP;
        }
        if matches!(byte, b'"' | b'\'') {
            class |= VALUE_STOP;
        }
        if byte == b']' {
            class |= TEXT_STOP;
        }
        if byte == b'-' {
            class |= COMMENT_STOP;
        }
        if byte == b'?' {
            class |= INSTRUCTION_STOP;
        }
        classes[at] = class;
        at += 1;
    }
    classes
}
