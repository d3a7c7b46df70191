//! Paths over hostile documents, evaluated.

use super::{check, each, evaluate, nested};
use crate::table::{json, xml};

#[test]
fn selecting() {
    check(&[
        ("everything", 300, |n| evaluate(json(&format!("[{}0]", "[0],".repeat(n))), "$..*")),
        ("more than a million nodes", 200, |n| {
            evaluate(json(&nested("[", "", "]", n)), "$..*..*..*..*..*")
        }),
        ("a member of each", 400, |n| {
            let body = format!("[{}0]", "{\"a\":{\"b\":0}},".repeat(n));
            evaluate(json(&body), "$[*].a.b")
        }),
        ("the last", 5_000, |n| evaluate(json(&format!("[{}0]", "0,".repeat(n))), "$[-1]")),
        ("a slice backwards", 500, |n| {
            evaluate(json(&format!("[{}0]", "0,".repeat(n))), "$[::-2]")
        }),
        ("brothers of one name", 200, |n| {
            evaluate(xml(&format!("<r>{}</r>", "<a>1</a>".repeat(n))), "r.a[*]")
        }),
        ("pairs of names", 100, |n| {
            let pairs = each(n, |n| format!("<a{n}/><a{n}/>"));
            evaluate(xml(&format!("<r>{pairs}</r>")), "$..[0]")
        }),
        ("a text in pieces", 300, |n| {
            evaluate(xml(&format!("<r>{}<a/></r>", "x<!---->".repeat(n))), "$..['#text']")
        }),
        ("two prefixes in turn", 150, |n| {
            let body = format!("<r xmlns:p='u' xmlns:q='v'>{}</r>", "<p:a/><q:a/>".repeat(n));
            evaluate(xml(&body), "$..a[*]")
        }),
    ]);
}

#[test]
fn existence() {
    check(&[
        ("of nothing, from each depth", 40, |n| {
            let elements = "0,".repeat(10 * n) + "0";
            evaluate(json(&nested("[", &elements, "]", n)), "$..[?@..x]")
        }),
        ("of what is deepest", 100, |n| {
            evaluate(json(&nested("{\"a\":", "{\"x\":0}", "}", n)), "$..[?@..x]")
        }),
        ("of what is last", 150, |n| {
            let body = format!("[[{}{{\"x\":0}}]]", "[0],".repeat(n));
            evaluate(json(&body), "$..[?@..x]")
        }),
        ("in each other", 50, |n| {
            evaluate(json(&nested("[", "1", "]", n)), "$..[?@..[?@..[?@==1]]]")
        }),
        ("behind many segments", 50, |n| {
            evaluate(json(&nested("[", "1", "]", n)), "$..[?@..*..*..*..*..x]")
        }),
        ("of what is selected twice over", 60, |n| {
            let path = format!("$..[?@{}['x']]", "[0,0]".repeat(20));
            evaluate(json(&nested("[", "1", "]", n)), &path)
        }),
        ("in a chain", 25, |n| {
            let path = format!("$..[?@..x{}]", "||@..x".repeat(20));
            evaluate(json(&nested("[", "1", "]", n)), &path)
        }),
        ("in the document", 150, |n| {
            let body = format!("[{}0]", "0,".repeat(n));
            evaluate(json(&body), "$[?count($[?$..x]) > 0 || $..x]")
        }),
        ("in XML", 30, |n| {
            let body = nested("<a><b/><b k=''/>", "<x/>", "</a>", n);
            evaluate(xml(&body), "$..[?@..x && @..y]")
        }),
    ]);
}

#[test]
fn comparing() {
    check(&[
        ("numbers", 300, |n| {
            let body = format!("[{}0]", "12.5,".repeat(n));
            evaluate(json(&body), "$[?@ > 3 && @ < 100]")
        }),
        ("long numbers", 10_000, |n| {
            let digits = "9".repeat(n);
            evaluate(json(&format!("[{digits},{digits}]")), "$[?@ == $[0]]")
        }),
        ("long fractions", 10_000, |n| {
            let digits = "9".repeat(n);
            evaluate(json(&format!("[0.{digits},0.{digits}]")), "$[?@ == $[0]]")
        }),
        ("members", 100, |n| {
            let half = format!("{{{}\"z\":[]}}", each(n, |n| format!("\"name {n}\":[{n}],")));
            evaluate(json(&format!("[{half},{half}]")), "$[?@ == $[0]]")
        }),
        ("depth", 200, |n| {
            let half = nested("[", "", "]", n);
            evaluate(json(&format!("[{half},{half}]")), "$[?@ == $[0]]")
        }),
        ("a long chain", 15, |n| {
            let path = format!("$[?@ == 1{}]", "||@ == 1".repeat(100));
            evaluate(json(&format!("[{}0]", "0,".repeat(n))), &path)
        }),
        ("texts of XML", 150, |n| {
            evaluate(xml(&format!("<r>{}</r>", "<a>1</a>".repeat(n))), "r.a[?@ == 1]")
        }),
    ]);
}
