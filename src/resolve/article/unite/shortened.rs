//! A body that the text goes on with by the last word of its name alone ("the League" for "the Farmers' League").

use compact_str::CompactString;
use indexmap::IndexSet;

use crate::lexicon::parties::PartyLexicon;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Claim;

use super::Renamed;

/// The sides of the claims that are "the" and one word with a capital, each with the one other side of the
/// claims, or else of all that the article names, whose name ends so.
pub(super) fn shortened(claims: &[Claim], named: &[&CompactString]) -> Vec<Renamed> {
    let sides: IndexSet<&CompactString> = claims
        .iter()
        .flat_map(|claim| [&claim.party, &claim.actor_party, &claim.object_party])
        .flatten()
        .map(|found| &found.value)
        .collect();
    let full = |short: &CompactString| {
        if let Some(whole) = second_half(short, named) {
            return Some((short.clone(), whole));
        }
        let (article, noun) = short.split_once(' ')?;
        let points = WordSets::shared().has(Set::Determined, article);
        let one = noun.starts_with(char::is_uppercase) && !noun.contains(' ');
        let longer = |side: &&CompactString| {
            let head = side
                .strip_suffix(noun)
                .and_then(|head| head.strip_suffix(' '));
            head.is_some_and(|head| head.contains(char::is_uppercase))
        };
        let only = |all: &mut dyn Iterator<Item = &CompactString>| {
            let found: IndexSet<&CompactString> = all.filter(longer).collect();
            found
                .first()
                .filter(|_| found.len() == 1)
                .map(|side| (*side).clone())
        };
        if !(points && one) {
            return None;
        }
        let own = only(&mut sides.iter().copied());
        let other = || only(&mut named.iter().copied());
        Some((short.clone(), own.or_else(other)?))
    };
    sides.iter().filter_map(|side| full(side)).collect()
}

/// "Cliffs", where "Cleveland-Cliffs" is a side too: the one other side that ends so behind a hyphen.
fn second_half(short: &str, named: &[&CompactString]) -> Option<CompactString> {
    let longer = |side: &&&CompactString| {
        let head = side
            .strip_suffix(short)
            .and_then(|head| head.strip_suffix('-'));
        head.is_some_and(|head| head.starts_with(char::is_uppercase) && !head.contains(' '))
    };
    // "Ukraine" is no half of "Interfax-Ukraine".
    if !PartyLexicon::embedded().find(short, None).is_empty() {
        return None;
    }
    let found: IndexSet<&CompactString> = named.iter().filter(longer).copied().collect();
    let whole = found.first().filter(|_| found.len() == 1)?;
    Some((*whole).clone())
}
