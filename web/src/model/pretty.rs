//! A document in, its text on lines of its own for each member or element out, indented.

use switchhook::path::{Document, Format};

/// The text. `body` is what the document was read from: markup keeps its own words.
pub fn pretty(document: &Document, body: &str) -> String {
    match document.format() {
        Format::Json => document.root().value().indented(),
        Format::Xml => markup(body),
    }
}

/// Markup with each tag that stands beside another one on a line of its own; text stays with its tags.
fn markup(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + text.len() / 4);
    let mut depth = 0_usize;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let piece = rest.get(..length(rest)).unwrap_or(rest);
        rest = rest.get(piece.len()..).unwrap_or_default();
        let closes = piece.starts_with("</");
        let is_tag = piece.starts_with('<') && !piece.starts_with("<!") && !piece.starts_with("<?");
        if closes {
            depth = depth.saturating_sub(1);
        }
        // A tag goes on a new line, unless it stands beside text.
        if !lines.is_empty() && piece.starts_with('<') && lines.ends_with('>') {
            let is_empty = closes && rest_of_line(&lines).starts_with(&opening(piece));
            if !is_empty {
                lines.push('\n');
                lines.push_str(&"  ".repeat(depth));
            }
        }
        let is_gap = !piece.starts_with('<') && piece.trim().is_empty();
        if !is_gap {
            lines.push_str(piece);
        }
        if is_tag && !closes && !piece.ends_with("/>") {
            depth += 1;
        }
    }
    lines
}

/// How long the tag, comment, section or text is that a text begins with.
fn length(text: &str) -> usize {
    let up_to = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    if text.starts_with("<!--") {
        up_to("-->")
    } else if text.starts_with("<![CDATA[") {
        up_to("]]>")
    } else if text.starts_with("<?") {
        up_to("?>")
    } else if text.starts_with('<') {
        tag(text)
    } else {
        text.find('<').unwrap_or(text.len())
    }
}

/// How long a tag is: `>` may stand in the quotes of an attribute.
fn tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(mark), _) if mark == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn rest_of_line(lines: &str) -> &str {
    lines.rsplit('\n').next().unwrap_or_default().trim_start()
}

/// `<name` of `</name>`.
fn opening(closing: &str) -> String {
    closing.replacen("</", "<", 1).trim_end_matches('>').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use switchhook::path::{Document, Format};

    use super::pretty;

    #[test]
    fn texts_are_indented_and_keep_their_words() {
        let rows = [
            (Format::Json, r#"{"a":[1.50,{}]}"#, "{\n  \"a\": [\n    1.50,\n    {}\n  ]\n}"),
            (
                Format::Xml,
                "<?xml version='1.0'?><a x='>'><b>t &amp; u</b><!-- <c> --><d/><e></e></a>",
                "<?xml version='1.0'?>\n<a x='>'>\n  <b>t &amp; u</b>\n  <!-- <c> -->\n  <d/>\n  <e></e>\n</a>",
            ),
            (Format::Xml, "<a>\n <b>\n</b>\n</a>", "<a>\n  <b></b>\n</a>"),
            (Format::Xml, "<a>x<b>y</b>z</a>", "<a>x<b>y</b>z</a>"),
        ];
        let wrong: Vec<_> = rows
            .into_iter()
            .map(|(format, body, expected)| {
                let document = Document::parse(format, body.as_bytes()).expect("a document");
                (body, expected, pretty(&document, body))
            })
            .filter(|(_, expected, found)| *expected != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
