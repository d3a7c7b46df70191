//! Bytes in, whether they are UTF-8 out (RFC 3629): of a whole text, or piece by piece.

/// The text, or how many bytes of it are UTF-8.
///
/// ```
/// assert_eq!(switchhook_scan::utf8("é".as_bytes()), Ok("é"));
/// assert_eq!(switchhook_scan::utf8(b"a\xFF"), Err(1));
/// ```
pub fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    // The fast way tells no place.
    simdutf8::basic::from_utf8(bytes)
        .map_err(|_| utf8_error(bytes).map_or(bytes.len(), |error| error.valid_up_to()))
}

/// Bytes that come in pieces.
#[derive(Debug, Default)]
pub(crate) struct Utf8 {
    /// What is there of a character that the last piece ended in.
    begun: Vec<u8>,
    /// Bytes before the next piece.
    passed: u64,
}

impl Utf8 {
    /// Looks at the next piece; where it is wrong, at which byte of the whole.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> Result<(), u64> {
        let mut rest = piece;
        while !self.begun.is_empty()
            && let Some((byte, after)) = rest.split_first()
        {
            let start = self.passed - self.begun.len() as u64;
            self.begun.push(*byte);
            self.passed += 1;
            rest = after;
            match utf8_error(&self.begun) {
                None => self.begun.clear(),
                Some(error) if error.error_len().is_some() => return Err(start),
                Some(_) => (),
            }
        }
        let (whole, begun) = rest.split_at_checked(rest.len() - begun(rest)).unwrap_or((rest, &[]));
        if simdutf8::basic::from_utf8(whole).is_err()
            && let Some(error) = utf8_error(whole)
        {
            return Err(self.passed + error.valid_up_to() as u64);
        }
        self.begun.extend_from_slice(begun);
        self.passed += rest.len() as u64;
        Ok(())
    }

    /// The bytes end here.
    pub(crate) fn finish(&self) -> Result<(), u64> {
        let begun = self.begun.len() as u64;
        if begun == 0 { Ok(()) } else { Err(self.passed - begun) }
    }
}

fn utf8_error(bytes: &[u8]) -> Option<std::str::Utf8Error> {
    std::str::from_utf8(bytes).err()
}

/// How many bytes at the end belong to a character that needs more of them.
fn begun(bytes: &[u8]) -> usize {
    for (back, byte) in (1..=3).zip(bytes.iter().rev()) {
        let length = match byte {
            0x80..0xC0 => continue,
            0xC0..0xE0 => 2,
            0xE0..0xF0 => 3,
            0xF0.. => 4,
            _ => 1,
        };
        return if length > back { back } else { 0 };
    }
    0
}
