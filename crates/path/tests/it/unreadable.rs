//! What is said of a body that cannot be read: what came instead, and where.

use expect_test::{Expect, expect};
use switchhook_path::{Document, Format, Json};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn check(format: Format, bodies: &[&[u8]], expected: Expect) {
    let messages = bodies.iter().map(|body| {
        let unreadable = Document::parse(format, body).expect_err("an unreadable body");
        let place = format!("line {}, column {}", unreadable.line, unreadable.column);
        assert!(unreadable.message.contains(&place), "{place} is not in “{unreadable}”");
        unreadable.message
    });
    expected.assert_eq(&messages.collect::<Vec<_>>().join("\n"));
}

#[test]
fn something_else_came_instead_of_json() {
    check(
        Format::Json,
        &[
            b"",
            b" \r\n\t",
            b"<!DOCTYPE html>\n<html><head><title> Sign in\n to Acme </title></head></html>",
            b"\n<html lang=en><body>502 Bad Gateway</body></html>",
            b"<?xml version='1.0'?><note><to>Tove</to></note>",
            b")]}',\n{\"id\": 7}",
            b"for(;;);[1,2]",
            b"callback({\"id\": 7});",
            b"OK",
            b"id=7&name=Ada",
            b"Internal Server Error: something went wrong while we were handling your request, please try again later",
        ],
        expect![[r#"
            The body is empty, not JSON, at line 1, column 1.
            The body is nothing but white space, not JSON, at line 2, column 2.
            The body is an HTML page (“Sign in to Acme”), not JSON, at line 1, column 1: “<!DOCTYPE html> <html><head><title> Sign in to Acme </title></head></html>”.
            The body is an HTML page, not JSON, at line 2, column 1: “<html lang=en><body>502 Bad Gateway</body></html>”.
            The body is XML, not JSON, at line 1, column 1: “<?xml version='1.0'?><note><to>Tove</to></note>”.
            The body is JSON behind a prefix, “)]}',”, at line 1, column 1: “)]}', {"id": 7}”.
            The body is JSON behind a prefix, “for(;;);”, at line 1, column 1: “for(;;);[1,2]”.
            The body is JSON behind a prefix, “callback(”, at line 1, column 1: “callback({"id": 7});”.
            The body is not JSON: a value is expected, not “O”, at line 1, column 1. It begins “OK”.
            The body is not JSON: a value is expected, not “i”, at line 1, column 1. It begins “id=7&name=Ada”.
            The body is not JSON: a value is expected, not “I”, at line 1, column 1. It begins “Internal Server Error: something went wrong while we were handling your request,…”."#]],
    );
}

#[test]
fn json_at_fault() {
    check(
        Format::Json,
        &[
            b"{\"id\": 7,\n \"name\" \"Ada\"}",
            b"{\"id\": 7",
            b"{\"id\": 7,}",
            b"[1, 2,]",
            b"[1 2]",
            b"{id: 7}",
            b"{'id': 7}",
            b"[01]",
            b"[1.]",
            b"[\"\\x\"]",
            b"[\"\\u12\"]",
            b"[\"a\nb\"]",
            b"[\"a]",
            b"[nul]",
            b"{} {}",
            b"[\xff]",
            b"[\"caf\xe9\", 1]",
            b"\xef\xbb\xbf[\xff]",
            b"\"a [1]",
        ],
        expect![[r#"
            The body is not JSON: a colon is expected after the name, not “"”, at line 2, column 9. It begins “{"id": 7, "name" "Ada"}”.
            The body is not JSON: a comma or “}” is expected, but the text ends, at line 1, column 9. It begins “{"id": 7”.
            The body is not JSON: a name in double quotes is expected after the comma, not “}”, at line 1, column 10. It begins “{"id": 7,}”.
            The body is not JSON: a value is expected, not “]”, at line 1, column 7. It begins “[1, 2,]”.
            The body is not JSON: a comma or “]” is expected, not “2”, at line 1, column 4. It begins “[1 2]”.
            The body is not JSON: a name in double quotes or “}” is expected, not “i”, at line 1, column 2. It begins “{id: 7}”.
            The body is not JSON: a name in double quotes or “}” is expected, not “'”, at line 1, column 2. It begins “{'id': 7}”.
            The body is not JSON: a number does not begin with 0, at line 1, column 3. It begins “[01]”.
            The body is not JSON: a digit is expected, not “]”, at line 1, column 4. It begins “[1.]”.
            The body is not JSON: there is no such escape in JSON, at line 1, column 3. It begins “["\x"]”.
            The body is not JSON: four hexadecimal digits follow “\u”, at line 1, column 3. It begins “["\u12"]”.
            The body is not JSON: a control character in a string must be written as an escape, at line 1, column 4. It begins “["a b"]”.
            The body is not JSON: this string is not closed, at line 1, column 2. It begins “["a]”.
            The body is not JSON: JSON has the words true, false and null alone, at line 1, column 2. It begins “[nul]”.
            The body is not JSON: the value is whole, and more follows it, at line 1, column 4. It begins “{} {}”.
            The body is not JSON: the bytes are not UTF-8, at line 1, column 2. It begins “[�]”.
            The body is not JSON: the bytes are not UTF-8, at line 1, column 6. It begins “["caf�", 1]”.
            The body is not JSON: the bytes are not UTF-8, at line 1, column 2. It begins “[�]”.
            The body is not JSON: this string is not closed, at line 1, column 1. It begins “"a [1]”."#]],
    );
}

