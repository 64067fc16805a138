//! What kind of file it is, told by its content first and its name second.

use std::path::Path;

use crate::config;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One JSON object a line.
    JsonLines,
    /// One JSON object or a list of them.
    Json,
    /// A web page.
    Html,
    /// Text that opens with `---` and fields.
    FrontMatter,
    /// Markdown without fields.
    Markdown,
    /// Text as pasted from a page.
    Text,
}

/// First bytes of formats that people keep beside articles, and what they are called.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"WARC/1.", "a web archive"),
];

/// A text holds fewer control characters than this share of its bytes; damaged text was seen with up to 2 %.
const MAX_CONTROL_SHARE: usize = 10;

/// What a file is if it holds no text; `None` for text.
pub(super) fn binary(head: &[u8]) -> Option<&'static str> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(what);
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some("a tar archive");
    }
    if super::decode::wide(head).is_some() {
        return None;
    }
    let controls = head.iter().filter(|byte| is_control(**byte)).count();
    (controls * MAX_CONTROL_SHARE > head.len()).then_some("binary data")
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}

/// Whether a file that starts with `head` can be read line by line as JSON.
pub(super) fn is_stream(head: &[u8], path: &Path) -> bool {
    let named = matches!(ending(path).as_str(), "jsonl" | "ndjson");
    super::decode::wide(head).is_none() && (named || is_json_lines(head))
}

/// Whether the head of a file opens a JSON object that ends on its line.
fn is_json_lines(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let head = head.trim_ascii_start();
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or(head);
    let opens = line.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    // A line longer than the head cannot be seen whole; a pretty-printed object breaks off long before.
    let whole = line.len() == head.len() || line.trim_ascii_end().ends_with(b"}");
    opens.is_some_and(|rest| rest.starts_with(b"\"")) && whole
}

/// The kind of a decoded file.
pub(super) fn kind(text: &str, path: &Path, settings: &config::Read) -> Result<Kind, String> {
    let ending = ending(path);
    let start = text.trim_start();
    if matches!(ending.as_str(), "jsonl" | "ndjson") || is_json_lines(text.as_bytes()) {
        Ok(Kind::JsonLines)
    } else if is_json(start, &ending) {
        Ok(Kind::Json)
    } else if is_html(start, &ending) {
        Ok(Kind::Html)
    } else if start.starts_with("<?xml") || start.starts_with("<rss") {
        Err("XML: a feed or another document that is no web page".into())
    } else if super::front_matter::opens(text) {
        Ok(Kind::FrontMatter)
    } else if !settings.text_extensions.contains(&ending) {
        Err(format!(
            "files that end in `.{ending}` are not read as text: add the ending to read.text_extensions if they are"
        ))
    } else if matches!(ending.as_str(), "md" | "markdown") {
        Ok(Kind::Markdown)
    } else {
        Ok(Kind::Text)
    }
}

/// The file's ending in lower case, that of the packed file for gzip.
fn ending(path: &Path) -> String {
    let of = |path: &Path| {
        path.extension()
            .map(|text| text.to_string_lossy().to_lowercase())
    };
    match of(path) {
        Some(ending) if ending == "gz" => of(Path::new(path.file_stem().unwrap_or_default())),
        ending => ending,
    }
    .unwrap_or_default()
}

fn is_json(start: &str, ending: &str) -> bool {
    let inner = start.strip_prefix('[').unwrap_or(start).trim_start();
    let opens = inner
        .strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with('"'));
    opens || ending == "json"
}

/// How far into a file the `<html` tag is looked for: behind comments and an XML declaration.
const HTML_HEAD: usize = 2048;

fn is_html(start: &str, ending: &str) -> bool {
    if matches!(ending, "html" | "htm" | "xhtml" | "shtml") {
        return true;
    }
    let head: String = start
        .chars()
        .take(HTML_HEAD)
        .collect::<String>()
        .to_lowercase();
    head.starts_with('<')
        && ["<!doctype html", "<html", "<head", "<body"]
            .iter()
            .any(|tag| head.contains(tag))
}
