//! Signs that a wrong encoding lost: apostrophes, quotation marks and dashes are put back where letters show which it was.

use std::borrow::Cow;

/// What stands for a sign that could not be decoded.
const LOST: char = '\u{FFFD}';

/// The bytes of that sign, decoded once more as Latin-1.
const LOST_TWICE: &str = "ï¿½";

/// Text with lost signs put back: between two letters stood an apostrophe, before or behind a word a quotation mark, between
/// blanks a dash.
///
/// ```
/// assert_eq!(atodds::read::restore("didn\u{FFFD}\u{6EA}t"), "didn’t");
/// ```
pub fn restore(text: &str) -> Cow<'_, str> {
    let text = match text.contains(LOST_TWICE) {
        true => Cow::Owned(
            text.replace(&format!("{LOST_TWICE}_"), LOST_TWICE)
                .replace(LOST_TWICE, "\u{FFFD}"),
        ),
        false => Cow::Borrowed(text),
    };
    match text.contains(LOST) {
        true => Cow::Owned(restored(&text)),
        false => text,
    }
}

fn restored(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(LOST) {
        out.push_str(&rest[..start]);
        let behind = rest[start..].trim_start_matches(is_lost);
        out.push(sign(out.chars().next_back(), behind.chars().next()));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A sign of that kind, or one of the Arabic marks as which some of its bytes come out.
fn is_lost(sign: char) -> bool {
    sign == LOST || ('\u{6D4}'..='\u{6ED}').contains(&sign)
}

/// The sign that stood between two others.
fn sign(before: Option<char>, behind: Option<char>) -> char {
    let tells = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let blank = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
    match (tells(before), tells(behind)) {
        (true, true) => '’',
        _ if blank(before) && blank(behind) => '–',
        _ => '"',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_show_which_sign_was_lost() {
        for (text, whole) in [
            ("Hasn\u{FFFD}\u{6EA}t", "Hasn’t"),
            (
                "\u{FFFD}\u{FFFD}\u{FFFD}smashed\u{FFFD}\u{6EA} weapons",
                "\"smashed\" weapons",
            ),
            (
                "hack \u{FFFD}\u{FFFD}\u{FFFD} as it happened",
                "hack – as it happened",
            ),
            (
                "Syria ï¿½_chemical attackï¿½_ kills",
                "Syria \"chemical attack\" kills",
            ),
            ("plain text", "plain text"),
            ("", ""),
        ] {
            assert_eq!(restore(text), whole);
        }
    }
}
