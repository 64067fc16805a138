//! Bytes to text: byte-order marks, declared and guessed encodings, line ends, characters that nobody sees.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A page declares its encoding within its first bytes; HTML asks for 1024, real pages run over.
const DECLARATION_HEAD: usize = 4096;

/// Bytes as clean text, or the reason why they are none.
pub(super) fn decode(bytes: &[u8]) -> Result<String, String> {
    let (text, _, _) = encoding(bytes).decode(bytes);
    let text = clean(&text);
    if text.trim().is_empty() {
        return Err("the file holds nothing but blanks".into());
    }
    Ok(text)
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    declared(bytes).unwrap_or_else(|| guess(bytes))
}

/// UTF-16, told by its mark or by the empty half of its Latin letters; `None` for anything else.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => return Some(encoding),
        Some(_) => return None,
        None => {}
    }
    let head = &bytes[..bytes.len().min(DECLARATION_HEAD)];
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // In text of Latin letters at least every third character has an empty half, and hardly any has the other one.
    match () {
        () if odd * 6 > head.len() && even * 20 < odd => Some(UTF_16LE),
        () if even * 6 > head.len() && odd * 20 < even => Some(UTF_16BE),
        () => None,
    }
}

/// The encoding that a page names for itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_HEAD)]).to_lowercase();
    let (_, rest) = head
        .split_once("charset=")
        .or_else(|| head.split_once("encoding="))?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let label = &label[..end.unwrap_or(label.len())];
    Encoding::for_label(label.as_bytes())
        .filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // A file that is UTF-8 but for a few damaged bytes is read as UTF-8; chardetng would take it for Latin.
    let damaged = String::from_utf8_lossy(bytes).matches('\u{fffd}').count();
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    match damaged * 10 < high {
        true => UTF_8,
        false => detector.guess(None, Utf8Detection::Allow),
    }
}

/// One kind of line end and blank, and no characters that nobody sees but every comparison would.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{b}' => out.push('\n'),
            '\u{2029}' | '\u{c}' => out.push_str("\n\n"),
            '\t'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => {
                out.push(' ');
            }
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            '\n' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
