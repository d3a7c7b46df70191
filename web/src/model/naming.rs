//! The way to a value in, a name for the parameter that is to receive it out.

/// Keys that say too little without what they belong to.
const VAGUE: [&str; 16] = [
    "id", "name", "value", "type", "code", "status", "state", "key", "text", "title", "data",
    "date", "count", "total", "item", "to",
];

/// A parameter's name for the value behind these keys, outermost first: `CUSTOMER_NAME` for
/// `customer.name`. One that is `taken` grows by the keys before it, then by a number.
pub fn parameter_name(keys: &[&str], taken: impl Fn(&str) -> bool) -> String {
    let words: Vec<String> = keys.iter().map(|key| upper_snake(key)).collect();
    let words: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let Some((last, before)) = words.split_last() else {
        return unused("VALUE".into(), taken);
    };
    let vague = VAGUE.contains(&last.to_ascii_lowercase().as_str());
    // "data", "result" and their like hold everything, so they tell nothing apart.
    let mut names = vec![(*last).to_owned()];
    for word in before.iter().rev().filter(|word| !matches!(**word, "DATA" | "RESULT" | "RESPONSE"))
    {
        let longer = format!("{word}_{}", names.last().map_or("", String::as_str));
        names.push(longer);
    }
    let from = usize::from(vague && names.len() > 1);
    names
        .iter()
        .skip(from)
        .map(|name| well_formed(name))
        .find(|name| !taken(name))
        .unwrap_or_else(|| unused(well_formed(&names[from]), taken))
}

/// `customerName`, `customer-name` and `customer name` as `CUSTOMER_NAME`; letters and digits of ASCII only.
fn upper_snake(key: &str) -> String {
    let mut name = String::new();
    let mut before = ' ';
    for letter in key.chars() {
        if letter.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            name.push('_');
        }
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_uppercase());
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        before = letter;
    }
    name.trim_end_matches('_').to_owned()
}

/// A name may not begin with a digit.
fn well_formed(name: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("VALUE_{name}")
    } else {
        name.to_owned()
    }
}

fn unused(name: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&name) {
        return name;
    }
    (2u32..)
        .map(|number| format!("{name}_{number}"))
        .find(|numbered| !taken(numbered))
        .unwrap_or(name)
}

/// What the file of a node with this label is called: `look-up-order.json`.
pub fn file_name(label: &str) -> String {
    let mut name = String::new();
    for letter in label.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name: String = name.chars().take(60).collect();
    let name = name.trim_end_matches('-');
    format!("{}.json", if name.is_empty() { "webhook" } else { name })
}

#[cfg(test)]
mod tests {
    use super::{file_name, parameter_name};

    #[test]
    fn files_are_called_after_labels() {
        let rows = [
            ("Look up order", "look-up-order.json"),
            ("../Größe: 5/6 ", "größe-5-6.json"),
            ("", "webhook.json"),
        ];
        for (label, expected) in rows {
            assert_eq!(file_name(label), expected);
        }
    }

    #[test]
    fn names_come_from_keys() {
        let rows: [(&[&str], &[&str], &str); 11] = [
            (&["orderId"], &[], "ORDER_ID"),
            (&["data", "userId"], &[], "USER_ID"),
            (&["order", "customer", "name"], &[], "CUSTOMER_NAME"),
            (&["data", "id"], &[], "ID"),
            (&["note", "to"], &[], "NOTE_TO"),
            (&["email"], &["EMAIL"], "EMAIL_2"),
            (&["customer", "email"], &["EMAIL"], "CUSTOMER_EMAIL"),
            (&["324846099"], &[], "VALUE_324846099"),
            (&["soap:Body"], &[], "SOAP_BODY"),
            (&["größe"], &[], "GR_E"),
            (&[], &["VALUE"], "VALUE_2"),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(keys, taken, expected)| {
                (keys, expected, parameter_name(keys, |name| taken.contains(&name)))
            })
            .filter(|(_, expected, found)| **expected != *found)
            .map(|(keys, expected, found)| format!("{keys:?}: {found}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
