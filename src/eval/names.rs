//! Whether two names that different hands wrote mean the same: gold against program.

use strsim::jaro_winkler;

use crate::lexicon::parties::{PartyKind, PartyLexicon};
use crate::lexicon::places::Gazetteer;
use crate::lexicon::words::{Set, WordSets};
use crate::model::place::{Place, PlaceKind};

/// Spellings of one word (`Defense`, `Defence`; `Ukraine`, `Ukrainian`) reach this Jaro-Winkler similarity,
/// different names of states (`Iran`, `Iraq`) do not.
const SAME_WORD: f64 = 0.9;

/// Words shorter than this, in letters, carry no name beside longer ones (articles, prepositions, `US`).
const SHORTEST: usize = 4;

/// Lower case, everything but letters and digits as one blank.
pub fn fold(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether two names are the same but for case, punctuation and short words; two empty ones are.
pub fn is_same(left: &str, right: &str) -> bool {
    let (left, right) = (fold(left), fold(right));
    left == right || !left.is_empty() && !right.is_empty() && bearing(&left) == bearing(&right)
}

/// Whether one name is the other, or a shorter or fuller form of it (`Peskov`, `Dmitry Peskov`); two empty ones are.
pub fn is_like(left: &str, right: &str) -> bool {
    let (left, right) = (fold(left), fold(right));
    let (left, right) = (bearing(&left), bearing(&right));
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    let known = |word: &&str| {
        long.iter()
            .any(|other| word == other || jaro_winkler(word, other) >= SAME_WORD)
    };
    short.is_empty() == long.is_empty() && short.iter().all(known)
}

/// Whether two names of parties are the same, or the party lists know both as one: also a government by its own name and the
/// state for which it speaks, which one hand writes and another not ("Government of National Accord", "Libya").
pub fn is_party(left: &str, right: &str) -> bool {
    is_same(left, right) || {
        let side = |name| {
            let found = PartyLexicon::embedded().find(name, None);
            let entry = found.first()?.entry;
            let rules = entry.kind == PartyKind::Government && !entry.speaks_for.is_empty();
            Some(if rules {
                &entry.speaks_for
            } else {
                &entry.canonical
            })
        };
        side(left).is_some() && side(left) == side(right)
            || are_initials(left, right)
            || are_initials(right, left)
    }
}

/// Whether two phrases end in words for armed people ("Ukrainian forces", "its fighters").
pub fn are_troops(left: &str, right: &str) -> bool {
    let forces = |phrase: &str| {
        let folded = fold(phrase);
        let last = folded.rsplit(' ').next().unwrap_or_default();
        WordSets::shared().has(Set::ForceNoun, last)
    };
    forces(left) && forces(right)
}

/// Whether a name in capitals is made of the first letters of the words of another that have one ("BPI", "Bank of the
/// Philippine Islands").
fn are_initials(short: &str, long: &str) -> bool {
    let letters = short.chars().all(char::is_uppercase);
    let initials = long
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    let initials = initials.filter(|letter| letter.is_uppercase());
    letters && short.chars().count() > 2 && initials.eq(short.chars())
}

/// Whether a name is that of a resolved place: its canonical name, or a name by which the gazetteer knows it.
///
/// A region is known by its first word, whatever the word for its rank ("Kherson region", "Kherson Oblast").
pub fn is_place(name: &str, place: &Place) -> bool {
    let mut known = Gazetteer::embedded().find(name);
    let ranked = |name: &str| {
        fold(name)
            .split_once(' ')
            .map(|(first, _)| first.to_owned())
    };
    let same_region = || ranked(name).is_some() && ranked(name) == ranked(&place.name);
    is_same(name, &place.name)
        || known.any(|known| known.key() == place.key)
        || place.kind == PlaceKind::Region && same_region()
}

/// Whether two names of regions are the same but for the word for their rank, or the gazetteer knows both as one.
pub fn is_region(left: &str, right: &str) -> bool {
    let mut known = Gazetteer::embedded().find(left);
    is_like(left, right) || known.any(|known| is_like(known.name(), right))
}

/// The words that carry a folded name: the long ones, or all when none is long.
fn bearing(folded: &str) -> Vec<&str> {
    let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let long: Vec<&str> = all
        .iter()
        .copied()
        .filter(|word| word.chars().count() >= SHORTEST)
        .collect();
    if long.is_empty() { all } else { long }
}
