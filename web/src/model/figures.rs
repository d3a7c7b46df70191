//! Sizes, durations and status codes in, the words that people read out.

use crate::model::say::{Said, say};

/// Bytes as people say them: `812 B`, `1.2 kB`, `3.4 MB`.
pub fn size(bytes: u64) -> Said {
    match bytes {
        0..1_000 => say!("{number} B", number = &bytes.to_string()),
        1_000..9_950 => say!("{number} kB", number = &tenths(bytes, 1_000)),
        9_950..999_500 => say!("{number} kB", number = &((bytes + 500) / 1_000).to_string()),
        _ => say!("{number} MB", number = &tenths(bytes, 1_000_000)),
    }
}

/// Milliseconds as people say them: `184 ms`, `2.3 s`.
pub fn duration(milliseconds: f64) -> Said {
    // A negative or endless time is none.
    let milliseconds = milliseconds.round() as u64;
    match milliseconds {
        0..1_000 => say!("{number} ms", number = &milliseconds.to_string()),
        _ => say!("{number} s", number = &tenths(milliseconds, 1_000)),
    }
}

/// So many of a unit, to one decimal. In whole numbers: writing floats would weigh more than all
/// figures together.
pub fn tenths(number: u64, unit: u64) -> Said {
    let tenths = (number + unit / 20) / (unit / 10);
    say!(
        "{whole}.{tenths}",
        whole = &(tenths / 10).to_string(),
        tenths = &(tenths % 10).to_string()
    )
}

/// The reason phrase of a status code (RFC 9110, section 15, and the registry).
pub fn status_phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        203 => "Non-Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        418 => "I’m a teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        507 => "Insufficient Storage",
        511 => "Network Authentication Required",
        _ => "",
    }
}

/// A status code with its phrase: `404 Not Found`.
pub fn status_line(status: u16) -> String {
    format!("{status} {}", status_phrase(status)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{duration, size, status_line};

    #[test]
    fn figures_read_well() {
        let rows = [
            (size(0), "0 B"),
            (size(999), "999 B"),
            (size(1_234), "1.2 kB"),
            (size(9_990), "10 kB"),
            (size(999_400), "999 kB"),
            (size(1_048_576), "1.0 MB"),
            (duration(0.4), "0 ms"),
            (duration(184.2), "184 ms"),
            (duration(10_004.0), "10.0 s"),
            (status_line(404).into(), "404 Not Found"),
            (status_line(599).into(), "599"),
        ];
        let wrong: Vec<_> = rows.iter().filter(|(found, expected)| found != expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
