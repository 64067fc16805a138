//! The time of day that begins an entry of a ticker ("12:20 GMT - ", "Tue 09:40 ", "3.05 pm BST ").

use crate::lexicon::page_labels::PageLabels;

/// Bytes of a clock at the start of a ticker's entry, 0 where there is none: "12:20 GMT - ", "03:30 - ", "14.05: ".
pub fn clock_end(text: &str) -> usize {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let hours = digits(text);
    let Some(rest) = text[hours..]
        .strip_prefix([':', '.'])
        .filter(|_| (1..=2).contains(&hours))
    else {
        return 0;
    };
    if digits(rest) != 2 {
        return 0;
    }
    let after = rest[2..].trim_start();
    let zone = after.len()
        - after
            .trim_start_matches(|c: char| c.is_ascii_uppercase())
            .len();
    let after = if (2..=4).contains(&zone) {
        after[zone..].trim_start()
    } else {
        after
    };
    let dash = after.strip_prefix(['-', '–', '—', ':', '|']);
    dash.map_or(0, |said| text.len() - said.trim_start().len())
}

/// Bytes of a clock that begins a paragraph and goes without a dash: "11.02 The mayor says", "10:05 Police have".
pub fn bare_clock_end(text: &str) -> usize {
    let Some((clock, rest)) = behind_days(text).split_once(' ') else {
        return 0;
    };
    let Some((hours, minutes)) = clock.split_once([':', '.']) else {
        return 0;
    };
    let rest = behind_zone(rest);
    let within = |part: &str, most: u32| {
        let digits = (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
        digits && part.parse().is_ok_and(|number: u32| number < most)
    };
    let opens = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let is_clock = within(hours, 24) && minutes.len() == 2 && within(minutes, 60);
    if is_clock && opens {
        text.len() - rest.len()
    } else {
        0
    }
}

/// What follows the zone behind a clock ("16.20 GMT The court", "3.05 pm BST The court").
fn behind_zone(text: &str) -> &str {
    let labels = PageLabels::get();
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(' ')
        && !word.starts_with(char::is_lowercase) | (word.len() == HALF_OF_DAY)
        && labels.is_clock(word)
    {
        rest = behind;
    }
    rest
}

/// Letters of "am" and "pm".
const HALF_OF_DAY: usize = 2;

/// What follows the names of days at the start of a text ("Tue 09:40 Jane Roe").
fn behind_days(text: &str) -> &str {
    let days = PageLabels::get();
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(' ')
        && days.weekday(word.trim_end_matches(['.', ','])).is_some()
    {
        rest = behind;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_without_a_dash_begins_a_paragraph() {
        let rest = |text: &'static str| &text[bare_clock_end(text)..];
        assert_eq!(rest("11.02 The mayor spoke."), "The mayor spoke.");
        assert_eq!(rest("9:40 \"No,\" she said."), "\"No,\" she said.");
        assert_eq!(rest("16.20 GMT The court sits."), "The court sits.");
        assert_eq!(rest("3.05 pm BST The court sits."), "The court sits.");
        for text in [
            "11.02 per cent voted.",
            "24.10 Euros",
            "3.5 Million",
            "11.2 Rain",
            "2021 Rain",
            "11.02",
        ] {
            assert_eq!(bare_clock_end(text), 0, "{text}");
        }
    }

    #[test]
    fn a_clock_ends_at_its_dash() {
        let rest = |text: &'static str| &text[clock_end(text)..];
        assert_eq!(
            rest("12:20 GMT - The general says so."),
            "The general says so."
        );
        assert_eq!(rest("03:30 - PTV reports."), "PTV reports.");
        for text in [
            "12.5 percent - no",
            "12:20 the talks began",
            "2025 - a year",
            "",
        ] {
            assert_eq!(clock_end(text), 0, "{text}");
        }
    }
}
