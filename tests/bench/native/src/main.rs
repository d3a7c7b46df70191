//! A folder with bodies and a file's name in; out comes that file: how long each contender takes to map each body natively,
//! as the races in Node give it.

mod body;
mod contender;
mod one_pass;
mod peers;
mod rounds;
mod simd;

use std::error::Error;
use std::{env, fs};

use serde_json::json;

use body::Body;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(folder), Some(file)) = (args.next(), args.next()) else {
        return Err("give the folder of the bodies and the file for the results".into());
    };
    let mut results = Vec::new();
    for body in body::all(folder.as_ref())? {
        println!("  json, {}, natively …", body.name);
        let contenders = peers::all(&body)?;
        agree(&contenders, &body)?;
        let rows = rounds::race(&contenders, &body);
        results.push(json!({ "name": body.name, "size": body.size, "rows": rows }));
    }
    fs::write(file, serde_json::to_string_pretty(&results)?)?;
    Ok(())
}

/// Fails where somebody gives other values than `JSON.parse` did: such a race says nothing.
fn agree(contenders: &[contender::Contender], body: &Body) -> Result<(), String> {
    let mut wrong = Vec::new();
    for contender in contenders {
        for variant in &body.variants {
            let Some(got) = (contender.values)(&variant.bytes) else { continue };
            if !body::same(&got, &variant.values) {
                wrong.push(format!("{} of {}: {got:?}", contender.name, body.name));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
