//! The two halves of a module go in, and come out with a name between them that is theirs alone: a browser may keep the one
//! of another version, and what does not belong together would join all the same, and fail somewhere inside.

use anyhow::{Result, bail};

use crate::fingerprint::fingerprint;

/// What the first half gives and the second takes: where the stack ends.
const SHARED: &str = "__wasm_split_shared0";

/// Both halves, with that name as long as before: its length is written in front of it.
pub(super) fn tied(first: &[u8], later: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let digits = fingerprint(&[first, later].concat()) & 0xFFF_FFFF;
    let name = format!("__wasm_split_{digits:07x}");
    Ok((renamed(first, &name)?, renamed(later, &name)?))
}

fn renamed(half: &[u8], name: &str) -> Result<Vec<u8>> {
    let names = half.windows(SHARED.len()).enumerate();
    let places: Vec<usize> =
        names.filter(|(_, name)| *name == SHARED.as_bytes()).map(|(place, _)| place).collect();
    let [place] = *places else { bail!("the halves of a module do not share `{SHARED}` once") };
    let mut half = half.to_vec();
    half.splice(place..place + SHARED.len(), name.bytes());
    Ok(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_one_build_share_a_name() {
        let tied = |first: &str, later: &str| {
            let (first, later) = tied(first.as_bytes(), later.as_bytes()).expect("halves");
            (String::from_utf8(first).expect("a text"), String::from_utf8(later).expect("a text"))
        };
        let (first, later) = tied("a (__wasm_split_shared0)", "b __wasm_split_shared0");
        let name = later.strip_prefix("b ").expect("the same before it");
        assert_eq!((first, name.len()), (format!("a ({name})"), SHARED.len()));
        let (other, _) = tied("a (__wasm_split_shared0)", "c __wasm_split_shared0");
        assert!(!other.contains(name), "{other} has {name}");
    }

    #[test]
    fn what_shares_nothing_is_no_half() {
        let both = SHARED.repeat(2);
        let table = [(SHARED, ""), ("", SHARED), (SHARED, both.as_str())];
        let wrong: Vec<_> = table
            .into_iter()
            .filter(|(first, later)| tied(first.as_bytes(), later.as_bytes()).is_ok())
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
