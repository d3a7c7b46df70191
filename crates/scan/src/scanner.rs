//! A document piece by piece in, what it says to a visitor out: walked through where that goes, and
//! stepped through at the seams.

use crate::fault::Fault;
use crate::nest::Nest;
use crate::step::Stepper;
use crate::visit::Visit;
use crate::walk::{Window, walk};

/// Reads one document.
#[derive(Debug)]
pub(crate) struct Scanner {
    stepper: Stepper,
    nest: Nest,
    passed: u64,
}

impl Scanner {
    pub(crate) fn new() -> Scanner {
        Scanner { stepper: Stepper::new(), nest: Nest::default(), passed: 0 }
    }

    /// Reads the next piece, of any length. After a fault there is nothing more to read.
    pub(crate) fn feed<V: Visit>(&mut self, piece: &[u8], visit: &mut V) -> Result<(), Fault> {
        let window = Window { bytes: piece, base: self.passed };
        let Scanner { stepper, nest, .. } = self;
        let mut at = 0;
        let mut walked = false;
        while at < piece.len() {
            if !walked && let Some(start) = stepper.stop(at) {
                // What a walk leaves are the seam to the next piece, and faults.
                walked = true;
                at = stepper.stand(walk(window, start, nest, visit));
            } else {
                at = stepper.step(window, at, nest, visit)?;
            }
        }
        self.passed += piece.len() as u64;
        Ok(())
    }

    /// Where a string or a name began that is not closed yet.
    pub(crate) fn open_string(&self) -> Option<u64> {
        self.stepper.open_string()
    }

    /// The document ends here.
    pub(crate) fn finish<V: Visit>(&mut self, visit: &mut V) -> Result<(), Fault> {
        self.stepper.finish(self.passed, visit)
    }
}
