//! curl: from PATH, or from Debian's packages. The tests run the commands that nodes are exported as.

use anyhow::{Result, bail};

use super::apt;
use crate::layout;

/// Sees to it that curl is there.
pub(crate) fn curl() -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if layout::find_in(&path, "curl").is_some() {
        return Ok(());
    }
    if !apt::is_there() {
        bail!("curl is missing: install it by hand.");
    }
    apt::install(&["curl"], "a few seconds")
}
