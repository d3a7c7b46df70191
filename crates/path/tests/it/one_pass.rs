//! One pass and the tree: of the same body they take the same, and say the same of what is wrong,
//! however the body is cut into pieces.

use include_dir::{Dir, include_dir};
use serde_json::Value;
use switchhook_path::{Document, Format, OnePass, Path, Stream, Taken};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::table::{run, same};

static SUITE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/vectors/json");

const CTS: &str = include_str!("../vectors/jsonpath/cts.json");

fn compile(paths: &[&str]) -> (Vec<Path>, OnePass) {
    let paths: Vec<Path> = paths.iter().map(|path| Path::parse(path).expect("a path")).collect();
    let one_pass = OnePass::compile(&paths).expect("singular paths");
    (paths, one_pass)
}

/// The one singular path of the suite that is not for one pass: to find the element, as many of the
/// last ones would have to be remembered.
const TOO_FAR_FROM_THE_END: &str = "$[-9007199254740991]";

type Answer = Result<Vec<Option<Taken>>, String>;

fn by_tree(paths: &[Path], body: &[u8]) -> Answer {
    let document = Document::parse(Format::Json, body).map_err(|error| error.message)?;
    Ok(paths.iter().map(|path| document.take(path).expect("a singular path")).collect())
}

fn in_pieces<'b>(one_pass: &OnePass, pieces: impl IntoIterator<Item = &'b [u8]>) -> Answer {
    let mut stream = Stream::new(one_pass);
    pieces.into_iter().for_each(|piece| stream.feed(piece));
    stream.finish().map_err(|error| error.message)
}

/// The same whole, in two pieces cut at some of these places, and in pieces of some lengths.
fn agree(paths: &[&str], body: &[u8], cuts: impl Iterator<Item = usize>) -> Result<(), String> {
    let (paths, one_pass) = compile(paths);
    let expected = by_tree(&paths, body);
    same(one_pass.take(body).map_err(|error| error.message), expected.clone())?;
    for cut in cuts {
        let (before, after) = body.split_at(cut);
        same(in_pieces(&one_pass, [before, after]), expected.clone())
            .map_err(|failure| format!("cut at {cut}: {failure}"))?;
    }
    for length in [1, 3, 64, 1000] {
        same(in_pieces(&one_pass, body.chunks(length)), expected.clone())
            .map_err(|failure| format!("pieces of {length}: {failure}"))?;
    }
    Ok(())
}

#[test]
fn the_parsing_suite() {
    run(
        SUITE.files().filter(|file| file.path().extension().is_some_and(|end| end == "json")),
        |file| file.path().display().to_string(),
        |file| {
            let body = file.contents();
            // Some are a hundred thousand brackets.
            let cuts = (0..=body.len()).filter(|cut| body.len() < 500 || cut % 10_000 == 7);
            agree(&["$", "a", "[0]", "[-1]", "[0][0]", "a.b"], body, cuts)
        },
    );
}

#[test]
fn the_singular_paths_of_the_jsonpath_suite() {
    let suite: Value = serde_json::from_str(CTS).expect("JSON");
    let cases = suite["tests"].as_array().expect("a list").iter();
    let singular = |case: &&Value| {
        let path = case["selector"].as_str().map(Path::parse);
        path.is_some_and(|path| path.is_ok_and(|path| path.is_singular()))
    };
    let singular: Vec<&Value> = cases.filter(singular).collect();
    assert_eq!(singular.len(), 79);
    run(
        singular,
        |case| format!("{} ({})", case["name"], case["selector"]),
        |case| {
            let path = case["selector"].as_str().ok_or("a selector")?;
            if path == TOO_FAR_FROM_THE_END {
                return Ok(());
            }
            let body = serde_json::to_vec(&case["document"]).map_err(|error| error.to_string())?;
            agree(&[path], &body, 0..=body.len())?;
            let (_, one_pass) = compile(&[path]);
            let taken = one_pass.take(&body).map_err(|error| error.message)?;
            let taken = taken.into_iter().flatten().map(|taken| taken.value.to_string());
            let found: Vec<Value> =
                taken.map(|json| serde_json::from_str(&json).expect("JSON")).collect();
            same(Value::from(found), case["result"].clone())
        },
    );
}

