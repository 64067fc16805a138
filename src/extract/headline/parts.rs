//! The reports of a headline, each read by itself: "'Deeply sick': Lima accuses council", "A claims it; B denies it".

use crate::model::span::Span;

use super::NAME_WORDS;

/// The sentences of a headline cut at its semicolons: "Utopia says it took the town; Ruritania denies it" is two reports.
pub fn headline_parts(text: &str, sentences: Vec<Span>) -> Vec<Span> {
    let mut parts = Vec::with_capacity(sentences.len());
    for span in sentences {
        let mut start = span.start as usize;
        let told = span.of(text);
        let reports = told
            .split_inclusive("; ")
            .flat_map(behind_quotation)
            .flat_map(quoted_parts);
        for piece in reports {
            let told = piece.trim_end_matches([';', ':', ' ']);
            if !told.is_empty() {
                parts.push(Span::new(start, start + told.len()));
            }
            start += piece.len();
        }
    }
    parts
}

/// "'Deeply sick': Lima accuses council of fraud": what somebody is said to do behind a quotation is a report of its own.
fn behind_quotation(told: &str) -> Vec<&str> {
    let closing = told.chars().next().and_then(closing_quote);
    // "'Deeply sick:' Lima accuses …": the colon may stand inside.
    let inside = closing.and_then(|closing| {
        let end = format!(":{closing} ");
        let (quoted, said) = told.split_once(&end)?;
        let whole =
            !quoted.chars().skip(1).any(|sign| sign == closing) && words_of(said) >= REPORT_WORDS;
        whole.then_some(quoted.len() + end.len())
    });
    let cut = inside.or_else(|| {
        let closing = closing?;
        let (quoted, said) = told.split_once(": ")?;
        // A sign before a letter parts no words: "didn't".
        let mut signs = quoted.match_indices(closing).skip(1);
        let inner = signs.any(|(at, sign)| {
            let next = quoted[at + sign.len()..].chars().next();
            next.is_some_and(|letter| !letter.is_alphanumeric())
        });
        let whole = quoted.ends_with(closing) && !inner;
        (whole && words_of(said) >= REPORT_WORDS).then_some(quoted.len() + 2)
    });
    match cut.map(|at| told.split_at(at)) {
        Some((quoted, said)) => vec![quoted, said],
        None => vec![told],
    }
}

/// Words that a report behind a quotation has at least: somebody, what he does and to whom.
const REPORT_WORDS: usize = 4;

/// The sign that closes what a sign opens.
fn closing_quote(opening: char) -> Option<char> {
    match opening {
        '\'' => Some('\''),
        '‘' => Some('’'),
        '"' => Some('"'),
        '“' => Some('”'),
        _ => None,
    }
}

/// "Army accused of raid: 'They came at night,' mayor says": the quotation behind a colon with its own speaker is a report
/// of its own.
fn quoted_parts(told: &str) -> Vec<&str> {
    let cut = told.match_indices(": ").find_map(|(at, colon)| {
        let said = &told[at + colon.len()..];
        let closing = closing_quote(said.chars().next()?)?;
        let (quoted, speaker) = said.rsplit_once(closing)?;
        let named = speaker.starts_with(' ') && (2..=NAME_WORDS).contains(&words_of(speaker));
        let comma = quoted.ends_with(',') && words_of(&told[..at]) >= 3;
        (named && comma).then_some(at + colon.len())
    });
    match cut.map(|at| told.split_at(at)) {
        Some((before, said)) => vec![before, said],
        None => vec![told],
    }
}

fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}
