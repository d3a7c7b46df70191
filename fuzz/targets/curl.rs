//! See `curl` in the library.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| switchhook_fuzz::curl(input));
