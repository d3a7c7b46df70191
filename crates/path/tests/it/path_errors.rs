//! What is said of a text that is no path: the text, carets under the part at fault, the sentence.

use expect_test::expect;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::carets::check;

#[test]
fn beginnings() {
    check(
        &["", "  ", " data", ".data", "..id", "@.id", "?x", "]", "$data", "$x.y"],
        expect![[r#"

            ^
            The path is empty: write a name of the response, as in “data.id”, or “$” for all of it.

            ␣␣
            ^^
            The path is empty: write a name of the response, as in “data.id”, or “$” for all of it.

            ␣data
            ^
            A path does not begin with a space: leave it out.

            .data
            ^
            A path does not begin with a dot: leave it out.

            ..id
            ^^
            A path does not begin with dots: write “$” before them to search everywhere.

            @.id
            ^
            “@” is the node that a filter looks at: outside of one, a path begins with a name or “$”.

            ?x
            ^^
            “?x” is written in brackets and quotes here: ['?x'].

            ]
            ^
            No bracket is open here: leave out “]”, or write “[” before the name.

            $data
             ^
            “$” is followed by “.” or “[”: write a dot behind it, or leave it out.

            $x.y
             ^
            “$” is followed by “.” or “[”: write a dot behind it, or leave it out.
        "#]],
    );
}

#[test]
fn endings() {
    check(
        &["data.", "data..", "$.", "$..", "data ", "$ ", "data.id\n", "a...b", "data.[0]", "a. b"],
        expect![[r#"
            data.
                ^
            The path ends with a dot: write a name behind it, or leave it out.

            data..
                ^^
            The path ends with dots: write the name to search for behind them.

            $.
             ^
            The path ends with a dot: write a name behind it, or leave it out.

            $..
             ^^
            The path ends with dots: write the name to search for behind them.

            data␣
                ^
            A path does not end with a space: leave it out.

            $␣
             ^
            A path does not end with a space: leave it out.

            data.id␣
                   ^
            A path does not end with a space: leave it out.

            a...b
             ^^^
            Two dots search everywhere below, one dot goes to a member; three do nothing.

            data.[0]
                ^
            No dot stands before a bracket: leave it out.

            a.␣b
              ^
            A name does not begin with a space: leave it out.
        "#]],
    );
}

#[test]
fn behind_brackets() {
    check(
        &["a[0]b", "$['a']b", "a[*]7", "a[0] b", "a[0]'b'", "a[?@.b]c", "a[?@.b[0]c]"],
        expect![[r#"
            a[0]b
                ^
            A path goes on with “.” or “[” here: write a dot before the name.

            $['a']b
                  ^
            A path goes on with “.” or “[” here: write a dot before the name.

            a[*]7
                ^
            A path goes on with “.” or “[” here.

            a[0]␣b
                 ^
            A path goes on with “.” or “[” here: a name with a space in it is written in brackets and quotes.

            a[0]'b'
                ^
            A path goes on with “.” or “[” here.

            a[?@.b]c
                   ^
            A path goes on with “.” or “[” here: write a dot before the name.

            a[?@.b[0]c]
                     ^
            A filter goes on with a comparison, “&&” or “||” here, or ends.
        "#]],
    );
}

#[test]
fn names_behind_dots() {
    check(
        &[
            "order.@id",
            "order.#text",
            "soap:Body.x",
            "data.2fa",
            "$.user-id",
            "$.items.0",
            "data.-x",
            "data/userId",
            "/data/items/0/",
            "/",
            "data userId",
            "data.'user id'",
            "a.it's",
            "größe€.💡x!y",
            "a]b",
            "a*",
        ],
        expect![[r#"
            order.@id
                  ^^^
            “@id” is written in brackets and quotes here: ['@id'].

            order.#text
                  ^^^^^
            “#text” is written in brackets and quotes here: ['#text'].

            soap:Body.x
            ^^^^^^^^^
            “soap:Body” is written in brackets and quotes here: ['soap:Body'].

            data.2fa
                 ^^^
            “2fa” is written in brackets and quotes here: ['2fa'].

            $.user-id
              ^^^^^^^
            “user-id” is written in brackets and quotes here: ['user-id'].

            $.items.0
                    ^
            Behind “$”, an index is written in brackets: [0].

            data.-x
                 ^^
            “-x” is written in brackets and quotes here: ['-x'].

            data/userId
            ^^^^^^^^^^^
            Names are parted by dots here: data.userId.

            /data/items/0/
            ^^^^^^^^^^^^^^
            Names are parted by dots here: data.items.0.

            /
            ^
            “/” is written in brackets and quotes here: ['/'].

            data␣userId
                 ^
            A path goes on with “.” or “[” here: a name with a space in it is written in brackets and quotes.

            data.'user␣id'
                 ^^^^^^^^^
            A name in quotes stands in brackets: ['user id'].

            a.it's
              ^^^^
            “it's” is written in brackets and quotes here: ['it\'s'].

            größe€.💡x!y
                   ^^^^
            “💡x!y” is written in brackets and quotes here: ['💡x!y'].

            a]b
             ^
            No bracket is open here: leave out “]”, or write “[” before the name.

            a*
            ^^
            “a*” is written in brackets and quotes here: ['a*'].
        "#]],
    );
}
