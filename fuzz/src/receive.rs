//! Any definition and any response: what holds of every outcome, and that it is the same in pieces.

use switchhook::{Node, ParameterDeclaration};

use crate::built::receive::holds;

/// A definition on a line, a line with the status and the length of the pieces, a line for each header, an empty line,
/// and the body.
pub fn receive(input: &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let mut part = || parts.next().unwrap_or_default();
    let (Ok(definition), rest) = (std::str::from_utf8(part()), part()) else { return };
    let end = rest.windows(2).position(|bytes| bytes == b"\n\n").unwrap_or(rest.len());
    let (head, body) = rest.split_at(end);
    let body = body.get(2..).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let (status, length) =
        lines.next().and_then(|line| line.split_once(' ')).unwrap_or(("200", "1"));
    let (Ok(status), Ok(length)) = (status.parse(), length.parse()) else { return };
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let entities = [("P", "sys.any"), ("N", "sys.number"), ("D", "sys.date")];
    let declarations = entities.map(|(name, entity)| ParameterDeclaration {
        name: name.to_owned(),
        entity: entity.to_owned(),
        value: None,
        secret: false,
    });
    holds(&Node::read(definition, declarations.to_vec()), status, &headers, body, length);
}
