//! `native-server FOLDER`: the definitions in a folder in, a server on the loopback address out.

use std::collections::HashMap;
use std::error::Error;
use std::{env, fs};

use native_server::{
    client::client,
    serve::{Service, routes},
};
use switchhook::{Node, sign::Secret};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("Name the folder of the nodes: native-server nodes")?;
    let nodes = nodes(&folder)?;
    let secret = Secret::new(env::var("SIGNING_SECRET").unwrap_or_default().as_bytes());
    let service = Service { nodes, secret, client: client()? };
    let listener = TcpListener::bind("127.0.0.1:8788").await?;
    axum::serve(listener, routes(service)).await?;
    Ok(())
}

/// Every definition of the folder by its file's name, compiled once. One that cannot send stops the server.
fn nodes(folder: &str) -> Result<HashMap<String, Node>, Box<dyn Error>> {
    let mut nodes = HashMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        let node = Node::read(&fs::read_to_string(&path)?, Vec::new());
        if let Some(problem) = node.definition_errors().next() {
            let place = format!("{}, {}", path.display(), problem.pointer);
            return Err(format!("{place}: {}", problem.message).into());
        }
        nodes.insert(name.to_owned(), node);
    }
    Ok(nodes)
}
