//! A fingerprint of everything that decides which claims an article gives, so that a store knows when to draw them anew.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms on which the claims of an article depend.
const ROOMS: &[&str] = &[
    "model", "config", "lexicon", "read", "segment", "parse", "extract", "resolve", "pipeline",
];

fn main() {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for path in ROOMS.iter().flat_map(|room| files(room)) {
        println!("cargo::rerun-if-changed={}", path.display());
        // A file that cannot be read stops the compiler soon enough.
        let bytes = fs::read(&path).unwrap_or_default();
        eat(&mut hash, path.to_string_lossy().as_bytes());
        eat(&mut hash, &bytes);
    }
    println!("cargo::rustc-env=ATODDS_SOURCES={hash:016x}");
}

/// FNV-1a by words of eight bytes.
fn eat(hash: &mut u64, bytes: &[u8]) {
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        *hash = (*hash ^ u64::from_le_bytes(word)).wrapping_mul(0x0100_0000_01b3);
        *hash ^= *hash >> 32;
    }
    *hash = (*hash ^ bytes.len() as u64).wrapping_mul(0x0100_0000_01b3);
}

/// The files of a room in order, its folders among them so that a new file is seen.
fn files(room: &str) -> Vec<PathBuf> {
    let mut found = vec![Path::new("src").join(room).with_extension("rs")];
    let mut folders = vec![Path::new("src").join(room)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path),
            }
        }
        found.push(folder);
    }
    found
}
