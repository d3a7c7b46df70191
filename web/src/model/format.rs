//! A body in, the same indented by two spaces out: only white space between its parts changes, never a part.

use crate::model::{
    draft::BodyKind,
    language::{Piece, json_pieces, markup_pieces},
};

/// The body with a line for each part; none where its kind has no layout, or it is not well-formed enough.
pub fn formatted(kind: BodyKind, body: &str) -> Option<String> {
    match kind {
        BodyKind::Json => json(body),
        BodyKind::Xml => xml(body),
        _ => None,
    }
}

fn json(body: &str) -> Option<String> {
    let mut text = String::new();
    let mut open = Vec::new();
    let pieces: Vec<_> =
        json_pieces(body)?.into_iter().filter(|(piece, _)| *piece != Piece::Space).collect();
    for (index, (_, part)) in pieces.iter().enumerate() {
        let before =
            index.checked_sub(1).and_then(|index| pieces.get(index)).map(|(_, part)| *part);
        match *part {
            "}" | "]" => {
                let opened = open.pop()?;
                if (opened, *part) != ("{", "}") && (opened, *part) != ("[", "]") {
                    return None;
                }
                if before != Some(opened) {
                    line(&mut text, open.len());
                }
            }
            "," | ":" => {}
            _ => match before {
                Some("{" | "[" | ",") => line(&mut text, open.len()),
                Some(":") => text.push(' '),
                // Parts that stand side by side are no JSON: the check of the body says so.
                Some(_) => return None,
                None => {}
            },
        }
        text.push_str(part);
        if matches!(*part, "{" | "[") {
            open.push(part);
        }
    }
    (open.is_empty() && !text.is_empty()).then_some(text)
}

/// An element is opened up where nothing but elements, comments and white space is in it.
fn xml(body: &str) -> Option<String> {
    let pieces = markup_pieces(body)?;
    let mut text = String::new();
    let mut depth = 0;
    let mut index = 0;
    while let Some((piece, part)) = pieces.get(index) {
        match piece {
            Piece::Space => {}
            Piece::Text => return None,
            Piece::Close => {
                depth -= 1;
                line(&mut text, depth);
                text.push_str(part);
            }
            Piece::Open => {
                let (end, is_open) = element(&pieces, index)?;
                line(&mut text, depth);
                if is_open && !part.contains("xml:space") {
                    depth += 1;
                    text.push_str(part);
                } else {
                    pieces.get(index..=end)?.iter().for_each(|(_, part)| text.push_str(part));
                    index = end;
                }
            }
            _ => {
                line(&mut text, depth);
                text.push_str(part);
            }
        }
        index += 1;
    }
    (!text.is_empty()).then_some(text)
}

/// Where the element that opens here closes, and whether it has elements in it and no text beside them.
fn element(pieces: &[(Piece, &str)], from: usize) -> Option<(usize, bool)> {
    let mut open: Vec<&str> = Vec::new();
    let (mut elements, mut texts) = (false, false);
    for (index, (piece, part)) in pieces.iter().enumerate().skip(from) {
        match piece {
            Piece::Open => {
                elements |= open.len() == 1;
                open.push(name(part));
            }
            Piece::Close => {
                if open.pop()? != name(part) {
                    return None;
                }
                if open.is_empty() {
                    return Some((index, elements && !texts));
                }
            }
            Piece::Empty => elements |= open.len() == 1,
            Piece::Text => texts |= open.len() == 1,
            _ => {}
        }
    }
    None
}

/// The name in a tag.
fn name(tag: &str) -> &str {
    let inside = tag.trim_start_matches(['<', '/']);
    let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    end.and_then(|end| inside.get(..end)).unwrap_or(inside)
}

fn line(text: &mut String, depth: usize) {
    if !text.is_empty() {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    }
}

#[cfg(test)]
mod tests {
    use super::formatted;
    use crate::model::draft::BodyKind;

    #[test]
    fn bodies_are_indented() {
        let rows = [
            (
                BodyKind::Json,
                r#"{"a":[1,$N,{"b":"x, $Y: {"}],"c":{},"d":${E}}"#,
                Some(
                    "{\n  \"a\": [\n    1,\n    $N,\n    {\n      \"b\": \"x, $Y: {\"\n    }\n  ],\n  \"c\": {},\n  \"d\": ${E}\n}",
                ),
            ),
            (BodyKind::Json, "  $WHOLE\n", Some("$WHOLE")),
            (
                BodyKind::Json,
                r#"{"id": 4634343214213523454, "n": 1.00}"#,
                Some("{\n  \"id\": 4634343214213523454,\n  \"n\": 1.00\n}"),
            ),
            (BodyKind::Json, r#"{"a": "\"}"}"#, Some("{\n  \"a\": \"\\\"}\"\n}")),
            (BodyKind::Json, r#"{"a": "x}"#, None),
            (BodyKind::Json, "[1 2]", None),
            (BodyKind::Json, "[}", None),
            (BodyKind::Json, "", None),
            (
                BodyKind::Xml,
                "<a><b x=\"1>2\">$B</b><c/><d> </d></a>",
                Some("<a>\n  <b x=\"1>2\">$B</b>\n  <c/>\n  <d> </d>\n</a>"),
            ),
            (
                BodyKind::Xml,
                "<?xml version=\"1.0\"?><a><p>one <b>two</b></p><!-- x --></a>",
                Some("<?xml version=\"1.0\"?>\n<a>\n  <p>one <b>two</b></p>\n  <!-- x -->\n</a>"),
            ),
            (BodyKind::Xml, "<a><b/><![CDATA[ < ]]></a>", Some("<a><b/><![CDATA[ < ]]></a>")),
            (
                BodyKind::Xml,
                "<a xml:space=\"preserve\"> <b/> </a>",
                Some("<a xml:space=\"preserve\"> <b/> </a>"),
            ),
            (BodyKind::Xml, "<a><b></a>", None),
            (BodyKind::Xml, "<a/>$X", None),
            (BodyKind::Text, "{}", None),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(kind, body, expected)| (body, *expected, formatted(*kind, body)))
            .filter(|(_, expected, found)| *expected != found.as_deref())
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        // What is formatted stays as it is.
        for (kind, _, expected) in rows {
            let again = expected.and_then(|text| formatted(kind, text));
            assert_eq!(again.as_deref(), expected);
        }
    }
}
