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
            "items[?",
            "items[?]",
            "items[? , 1]",
            "items[?@.a",
            "items[?@.a == ",
            "items[?@.a == 1",
            "items[?@.a && ]",
            "items[?@.a ||",
            "items[?!]",
            "items[?(@.a]",
            "items[?(@.a",
            "items[?()]",
            "items[?@.a)]",
            "items[?@.]",
            "items[?@.a.]",
            "items[?@['a]",
        ],
        expect![[r#"
            items[?
                  ^
            A filter asks something of each element: write it behind “?”, as in “?@.price > 10”.

            items[?]
                  ^
            A filter asks something of each element: write it behind “?”, as in “?@.price > 10”.

            items[?␣,␣1]
                  ^^
            A filter asks something of each element: write it behind “?”, as in “?@.price > 10”.

            items[?@.a
                 ^^^^^
            The bracket is not closed: add “]” behind the filter.

            items[?@.a␣==␣
                       ^^
            A value is missing behind “==”: write a number, a text in quotes or “@” with a path.

            items[?@.a␣==␣1
                 ^^^^^^^^^^
            The bracket is not closed: add “]” behind the filter.

            items[?@.a␣&&␣]
                       ^^
            A test is missing behind “&&”: write it, or leave “&&” out.

            items[?@.a␣||
                       ^^
            A test is missing behind “||”: write it, or leave “||” out.

            items[?!]
                   ^
            A test is missing behind “!”: write “@” with a path, or a parenthesis.

            items[?(@.a]
                   ^^^^
            The parenthesis is not closed: add “)”.

            items[?(@.a
                   ^^^^
            The parenthesis is not closed: add “)”.

            items[?()]
                   ^^
            The parentheses are empty: write a test in them, or leave them out.

            items[?@.a)]
                      ^
            No parenthesis is open here: leave out “)”, or write “(” before the test.

            items[?@.]
                     ^
            A name is missing here: write it behind the dot, or leave the dot out.

            items[?@.a.]
                       ^
            A name is missing here: write it behind the dot, or leave the dot out.

            items[?@['a]
                     ^^^
            The quote is not closed: add “'” behind the name.
        "#]],
    );
}

#[test]
fn operators() {
    check(
        &[
            "a[?@.b = 1]",
            "a[?@.b === 1]",
            "a[?@.b <> 1]",
            "a[?@.b =~ 'x']",
            "a[?@.b => 1]",
            "a[?@.b =< 1]",
            "a[?@.b =! 1]",
            "a[?@.b and @.c]",
            "a[?@.b or @.c]",
            "a[?@.b & @.c]",
            "a[?@.b | @.c]",
            "a[?@.b @.c]",
            "a[?1 < @.b < 3]",
            "a[?(@.b) == 1]",
            "a[?!@.b == 1]",
            "a[?!!@.b]",
            "a[?== 1]",
            "a[?&& @.b]",
            "a[?@.b == (1)]",
        ],
        expect![[r#"
            a[?@.b␣=␣1]
                   ^
            Equality is written “==”.

            a[?@.b␣===␣1]
                   ^^^
            Equality is written “==”.

            a[?@.b␣<>␣1]
                   ^^
            Inequality is written “!=”.

            a[?@.b␣=~␣'x']
                   ^^
            A pattern is asked for with match(@.name, 'pattern') or search(@.name, 'pattern').

            a[?@.b␣=>␣1]
                   ^^
            “At least” is written “>=”.

            a[?@.b␣=<␣1]
                   ^^
            “At most” is written “<=”.

            a[?@.b␣=!␣1]
                   ^^
            There is no comparison “=!”: write “==”, “!=”, “<”, “<=”, “>” or “>=”.

            a[?@.b␣and␣@.c]
                   ^^^
            “And” is written “&&”.

            a[?@.b␣or␣@.c]
                   ^^
            “Or” is written “||”.

            a[?@.b␣&␣@.c]
                   ^
            “And” is written “&&”.

            a[?@.b␣|␣@.c]
                   ^
            “Or” is written “||”.

            a[?@.b␣@.c]
                   ^
            A filter goes on with a comparison, “&&” or “||” here, or ends.

            a[?1␣<␣@.b␣<␣3]
                       ^
            A comparison has two sides: join two comparisons with “&&”.

            a[?(@.b)␣==␣1]
                     ^^
            What stands in parentheses is true or false, and is not compared: leave them out.

            a[?!@.b␣==␣1]
                    ^^
            “!” stands before a comparison in parentheses: write !(…), or turn the comparison round.

            a[?!!@.b]
               ^^
            “!” stands before a test once: leave both out.

            a[?==␣1]
               ^
            A value is missing before the comparison: write “@” with a path.

            a[?&&␣@.b]
               ^
            A test is missing here: write it, or leave out what joins it.

            a[?@.b␣==␣(1)]
                      ^
            A value does not stand in parentheses: leave them out.
        "#]],
    );
}

#[test]
fn values() {
    check(
        &[
            "a[?price > 10]",
            "a[?@price > 10]",
            "a[?@.b == open]",
            "a[?@.b == True]",
            "a[?@.b == +1]",
            "a[?@.b == .5]",
            "a[?@.b == -]",
            "a[?@.b == 01]",
            "a[?@.b == 1.]",
            "a[?@.b == 1e]",
            "a[?@.b == 1.5.2]",
            "a[?@.b == 'x]",
            "a[?@.b == '\\x']",
            "a[?@.@id == 1]",
            "a[?#]",
            "a[?@.größe-x == €]",
            "$.a[?@.user-id == 1]",
        ],
        expect![[r#"
            a[?price␣>␣10]
               ^^^^^
            “price” is written as a member of the element, @.price, or as a text in quotes, 'price'.

            a[?@price␣>␣10]
                ^
            “@” is followed by “.” or “[”: write a dot behind it.

            a[?@.b␣==␣open]
                      ^^^^
            “open” is written as a member of the element, @.open, or as a text in quotes, 'open'.

            a[?@.b␣==␣True]
                      ^^^^
            “True” is written in lower case: true.

            a[?@.b␣==␣+1]
                      ^
            A number has no “+” before it: leave it out.

            a[?@.b␣==␣.5]
                      ^
            A path inside a filter begins with “@” for the element or “$” for the document; a number begins with a digit.

            a[?@.b␣==␣-]
                      ^
            A number is missing behind “-”.

            a[?@.b␣==␣01]
                      ^^
            A number does not begin with 0: leave the zeros out.

            a[?@.b␣==␣1.]
                      ^^
            A digit is missing behind the point of the number.

            a[?@.b␣==␣1e]
                      ^^
            A digit is missing behind the “e” of the number.

            a[?@.b␣==␣1.5.2]
                         ^
            A filter goes on with a comparison, “&&” or “||” here, or ends.

            a[?@.b␣==␣'x]
                      ^^^
            The quote is not closed: add “'” behind the text.

            a[?@.b␣==␣'\x']
                       ^^
            There is no escape “\x” in a path: write “\\” for a backslash itself.

            a[?@.@id␣==␣1]
                 ^^^
            “@id” is written in brackets and quotes here: ['@id'].

            a[?#]
               ^
            A filter asks for “@” with a path, a number, a text in quotes or a function here.

            a[?@.größe-x␣==␣€]
                            ^
            “€” is written as a member of the element, @.€, or as a text in quotes, '€'.

            $.a[?@.user-id␣==␣1]
                   ^^^^^^^
            “user-id” is written in brackets and quotes here: ['user-id'].
        "#]],
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
