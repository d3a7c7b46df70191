//! A folder in, the running server out; it ends with the value.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The binary under test, not started yet.
pub(crate) fn command<A: AsRef<OsStr>>(words: &[A]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_switchhook-server"));
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) port: u16,
    pub(crate) out: BufReader<std::process::ChildStdout>,
}

/// A server at a free port, with nothing built.
pub(crate) fn start() -> Server {
    start_with(&std::env::temp_dir().join("switchhook-no-such-folder"))
}

/// A server at a free port over a folder of files.
pub(crate) fn start_with(dist: &Path) -> Server {
    ready(command(&at_a_free_port(dist)))
}

/// A server that trusts this certificate and no other.
pub(crate) fn start_trusting(certificate: &str) -> Server {
    let mut command = command(&at_a_free_port(Path::new("")));
    command.env("SSL_CERT_FILE", certificate).env_remove("SSL_CERT_DIR");
    ready(command)
}

fn at_a_free_port(dist: &Path) -> [&OsStr; 4] {
    [OsStr::new("--port"), OsStr::new("0"), OsStr::new("--dist"), dist.as_os_str()]
}

fn ready(mut command: Command) -> Server {
    let mut child = command.spawn().expect("the server starts");
    let mut out = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let mut line = String::new();
    out.read_line(&mut line).expect("a ready line");
    let port = line.strip_prefix("Switchhook studio on http://127.0.0.1:").map(str::trim_end);
    let port = port.and_then(|port| port.parse().ok());
    let port = port.unwrap_or_else(|| panic!("no ready line: {line:?}"));
    Server { child, port, out }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, as some tests ask it to.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder of a test's own, with the files given, removed at the end.
pub(crate) struct Folder(pub(crate) PathBuf);

pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> Folder {
    let root = std::env::temp_dir().join(format!("switchhook-{name}-{}", std::process::id()));
    for (path, text) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    Folder(root)
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
