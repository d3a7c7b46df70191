//! A URL with a query in; the URL without it, and its parts as rows, out (WHATWG URL, form decoding).

use crate::model::draft::{Draft, FieldRow, List};

/// How many rows the query would become; none where it cannot become rows that send the same.
pub fn rows(url: &str) -> Option<usize> {
    Some(parts(url)?.1.len())
}

/// Takes the query out of the URL and puts it as rows before the others.
pub fn split(draft: &mut Draft) {
    let Some((rest, parts)) = parts(&draft.url) else { return };
    let rows: Vec<FieldRow> = parts
        .into_iter()
        .map(|(name, value)| FieldRow {
            sends_empty: value.is_empty(),
            ..FieldRow::new(draft.new_row(), name, value)
        })
        .collect();
    draft.url = rest.into();
    draft.fields_mut(List::Query).splice(0..0, rows);
}

type Parts = Vec<(String, String)>;

/// The URL without its query, and names and values of the query as templates.
fn parts(url: &str) -> Option<(String, Parts)> {
    let (before, fragment) = url
        .split_once('#')
        .map_or((url, ""), |(before, _)| (before, url.get(before.len()..).unwrap_or_default()));
    let (path, query) = before.split_once('?')?;
    let parts: Option<Parts> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((decoded(name)?, decoded(value)?))
        })
        .collect();
    let parts = parts.filter(|parts| !parts.is_empty())?;
    Some((format!("{path}{fragment}"), parts))
}

/// Form data as a template. None for bytes that are no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'+' => bytes.push(b' '),
            b'%' if after.len() > 1 && after[..2].iter().all(u8::is_ascii_hexdigit) => {
                let byte = u8::from_str_radix(std::str::from_utf8(&after[..2]).ok()?, 16).ok()?;
                // A dollar that was encoded begins no parameter.
                if byte == b'$' {
                    bytes.push(b'$');
                }
                bytes.push(byte);
                rest = &after[2..];
            }
            other => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use switchhook::Values;

    use crate::model::{
        bulk,
        compiled::Compiled,
        draft::{Draft, List},
        edit::Edit,
    };

    #[test]
    fn a_query_becomes_rows_that_send_the_same() {
        let rows = [
            ("https://a/?a=1&b=2", "https://a/", "a: 1\nb: 2"),
            ("https://a/p?q=tea+%26+cups&x=$ID#top", "https://a/p#top", "q: tea & cups\nx: $ID"),
            ("https://a/?$KEY=%24ID&e=", "https://a/", "$KEY: $$ID\ne: \"\""),
            ("https://a/?gr%C3%BC%C3%9Fe=1", "https://a/", "grüße: 1"),
            ("https://a/?a", "https://a/?a", ""),
            ("https://a/?b=%FF", "https://a/?b=%FF", ""),
            ("https://a/?", "https://a/?", ""),
            ("https://a/#?a=1", "https://a/#?a=1", ""),
        ];
        let sent = |draft: &Draft| Compiled::of(draft).node.draft_request(&Values::new()).url;
        let wrong: Vec<_> = rows
            .iter()
            .filter_map(|(url, rest, query)| {
                let draft = Draft::default().apply(&Edit::SetUrl((*url).into()));
                let after = draft.apply(&Edit::SplitQuery);
                let found = (after.url.to_string(), bulk::text(after.fields(List::Query)));
                let same = sent(&draft).replace("%20", "+") == sent(&after);
                (found != ((*rest).to_owned(), (*query).to_owned()) || !same)
                    .then(|| (url, found, sent(&draft), sent(&after)))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
