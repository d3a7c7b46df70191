//! Text, its parameters and the ranges at fault in; runs of one look each out, in order and without gaps.

use std::ops::Range;

/// A piece of text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is a parameter.
    pub parameter: bool,
    /// Whether a problem is about it.
    pub fault: bool,
}

/// Longest text that is coloured; a longer one is shown as it is.
pub const LONGEST: usize = 40_000;

/// The text as runs.
pub fn runs(text: &str, faults: &[Range<usize>]) -> Vec<Run> {
    let parameters = switchhook::parameter_ranges(text);
    let mut edges = vec![0];
    let inner = parameters.iter().chain(faults).flat_map(|range| [range.start, range.end]);
    for edge in inner.filter(|edge| *edge < text.len() && text.is_char_boundary(*edge)) {
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
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::runs;

    /// Parameters in «», faults in ‹›.
    fn drawn(text: &str, faults: &[std::ops::Range<usize>]) -> String {
        runs(text, faults)
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
}
