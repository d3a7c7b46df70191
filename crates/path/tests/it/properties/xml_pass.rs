//! One pass over XML takes what the whole document has, of plain documents and of such as are nearly so.

use proptest::prelude::*;
use switchhook_path::Path;

use super::{config, joined};
use crate::oracle::xml_pass::agree;

const NAMES: [&str; 5] = ["a", "b", "c", "p:a", "q:b"];

const ATTRIBUTES: [&str; 6] =
    [" k='1'", " j=\"it's &lt;\"", " p:k='2'", " xml:lang='en'", " xmlns:r='r'", " xmlns='d'"];

const TEXTS: [&str; 10] = [
    "x",
    " ",
    "\n\t",
    "&amp;",
    "&#65;",
    "é😀",
    "two words",
    "<!-- c -->",
    "<![CDATA[ &<y>]]>",
    "<?p <i?>",
];

/// What is put somewhere into a document.
const DAMAGE: [&str; 37] = [
    "<",
    ">",
    "/",
    "&",
    ";",
    "=",
    "'",
    "\"",
    " ",
    "a",
    "k",
    ":",
    "p:",
    "-",
    "--",
    "!",
    "?",
    "[",
    "]",
    "]]>",
    "#",
    "x",
    "0",
    "\r",
    "\u{FFFE}",
    "\u{FFFF}",
    "\u{1}",
    "<![CDATA[y]]>",
    "<?p i?>",
    "<!-->",
    "xml:space='preserve'",
    "xmlns:p=''",
    " p:xmlns='w'",
    " xmlns:s='http://www.w3.org/2000/xmlns/'",
    " xmlns='http://www.w3.org/2000/xmlns&#47;'",
    "<b/>",
    "&#32;",
];

fn element() -> impl Strategy<Value = String> {
    let name = prop::sample::select(&NAMES[..]);
    let attributes = prop::sample::subsequence(&ATTRIBUTES[..], 0..3);
    let attributes =
        prop_oneof![2 => Just(String::new()), 1 => attributes.prop_map(|list| list.concat())];
    let empty = (name.clone(), attributes.clone());
    let empty = empty.prop_map(|(name, attributes)| format!("<{name}{attributes}/>"));
    let text = (name.clone(), attributes.clone(), joined(&TEXTS, 3));
    let text =
        text.prop_map(|(name, attributes, text)| format!("<{name}{attributes}>{text}</{name}>"));
    prop_oneof![1 => empty, 3 => text].prop_recursive(4, 24, 4, move |inner| {
        let children = prop::collection::vec((inner, joined(&TEXTS, 1)), 1..5);
        (name.clone(), attributes.clone(), children).prop_map(|(name, attributes, children)| {
            let inside: String =
                children.into_iter().map(|(child, text)| format!("{child}{text}")).collect();
            format!("<{name}{attributes}>{inside}</{name}>")
        })
    })
}

/// Steps as they are written behind others.
const STEPS: [&str; 15] = [
    ".a",
    ".b",
    ".c",
    "['p:a']",
    "['q:b']",
    "['@k']",
    "['@p:k']",
    "['@j']",
    "['@xmlns']",
    "['#text']",
    "[0]",
    "[1]",
    "[2]",
    ".a[0]",
    ".b[1]",
];

fn paths() -> impl Strategy<Value = Vec<Path>> {
    let path = prop::collection::vec(prop::sample::select(&STEPS[..]), 0..5);
    let path = path.prop_map(|steps| Path::parse(&format!("$.r{}", steps.concat())).unwrap());
    prop::collection::vec(path, 1..6)
}

fn document() -> impl Strategy<Value = String> {
    let children = prop::collection::vec(element(), 0..4);
    children.prop_map(|children| format!("<r xmlns:p='u' xmlns:q='v'>{}</r>", children.concat()))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn of_plain_documents(document in document(), paths in paths()) {
        agree(document.as_bytes(), &paths);
    }

    #[test]
    fn of_damaged_documents(
        document in document(),
        paths in paths(),
        damage in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..3_usize, prop::sample::select(&DAMAGE[..])),
            1..3,
        ),
    ) {
        let mut characters: Vec<char> = document.chars().collect();
        for (place, gone, new) in damage {
            let start = place.index(characters.len() + 1);
            let end = characters.len().min(start + gone);
            characters.splice(start..end, new.chars());
        }
        agree(characters.iter().collect::<String>().as_bytes(), &paths);
    }
}
