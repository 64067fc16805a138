//! Names of bodies with an "and" inside ("Oil and Gas Authority", "Chemical and Allied Workers' Union").

use crate::lexicon::parties::{Caps, RoleKind, Word};
use crate::lexicon::vectors::Vectors;

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
