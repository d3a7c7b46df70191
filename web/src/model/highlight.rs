//! Text, its language, its parameters and the ranges at fault in; runs of one look each out, in order and without gaps.

use std::ops::Range;

use crate::model::{
    draft::BodyKind,
    language::{Piece, json_pieces, markup_pieces},
};

/// A piece of text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is a parameter.
    pub parameter: bool,
    /// Whether a problem is about it.
    pub fault: bool,
    /// What it is in its language, as a class; empty for nothing that stands out.
    pub token: &'static str,
}

/// Longest text that is coloured; a longer one is shown as it is.
pub const LONGEST: usize = 40_000;

/// The text as runs.
pub fn runs(text: &str, faults: &[Range<usize>], language: BodyKind) -> Vec<Run> {
    let parameters = switchhook::parameter_ranges(text);
    let tokens = tokens(text, language);
    let mut edges = vec![0];
    let inner = parameters.iter().chain(faults).flat_map(|range| [range.start, range.end]);
    let inner = inner.filter(|edge| *edge < text.len() && text.is_char_boundary(*edge));
    for edge in tokens.iter().map(|(start, _)| *start).chain(inner) {
        // Nearly all of them come in their order.
        if let Err(place) = edges.binary_search(&edge) {
            edges.insert(place, edge);
        }
    }
    edges.push(text.len());
    let within =
        |ranges: &[Range<usize>], at: usize| ranges.iter().any(|range| range.contains(&at));
    edges
        .iter()
        .zip(edges.iter().skip(1))
        .filter_map(|(from, to)| {
            Some(Run {
                text: text.get(*from..*to)?.to_owned(),
                parameter: within(&parameters, *from),
                fault: within(faults, *from),
                token: token_at(&tokens, *from),
            })
        })
        .collect()
}

/// The runs before a byte, and those behind it.
pub fn cut(runs: Vec<Run>, at: usize) -> (Vec<Run>, Vec<Run>) {
    let mut ends = 0;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for run in runs {
        let (start, end) = (ends, ends + run.text.len());
        ends = end;
        match run.text.split_at_checked(at.saturating_sub(start)) {
            _ if end <= at => before.push(run),
            Some((left, right)) if at > start => {
                let (left, right) = (left.to_owned(), right.to_owned());
                after.push(Run { text: right, ..run.clone() });
                before.push(Run { text: left, ..run });
            }
            _ => after.push(run),
        }
    }
    (before, after)
}

/// Where each part of the language begins, and its class. Text that is no such language yet is not coloured.
fn tokens(text: &str, language: BodyKind) -> Vec<(usize, &'static str)> {
    let pieces = match language {
        BodyKind::Json => json_pieces(text),
        BodyKind::Xml | BodyKind::Html => markup_pieces(text),
        _ => None,
    };
    let mut at = 0;
    let pieces = pieces.unwrap_or_default().into_iter().map(|(piece, part)| {
        let start = at;
        at += part.len();
        let class = match piece {
            Piece::Key => "token-key",
            Piece::Str => "token-string",
            Piece::Atom => "token-atom",
            Piece::Mark | Piece::Aside => "token-quiet",
            Piece::Open | Piece::Close | Piece::Empty => "token-tag",
            Piece::Space | Piece::Text => "",
        };
        (start, class)
    });
    pieces.collect()
}

fn token_at(tokens: &[(usize, &'static str)], at: usize) -> &'static str {
    let behind = tokens.partition_point(|(start, _)| *start <= at);
    behind.checked_sub(1).and_then(|index| tokens.get(index)).map_or("", |(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::{cut, runs};
    use crate::model::draft::BodyKind;

    /// Parameters in «», faults in ‹›.
    fn drawn(text: &str, faults: &[std::ops::Range<usize>]) -> String {
        runs(text, faults, BodyKind::None)
            .into_iter()
            .map(|run| {
                let text = if run.parameter { format!("«{}»", run.text) } else { run.text };
                if run.fault { format!("‹{text}›") } else { text }
            })
            .collect()
    }

    #[test]
    fn runs_cover_the_text() {
        let rows: [(&str, &[std::ops::Range<usize>], &str); 6] = [
            ("/orders/$ID/items", &[], "/orders/«$ID»/items"),
            ("$A$B", &[], "«$A»«$B»"),
            ("a${B}c", &[], "a«${B}»c"),
            ("costs $5, $$X", &[], "costs $5, $$X"),
            ("é$A!", &[9..10, 0..1], "‹é›«$A»!"),
            ("ab$A", &[1..3, 1..2], "a‹b›‹«$»›«A»"),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(text, faults, expected)| (text, expected, drawn(text, faults)))
            .filter(|(_, expected, found)| *expected != found)
            .map(|(text, expected, found)| format!("{text}: {found}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn bodies_are_coloured_by_their_language() {
        let rows = [
            (
                BodyKind::Json,
                r#"{"a": "x $B", "c": [1, $D]}"#,
                r#"quiet:{ key:"a" quiet:: string:"x  string:$B string:" quiet:, key:"c" quiet:: quiet:[ atom:1 quiet:, atom:$D quiet:] quiet:}"#,
            ),
            (BodyKind::Json, r#"{"a"#, ""),
            (BodyKind::Xml, "<a b='>'>$C<!-- d --></a>", "tag:<a b='>'> quiet:<!-- d --> tag:</a>"),
            (BodyKind::Text, "{}", ""),
        ];
        for (language, text, expected) in rows {
            let runs = runs(text, &[], language);
            let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
            let tokens = runs.iter().filter_map(|run| {
                let class = run.token.strip_prefix("token-")?;
                Some(format!("{class}:{}", run.text))
            });
            assert_eq!(
                (whole.as_str(), tokens.collect::<Vec<_>>().join(" ").as_str()),
                (text, expected)
            );
        }
    }

    #[test]
    fn runs_are_cut_anywhere() {
        let text = "a $B é";
        for at in [0, 1, 2, 4, 5, text.len()] {
            let (before, after) = cut(runs(text, &[], BodyKind::None), at);
            let joined = |runs: Vec<super::Run>| -> String {
                runs.into_iter().map(|run| run.text).collect()
            };
            assert_eq!(
                (joined(before), joined(after)),
                (text[..at].to_owned(), text[at..].to_owned())
            );
        }
    }
}
