//! Cuts the standfirst of a feed's item from the first sentence of its text, where nothing but a capital parts them.

mod full_name;

use super::plan::Known;
use super::scan::Scan;
use crate::lexicon::page_labels::PageLabels;
use crate::model::span::Span;

use full_name::{begins_with_full_name, begins_with_speaker};

/// Words that stand before a cut at least, and behind it.
const WORDS: usize = 5;

/// Letters of a word that may stand before a name where a sentence begins ("A Utopian minister"), at most.
const SHORT: usize = 2;

/// The sentences of a text, the first one cut where a second runs on: "Strikes at port The army said …", "Utopia claims the
/// town; Ruritania denies it".
pub(super) fn run_on_parts(
    text: &str,
    sentences: Vec<Span>,
    known: Known<'_>,
    scan: &Scan,
) -> Vec<Span> {
    let mut sentences = sentences.into_iter();
    let mut parts = Vec::new();
    let mut rest = sentences.next();
    while let Some(span) = rest.take() {
        let told = span.of(text);
        let Some((end, begin)) = inlay(told).or_else(|| cut(told, known, scan)) else {
            parts.push(span);
            continue;
        };
        let (start, last) = (span.start as usize, span.end as usize);
        if end > 0 {
            parts.push(Span::new(start, start + end));
        }
        rest = (start + begin < last).then(|| Span::new(start + begin, last));
    }
    parts.extend(sentences);
    parts
}

/// Bytes of the headline that a text repeats where it begins, without a stop behind it: "Blast kills six in Ceuta A bomb
/// killed six people"; 0 where it does not.
pub(super) fn headline_end(text: &str, title: &str) -> usize {
    let opens = |letter: char| letter.is_uppercase() || letter.is_ascii_digit();
    let rest = text.strip_prefix(title.trim());
    let goes_on = rest
        .and_then(|rest| rest.strip_prefix(' '))
        .is_some_and(|rest| rest.starts_with(opens));
    if goes_on && title.split_whitespace().count() >= WORDS {
        title.trim().len()
    } else {
        0
    }
}

/// Where the first of two joined sentences ends and the second one begins.
fn cut(told: &str, known: Known<'_>, scan: &Scan) -> Option<(usize, usize)> {
    let words: Vec<(usize, &str)> = words(told);
    let last = words.len().checked_sub(WORDS)?;
    (WORDS..=last).find_map(|at| {
        let (begin, word) = words[at];
        let (place, before) = words[at - 1];
        let next = words.get(at + 1)?.1;
        let whole = !told[..begin].matches(is_quote).count().is_multiple_of(2);
        if whole {
            return None;
        }
        let end = place + before.len();
        if let Some(bare) = before.strip_suffix(SEMICOLON) {
            let both = scan.wants(&told[..place + bare.len()]) && scan.wants(&told[begin..]);
            let capital = word.starts_with(char::is_uppercase);
            return (both && capital).then_some((end - SEMICOLON.len_utf8(), begin));
        }
        let capital = word.starts_with(char::is_uppercase);
        // "blame the mayor Live updates: …": the label of a page begins.
        let labelled = next
            .strip_suffix(':')
            .is_some_and(|last| (known.label)(last));
        if capital && (labelled || is_behind_label(&words[..at], known)) {
            return Some((end, begin));
        }
        let joint = Joint { before, word, next };
        let named = || begins_with_full_name(&words, at, known);
        let tells = |word: &str| scan.wants(word);
        let speaks = || scan.wants(&told[..end]) && begins_with_speaker(&words, at, known);
        let tail = is_tail(&words[..at]) && tells(before);
        let common = || joint.is_at_common_word(known, tail) && scan.wants(&told[begin..]);
        let stated = || {
            is_behind_place(words[at - 2].1, joint.before, known) && joint.begins_with_state(known)
        };
        let parts = joint.parts(known) || named() || speaks() || common() || stated();
        parts.then_some((end, begin))
    })
}

/// ", new data shows": a comma sets off the few words that a clause ends with.
fn is_tail(words: &[(usize, &str)]) -> bool {
    let mut last = words.iter().rev().skip(1).take(TAIL_WORDS);
    last.any(|(_, word)| word.ends_with([',', '’', '”']))
}

/// Words of such a tail before its verb, at most.
const TAIL_WORDS: usize = 4;

/// Three words of a text: the last one before a cut, if there is one, and two behind it.
struct Joint<'t> {
    before: &'t str,
    word: &'t str,
    next: &'t str,
}

