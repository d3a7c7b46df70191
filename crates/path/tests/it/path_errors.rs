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

#[test]
fn brackets() {
    check(
        &[
            "order.status[",
            "order.status[]",
            "order.status[  ]",
            "order['status'",
            "order['status",
            "order[\"status]",
            "order[status]",
            "order[ status ].x",
            "a[0",
            "a[0,",
            "a[0,]",
            "a[,0]",
            "a[0 1]",
            "a['b' 'c']",
            "a[0].]",
            "a[(0)]",
            "a[$]",
        ],
        expect![[r#"
            order.status[
                        ^
            The bracket is not closed: write a name in quotes or a number, then “]”.

            order.status[]
                        ^^
            The brackets are empty: write a name in quotes, a number or “*” in them.

            order.status[␣␣]
                        ^^^^
            The brackets are empty: write a name in quotes, a number or “*” in them.

            order['status'
                 ^^^^^^^^^
            The bracket is not closed: add “]”.

            order['status
                  ^^^^^^^
            The quote is not closed: add “'” behind the name.

            order["status]
                  ^^^^^^^^
            The quote is not closed: add “"” behind the name.

            order[status]
                  ^^^^^^
            A name in brackets is written in quotes: ['status'].

            order[␣status␣].x
                   ^^^^^^
            A name in brackets is written in quotes: ['status'].

            a[0
             ^^
            The bracket is not closed: add “]”.

            a[0,
             ^^^
            The bracket is not closed: write a name in quotes or a number behind the comma, then “]”.

            a[0,]
                ^
            Something is missing beside the comma: write a name in quotes, a number or “*”.

            a[,0]
              ^
            Something is missing beside the comma: write a name in quotes, a number or “*”.

            a[0␣1]
                ^
            In a bracket, “,” or “]” is expected here.

            a['b'␣'c']
                  ^
            In a bracket, “,” or “]” is expected here.

            a[0].]
                 ^
            “]” is written in brackets and quotes here: [']'].

            a[(0)]
              ^^^
            A name in brackets is written in quotes: ['(0)'].

            a[$]
              ^
            A name in brackets is written in quotes: ['$'].
        "#]],
    );
}

#[test]
fn numbers() {
    check(
        &[
            "a[01]",
            "a[-0]",
            "a[-]",
            "a[1.5]",
            "a[1e3]",
            "a[9007199254740992]",
            "a[-99999999999999999999]",
            "a[1:02]",
            "a[1:2:x]",
            "a[1:2:3:4]",
            "a[:]",
        ],
        expect![[r#"
            a[01]
              ^^
            A number does not begin with 0: leave the zeros out.

            a[-0]
              ^^
            There is no “-0”: write 0 for the first, -1 for the last.

            a[-]
              ^
            A number is missing behind “-”.

            a[1.5]
               ^
            In a bracket, “,” or “]” is expected here.

            a[1e3]
               ^
            In a bracket, “,” or “]” is expected here.

            a[9007199254740992]
              ^^^^^^^^^^^^^^^^
            The number is too large: paths count up to 9007199254740991.

            a[-99999999999999999999]
              ^^^^^^^^^^^^^^^^^^^^^
            The number is too large: paths count up to 9007199254740991.

            a[1:02]
                ^^
            A number does not begin with 0: leave the zeros out.

            a[1:2:x]
                  ^
            In a bracket, “,” or “]” is expected here.

            a[1:2:3:4]
                   ^
            In a bracket, “,” or “]” is expected here.

            a[:]
            is a path
        "#]],
    );
}

#[test]
fn quoted_names() {
    check(
        &[
            r"a['\x']",
            r"a['\']",
            r#"a['\"']"#,
            r"a['\u12']",
            r"a['\u12é']",
            r"a['\ud800']",
            r"a['\udc00']",
            r"a['\ud83d\u0041']",
            "a['b\nc']",
            r"a['\",
        ],
        expect![[r#"
            a['\x']
               ^^
            There is no escape “\x” in a path: write “\\” for a backslash itself.

            a['\']
              ^^^^
            The quote is not closed: add “'” behind the name.

            a['\"']
               ^^
            There is no escape “\"” in a path: write “\\” for a backslash itself.

            a['\u12']
               ^^^^^^
            Four hexadecimal digits follow “\u”, as in “\u00e9”.

            a['\u12é']
               ^^^^^
            Four hexadecimal digits follow “\u”, as in “\u00e9”.

            a['\ud800']
               ^^^^^^
            This is half a surrogate pair: write both halves, or the character itself.

            a['\udc00']
               ^^^^^^
            This is half a surrogate pair: write both halves, or the character itself.

            a['\ud83d\u0041']
               ^^^^^^
            This is half a surrogate pair: write both halves, or the character itself.

            a['b␣c']
                ^
            A control character in a name is written as an escape: “\u000a”.

            a['\
               ^
            There is no escape “\” in a path: write “\\” for a backslash itself.
        "#]],
    );
}
