//! What stands before a text and is not part of its first sentence: "Russia: two towns taken", "KYIV, Dec. 2 (Agency) --".

use crate::model::span::Span;

mod named;
mod parts;
mod tail;

pub use named::acts_in;
pub use parts::headline_parts;
pub use tail::bare_title;

use tail::speaker_behind;

/// How far a dateline may reach, in bytes; the longest seen name a city, a country, a date and an agency.
const DATELINE_REACH: usize = 90;

/// Words that the name before or after the colon of a headline has at most.
const NAME_WORDS: usize = 4;

/// "Speaker: what is said", "what is said: speaker" or "what is said - speaker" in a headline: the spans of both, when
/// `is_speaker` knows the name, or `is_voice` the last word of one at the end.
pub fn headline_speaker(
    title: &str,
    is_speaker: &dyn Fn(&str) -> bool,
    is_voice: &dyn Fn(&str) -> bool,
) -> Option<(Span, Span)> {
    let known = |name: &str, said: &str| {
        name.split_whitespace().count() <= NAME_WORDS
            && said.split_whitespace().count() >= 3
            && is_speaker(name.trim())
    };
    let first = title
        .split_once(": ")
        .filter(|(name, said)| known(name, said))
        .map(|(name, _)| {
            let said = Span::new(name.len() + 2, title.len());
            (Span::new(0, name.len()), said)
        });
    let behind = |name: &str| {
        let last = name.rsplit(' ').next().unwrap_or(name);
        is_speaker(name) || is_voice(&last.to_lowercase())
    };
    first.or_else(|| speaker_behind(title, &behind))
}

/// Bytes of a label that only names the kind of page at the start of a headline, 0 where there is none: "Utopia war live: ".
pub fn page_label_end(title: &str, is_label: &dyn Fn(&str) -> bool) -> usize {
    let Some((label, said)) = title.split_once(": ") else {
        return 0;
    };
    let short = label.split_whitespace().count() <= LABEL_WORDS;
    let last = label.rsplit(' ').next().unwrap_or(label).to_lowercase();
    let told = said.split_whitespace().count() >= 3;
    if short && told && is_label(&last) {
        label.len() + 2
    } else {
        0
    }
}

/// Words that the label of a page has at most.
const LABEL_WORDS: usize = 5;

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
        return start_or_none(start, dated_end(first_line));
    };
    // "Madrid, Sep 19 (EFE).- ": the bracket is the dateline's.
    let own = dash.len() - dash.trim_start_matches(')').len();
    if is_dateline(&first_line[..at + own]) {
        start + at + dash.len()
    } else {
        start_or_none(start, dated_end(first_line))
    }
}

fn start_or_none(start: usize, end: usize) -> usize {
    if end == 0 { 0 } else { start + end }
}

/// "New Delhi, May 7: ", "Singapore, May 31 (PTI) ": a place, a comma, a capitalised month and a day, then a colon or an
/// agency in brackets. 0 where there is none.
fn dated_end(line: &str) -> usize {
    let Some((place, rest)) = line.split_once(", ") else {
        return 0;
    };
    let names = |text: &str| {
        text.split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
    };
    let Some((month, day)) = rest.split_once(' ') else {
        return 0;
    };
    let digits = day.chars().take_while(char::is_ascii_digit).count();
    let is_dated = names(place) && place.split(' ').count() <= 3 && names(month);
    if !is_dated || !(1..=2).contains(&digits) {
        return 0;
    }
    let tail = &day[digits..];
    let said = tail.strip_prefix(": ").or_else(|| {
        let (agency, said) = tail.strip_prefix(" (")?.split_once(") ")?;
        agency.chars().all(char::is_uppercase).then_some(said)
    });
    said.map_or(0, |said| line.len() - said.len())
}

/// Dashes that close a dateline; a hyphen counts only with blanks around it.
const DASHES: &[&str] = &[").- ", " — ", " – ", " -- ", " - ", "— ", "– ", "-- "];

fn is_dateline(text: &str) -> bool {
    let first = text.split([',', '(', '/', ' ']).next().unwrap_or("");
    let capitals = first.chars().filter(|letter| letter.is_uppercase()).count();
    let shouted = capitals >= 2 && !first.chars().any(char::is_lowercase);
    // "In a report, the head of the mine (ORM) – a firm …": a sentence, and no place.
    let (mut small, mut great) = (0, 0);
    for word in text.split_whitespace() {
        small += usize::from(word.starts_with(char::is_lowercase));
        great += usize::from(word.starts_with(char::is_uppercase));
    }
    let credited = text.trim_end().ends_with(')') && small <= great;
    is_dated_place(text)
        || (shouted || credited) && !text.contains(['.', '"', '“'])
        || shouted && !text.contains(['"', '“', '?', '!'])
}

