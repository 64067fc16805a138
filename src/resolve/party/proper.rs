//! Whether capitals make a role noun part of a name ("Ukrainian Grain Association", "the Teachers Association").

use crate::lexicon::parties::{Caps, RoleKind, Word};

use super::items::{Item, Label};
use super::kinds::{is_noun, names_body};
use super::side::Reading;

impl Reading<'_, '_> {
    /// A noun of several words with capitals in running text ("Cricket Board").
    pub(super) fn is_capital(&self, index: usize, head: usize) -> bool {
        let item = &self.phrase.parts[index].items[head];
        let words = self.phrase.words.get(item.first..item.last);
        let title = |word: &Word| word.caps == Caps::Title;
        self.at.is_some() && words.is_some_and(|words| words.len() > 1 && words.iter().all(title))
    }

    /// A role noun that ends a name of its own ("Ukrainian Grain Association").
    pub(super) fn is_proper(&self, index: usize, head: usize) -> bool {
        let items = &self.phrase.parts[index].items;
        if !items[head].role().is_some_and(|role| names_body(role.kind)) {
            return false;
        }
        let capital = self
            .phrase
            .words
            .get(items[head].first)
            .is_some_and(|w| w.caps > Caps::Lower);
        let unknown = |i: &Item<'_>| matches!(i.label, Label::Unknown);
        let titled = || self.is_named_for_members(items, head) || self.is_group_name(items, head);
        capital && (items[..head].iter().any(unknown) || titled())
    }

    /// "The Liberation Front": in running text, capitals make a name of a noun of several words for an armed group.
    fn is_group_name(&self, items: &[Item<'_>], head: usize) -> bool {
        let item = &items[head];
        let group = item.role_kind() == Some(RoleKind::Group);
        let words = self.phrase.words.get(item.first..item.last);
        let titled = |words: &[Word]| words.iter().all(|word| word.caps == Caps::Title);
        // A capital that begins the phrase may only begin the sentence.
        let inside = item.first > 0 && self.at.is_some();
        let several = item.last - item.first > 1;
        group && head == 0 && several && inside && words.is_some_and(titled)
    }

    /// "The Teachers Association", "the Police Federation": in running text, capitals of the nouns before it make a name of a
    /// noun for a body.
    fn is_named_for_members(&self, items: &[Item<'_>], head: usize) -> bool {
        let own = matches!(
            items[head].role_kind(),
            Some(RoleKind::Institution | RoleKind::Company)
        );
        // A capital that begins the phrase may only begin the sentence.
        let inside = items[0].first > 0;
        let titled = || items[..head].iter().all(|item| self.is_titled_noun(item));
        own && head > 0 && inside && self.at.is_some() && titled()
    }

    /// A noun that its capital makes part of a name.
    pub(super) fn is_titled_noun(&self, item: &Item<'_>) -> bool {
        let word = self.phrase.words.get(item.first);
        item.role().is_some_and(|role| is_noun(role.kind))
            && word.is_some_and(|word| word.caps == Caps::Title)
    }
}
