//! Where things are: the workspace, what is built in it, and the tools installed into it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The workspace's root. Cargo names the crate's folder when it runs us; a binary that is
/// started by hand knows the one it was built in.
pub(crate) fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
    let crate_dir = PathBuf::from(manifest);
    crate_dir.ancestors().nth(2).unwrap_or(&crate_dir).to_path_buf()
}

/// Where pinned tools are installed: deleting `target` is a full reset.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Where cargo puts what it builds.
pub(crate) fn built() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The end-to-end tests, and the npm packages that they and the builds use.
pub(crate) fn tests() -> PathBuf {
    root().join("tests")
}

/// The built studio.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The npm package, as a folder and packed.
pub(crate) fn npm() -> PathBuf {
    root().join("target/npm")
}

/// What the benchmarks build, and what they measured.
pub(crate) fn bench() -> PathBuf {
    root().join("target/bench")
}

/// The packed npm package.
pub(crate) fn tarball() -> PathBuf {
    npm().join(format!("switchhook-{}.tgz", version()))
}

/// The version that the whole workspace shares.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The development server's binary: built with the same profile as we are, it is our neighbour,
/// wherever the build folder is.
pub(crate) fn server() -> PathBuf {
    let name = format!("switchhook-server{}", std::env::consts::EXE_SUFFIX);
    match std::env::current_exe() {
        Ok(own) => own.with_file_name(name),
        Err(_) => root().join("target/debug").join(name),
    }
}

/// `PATH` with the workspace's own tools first: npm's `wasm-opt` has to win over a system's.
pub(crate) fn path() -> OsString {
    let own = [tests().join("node_modules/.bin"), tools().join("bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).unwrap_or(inherited)
}

/// The first program of that name in `path`.
pub(crate) fn find_in(path: &OsString, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(path).map(|dir| dir.join(&file)).find(|found| found.is_file())
}

/// A path as a person reads it: from the workspace's root where it lies inside.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
