//! A built page that links many style sheets goes in, and comes out with one, which holds them all in their order.

use anyhow::{Context, Result};

use crate::{dist::Moved, fingerprint::fingerprint};

/// The page with its sheets joined. `base` is the path that the page is served under; `read` is given a sheet's file name.
pub(crate) fn joined(
    page: &str,
    base: &str,
    mut read: impl FnMut(&str) -> Result<String>,
) -> Result<Moved> {
    let mut out = Moved { page: String::with_capacity(page.len()), files: Vec::new() };
    let mut sheet = String::new();
    let mut place = None;
    let mut rest = page;
    while let Some(start) = rest.find("<link") {
        let (before, from_link) = rest.split_at(start);
        let (tag, after) = from_link.split_once('>').context("a <link> has no end")?;
        if attribute(tag, "rel") == Some("stylesheet") {
            let href = attribute(tag, "href").context("a style sheet has no href")?;
            sheet.push_str(&read(href.rsplit('/').next().unwrap_or(href))?);
            out.page.push_str(before.trim_end());
            place.get_or_insert(out.page.len());
        } else {
            out.page.push_str(before);
            out.page.push_str(tag);
            out.page.push('>');
        }
        rest = after;
    }
    out.page.push_str(rest);
    if let Some(place) = place {
        let name = format!("studio-{:016x}.css", fingerprint(sheet.as_bytes()));
        let slash = if base.ends_with('/') { "" } else { "/" };
        out.page
            .insert_str(place, &format!("<link rel=\"stylesheet\" href=\"{base}{slash}{name}\">"));
        out.files.push((name, sheet));
    }
    Ok(out)
}

/// The value of an attribute that has no white space in it, whether it stands in quotes or a minifier took them.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut words = tag.trim_end_matches('/').split_ascii_whitespace();
    words.find_map(|word| Some(word.strip_prefix(name)?.strip_prefix('=')?.trim_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_joined_in_their_order() {
        let page = "<head>\n<link rel=\"icon\" href=\"/i.svg\"/>\n\
            <link rel=\"stylesheet\" href=\"/app/b-1.css\" integrity=\"sha384-x\"/>\n\
            <link href=/app/a-2.css integrity=sha384-y rel=stylesheet>\n</head>";
        let moved = joined(page, "/app", |name| Ok(format!("/*{name}*/"))).expect("a page");
        let [(name, sheet)] = &moved.files[..] else { unreachable!("one sheet") };
        assert_eq!(sheet, "/*b-1.css*//*a-2.css*/");
        let link = format!("<link rel=\"stylesheet\" href=\"/app/{name}\">");
        let want = format!("<head>\n<link rel=\"icon\" href=\"/i.svg\"/>{link}\n</head>");
        assert_eq!(moved.page, want);
    }

    #[test]
    fn a_page_without_sheets_stays() {
        let moved = joined("<p>a</p>", "/", |_| unreachable!("nothing to read")).expect("a page");
        assert_eq!((&*moved.page, moved.files.len()), ("<p>a</p>", 0));
    }

    #[test]
    fn a_sheet_that_is_missing_is_an_error() {
        let page = "<link rel=\"stylesheet\" href=\"/a.css\"/>";
        assert!(joined(page, "/", |name| anyhow::bail!("no {name}")).is_err());
    }
}
