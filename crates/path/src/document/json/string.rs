//! Text in, a JSON string out (RFC 8259 §7).

use switchhook_scan::plain;

/// Writes text as a JSON string with its quotes.
pub(crate) fn write(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    loop {
        let (before, special) = rest.split_at_checked(plain(rest.as_bytes())).unwrap_or((rest, ""));
        out.push_str(before);
        let mut characters = special.chars();
        let Some(character) = characters.next() else { break };
        escape(out, character);
        rest = characters.as_str();
    }
    out.push('"');
}

/// Writes a quote, a backslash or a control character.
fn escape(out: &mut String, character: char) {
    out.push_str(match character {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        control => {
            let digit = |place: u32| char::from_digit(u32::from(control) >> place & 0xF, 16);
            out.push_str("\\u00");
            out.extend([digit(4), digit(0)].into_iter().flatten());
            return;
        }
    });
}
