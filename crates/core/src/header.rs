//! A header's value as fetch functions hand it over, each byte a character, in; the text that it is out (Fetch
//! Standard, header value).

/// The text of a header's value. What is UTF-8 is read as that, since requests are written so; anything else stays.
///
/// ```
/// assert_eq!(switchhook::header_text("Zo\u{c3}\u{ab}"), "Zoë");
/// assert_eq!(switchhook::header_text("Zo\u{eb}"), "Zoë");
/// assert_eq!(switchhook::header_text("日"), "日");
/// ```
pub fn header_text(value: &str) -> String {
    let bytes: Option<Vec<u8>> = value.chars().map(|byte| u8::try_from(byte).ok()).collect();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.unwrap_or_else(|| value.to_owned())
}
