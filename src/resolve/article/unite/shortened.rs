//! A body that the text goes on with by a part of its name or its noun alone ("the League" for "the Farmers' League").

use compact_str::CompactString;
use indexmap::IndexSet;

use crate::lexicon::parties::{PartyLexicon, RoleKind};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Claim;

use super::Renamed;

/// The sides of the claims that are "the" and one word with a capital, each with the one other side of the
/// claims, or else of all that the article names, whose name ends so.
pub(in crate::resolve) fn shortened(claims: &[Claim], named: &[&CompactString]) -> Vec<Renamed> {
    let sides: IndexSet<&CompactString> = claims
        .iter()
        .flat_map(|claim| [&claim.party, &claim.actor_party, &claim.object_party])
        .flatten()
        .map(|found| &found.value)
        .collect();
    let full = |short: &CompactString| {
        let whole = second_half(short, named);
        let whole = whole.or_else(|| first_half(short, named));
        if let Some(whole) = whole.or_else(|| by_noun(short, named)) {
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

/// "Halden Savings" for "Halden Savings Bank", "Corvel" for "Corvel Copper": the one other side that goes on behind it with the
/// noun for what it is.
fn first_half(short: &str, named: &[&CompactString]) -> Option<CompactString> {
    let lexicon = PartyLexicon::embedded();
    let listed = !lexicon.find(short, None).is_empty() || lexicon.role_of(short).is_some();
    if listed || !short.starts_with(char::is_uppercase) {
        return None;
    }
    let several = short.contains(' ');
    let body = |noun: &str| {
        let firm = WordSets::shared().has(Set::FirmNameEnd, noun);
        match lexicon.role_of(noun).map(|role| role.kind) {
            // "Bergen" is no "Bergen University".
            Some(RoleKind::Institution | RoleKind::Political) => several,
            Some(RoleKind::Company) => several || firm,
            _ => firm,
        }
    };
    let longer = |side: &&&CompactString| {
        let rest = side.strip_prefix(short);
        let noun = rest.and_then(|rest| rest.strip_prefix(' '));
        noun.is_some_and(|noun| !noun.contains(' ') && body(&noun.to_lowercase()))
    };
    sole(named.iter().filter(longer).copied())
}

/// "The union" for "the United Shaft Workers", "the forum" for "the Plains Forum": the one side with capitals whose name ends
/// in the noun, or for a union in one for its members.
fn by_noun(short: &str, named: &[&CompactString]) -> Option<CompactString> {
    let lexicon = PartyLexicon::embedded();
    let role = lexicon.role_of(short)?;
    let small = short.starts_with(char::is_lowercase) && !role.many;
    if !small || role.kind != RoleKind::Institution {
        return None;
    }
    let members = |noun: &str| {
        let noun = lexicon.role_of(noun).filter(|role| role.many);
        let people = [RoleKind::People, RoleKind::Business];
        role.class == UNION && noun.is_some_and(|noun| people.contains(&noun.kind))
    };
    let longer = |side: &&&CompactString| {
        let capitals = side
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase));
        let last = side.rsplit_once(' ').map(|(_, last)| last.to_lowercase());
        // "The union" is no European Union.
        let unlisted = || lexicon.find(side, None).is_empty();
        let fits = |last: &str| last == short && unlisted() || members(last);
        capitals && last.is_some_and(|last| fits(&last))
    };
    sole(named.iter().filter(longer).copied())
}

/// The one side that all of these are.
fn sole<'n>(mut sides: impl Iterator<Item = &'n CompactString>) -> Option<CompactString> {
    let first = sides.next()?;
    sides.all(|other| other == first).then(|| first.clone())
}

/// Class of the bodies that those who work for somebody have against him.
const UNION: &str = "union";
