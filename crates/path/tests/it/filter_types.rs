//! What is said of a filter whose parts do not fit together (RFC 9535 §2.4.3): the text, carets
//! under the part at fault, the sentence.

use expect_test::expect;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::carets::check;

#[test]
fn types() {
    check(
        &[
            "a[?@.* == 1]",
            "a[?1 == $..b]",
            "a[?@[0, 1] == 1]",
            "a[?1]",
            "a[?'x' || @.b]",
            "a[?length(@.b)]",
            "a[?!count(@.*)]",
            "a[?match(@.b, 'x') == true]",
            "a[?true == search(@.b, 'x')]",
            "a[?length(@.*) > 1]",
            "a[?length(match(@.b, 'x')) > 1]",
            "a[?count(1) > 1]",
            "a[?value(length(@)) > 1]",
            "a[?match(@..b, 'x')]",
        ],
        expect![[r#"
            a[?@.*␣==␣1]
               ^^^
            A comparison takes one value, and this may find several: write names and single indexes, or count(…) or value(…) around it.

            a[?1␣==␣$..b]
                    ^^^^
            A comparison takes one value, and this may find several: write names and single indexes, or count(…) or value(…) around it.

            a[?@[0,␣1]␣==␣1]
               ^^^^^^^
            A comparison takes one value, and this may find several: write names and single indexes, or count(…) or value(…) around it.

            a[?1]
               ^
            A value alone is no test: compare it with something, as in “@.price > 10”.

            a[?'x'␣||␣@.b]
               ^^^
            A value alone is no test: compare it with something, as in “@.price > 10”.

            a[?length(@.b)]
               ^^^^^^^^^^^
            “length” gives a value: compare it with something, as in “length(…) > 1”.

            a[?!count(@.*)]
                ^^^^^^^^^^
            “count” gives a value: compare it with something, as in “count(…) > 1”.

            a[?match(@.b,␣'x')␣==␣true]
               ^^^^^^^^^^^^^^^
            “match” is true or false by itself: leave the comparison out.

            a[?true␣==␣search(@.b,␣'x')]
                       ^^^^^^^^^^^^^^^^
            “search” is true or false by itself: leave the comparison out.

            a[?length(@.*)␣>␣1]
                      ^^^
            “length” takes one value, and this may find several: write names and single indexes, or value(…) around it.

            a[?length(match(@.b,␣'x'))␣>␣1]
                      ^^^^^^^^^^^^^^^
            “length” takes a value, and “match” is true or false: write “@” with a path here.

            a[?count(1)␣>␣1]
                     ^
            “count” takes a query: write “@” or “$” with a path here.

            a[?value(length(@))␣>␣1]
                     ^^^^^^^^^
            “value” takes a query: write “@” or “$” with a path here.

            a[?match(@..b,␣'x')]
                     ^^^^
            “match” takes one value, and this may find several: write names and single indexes, or value(…) around it.
        "#]],
    );
}

#[test]
fn functions() {
    check(
        &[
            "a[?count() > 1]",
            "a[?count(@.b, @.c) > 1]",
            "a[?match(@.b)]",
            "a[?match(@.b, 'x', 'i')]",
            "a[?contains(@.b, 'x')]",
            "a[?Length(@.b) > 1]",
            "a[?length (@.b) > 1]",
            "a[?length(@.b > 1]",
            "a[?length(@.b]",
            "a[?length(",
            "a[?length(@.b,) > 1]",
            "a[?length(@.b @.c) > 1]",
            "a[?match(@.b, '((a{1,100}){1,100}){1,100}')]",
        ],
        expect![[r#"
            a[?count()␣>␣1]
               ^^^^^^^
            “count” is called as in “count(@.*)”.

            a[?count(@.b,␣@.c)␣>␣1]
               ^^^^^^^^^^^^^^^
            “count” is called as in “count(@.*)”.

            a[?match(@.b)]
               ^^^^^^^^^^
            “match” is called as in “match(@.name, 'pattern')”.

            a[?match(@.b,␣'x',␣'i')]
               ^^^^^^^^^^^^^^^^^^^^
            “match” is called as in “match(@.name, 'pattern')”.

            a[?contains(@.b,␣'x')]
               ^^^^^^^^
            There is no function “contains”: length, count, match, search and value are known.

            a[?Length(@.b)␣>␣1]
               ^^^^^^
            There is no function “Length”: length, count, match, search and value are known.

            a[?length␣(@.b)␣>␣1]
                     ^
            No space stands between a function and its parenthesis: leave it out.

            a[?length(@.b␣>␣1]
                          ^
            A function takes paths and values, and no tests: close its parenthesis with “)” before this.

            a[?length(@.b]
               ^^^^^^^^^^
            The parenthesis is not closed: add “)”.

            a[?length(
                      ^
            The path ends inside of a filter: write “@” with a path, a number or a text in quotes.

            a[?length(@.b,)␣>␣1]
                          ^
            Something is missing beside the comma: write “@” with a path, or a value.

            a[?length(@.b␣@.c)␣>␣1]
                          ^
            Between the arguments of a function, “,” or “)” is expected here.

            a[?match(@.b,␣'((a{1,100}){1,100}){1,100}')]
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            The pattern is too large: 10,000 characters and repetitions are read, 64 groups inside each other.
        "#]],
    );
}