/// What is wrong far behind the beginning is told as if the body had been kept.
#[test]
fn faults_that_come_late() {
    let rows = |count: usize| "{\"id\": 1, \"name\": \"é\\n\"},\n".repeat(count);
    let table: [(&str, Vec<u8>); 19] = [
        ("a comma", format!("[{}]", rows(300)).into_bytes()),
        ("a comma further behind a cut than that is in", format!("[{}]", rows(600)).into_bytes()),
        ("a word", format!("[{}trux]", rows(300)).into_bytes()),
        ("a word that ends", format!("[{}tru", rows(300)).into_bytes()),
        ("a number", format!("[{}1.]", rows(300)).into_bytes()),
        ("an escape", format!("[{}\"ab\\u12x4\"]", rows(300)).into_bytes()),
        ("a control character", format!("[{}\"a\tb\"]", rows(300)).into_bytes()),
        ("what follows", format!("[{}1] \u{10FFFF}", rows(300)).into_bytes()),
        ("what is no character of JSON", format!("[{}€]", rows(300)).into_bytes()),
        (
            "a string that is not closed",
            format!("[{}\"é\u{e000}{}", rows(300), "ab".repeat(900)).into_bytes(),
        ),
        (
            "a string in the middle of a line that is not closed",
            format!("[{}1, \"é\u{e000}{}", rows(300), "ab".repeat(900)).into_bytes(),
        ),
        ("the end", format!("[{}", rows(300)).into_bytes()),
        ("no text", [format!("[{}\"é", rows(300)).as_bytes(), b"\xF0\x9F\x98\"]"].concat()),
        (
            "no text, and wrong before",
            [format!("[{}x ", rows(300)).as_bytes(), &b" ".repeat(600), b"\xE2\x82"].concat(),
        ),
        (
            "no text behind a mark",
            [format!("\u{feff}[{}\"é", rows(300)).as_bytes(), b"\xFF\"]"].concat(),
        ),
        ("after white space", format!("{}<html>", " \n".repeat(3000)).into_bytes()),
        ("no text after white space", [&b" \n".repeat(3000)[..], b"[\xFF"].concat()),
        ("a string like a prefix", format!("\"a [1{}]", ",1".repeat(3000)).into_bytes()),
        ("a string like a prefix and a body", format!("\"a [1]{}x", " ".repeat(6000)).into_bytes()),
    ];
    run(
        table,
        |(name, _)| *name,
        |(_, body)| {
            assert!(body.len() > 5000, "late");
            let near = body.len() - 700..=body.len();
            let cuts = (0..=body.len()).filter(|cut| near.contains(cut) || cut % 97 == 0);
            agree(&["[0].id"], body, cuts)
        },
    );
}

/// What a stream holds shows where it is printed: the beginning of a body, and no more.
#[test]
fn a_body_is_not_kept() {
    let (_, one_pass) = compile(&["[0]"]);
    let printed = |rows: usize| {
        let mut stream = Stream::new(&one_pass);
        stream.feed(b"[1");
        (0..rows).for_each(|_| stream.feed(b",\n2345678"));
        format!("{stream:?}").len()
    };
    let (short, long) = (printed(1_000), printed(10_000));
    assert!(long < short + 100, "{short} and {long}");
}

#[test]
fn what_came_instead() {
    let table = [
        "",
        "  \n",
        "<!doctype html><title>Sign in</title>",
        "<?xml version='1.0'?><a/>",
        ")]}',\n{\"a\": 1}",
        "callback({\"a\": [1]});",
        "\u{feff}{\"a\": 1}",
        "\u{feff}",
        "{\"a\"}",
        "\0{\0",
        "{\0}\0",
        "n",
        "\u{feff}<a/>",
        "\u{feff}\u{feff}{}",
    ];
    run(
        table,
        |body| format!("{body:?}"),
        |body| {
            agree(&["a"], body.as_bytes(), 0..=body.len())?;
            let padded = format!("{body}{}", " ".repeat(5000));
            agree(&["a"], padded.as_bytes(), 0..=body.len())
        },
    );
    for body in [
        &b"\xFF\xFE{\0}\0"[..],
        b"\xFE\xFF\0{",
        b"\0\0\xFE\xFF",
        b"\xFF\xFE\0\0",
        b"\xEF\xBB",
        b"\xEF",
    ] {
        agree(&["a"], body, 0..=body.len()).expect("the same");
    }
}

#[test]
fn values_are_those_of_the_tree() {
    let body = r#"{"items": [{"id": 12345678901234567890, "price": 7.50, "n\u0061me": "caf\u00e9"},
        { "tags" : [ "a" , { "b" : 1, "b" : [ 2 ] } ], "tags2" : [ ] } ], "0": null, "topics": {"324846099": "x", "007": "y"}}"#;
    let paths = [
        "items[0].id",
        "items.0.price",
        "items[0].name",
        "items[1]",
        "items[-1].tags[-1].b",
        "$['0']",
        "$",
        "topics.324846099",
        "topics.007",
        "items[5]",
        "items.id",
        "items[-2].id",
        "items[-3]",
        "$['items'][1]['tags2']",
    ];
    agree(&paths, body.as_bytes(), 0..=body.len()).expect("the same");
}

#[test]
fn paths_that_need_the_whole_document() {
    for path in
        ["a[*]", "$..a", "a[0:2]", "a[?@.b]", "$['a','b']", "a[-1000]", "a[-9007199254740991]"]
    {
        assert!(OnePass::compile(&[Path::parse(path).expect("a path")]).is_none(), "{path}");
    }
    assert!(OnePass::compile(&[]).is_some(), "nothing at all is wanted");
    assert!(OnePass::compile(&[Path::parse("a[9007199254740991]").expect("a path")]).is_some());
}
