//! The objects and arrays that are open, one bit each: no recursion, no allocation.

/// Levels of nesting that are read.
pub const DEPTH: u32 = 512;

/// What is open, from the outermost to the innermost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nest {
    objects: [u64; DEPTH as usize / 64],
    depth: u32,
}

impl Nest {
    #[inline(always)]
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    #[inline(always)]
    pub(crate) fn is_full(&self) -> bool {
        self.depth >= DEPTH
    }

    /// Opens one more; there has to be room.
    #[inline(always)]
    pub(crate) fn push(&mut self, object: bool) {
        let bit = 1 << (self.depth % 64);
        if let Some(word) = self.objects.get_mut(self.depth as usize / 64) {
            *word = if object { *word | bit } else { *word & !bit };
        }
        self.depth += 1;
    }

    /// Closes the innermost.
    #[inline(always)]
    pub(crate) fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether the innermost is an object; false where none is open.
    #[inline(always)]
    pub(crate) fn in_object(&self) -> bool {
        let Some(at) = self.depth.checked_sub(1) else { return false };
        let word = self.objects.get(at as usize / 64).copied().unwrap_or(0);
        word >> (at % 64) & 1 == 1
    }
}
