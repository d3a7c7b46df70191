//! Bytes of a text in, the line and the column that they end at out.

use crate::block::{BLOCK, Breaks, breaks};

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
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        for block in blocks {
            self.pass_block(breaks(block), BLOCK);
        }
        let mut block = [0; BLOCK];
        block.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        self.pass_block(breaks(&block), rest.len());
    }

    fn pass_block(&mut self, Breaks { ends, following }: Breaks, length: usize) {
        let mut last = length;
        let mut following = following;
        if ends != 0 {
            self.ends += ends.count_ones() as usize;
            self.characters = 0;
            let behind = BLOCK - ends.leading_zeros() as usize;
            last = length - behind;
            following = following.checked_shr(behind as u32).unwrap_or(0);
        }
        // All bytes of a character but its first are such that follow.
        self.characters += last - following.count_ones() as usize;
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
