//! XML and HTML bodies: elements, attributes and comments are the template's and texts hold the values, as roxmltree
//! and html5ever read them.

use proptest::prelude::*;

use super::{config, hostile, joined};
use crate::oracle::{self, body::keeps};

const XML_PARTS: [&str; 30] = [
    "<a>",
    "</a>",
    "<b c=\"",
    "<b c='",
    "\"",
    "'",
    ">",
    "/>",
    "${A}",
    "${A}",
    "${B}",
    "${B}",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "]",
    "]]",
    "<?p ",
    "?>",
    "&",
    "&amp;",
    "&#x",
    ";",
    "<",
    "=",
    " ",
    "x",
    "é",
    "<!DOCTYPE a>",
];

const HTML_PARTS: [&str; 48] = [
    "<p>",
    "</p>",
    "<p title=\"",
    "<p title='",
    "<p title=",
    "\"",
    "'",
    ">",
    "/>",
    "${A}",
    "${A}",
    "${A}",
    "${B}",
    "${B}",
    "${B}",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "</ ",
    "<!doctype html>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<textarea>",
    "</textarea>",
    "<svg>",
    "</svg>",
    "<noscript>",
    "</noscript>",
    "<select>",
    "<table>",
    "<iframe>",
    "</iframe>",
    "<frameset>",
    "<math>",
    "&",
    "&amp",
    "<",
    "=",
    " ",
    "x",
];

/// White space at the beginning of a text may be no text to HTML, where the text stands outside of everything.
fn visible() -> impl Strategy<Value = String> {
    hostile().prop_map(|text| format!("x{text}"))
}

const XML: &str =
    "<?xml version='1.0'?><a b=\"$A\" c='-$B'>$A]$B<d/>x$B<!-- - --><![CDATA[]$A]$B>]]>]$A>$B></a>";

const HTML: &str = "<!doctype html><title>-$A</title><script>if (1<2) 3</script><p title=\"$A\" class='$B $A'>x$A<b>-$B</b>\
    <a href=\"/x?a=1&b=$A\">y</a><table><tr><td>-$A</table><textarea>-$B</textarea><svg><title>-$A</title></svg>-$B";

#[test]
fn a_value_may_be_what_stands_for_values() {
    for mark in [oracle::A, oracle::B] {
        assert!(keeps("xml", XML, mark, "") && keeps("xml", XML, "", mark));
        assert!(keeps("html", HTML, mark, "x") && keeps("html", HTML, "x", mark));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn xml(a in hostile(), b in hostile()) {
        let refused = |text: &str| text.contains(|c| c < ' ' && !"\t\r\n".contains(c) || "\u{FFFE}\u{FFFF}".contains(c));
        prop_assert_eq!(keeps("xml", XML, &a, &b), !refused(&a) && !refused(&b));
    }

    #[test]
    fn html(a in hostile(), b in hostile()) {
        prop_assert_eq!(keeps("html", HTML, &a, &b), !a.contains('\0') && !b.contains('\0'));
    }

    #[test]
    fn xml_whatever_the_template(inner in joined(&XML_PARTS, 10), a in hostile(), b in hostile()) {
        keeps("xml", &format!("<r>{inner}</r>"), &a, &b);
    }

    #[test]
    fn html_whatever_the_template(template in joined(&HTML_PARTS, 10), a in visible(), b in visible()) {
        keeps("html", &template, &a, &b);
    }
}
