//! A file's bytes: unpacked, within limits, JSON lines as a stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use super::sniff;
use crate::config;

/// Bytes at the head of a file by which its kind is told.
const HEAD: u64 = 64 * 1024;

/// The first two bytes of every gzip file (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// An opened file.
pub(super) enum Opened {
    /// JSON lines, still unread.
    Lines(Box<dyn BufRead>),
    /// Anything else, whole.
    Bytes(Vec<u8>),
}

/// Opens a file, or says why not.
pub(super) fn open(path: &Path, settings: &config::Read) -> Result<Opened, String> {
    let file = File::open(path).map_err(|error| cannot(&error))?;
    let reader = unpack(BufReader::with_capacity(1 << 16, file)).map_err(|error| cannot(&error))?;
    let (head, reader) = peek(reader).map_err(|error| cannot(&error))?;
    if head.is_empty() {
        return Err("the file is empty".into());
    }
    if let Some(what) = sniff::binary(&head) {
        return Err(format!("{what}: atodds reads text, HTML and JSON lines"));
    }
    if sniff::is_stream(&head, path) {
        return Ok(Opened::Lines(reader));
    }
    whole(reader, settings.max_file_mib).map(Opened::Bytes)
}

fn unpack(mut reader: BufReader<File>) -> io::Result<Box<dyn BufRead>> {
    if reader.fill_buf()?.starts_with(&GZIP) {
        let unpacked = MultiGzDecoder::new(reader);
        return Ok(Box::new(BufReader::with_capacity(1 << 16, unpacked)));
    }
    Ok(Box::new(reader))
}

/// The head of a stream, and the stream from its start.
fn peek(mut reader: Box<dyn BufRead>) -> io::Result<(Vec<u8>, Box<dyn BufRead>)> {
    let mut head = Vec::new();
    reader.by_ref().take(HEAD).read_to_end(&mut head)?;
    let again = Cursor::new(head.clone()).chain(reader);
    Ok((head, Box::new(again)))
}

fn whole(reader: Box<dyn BufRead>, max_mib: u64) -> Result<Vec<u8>, String> {
    let limit = max_mib.saturating_mul(1 << 20);
    let mut bytes = Vec::new();
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| cannot(&error))?;
    if bytes.len() as u64 > limit {
        return Err(format!(
            "larger than {max_mib} MiB, too large for one article: split it, or raise read.max_file_mib"
        ));
    }
    Ok(bytes)
}

fn cannot(error: &io::Error) -> String {
    format!("cannot be read: {error}")
}
