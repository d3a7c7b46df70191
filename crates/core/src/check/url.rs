//! The URL template in; its parts, and what is wrong with them, out.

use super::Findings;
use crate::template::{self, UrlTemplate};

/// Compiles the URL.
pub(crate) fn url(text: &str, findings: &mut Findings) -> UrlTemplate {
    let (compiled, faults) = template::url(text);
    findings.template("/url", text);
    findings.faults("/url", faults);
    compiled
}
