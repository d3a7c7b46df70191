//! Percent-encoded text in, its bytes out (URL Standard §1.3).

/// Percent-decodes; a `%` without two hexadecimal digits stands for itself.
///
/// ```
/// assert_eq!(switchhook::percent_decode("a%2Fb%zz"), b"a/b%zz");
/// ```
pub fn percent_decode(text: &str) -> Vec<u8> {
    let mut rest = text.as_bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((first, behind)) = rest.split_first() {
        let digit = |at: usize| char::from(*behind.get(at)?).to_digit(16);
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    bytes
}
