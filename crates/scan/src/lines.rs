//! Bytes of a text in, the line and the column that they end at out.

/// How far a text has been read: in lines, and in characters of the last one.
///
/// ```
/// let mut lines = switchhook_scan::Lines::default();
/// lines.pass("[1,\n \"é\"".as_bytes());
/// assert_eq!((lines.line(), lines.column()), (2, 5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    ends: usize,
    characters: usize,
}

impl Lines {
    /// Reads on. Characters may come in pieces.
    pub fn pass(&mut self, bytes: &[u8]) {
        let is_end = |byte: &u8| *byte == b'\n';
        let last = match bytes.iter().rposition(is_end) {
            Some(end) => {
                self.ends += bytes.iter().filter(|byte| is_end(byte)).count();
                self.characters = 0;
                bytes.get(end + 1..).unwrap_or_default()
            }
            None => bytes,
        };
        // All bytes of a character but its first are such that follow.
        self.characters += last.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    }

    /// The line that comes next, from 1.
    pub fn line(&self) -> usize {
        self.ends + 1
    }

    /// The column that comes next, from 1, in characters.
    pub fn column(&self) -> usize {
        self.characters + 1
    }

    /// Goes back by so many bytes, which are characters of the last line.
    pub fn back(&mut self, bytes: usize) {
        self.characters = self.characters.saturating_sub(bytes);
    }
}
