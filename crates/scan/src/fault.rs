//! Where bytes stop being JSON, and what is wrong there.

/// What is wrong with a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte at fault, from 0.
    pub at: u64,
    /// What is wrong, as a part of a sentence: "a value is expected".
    pub what: &'static str,
}

impl Fault {
    /// What is wrong, as a part of a sentence; where something else is expected, what there is. Given
    /// is the text from the fault on.
    ///
    /// ```
    /// let fault = switchhook_scan::tape("[1 2]").unwrap_err();
    /// assert_eq!(fault.describe(b"2]"), "a comma or “]” is expected, not “2”");
    /// assert_eq!(fault.describe(b""), "a comma or “]” is expected, but the text ends");
    /// ```
    pub fn describe(&self, rest: &[u8]) -> String {
        let what = self.what;
        if !what.contains("is expected") {
            return what.to_owned();
        }
        let first = rest.get(..rest.len().min(4)).unwrap_or_default();
        let found = first.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
        match found {
            Some(found) if found.is_control() => format!("{what}, not U+{:04X}", u32::from(found)),
            Some(found) => format!("{what}, not “{found}”"),
            None => format!("{what}, but the text ends"),
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}, at byte {}", self.what, self.at)
    }
}

impl std::error::Error for Fault {}
