//! Names that an article uses for lands, though all that the gazetteer knows by them are small towns of states of which it
//! tells nothing.

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::parties::{Role, RoleKind, Word};

use super::super::PartyContext;
use super::super::classes::ARMY;
use super::super::items::{Item, Label};
use super::super::names::ArticleNames;
use super::super::standing::Piece;
use super::given::{NEAR, is_rare};
use super::{SHARED, is_of_land};

/// The names of a sentence to which it gives a government, a ministry or an army ("the Guran army", "Tamba's defence
/// ministry"), where the lists know a small town alone by them and the article nothing else of that town's state.
pub(in crate::resolve::party) fn lands_in(
    names: &ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) -> FxHashSet<CompactString> {
    let own = |&at: &usize| {
        matches!(items[at].label, Label::Unknown)
            && is_rare(items, words, at)
            && owns_organ(items, at)
    };
    let lone = |at: &usize| items[*at].last - items[*at].first == 1;
    let name = |at: usize| {
        let (start, end) = (words[items[at].first].start, words[items[at].last - 1].end);
        piece.text.get(start..end)
    };
    let stray = |name: &&str| {
        // "Sobran's defence minister", where the article names Emil Sobran.
        if names.surnames.contains(*name) {
            return false;
        }
        let state = (context.country_of)(name);
        (context.is_small_town)(name) && state.is_some_and(|state| !names.tells_or_is_in(&state))
    };
    let given = (0..items.len()).filter(lone).filter(own);
    given
        .filter_map(name)
        .filter(stray)
        .map(CompactString::from)
        .collect()
}

/// "Utopia's national electoral commission", "the Utopia army", "the government of Utopia".
fn owns_organ(items: &[Item<'_>], at: usize) -> bool {
    let organ = |item: &&Item<'_>| item.role().is_some_and(is_no_towns);
    let going_on = |item: &&Item<'_>| !matches!(item.label, Label::Mark | Label::Possessive);
    let after = items.get(at + 1..).unwrap_or_default();
    if let Some(Label::Possessive) = after.first().map(|next| &next.label) {
        let mut owned = after[1..].iter().take(NEAR).take_while(going_on);
        return owned.any(|item| organ(&item));
    }
    let before = items.get(..at).unwrap_or_default();
    let of = before.last().and_then(Item::role_kind) == Some(RoleKind::Of);
    let mut told = before.iter().rev().take(NEAR).take_while(going_on);
    after.first().is_some_and(|item| organ(&item)) || of && told.any(|item| organ(&item))
}

/// A government, a ministry, a minister, an army, or those who hold a land's elections.
fn is_no_towns(role: &Role) -> bool {
    let class = role.class.as_str();
    let office = role.kind == RoleKind::Office && !SHARED.contains(&class);
    office || is_of_land(role) || [ARMY, ELECTORAL].contains(&class)
}

/// Class of those who hold a land's elections.
const ELECTORAL: &str = "electoral commission";
