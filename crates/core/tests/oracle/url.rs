//! A URL's template and values in: the URL that is built parses to the template's parts, with the values as data.

use ::url::Url;
use serde_json::json;

use super::{node, values};

/// A template over `$A` and `$B`. True where something was built and looked at.
pub(crate) fn keeps(template: &str, a: &str, b: &str) -> bool {
    let node = node(json!({ "method": "GET", "url": template }));
    let page = Url::parse("https://page.example/dir/").unwrap();
    let build = |a: &str, b: &str| Some(node.request(&values(a, b)).ok()?.url);
    let Some(built) = build(a, b) else { return false };
    let url = match page.join(&built) {
        Ok(url) => url,
        // What IDNA takes is for the URL's parser to say.
        Err(_) if !built.is_ascii() || built.to_ascii_lowercase().contains("xn--") => return false,
        Err(error) => panic!("{template:?} became {built:?}: {error}"),
    };
    assert!(["http", "https"].contains(&url.scheme()), "{template:?} became {built:?}");
    assert_eq!((url.username(), url.password()), ("", None), "{template:?} became {built:?}");
    // Any digit is a part of a host, a port and a segment; a base is one, too.
    let bases = ["7", "https://b.example"];
    let plain = bases.into_iter().flat_map(|a| bases.map(|b| build(a, b))).flatten().next();
    let Some(plain) = plain.and_then(|plain| page.join(&plain).ok()) else { return false };
    // A base brings its own segments along.
    if !template.trim_start().starts_with('$') {
        let count = |url: &Url| url.path_segments().map(Iterator::count);
        assert_eq!(count(&url), count(&plain), "{template:?} became {built:?}");
        if !template.contains("://$") {
            let domain = |url: &Url| {
                let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_owned();
                host.rsplit('.').next().map(str::to_owned)
            };
            assert_eq!(domain(&url), domain(&plain), "{template:?} became {built:?}");
        }
    }
    let names = |url: &Url| url.query_pairs().count();
    // An empty pair is none at all.
    if !(a.is_empty() || b.is_empty()) {
        assert_eq!(names(&url), names(&plain), "{template:?} became {built:?}");
    }
    assert_eq!(url.fragment().is_some(), plain.fragment().is_some(), "{template:?} is {built:?}");
    true
}
