//! Takes back listed names that are none where they stand: the end of a body's own name, the maker of a machine.

use crate::lexicon::parties::{Caps, PartyKind, RoleKind, Word};

use super::items::{Item, Label};

/// "The Drivers' Alliance" is no listed Alliance: those who are its members stand before it.
pub(super) fn undo_members(items: &mut [Item<'_>], words: &[Word]) {
    for at in 2..items.len() {
        let [members, mark, body] = &items[at - 2..=at] else {
            continue;
        };
        let bare_mark = |i: &Item<'_>| {
            let word = &words[i.first];
            matches!(i.label, Label::Possessive) && BARE_MARK.contains(&(word.end - word.start))
        };
        let named = words[members.last - 1].caps == Caps::Title
            && matches!(members.label, Label::Unknown | Label::Role(_));
        let lone = body.last - body.first == 1 && words[body.first].caps == Caps::Title;
        let listed = matches!(&body.label, Label::Name(hits) if hits.iter().all(|m| m.entry.kind == PartyKind::Body));
        if named && bare_mark(mark) && lone && listed {
            items[at].label = items[at].or_role.map_or(Label::Unknown, Label::Role);
        }
    }
}

/// Bytes of an owner's mark without a letter, straight or curled ("drivers'").
const BARE_MARK: [usize; 2] = [1, 3];

/// "A Meridian Boeing 737", "its Airbus A320": who made a machine is no side and no part of its owner's name.
pub(super) fn hide_models(items: &mut [Item<'_>], words: &[Word]) {
    for at in 1..items.len().saturating_sub(1) {
        let [before, maker, model] = &items[at - 1..=at + 1] else {
            continue;
        };
        let determined = matches!(before.label, Label::Unknown)
            || matches!(
                before.role_kind(),
                Some(RoleKind::Determiner | RoleKind::Its | RoleKind::Their)
            );
        let firm = matches!(&maker.label, Label::Name(hits) if hits.iter().all(|m| m.entry.kind == PartyKind::Company));
        if determined && firm && is_model(&words[model.first]) {
            items[at].label = Label::Other;
            items[at + 1].label = Label::Other;
        }
    }
}

/// "737", "A320", "MAX-8": a number of three digits, or digits behind a letter.
fn is_model(word: &Word) -> bool {
    let digits = word.key.chars().filter(char::is_ascii_digit).count();
    let letters = word.key.chars().filter(|c| c.is_alphabetic()).count();
    digits == MODEL_DIGITS && letters == 0 || digits > 0 && letters > 0 && word.caps > Caps::Lower
}

/// Digits of the number of a model without a letter.
const MODEL_DIGITS: usize = 3;
