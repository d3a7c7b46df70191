//! The schema of definitions: the file that ships is what the types say, and it agrees with the reader.

use boon::{Compiler, Schemas};
use expect_test::expect_file;
use serde_json::Value;
use switchhook::{Definition, Node};

use crate::table;

#[test]
fn the_schema_that_ships_is_of_these_types() {
    let schema = serde_json::to_string_pretty(&Definition::schema()).unwrap();
    expect_file!["../../../wasm/npm/definition.schema.json"].assert_eq(&format!("{schema}\n"));
}

/// Every row is valid or not to both; where the schema takes what the reader refuses, the row says why.
#[test]
fn the_schema_agrees_with_the_reader() {
    let schema = serde_json::to_value(Definition::schema()).unwrap();
    let mut compiler = Compiler::new();
    compiler.add_resource("definition.schema.json", schema).unwrap();
    let mut schemas = Schemas::new();
    let index = compiler.compile("definition.schema.json", &mut schemas).unwrap();
    table::run(include_str!("../data/definitions.json"), |row| {
        let text = row["definition"].to_string();
        let errors: Vec<&str> = Node::read(&text, vec![])
            .definition_errors()
            .map(|problem| problem.code.name())
            .collect();
        let reads = errors.is_empty();
        let takes = schemas.validate(&row["definition"], index).is_ok();
        let explained = row.get("beyondSchema").is_some_and(Value::is_string);
        match (row["valid"] == reads, reads == takes, explained) {
            (false, ..) => Err(format!("the reader finds {errors:?}")),
            (_, true, true) => Err("the schema says that as well".to_owned()),
            (_, false, false) => Err(format!("the schema takes it: {takes}")),
            _ if explained && reads => Err("the schema refuses what is read".to_owned()),
            _ => Ok(()),
        }
    });
}
