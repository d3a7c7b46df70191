//! However a document is cut into pieces, the same comes out.

use switchhook_scan::tape;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::take::take;

/// Long enough for several blocks, with something of everything at every distance from their edges.
pub(crate) fn document() -> String {
    let mut rows = String::new();
    for row in 0..40_usize {
        let text = "é\\n\\\"\\u00e9x\\\\".repeat(row % 5);
        let space = " ".repeat(row % 7);
        rows.push_str(&format!(
            "{{\"id\":1{row}.5e-{row},{space}\"n\\u0061me\":\"{text}\",\n\"tags\":[{space}true,false,null,-0{space}],\"e\":{{}}}},"
        ));
    }
    format!("{{\"rows\":[{rows}[]],\"total\" : 40 }}")
}

const WAYS: [&str; 6] =
    ["total", "rows [7] name", "rows [-2] tags [3]", "rows [39] id", "rows [12]", "rows [-1]"];

#[test]
fn two_pieces() {
    let document = document();
    let whole = take(&WAYS, &[document.as_bytes()]).expect("JSON");
    assert_eq!(whole[0].as_deref(), Some("40"));
    assert_eq!(whole[1].as_deref().map(str::len), Some(2 + "é\\n\\\"\\u00e9x\\\\".len() * 2));
    assert_eq!(whole[5].as_deref(), Some("[]"));
    for split in 0..document.len() {
        let (before, after) = document.as_bytes().split_at(split);
        assert_eq!(take(&WAYS, &[before, after]).as_ref(), Ok(&whole), "split at {split}");
    }
}

#[test]
fn pieces_of_every_length() {
    let document = document();
    let whole = take(&WAYS, &[document.as_bytes()]);
    for length in 1..200 {
        let pieces: Vec<&[u8]> = document.as_bytes().chunks(length).collect();
        assert_eq!(take(&WAYS, &pieces), whole, "pieces of {length}");
    }
}

/// A block begins wherever the document does.
#[test]
fn white_space_before() {
    let document = document();
    let entries = tape(&document).expect("JSON");
    for space in 1..130 {
        let moved = tape(&(" ".repeat(space) + &document)).expect("JSON");
        let back: Vec<_> = moved
            .into_iter()
            .map(|mut entry| {
                entry.start -= space as u32;
                entry.end -= space as u32;
                entry
            })
            .collect();
        assert_eq!(back, entries, "{space} spaces");
    }
}
