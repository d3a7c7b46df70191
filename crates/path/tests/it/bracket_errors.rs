//! What is said of a bracket that holds no selector: the text, carets under the part at fault, the sentence.

use expect_test::expect;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::carets::check;

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
