//! Query parameters, form fields and headers: names and values as `form_urlencoded` reads them, and lines of bytes.

use proptest::prelude::*;

use super::{config, hostile, joined};
use crate::oracle;

const TEXTS: [&str; 14] =
    ["${A}", "${B}", "${A}", "$$", "$", "&", "=", "+", " ", "%", "é", "x", "[", "\t"];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rows_and_lines(name in joined(&TEXTS, 4), value in joined(&TEXTS, 4), a in hostile(), b in hostile()) {
        oracle::body::keeps_fields(&name, &value, &a, &b);
    }
}
