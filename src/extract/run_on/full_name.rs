//! A sentence that begins with the full name of somebody whom the standfirst before it calls by his surname: "Roe fit for Sunday
//! Jane Roe has …".

use crate::extract::plan::Known;
use crate::lexicon::page_labels::PageLabels;

/// Whether a full name begins at word `at` whose surname stands alone before, and the word right before does not lead to it.
pub(super) fn begins_with_full_name(words: &[(usize, &str)], at: usize, known: Known<'_>) -> bool {
    let first = words[at].1;
    let given = is_name(first) && !(known.party)(first) && !(known.voice)(first);
    let Some((particle, surname)) = surname_at(words, at + 1).filter(|_| given) else {
        return false;
    };
    let (_, before) = words[at - 1];
    let leads =
        known.of(before) || known.link(before) || (known.opens)(before) || (known.voice)(before);
    // "face Alba on Sunday Jane Roe has", but not "the singer and actress Hana Jane Roe".
    let name = before.starts_with(char::is_uppercase) && bare(before) != surname;
    let day = || PageLabels::get().weekday(before).is_some();
    let parted = before.ends_with(char::is_alphanumeric) || before.ends_with(['’', '”']);
    let alone = |index: usize| {
        let (_, word) = words[index];
        let owner = index.checked_sub(1).map_or("", |index| words[index].1);
        let lone =
            !owner.starts_with(char::is_uppercase) || ends(owner) || is_same(owner, particle);
        bare(word) == surname && lone
    };
    parted && !leads && (!name || day()) && (0..at).any(alone)
}

/// Whether a full name with a verb of report behind it begins at word `at` ("changes to the tax Jane Roe says the …"), right
/// behind a plain word that calls nobody and within no clause that a comma sets off ("…, bandmate Jane Roe says").
pub(super) fn begins_with_speaker(words: &[(usize, &str)], at: usize, known: Known<'_>) -> bool {
    let (before, first) = (words[at - 1].1, words[at].1);
    let plain = before.len() > PARTICLE && before.chars().all(char::is_lowercase);
    let leads =
        known.of(before) || known.link(before) || (known.opens)(before) || (known.voice)(before);
    if !plain
        || leads
        || (known.reports)(before)
        || !is_name(first)
        || !(known.given)(&first.to_lowercase())
    {
        return false;
    }
    let Some((particle, surname)) = surname_at(words, at + 1) else {
        return false;
    };
    let last = at + 1 + usize::from(!particle.is_empty());
    if words[last].1 != surname {
        return false;
    }
    let behind = at + 2 + usize::from(!particle.is_empty());
    let verb = |index: usize| {
        let word = words.get(index).map_or("", |(_, word)| word);
        (known.reports)(word)
    };
    let small = words
        .get(behind)
        .is_some_and(|(_, word)| word.chars().all(char::is_lowercase));
    let set_off = words[at.saturating_sub(SET_OFF)..at]
        .iter()
        .any(|(_, word)| ends(word));
    let next = words.get(behind).map_or("", |(_, word)| word);
    let led = known.of(next) || known.link(next);
    small && !led && !set_off && (verb(behind) || verb(behind + 1))
}

/// Words before a name among which a comma sets a clause off.
const SET_OFF: usize = 4;

/// The surname that stands at a word, and the particle before it ("ten Hag").
fn surname_at<'t>(words: &[(usize, &'t str)], at: usize) -> Option<(&'t str, &'t str)> {
    let word = words.get(at)?.1;
    let small = word.chars().all(char::is_lowercase) && word.len() <= PARTICLE;
    let (particle, surname) = match small {
        true => (word, words.get(at + 1)?.1),
        false => ("", word),
    };
    let surname = bare(surname);
    is_name(surname).then_some((particle, surname))
}

/// Letters of a particle before a surname, at most.
const PARTICLE: usize = 3;

fn is_name(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    word.starts_with(char::is_uppercase) && letters > 1 && !word.ends_with(['.', ',', ':', ';'])
}

/// A word without the mark of an owner and the sign behind it.
fn bare(word: &str) -> &str {
    let word = word.trim_end_matches([',', '.', ':', ';', '’', '”', '\'']);
    let owner = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"));
    owner.unwrap_or(word)
}

fn ends(word: &str) -> bool {
    word.ends_with(['.', ',', ':', ';', '!', '?', '’', '”'])
}

fn is_same(word: &str, particle: &str) -> bool {
    !particle.is_empty() && word.to_lowercase() == particle
}
