//! A document and a path in: what the path selects is found again by its normalized path, or it panics.

use std::collections::BTreeSet;

use switchhook_path::{Document, Path, shorthand};

/// Asks again for each node that the path selects, of many for the first `most`.
pub(crate) fn leads_back(document: &Document, path: &Path, most: usize) {
    let (Ok(nodes), Ok(selected)) = (document.nodes(path), document.select(path)) else { return };
    assert_eq!(nodes.len(), selected.len());
    let mut seen = BTreeSet::new();
    for (node, selected) in nodes.iter().zip(selected).take(most) {
        assert_eq!(node.value(), selected.value);
        if !seen.insert(selected.path.clone()) {
            continue;
        }
        for way in [selected.path.clone(), shorthand(&node.location())] {
            // Names may be longer than a path may be.
            let Ok(way) = Path::parse(&way) else { continue };
            assert_eq!(document.select(&way), Ok(vec![selected.clone()]), "{way}");
        }
    }
}

/// What a query finds behind `?` is what it can count.
pub(crate) fn exists_where_it_counts(document: &Document, outer: &str, inner: &str) {
    let found = |test: String| {
        let path = Path::parse(&format!("{outer}[?{test}]")).ok()?;
        let selected = document.select(&path).ok()?;
        Some(selected.into_iter().map(|selected| selected.path).collect::<Vec<_>>())
    };
    let counted = found(format!("count(@{inner}) > 0"));
    let exists = [found(format!("@{inner}")), found(format!("!(!@{inner})"))];
    for exists in exists {
        // Counting takes longer, and may take too long.
        if counted.is_some() {
            assert_eq!(exists, counted, "{outer}[?@{inner}]");
        }
    }
}
