//! What each party said of what, so that who looks for a later word of a party need not read all that it ever said.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Ground;
use crate::model::claim::{Claim, Found};

use super::view::View;

/// The claims of each party by the place and by the thing that they speak of, ascending.
#[derive(Debug, Default)]
pub(crate) struct Spoken<'a> {
    by_place: FxHashMap<(&'a str, &'a str), Vec<u32>>,
    by_object: FxHashMap<(&'a str, &'a str), Vec<u32>>,
    /// Who holds, took or lost a place, whoever says so.
    by_hold: FxHashMap<&'a str, Vec<u32>>,
}

impl<'a> Spoken<'a> {
    /// Reads the claims once.
    pub(super) fn new(claims: &'a [Claim]) -> Self {
        let mut spoken = Spoken::default();
        for (index, claim) in (0..).zip(claims) {
            let place = claim.place.as_ref().map(|place| place.value.key.as_str());
            if let Some(place) = place.filter(|_| Ground::of(claim.question) == Ground::Control) {
                spoken.by_hold.entry(place).or_default().push(index);
            }
            let Some(party) = claim.party_name() else {
                continue;
            };
            let object = claim.object.as_ref().map(text);
            let of = [
                (&mut spoken.by_place, place),
                (&mut spoken.by_object, object),
            ];
            for (list, key) in of {
                if let Some(key) = key {
                    list.entry((party, key)).or_default().push(index);
                }
            }
        }
        spoken
    }

    /// What anybody said of who holds a place, by its key.
    pub(super) fn of_hold(&self, place: &str) -> Vec<u32> {
        self.by_hold.get(place).cloned().unwrap_or_default()
    }

    /// What a party said of the place of one of some claims.
    pub(super) fn of_places(&self, party: &str, of: &[&View<'_>]) -> Vec<u32> {
        let keys = of.iter().filter_map(|view| view.place);
        let keys = keys.map(|place| place.key.as_str());
        merged(keys.filter_map(|key| self.by_place.get(&(party, key))))
    }

    /// What a party said of the place or of the thing of one of some claims.
    pub(super) fn of_matters(&self, party: &str, of: &[&View<'_>]) -> Vec<u32> {
        let places = self.of_places(party, of);
        let keys = of.iter().filter_map(|view| view.object);
        let things = keys.filter_map(|key| self.by_object.get(&(party, key)));
        merged(things.chain([&places]))
    }
}

fn merged<'v>(lists: impl Iterator<Item = &'v Vec<u32>>) -> Vec<u32> {
    let mut all: Vec<u32> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn text(found: &Found<CompactString>) -> &str {
    &found.value
}
