//! Who in the article bears a name: in full, by acronym, by surname or by the first words of it.

use crate::lexicon::parties::{PartyKind, fold};

use super::PartyDecision;
use super::names::{ArticleNames, Known};

impl ArticleNames {
    /// Who goes by an acronym that the article spelled out.
    pub(super) fn by_acronym(&self, acronym: &str) -> Option<&PartyDecision> {
        self.acronyms
            .get(acronym)
            .map(|&at| &self.known[at].decision)
    }

    /// Who in the article has a name of which an acronym takes the first letters, where it is one alone ("KLA", where the
    /// article names the Kivora Liberation Army).
    pub(super) fn by_initials(&self, acronym: &str) -> Option<&PartyDecision> {
        let short = acronym.len() < SHORTEST_ACRONYM;
        if short || !acronym.chars().all(|letter| letter.is_ascii_uppercase()) {
            return None;
        }
        let named = self.mentions.iter().map(|mention| &mention.decision);
        let mut bearers = named.filter(|d| {
            let own = d.party.as_ref() == Some(&d.entity) && d.kind != PartyKind::Person;
            own && has_initials(&fold(&d.entity), acronym)
        });
        let first = bearers.next()?;
        bearers.all(|d| d.entity == first.entity).then_some(first)
    }

    /// The one listed company or organisation of the article whose name of several words begins with this one.
    pub(super) fn listed_short(&self, word: &str) -> Option<&PartyDecision> {
        let long = |d: &&PartyDecision| {
            let body = matches!(d.kind, PartyKind::Company | PartyKind::Organization);
            let rest = d.entity.strip_prefix(word);
            body && d.line.is_some() && rest.is_some_and(|rest| rest.starts_with(' '))
        };
        let mut bearers = self.mentions.iter().map(|m| &m.decision).filter(long);
        let first = bearers.next()?;
        bearers.all(|d| d.entity == first.entity).then_some(first)
    }

    /// Who in the article bears exactly this name of several words.
    pub(super) fn by_full_name(&self, name: &str) -> Option<&PartyDecision> {
        let key = fold(name);
        let full = key.contains(' ');
        let found = self.known.iter().find(|k| full && k.key == key);
        found.map(|k| &k.decision)
    }

    /// Who in the article bears this name, in full or by surname, or one that differs by spelling only.
    pub(super) fn by_name(&self, name: &str) -> Option<&PartyDecision> {
        let key = fold(name);
        let exact = self.known.iter().find(|k| k.key == key);
        // "Altamer", where the article also says "Altamer Cells".
        let whole = exact.filter(|k| k.is_own() && !key.contains(' '));
        let whole = whole.and_then(|_| self.by_part(&key));
        let whole = whole.filter(|k| k.is_own() && !self.persons.contains(&k.decision.entity));
        let exact = whole.or(exact);
        let surname = || {
            let mut bearers = self
                .known
                .iter()
                .filter(|k| k.surname == key && k.decision.kind != PartyKind::State);
            let first = bearers.next()?;
            bearers.next().is_none().then_some(first)
        };
        let alike = || self.known.iter().find(|k| is_spelling(&k.key, &key));
        exact
            .or_else(surname)
            .or_else(|| self.by_part(&key))
            .or_else(alike)
            .map(|k| &k.decision)
    }

    /// The one entity whose name begins or ends with these words ("Al Shehi", "Meridian" for "Meridian Nordic").
    fn by_part(&self, key: &str) -> Option<&Known> {
        let part = |k: &&Known| {
            let rest = k.key.strip_prefix(key).filter(|_| !k.described);
            let begins = rest.is_some_and(|rest| rest.starts_with(' '));
            let head = k.key.strip_suffix(key);
            let ends = head.is_some_and(|head| head.ends_with(' ')) && key.contains([' ', '-']);
            k.decision.kind != PartyKind::State && (begins || ends || k.has_inside(key))
        };
        let mut bearers = self.known.iter().filter(part);
        let first = bearers.next()?;
        let other = bearers.any(|k| k.decision.entity != first.decision.entity);
        (key.len() >= SHORTEST_PART && !other).then_some(first)
    }

