//! The built page goes in with trunk's inline start script, and comes out with that script in a
//! file beside it: the page's Content-Security-Policy allows nothing inline.

use anyhow::{Context, Result};

use crate::{dist::Moved, fingerprint::fingerprint};

/// The page with its inline scripts as files. `base` is the path that the page is served under.
pub(crate) fn moved(page: &str, base: &str) -> Result<Moved> {
    let mut out = Moved { page: String::with_capacity(page.len()), files: Vec::new() };
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let (before, from_script) = rest.split_at(start);
        let (tag, inside) = from_script.split_once('>').context("a <script> tag has no end")?;
        let (script, after) = inside.split_once("</script>").context("a <script> has no end")?;
        out.page.push_str(before);
        if script.trim().is_empty() {
            out.page.push_str(&format!("{tag}></script>"));
        } else {
            let name = format!("start-{:016x}.js", fingerprint(script.as_bytes()));
            let slash = if base.ends_with('/') { "" } else { "/" };
            out.page.push_str(&format!("{tag} src=\"{base}{slash}{name}\"></script>"));
            out.files.push((name, format!("{}\n", script.trim())));
        }
        rest = after;
    }
    out.page.push_str(rest);
    Ok(out)
}

/// What of a page its policy forbids: a style or handler in an attribute, or a `<style>`.
pub(crate) fn inline(page: &str) -> Option<&'static str> {
    let tags = page.split('<').skip(1).filter_map(|part| part.split('>').next());
    for tag in tags {
        let mut words = tag.split_ascii_whitespace();
        if words.next() == Some("style") {
            return Some("a <style> element");
        }
        let names: Vec<_> = words.filter_map(|word| Some(word.split_once('=')?.0)).collect();
        if names.contains(&"style") {
            return Some("a style attribute");
        }
        if names.iter().any(|name| name.starts_with("on")) {
            return Some("an event handler in an attribute");
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_becomes_a_file() {
        let page = "<head><script type=\"module\">\nimport a from '/a.js';\n</script></head>";
        let moved = moved(page, "/").expect("a page");
        let [(name, script)] = &moved.files[..] else { unreachable!("one script") };
        assert_eq!(script, "import a from '/a.js';\n");
        let want = format!("<head><script type=\"module\" src=\"/{name}\"></script></head>");
        assert_eq!(moved.page, want);
    }

    #[test]
    fn the_base_of_the_page_is_kept() {
        let table = [
            ("./", "src=\"./start-"),
            ("/app/", "src=\"/app/start-"),
            ("/app", "src=\"/app/start-"),
        ];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(base, want)| {
                !moved("<script>x()</script>", base).is_ok_and(|moved| moved.page.contains(want))
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_script_that_is_a_file_stays() {
        let page = "<p>a</p><script src=\"/x.js\"></script><p>b</p>";
        let moved = moved(page, "/").expect("a page");
        assert_eq!(moved.page, page);
        assert!(moved.files.is_empty());
    }

    #[test]
    fn what_the_policy_forbids_is_found() {
        let table = [
            ("<p class=\"a\">on=1</p>", None),
            ("<p style=\"color:red\">", Some("a style attribute")),
            ("<style>p{}</style>", Some("a <style> element")),
            ("<body onload=\"x()\">", Some("an event handler in an attribute")),
            ("<link rel=\"stylesheet\" href=\"/a.css\">", None),
        ];
        let wrong: Vec<_> =
            table.into_iter().filter(|(page, want)| inline(page) != *want).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
