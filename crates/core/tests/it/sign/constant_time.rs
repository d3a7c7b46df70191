//! How signatures are compared. The time of it cannot be measured so finely that a test would see a byte: the source is
//! read instead.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Every file that has a signature in its hands.
const SOURCES: [&str; 4] = [
    include_str!("../../../src/sign/jws.rs"),
    include_str!("../../../src/sign/make.rs"),
    include_str!("../../../src/sign/secret.rs"),
    include_str!("../../../src/sign/verify.rs"),
];

/// What looks at bytes one after the other, and ends at the first that differs.
const EARLY: [&str; 8] =
    ["==", "!=", ".eq(", ".ne(", ".cmp(", "starts_with", "ends_with", "matches!"];

#[test]
fn hmac_compares_signatures_and_nothing_else_does() {
    let lines = SOURCES.iter().flat_map(|source| source.lines());
    let compared: Vec<&str> = lines
        .filter(|line| line.contains("signature") || line.contains("tag"))
        .filter(|line| EARLY.iter().any(|early| line.contains(early)))
        .collect();
    assert_eq!(compared, [""; 0]);
    let by_hmac: usize =
        SOURCES.iter().map(|source| source.matches(".verify_slice(").count()).sum();
    assert_eq!(by_hmac, 1);
    let asked: usize = SOURCES.iter().map(|source| source.matches(".signed(").count()).sum();
    assert_eq!(asked, 1);
}
