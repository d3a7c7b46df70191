//! What is said of a filter that is none: the text, carets under the part at fault, the sentence.

use expect_test::expect;
use switchhook_path::Path;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::carets::check;

#[test]
fn endings() {
    check(
        &[
            "items[?", "items[?]", "items[? , 1]", "items[?@.a", "items[?@.a == ", "items[?@.a == 1",
            "items[?@.a && ]", "items[?@.a ||", "items[?!]", "items[?(@.a]", "items[?(@.a", "items[?()]",
            "items[?@.a)]", "items[?@.]", "items[?@.a.]", "items[?@['a]",
        ],
        expect![[""]],
    );
}

#[test]
fn operators() {
    check(
        &[
            "a[?@.b = 1]", "a[?@.b === 1]", "a[?@.b <> 1]", "a[?@.b =~ 'x']", "a[?@.b => 1]", "a[?@.b =< 1]",
            "a[?@.b =! 1]", "a[?@.b and @.c]", "a[?@.b or @.c]", "a[?@.b & @.c]", "a[?@.b | @.c]",
            "a[?@.b @.c]", "a[?1 < @.b < 3]", "a[?(@.b) == 1]", "a[?!@.b == 1]", "a[?!!@.b]", "a[?== 1]",
            "a[?&& @.b]", "a[?@.b == (1)]",
        ],
        expect![[""]],
    );
}

#[test]
fn values() {
    check(
        &[
            "a[?price > 10]", "a[?@price > 10]", "a[?@.b == open]", "a[?@.b == True]", "a[?@.b == +1]",
            "a[?@.b == .5]", "a[?@.b == -]", "a[?@.b == 01]", "a[?@.b == 1.]", "a[?@.b == 1e]", "a[?@.b == 1.5.2]",
            "a[?@.b == 'x]", "a[?@.b == '\\x']", "a[?@.@id == 1]", "a[?#]", "a[?@.größe-x == €]",
            "$.a[?@.user-id == 1]",
        ],
        expect![[""]],
    );
}

#[test]
fn types() {
    check(
        &[
            "a[?@.* == 1]", "a[?1 == $..b]", "a[?@[0, 1] == 1]", "a[?1]", "a[?'x' || @.b]", "a[?length(@.b)]",
            "a[?!count(@.*)]", "a[?match(@.b, 'x') == true]", "a[?true == search(@.b, 'x')]", "a[?length(@.*) > 1]",
            "a[?length(match(@.b, 'x')) > 1]", "a[?count(1) > 1]", "a[?value(length(@)) > 1]", "a[?match(@..b, 'x')]",
        ],
        expect![[""]],
    );
}

#[test]
fn functions() {
    check(
        &[
            "a[?count() > 1]", "a[?count(@.b, @.c) > 1]", "a[?match(@.b)]", "a[?match(@.b, 'x', 'i')]",
            "a[?contains(@.b, 'x')]", "a[?Length(@.b) > 1]", "a[?length (@.b) > 1]", "a[?length(@.b > 1]",
            "a[?length(@.b]", "a[?length(", "a[?length(@.b,) > 1]", "a[?length(@.b @.c) > 1]",
            "a[?match(@.b, '((a{1,100}){1,100}){1,100}')]",
        ],
        expect![[""]],
    );
}

/// Filters, parentheses and function calls count together.
#[test]
fn nesting() {
    let nested = |open: &str, inner: &str, close: &str, depth: usize| {
        format!("a[?{}{inner}{}]", open.repeat(depth), close.repeat(depth))
    };
    let rows = [("(", "@.b", ")"), ("@[?", "@.b", "]"), ("!(", "@.b", ")")];
    for (open, inner, close) in rows {
        assert!(Path::parse(&nested(open, inner, close, 63)).is_ok(), "{open}");
        for depth in [64, 65, 500] {
            let error = Path::parse(&nested(open, inner, close, depth)).expect_err("too deep");
            assert!(error.message.contains("64 levels"), "{open}: {}", error.message);
        }
    }
    let lengths = |depth: usize| nested("length(", "@.b", ")", depth).replace(")]", ") > 1]");
    assert!(Path::parse(&lengths(63)).is_ok());
    assert!(Path::parse(&lengths(64)).is_err());
    let chain = format!("a[?@.b{}]", "||@.b".repeat(800));
    assert!(Path::parse(&chain).is_ok());
}