impl Joint<'_> {
    /// Whether a sentence ends with the first word, though no stop tells it.
    fn parts(&self, known: Known<'_>) -> bool {
        let Joint { before, word, .. } = self;
        let goes_on = known.of(before) || known.link(before) || (known.opens)(before);
        if goes_on || !is_capital(word) {
            return false;
        }
        let opens = (known.opens)(word);
        opens && (self.is_behind_plain(known) || self.is_behind_name(known))
            || self.begins_with_speakers(known)
    }

    /// "the sale is off, data shows Background levels of lead": a common word that has its capital from where a sentence begins,
    /// behind a report that a comma sets off or behind a quotation.
    fn is_at_common_word(&self, known: Known<'_>, tail: bool) -> bool {
        let quoted = self.before.ends_with(CLOSING);
        let goes_on = known.link(self.before) || (known.opens)(self.before);
        let behind = quoted || self.is_plain() && tail && !goes_on;
        let lone = self.is_before_small() && !known.of(self.next) && !known.link(self.next);
        let long = self.word.len() > SHORT + 1 && is_capital(self.word);
        behind && long && lone && self.is_plain_word(known)
    }

    fn is_plain_word(&self, known: Known<'_>) -> bool {
        let name = (known.party)(self.word) || (known.place)(self.word);
        let day = PageLabels::get().weekday(self.word).is_some();
        !name && !day && (known.common)(&self.word.to_lowercase())
    }

    /// "in the West Bank Utopia said": a state before a word of report.
    fn begins_with_state(&self, known: Known<'_>) -> bool {
        let state = (known.party)(self.word) && (known.place)(self.word);
        state && (known.reports)(self.next)
    }

    fn is_plain(&self) -> bool {
        self.before.len() > SHORT && self.before.chars().all(char::is_lowercase)
    }

    fn is_before_small(&self) -> bool {
        self.next.starts_with(char::is_lowercase)
    }

    /// "At port The army said", "rigorously defended’ The army has": a word that opens a sentence behind a plain word or the
    /// end of a quotation.
    fn is_behind_plain(&self, known: Known<'_>) -> bool {
        // "at war The US has", but not "the paper The Nation".
        let side = || !(known.voice)(self.before) && (known.party)(self.next);
        let quoted = self.before.ends_with(CLOSING);
        let behind = self.is_before_small() || self.word.len() <= SHORT || side();
        (self.is_plain() || quoted) && behind
    }

    /// "In Belgium The court has": a word that opens a sentence, and no part of a name.
    fn is_behind_name(&self, known: Known<'_>) -> bool {
        let named = self.before.chars().all(char::is_alphanumeric);
        if self.word.len() > 1 {
            return named && self.is_before_small();
        }
        // "In Utopia A Utopian judge", "on Monday A man", but not "Group A teams".
        let weekday = PageLabels::get().weekday(self.before).is_some();
        let next = self.is_before_small() || (known.party)(self.next);
        (weekday || (known.place)(self.before)) && next
    }

    /// "Leaders fly in for summit Police in Alba are ready": many who speak, whom a capital begins.
    fn begins_with_speakers(&self, known: Known<'_>) -> bool {
        self.is_plain() && self.is_before_small() && (known.speakers)(self.word)
    }
}

/// Whether a place of two words stands before a cut.
fn is_behind_place(first: &str, last: &str, known: Known<'_>) -> bool {
    let capital = is_capital(first) && is_capital(last);
    capital && (known.place)(&format!("{first} {last}"))
}

/// Marks that end a quotation inside a standfirst.
const CLOSING: [char; 2] = ['’', '”'];

/// "Minister admits loss Get our news by email The minister said": where an invitation of the page begins and ends that stands
/// between two sentences.
fn inlay(told: &str) -> Option<(usize, usize)> {
    let stands = |inlay: &&str| {
        let start = told.find(*inlay)?;
        let end = start + inlay.len();
        let after = &told[end..];
        let begin = end + after.len() - after.trim_start().len();
        Some((told[..start].trim_end().len(), begin))
    };
    PageLabels::get().inlays.iter().filter_map(stands).min()
}

/// "Utopia war – latest updates": the words before a cut end with the label of a page, set off by a mark.
fn is_behind_label(words: &[(usize, &str)], known: Known<'_>) -> bool {
    let Some(((_, last), before)) = words.split_last() else {
        return false;
    };
    let near = before.iter().rev().take(LABEL_WORDS);
    let mark = |word: &str| DASHES.contains(&word) || word.ends_with([':', ';']);
    (known.label)(last) && near.map(|(_, word)| *word).any(mark)
}

/// Words between the mark of a label and its last word, with the mark, at most.
const LABEL_WORDS: usize = 3;

/// Signs that stand alone before the label of a page.
const DASHES: [&str; 3] = ["-", "–", "—"];

impl Known<'_> {
    fn of(&self, word: &str) -> bool {
        (self.of)(word)
    }

    fn link(&self, word: &str) -> bool {
        (self.link)(word)
    }
}

/// The words of a text with the places where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let place = at;
        at += piece.len();
        (place, piece.trim_end())
    });
    pieces.filter(|(_, word)| !word.is_empty()).collect()
}

fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”')
}

/// The sign between two reports of a standfirst.
const SEMICOLON: char = ';';
