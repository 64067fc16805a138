//! Names with an "and" inside: of bodies ("Oil and Gas Authority", "Chemical and Allied Workers' Union"), of couples ("Jan and
//! Ana Roe").

use crate::lexicon::parties::{Caps, RoleKind, Word};
use crate::lexicon::vectors::Vectors;

use super::PartyContext;
use super::items::{Item, Label};
use super::kinds::names_body;

/// Makes one of two words with capitals that "and" joins before the noun of a body with a capital: neither is a name.
pub(super) fn join_pairs(items: &mut Vec<Item<'_>>, words: &[Word]) {
    let mut at = 0;
    while at + 3 < items.len() {
        if is_pair(&items[at..], words) {
            items[at].last = items[at + 2].last;
            items.drain(at + 1..at + 3);
        }
        at += 1;
    }
}

/// "Corva coach Jan Deacon": a noun for a person with a capital is a surname right behind a first name that ends with it.
pub(super) fn join_surnames(items: &mut Vec<Item<'_>>, words: &[Word], context: &PartyContext<'_>) {
    let title = |at: usize| words[at].caps == Caps::Title;
    let named = |item: &Item<'_>| matches!(item.label, Label::Unknown | Label::Name(_));
    for at in (1..items.len()).rev() {
        let (given, noun) = (&items[at - 1], &items[at]);
        let first = given.last - given.first == 1
            && matches!(given.label, Label::Unknown)
            && title(given.first)
            && context.lexicon.is_first_name(&words[given.first].key);
        let trade = noun.last - noun.first == 1
            && noun.role_kind() == Some(RoleKind::People)
            && title(noun.first);
        if first && trade && !items.get(at + 1).is_some_and(named) {
            items[at - 1].last = items[at].last;
            items.remove(at);
        }
    }
}

/// "Jan and Ana Roe": two persons of one surname, who speak as one.
pub(super) fn join_couples(items: &mut Vec<Item<'_>>, words: &[Word], context: &PartyContext<'_>) {
    let given = |word: &Word| context.lexicon.is_first_name(&word.key) && word.caps == Caps::Title;
    let unknown = |item: &Item<'_>| matches!(item.label, Label::Unknown);
    let mut at = 0;
    while at + 2 < items.len() {
        let (left, and, right) = (&items[at], &items[at + 1], &items[at + 2]);
        let joined = and.role_kind() == Some(RoleKind::And) && unknown(left) && unknown(right);
        let alone = left.last - left.first == 1 && right.last - right.first > 1;
        if joined && alone && given(&words[left.first]) && given(&words[right.first]) {
            items[at].last = items[at + 2].last;
            items.drain(at + 1..at + 3);
        }
        at += 1;
    }
}

fn is_pair(items: &[Item<'_>], words: &[Word]) -> bool {
    let [left, and, right, noun, ..] = items else {
        return false;
    };
    let plain = |item: &Item<'_>| {
        let word = &words[item.first];
        let lone = item.last - item.first == 1 && word.caps == Caps::Title;
        lone && Vectors::embedded().find(&word.key).is_some()
    };
    let unknown = matches!(left.label, Label::Unknown);
    let told = matches!(right.label, Label::Unknown | Label::Role(_));
    let joined = and.role_kind() == Some(RoleKind::And);
    let body = noun.role_kind().is_some_and(names_body);
    let capital = words[noun.first].caps == Caps::Title;
    unknown && told && joined && plain(left) && plain(right) && body && capital
}