/// "Milan, June 3", "Port Louis, 3 June 2024": a place and a day.
fn is_dated_place(text: &str) -> bool {
    let Some((place, day)) = text.trim_end().split_once(", ") else {
        return false;
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let digits = |word: &str| {
        let bare = word.trim_end_matches([',', '.']);
        (1..=4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    let short = place.split(' ').count() <= 3 && day.split(' ').count() <= 3;
    let days = day.split(' ').filter(|word| digits(word)).count();
    let names = day.split(' ').filter(|word| capital(word)).count();
    let all = names + days == day.split(' ').count();
    short && place.split(' ').all(capital) && days >= 1 && names == 1 && all
}

/// Share of capitalised words from which a headline counts as set in title case.
const TITLE_CASE: f32 = 0.7;

/// Letters of a word that a headline in title case may leave in small letters, at most.
const SMALL_WORD: usize = 4;

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
    // "Is Blaming the Owners for the Fire in Bergen": small words keep their small letters.
    let share = |words: &[&str]| {
        let capitals = words.iter().filter(capital).count();
        capitals as f32 / words.len().max(1) as f32
    };
    let long: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| word.chars().count() > SMALL_WORD)
        .collect();
    let shown = share(&words) >= TITLE_CASE || long.len() >= 5 && share(&long) >= 1.0;
    if words.len() < 4 || !shown {
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

/// A headline with its shouted words in small letters ("Lima DOWNPLAYS risk"), where most are not shouted.
pub fn lower_shouts(title: &str, is_common: &dyn Fn(&str) -> bool) -> Option<String> {
    let shouted =
        |word: &str| word.len() >= SHOUT && word.chars().all(|letter| letter.is_ascii_uppercase());
    let bare = |piece: &str| -> usize {
        let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        usize::from(shouted(word))
    };
    let pieces: Vec<&str> = title.split_inclusive(char::is_whitespace).collect();
    let shouts: usize = pieces.iter().map(|piece| bare(piece)).sum();
    if shouts == 0 || shouts * 3 > pieces.len() {
        return None;
    }
    let quiet = |piece: &&str| {
        let word = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        match shouted(word) && is_common(&word.to_ascii_lowercase()) {
            true => piece.to_ascii_lowercase(),
            false => (*piece).to_owned(),
        }
    };
    Some(pieces.iter().map(quiet).collect())
}

/// Letters of a shouted word at least; shorter ones are mostly initials.
const SHOUT: usize = 5;

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
        assert_eq!(rest("Milan, June 3 -- The firm said."), "The firm said.");
        assert_eq!(rest("Port Louis, 3 June 2024 – Rain."), "Rain.");
    }

    #[test]
    fn a_dateline_with_a_day_ends_at_its_colon_or_agency() {
        let rest = |body: &'static str| &body[dateline_end(body)..];
        assert_eq!(rest("New Delhi, May 7: Two jets fell."), "Two jets fell.");
        assert_eq!(
            rest("Singapore, May 31 (PTI) The chief said."),
            "The chief said."
        );
        assert_eq!(
            rest("Kyiv, Moscow and Minsk met."),
            "Kyiv, Moscow and Minsk met."
        );
    }

    #[test]
    fn a_speaker_may_stand_behind_the_colon() {
        let known = |name: &str| name == "official";
        let (name, said) =
            headline_speaker("Troops bombarding the plant: official", &known, &|_| false)
                .expect("the name is known");
        assert_eq!((name.start, said.end), (29, 27));
    }

    #[test]
    fn a_sentence_with_a_dash_has_no_dateline() {
        for body in [
            "Russia claimed Pokrovsk – known as Krasnoarmeysk – on Monday.",
            "The UN said - again - no.",
            "Roe, Lima – and 3 more – left.",
            "Milan, Rome 3 and June – all lost.",
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
        assert!(headline_speaker("Russia: two towns were taken", &known, &|_| false).is_some());
        assert!(headline_speaker("Explained: what we know so far", &known, &|_| false).is_none());
    }
}
