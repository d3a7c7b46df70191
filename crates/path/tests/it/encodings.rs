//! The encodings that bodies come in: a closed list, and everything else named.

use switchhook_path::{Document, Format};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

/// Bytes, and the value of their root, or what the message names.
type Row<'r> = (&'r str, Vec<u8>, Result<&'r str, &'r str>);

fn check(format: Format, rows: Vec<Row<'_>>) {
    run(
        rows,
        |(name, ..)| name.to_string(),
        |(_, body, expected)| match (Document::parse(format, body), expected) {
            (Ok(document), Ok(value)) => same(document.root().value().as_json(), *value),
            (Err(error), Err(named)) if error.message.contains(named) => Ok(()),
            (Ok(document), _) => Err(format!("it is read: {}", document.root().value())),
            (Err(error), _) => Err(error.message),
        },
    );
}

fn declared(encoding: &str, text: &[u8]) -> Vec<u8> {
    let start = format!("<?xml version='1.0' encoding='{encoding}'?><r>");
    [start.as_bytes(), text, b"</r>"].concat()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn json() {
    check(
        Format::Json,
        vec![
            ("UTF-8", "\"é\"".into(), Ok("\"é\"")),
            ("UTF-8 with a mark", "\u{FEFF}[1]".into(), Ok("[1]")),
            ("two marks", "\u{FEFF}\u{FEFF}[1]".into(), Err("prefix")),
            ("UTF-16LE with a mark", utf16("[1]", u16::to_le_bytes), Err("“UTF-16”")),
            ("UTF-16BE with a mark", utf16("[1]", u16::to_be_bytes), Err("“UTF-16”")),
            ("UTF-16 without a mark", b"[\x001\x00]\x00".to_vec(), Err("“UTF-16”")),
            ("UTF-32 with a mark", b"\xFF\xFE\0\0[\0\0\0".to_vec(), Err("“UTF-32”")),
            ("ISO-8859-1", b"\"caf\xE9\"".to_vec(), Err("column 5")),
            ("an overlong slash", b"\"\xC0\xAF\"".to_vec(), Err("not UTF-8")),
            ("a surrogate", b"\"\xED\xA0\x80\"".to_vec(), Err("not UTF-8")),
        ],
    );
}

#[test]
fn xml() {
    let high: Vec<u8> = (0x80..=0xFF).collect();
    let latin = "{\"r\":\"\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\
        \u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\
        \u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}";
    let latin = latin.chars().chain('\u{A0}'..='\u{FF}').collect::<String>() + "\"}";
    check(
        Format::Xml,
        vec![
            ("no declaration", "<r>é</r>".into(), Ok("{\"r\":\"é\"}")),
            ("utf-8", declared("utf-8", "é".as_bytes()), Ok("{\"r\":\"é\"}")),
            ("UTF8", declared("UTF8", "é".as_bytes()), Ok("{\"r\":\"é\"}")),
            ("windows-1252", declared("windows-1252", &high), Ok(&latin)),
            ("ISO-8859-1", declared("ISO-8859-1", &high), Ok(&latin)),
            ("us-ascii", declared("us-ascii", &high), Ok(&latin)),
            ("latin1 in spaces", declared(" latin1 ", b"\xE9"), Ok("{\"r\":\"é\"}")),
            ("iso-8859-15", declared("iso-8859-15", b"x"), Err("“iso-8859-15”")),
            ("shift_jis", declared("Shift_JIS", b"x"), Err("“shift_jis”")),
            ("utf-7", declared("utf-7", b"x"), Err("“utf-7”")),
            ("utf-16 without a mark", declared("utf-16", b"x"), Err("without a byte-order mark")),
            ("UTF-16 as bytes", b"<\0r\0/\0>\0".to_vec(), Err("without a byte-order mark")),
            (
                "another instruction declares nothing",
                "<?xml-stylesheet encoding='koi8-r'?><r>é</r>".into(),
                Ok("{\"r\":\"é\"}"),
            ),
            (
                "a declaration over lines",
                b"<?xml\r\nversion='1.0'\tencoding='latin1'?><r>\xE9</r>".to_vec(),
                Ok("{\"r\":\"é\"}"),
            ),
            (
                "a mark wins over the declaration",
                [b"\xEF\xBB\xBF", declared("latin1", "é".as_bytes()).as_slice()].concat(),
                Ok("{\"r\":\"é\"}"),
            ),
            ("two marks", "\u{FEFF}\u{FEFF}<r/>".into(), Err("line 1, column 1")),
            ("UTF-16LE", utf16("<r>é😀</r>", u16::to_le_bytes), Ok("{\"r\":\"é😀\"}")),
            ("UTF-16BE", utf16("<r>é😀</r>", u16::to_be_bytes), Ok("{\"r\":\"é😀\"}")),
            ("half a pair", b"\xFF\xFE<\0\x00\xD8>\0".to_vec(), Err("not UTF-16")),
            ("UTF-32", b"\0\0\xFE\xFF\0\0\0<".to_vec(), Err("“UTF-32”")),
            ("EBCDIC", b"\x4C\x6F\xA7\x94\x93".to_vec(), Err("not UTF-8")),
        ],
    );
}
