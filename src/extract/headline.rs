//! What stands before a text and is not part of its first sentence: "Russia: two towns taken", "KYIV, Dec. 2 (Agency) --".

use crate::model::span::Span;

/// How far a dateline may reach, in bytes; the longest seen name a city, a country, a date and an agency.
const DATELINE_REACH: usize = 90;

/// "Speaker: what is said" in a headline: the spans of both, when `is_speaker` knows the name.
pub fn headline_speaker(title: &str, is_speaker: &dyn Fn(&str) -> bool) -> Option<(Span, Span)> {
    let (before, after) = title.split_once(": ")?;
    let known = before.split_whitespace().count() <= 4 && is_speaker(before.trim());
    let start = before.len() + 2;
    (known && after.split_whitespace().count() >= 3)
        .then(|| (Span::new(0, before.len()), Span::new(start, title.len())))
}

/// Bytes of a dateline at the start of a body, 0 where there is none: capitals, then a dash, within a short reach.
pub fn dateline_end(body: &str) -> usize {
    let start = body.len() - body.trim_start().len();
    let head = &body[start..];
    let reach = floor_boundary(head, DATELINE_REACH);
    let first_line = head[..reach].split('\n').next().unwrap_or("");
    let Some((at, dash)) = DASHES
        .iter()
        .filter_map(|dash| first_line.find(dash).map(|at| (at, dash)))
        .min()
    else {
        return 0;
    };
    if is_dateline(&first_line[..at]) {
        start + at + dash.len()
    } else {
        0
    }
}

/// Dashes that close a dateline; a hyphen counts only with blanks around it.
const DASHES: &[&str] = &[" — ", " – ", " -- ", " - ", "— ", "– ", "-- "];

fn is_dateline(text: &str) -> bool {
    let first = text.split([',', '(', '/', ' ']).next().unwrap_or("");
    let capitals = first.chars().filter(|letter| letter.is_uppercase()).count();
    let shouted = capitals >= 2 && !first.chars().any(char::is_lowercase);
    let credited = text.trim_end().ends_with(')');
    (shouted || credited) && !text.contains(['.', '"', '“'])
        || shouted && !text.contains(['"', '“', '?', '!'])
}

/// Share of capitalised words from which a headline counts as set in title case.
const TITLE_CASE: f32 = 0.7;

/// A headline in title case with its common words in lower case, byte for byte as long; `None` for any other text.
///
/// "Kyiv Denies Fall of Pokrovsk" reads as a row of names to a parser that learnt from running text.
pub fn lower_title(title: &str, is_common: &dyn Fn(&str) -> bool) -> Option<String> {
    let words: Vec<&str> = title
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let capital = |word: &&&str| {
        word.chars()
            .find(|letter| letter.is_alphabetic())
            .is_some_and(char::is_uppercase)
    };
    let capitals = words.iter().filter(capital).count();
    if words.len() < 4 || (capitals as f32) < TITLE_CASE * words.len() as f32 {
        return None;
    }
    let mut lowered = String::with_capacity(title.len());
    for piece in title.split_inclusive(char::is_whitespace) {
        let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        let shout = word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
        let common = !shout && word.is_ascii() && is_common(&word.to_ascii_lowercase());
        lowered.push_str(&if common {
            piece.to_ascii_lowercase()
        } else {
            piece.to_owned()
        });
    }
    Some(lowered)
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&index| text.is_char_boundary(index))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_ends_at_its_dash() {
        let rest = |body: &'static str| &body[dateline_end(body)..];
        assert_eq!(rest("MOSCOW, Dec. 3 -- Talks ended."), "Talks ended.");
        assert_eq!(
            rest("KYIV, Dec 2 (Reuters) - Ukraine said."),
            "Ukraine said."
        );
        assert_eq!(rest("PORT SUDAN (AFP) — The army said."), "The army said.");
    }

    #[test]
    fn a_sentence_with_a_dash_has_no_dateline() {
        for body in [
            "Russia claimed Pokrovsk – known as Krasnoarmeysk – on Monday.",
            "The UN said - again - no.",
            "",
        ] {
            assert_eq!(dateline_end(body), 0, "{body}");
        }
    }

    #[test]
    fn title_case_is_lowered_but_for_names() {
        let common = |word: &str| ["denies", "fall", "of"].contains(&word);
        let lowered = lower_title("Kyiv Denies Fall of Pokrovsk", &common);
        assert_eq!(lowered.as_deref(), Some("Kyiv denies fall of Pokrovsk"));
        assert_eq!(
            lower_title("Kyiv denies the fall of Pokrovsk", &common),
            None
        );
    }

    #[test]
    fn a_known_name_before_a_colon_speaks() {
        let known = |name: &str| name == "Russia";
        assert!(headline_speaker("Russia: two towns were taken", &known).is_some());
        assert!(headline_speaker("Explained: what we know so far", &known).is_none());
    }
}