#[test]
fn something_else_came_instead_of_xml() {
    check(
        Format::Xml,
        &[
            b"",
            b"\n\n",
            b"{\"id\": 7}",
            b"[1]",
            b"<!doctype html><title>Not found</title>",
            b"<html><body>one<br>two</body></html>",
            b"<header><a>1</header>",
            b"hello",
        ],
        expect![[r#"
            The body is empty, not XML, at line 1, column 1.
            The body is nothing but white space, not XML, at line 3, column 1.
            The body is JSON, not XML, at line 1, column 1: “{"id": 7}”.
            The body is JSON, not XML, at line 1, column 1: “[1]”.
            The body is an HTML page (“Not found”), not XML, at line 1, column 1: “<!doctype html><title>Not found</title>”.
            The body is an HTML page, not XML, at line 1, column 1: “<html><body>one<br>two</body></html>”.
            The body is not well-formed XML: “</header>” stands where “</a>” is expected, at line 1, column 13. It begins “<header><a>1</header>”.
            The body is not well-formed XML: there is text outside of the root element, at line 1, column 1. It begins “hello”."#]],
    );
}

#[test]
fn xml_at_fault() {
    check(
        Format::Xml,
        &[
            b"<note>\n  <to>Tove</note>",
            b"<note><to>",
            b"<soap:Envelope><soap:Body/></soap:Envelope>",
            b"<a p:k='1'/>",
            b"<a>&nbsp;</a>",
            b"<a>a & b</a>",
            b"<a>&#0;</a>",
            b"<a>&#xD800;</a>",
            b"<a k='&#x110000;'/>",
            b"<a k=1/>",
            b"<a k='<'/>",
            b"<a k='1' k='2'/>",
            b"<!DOCTYPE a><a/>",
            b"<a/><b/>",
            b"<a/>text",
            b"<a>]]></a>",
            b"<a><!-- -- --></a>",
            b"<a>\x01</a>",
            b"<1/>",
            b"<a xmlns:p='u' xmlns:p='v'/>",
            b"<a xmlns='u'\n xmlns = 'u'/>",
            b"<a k='1'><b xmlns='u' xmlns:p='u' xmlns='v'/></a>",
            b"<a xmlns:p=''/>",
            b"<a xmlns:xml='u'/>",
            b"<a xmlns:xmlns='u'/>",
            b"<xmlns:a/>",
            b"<a>\n<?xml version='1.0'?></a>",
            b"<!-- -->",
            b"<a",
            b"<a k",
            b"<a><![CDATA[x]",
            b"<a>\n<b>\xff</b></a>",
        ],
        expect![[r#"
            The body is not well-formed XML: “</note>” stands where “</to>” is expected, at line 2, column 11. It begins “<note> <to>Tove</note>”.
            The body is not well-formed XML: the document ends before its root element is closed, at line 1, column 11. It begins “<note><to>”.
            The body is not well-formed XML: the prefix “soap” is not declared (xmlns:soap is missing), at line 1, column 2. It begins “<soap:Envelope><soap:Body/></soap:Envelope>”.
            The body is not well-formed XML: the prefix “p” is not declared (xmlns:p is missing), at line 1, column 4. It begins “<a p:k='1'/>”.
            The body is not well-formed XML: there is no entity “&nbsp;” in XML (write its character, or “&#…;”), at line 1, column 4. It begins “<a>&nbsp;</a>”.
            The body is not well-formed XML: “&” does not begin a reference here (as text it is written “&amp;”), at line 1, column 6. It begins “<a>a & b</a>”.
            The body is not well-formed XML: “&#0;” names no character that XML has, at line 1, column 4. It begins “<a>&#0;</a>”.
            The body is not well-formed XML: “&#xD800;” names no character that XML has, at line 1, column 4. It begins “<a>&#xD800;</a>”.
            The body is not well-formed XML: “&#x110000;” names no character that XML has, at line 1, column 7. It begins “<a k='&#x110000;'/>”.
            The body is not well-formed XML: “1” stands where a quote is expected, at line 1, column 6. It begins “<a k=1/>”.
            The body is not well-formed XML: “<” stands where “'” is expected, at line 1, column 7. It begins “<a k='<'/>”.
            The body is not well-formed XML: the attribute “k” is there twice, at line 1, column 10. It begins “<a k='1' k='2'/>”.
            The body is not well-formed XML: a document type declaration (DOCTYPE) is not read, at line 1, column 1. It begins “<!DOCTYPE a><a/>”.
            The body is not well-formed XML: more follows the root element, which is the only one of a document, at line 1, column 5. It begins “<a/><b/>”.
            The body is not well-formed XML: there is text outside of the root element, at line 1, column 5. It begins “<a/>text”.
            The body is not well-formed XML: text cannot hold “]]>”, at line 1, column 7. It begins “<a>]]></a>”.
            The body is not well-formed XML: a comment cannot hold “--”, at line 1, column 4. It begins “<a><!-- -- --></a>”.
            The body is not well-formed XML: XML does not allow the character U+0001, at line 1, column 4. It begins “<a> </a>”.
            The body is not well-formed XML: a name cannot begin or go on like this, at line 1, column 2. It begins “<1/>”.
            The body is not well-formed XML: the prefix “p” is declared twice on one element, at line 1, column 16. It begins “<a xmlns:p='u' xmlns:p='v'/>”.
            The body is not well-formed XML: the default namespace is declared twice on one element, at line 2, column 2. It begins “<a xmlns='u' xmlns = 'u'/>”.
            The body is not well-formed XML: the default namespace is declared twice on one element, at line 1, column 35. It begins “<a k='1'><b xmlns='u' xmlns:p='u' xmlns='v'/></a>”.
            The body is not well-formed XML: the declaration of a prefix names no namespace, at line 1, column 4. It begins “<a xmlns:p=''/>”.
            The body is not well-formed XML: “xml” and “xmlns” stand for what they always stand for, and are not declared, at line 1, column 4. It begins “<a xmlns:xml='u'/>”.
            The body is not well-formed XML: “xml” and “xmlns” stand for what they always stand for, and are not declared, at line 1, column 4. It begins “<a xmlns:xmlns='u'/>”.
            The body is not well-formed XML: “xmlns” declares a prefix, and is none of an element, at line 1, column 2. It begins “<xmlns:a/>”.
            The body is not well-formed XML: an XML declaration stands at the very start of a document, or not at all, at line 2, column 1. It begins “<a> <?xml version='1.0'?></a>”.
            The body is not well-formed XML: there is no whole element, at line 1, column 9. It begins “<!-- -->”.
            The body is not well-formed XML: there is no whole element, at line 1, column 3. It begins “<a”.
            The body is not well-formed XML: the document ends too soon, at line 1, column 5. It begins “<a k”.
            The body is not well-formed XML: “]]>” is expected, at line 1, column 15. It begins “<a><![CDATA[x]”.
            The body is not well-formed XML: the bytes are not UTF-8, at line 2, column 4. It begins “<a> <b>�</b></a>”."#]],
    );
}

#[test]
fn a_value_at_fault() {
    let error = Json::parse("{\"a\": tru}").expect_err("no JSON");
    expect![
        "This is not JSON: JSON has the words true, false and null alone, at line 1, column 7."
    ]
    .assert_eq(&error.message);
}