    /// Whether a person whom the article names in full bears this surname, so that no state or town of that name is meant.
    pub(in crate::resolve) fn has_personal_bearer(&self, surname: &str) -> bool {
        let key = fold(surname);
        let known = self
            .known
            .iter()
            .any(|k| k.surname == key && k.key != key && self.persons.contains(&k.decision.entity));
        known || self.listed_holder(surname).is_some()
    }

    /// The person of the lists whom an office stands for in the article and who bears this surname ("the attorney general").
    pub(super) fn listed_holder(&self, surname: &str) -> Option<&PartyDecision> {
        let bears = |d: &&PartyDecision| {
            let rest = d.entity.strip_suffix(surname);
            let listed = d.kind == PartyKind::Person && d.line.is_some();
            listed && rest.is_some_and(|rest| rest.ends_with(' '))
        };
        self.mentions.iter().map(|m| &m.decision).find(bears)
    }

    /// The one person of the lists whom the article names in full and who bears this surname.
    pub(super) fn listed_bearer(&self, surname: &str) -> Option<&PartyDecision> {
        let key = fold(surname);
        let listed = |k: &&Known| {
            k.surname == key
                && k.key != key
                && k.decision.kind == PartyKind::Person
                && k.decision.line.is_some()
        };
        let mut bearers = self.known.iter().filter(listed);
        let first = bearers.next()?;
        bearers.next().is_none().then_some(&first.decision)
    }

    /// Whether somebody whom no list knows bears this surname, so that a listed namesake is not meant.
    pub(super) fn has_unlisted_bearer(&self, surname: &str) -> bool {
        let key = fold(surname);
        self.known.iter().any(|k| {
            // "Ms Yoon", where the article has named Yoon Hae-rim.
            let begins = k.key.strip_prefix(key.as_str());
            let begins = begins.is_some_and(|rest| rest.starts_with(' '))
                && self.persons.contains(&k.decision.entity);
            let bears = k.surname == key || k.has_inside(&key) || begins;
            bears && k.key != key && k.decision.is_unlisted()
        })
    }
}

/// Whether the words of a folded name, or those of them that are not small, begin with the letters of an acronym.
fn has_initials(key: &str, acronym: &str) -> bool {
    let begin = |least: usize| {
        key.split([' ', '-'])
            .filter(move |word| word.len() >= least)
            .filter_map(|word| word.chars().next())
            .map(|letter| letter.to_ascii_uppercase())
    };
    let plain = begin(1).eq(acronym.chars()) || begin(SMALL_WORD + 1).eq(acronym.chars());
    plain || has_inner_initials(key, acronym)
}

/// "USW" of the United Steelworkers: letters inside the words of a folded name that stand for halves of them, behind the first
/// letter of each word.
fn has_inner_initials(key: &str, acronym: &str) -> bool {
    let mut letters = acronym.chars().map(|letter| letter.to_ascii_lowercase());
    let mut next = letters.next();
    for word in key.split([' ', '-']) {
        if next.is_none() || word.chars().next() != next {
            return false;
        }
        next = letters.next();
        let mut long = word.len() >= LONGEST_HALF;
        for letter in word.chars().skip(1) {
            // One letter of a word of two halves.
            if long && Some(letter) == next && !key.split(' ').any(|own| own.starts_with(letter)) {
                next = letters.next();
                long = false;
            }
        }
    }
    next.is_none()
}

/// Letters of an acronym that the article does not spell out, at least: two stand for too many.
const SHORTEST_ACRONYM: usize = 3;
/// Letters of a word that is made of two words, at least.
const LONGEST_HALF: usize = 9;
/// Letters of the words that an acronym may pass over, at most ("of", "the", "for").
const SMALL_WORD: usize = 3;
/// A shorter part of a name stands for too many.
const SHORTEST_PART: usize = 2;
/// Jaro-Winkler similarity from which two long names count as spellings of one ("Abdulrahman Juma", "Abdelrahman Jumaa").
const SPELLING: f64 = 0.94;
/// Shorter names differ by too few letters to tell spelling from another name.
const LONG_NAME: usize = 9;

fn is_spelling(left: &str, right: &str) -> bool {
    left.len() >= LONG_NAME
        && right.len() >= LONG_NAME
        && strsim::jaro_winkler(left, right) >= SPELLING
}
