//! What JavaScript hands in becomes what the core takes, what the core gives becomes the shapes of the contract, and
//! errors become what the package throws. Both modules of the package, the engine and the drawer, speak this way.

pub mod encode;

pub mod error;

pub mod decode;
