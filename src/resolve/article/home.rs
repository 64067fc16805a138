//! Places that a claim's side tells: the land at which missiles fly, "the country", the capital whose government is named.

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::place::{Place, PlaceKind};

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// The country in which missiles and drones come down that a side says were sent at it or that it shot down; `None`
    /// for other claims.
    pub fn home(&self, claim: &Claim) -> Option<Place> {
        let counted = claim.quantity.as_ref().map(|found| &found.value.unit);
        let object = claim.object.as_ref().map(|found| &found.value);
        let object = object.or(counted)?.rsplit(' ').next()?;
        let flies = |set: Set| self.lexicon.words.has(set, object);
        if !(flies(Set::ArmsNoun) && flies(Set::AttackNoun)) {
            return None;
        }
        let actor = claim.actor_party.as_ref().map(|found| &found.value);
        let speaker = claim.party.as_ref().map(|found| &found.value);
        let side = if SHOT_DOWN.contains(&claim.assertion.value.as_str()) {
            actor.or(speaker)?
        } else if claim.assertion.value == COUNTED {
            speaker.filter(|&speaker| actor != Some(speaker))?
        } else if SENT.contains(&claim.assertion.value.as_str()) {
            let counted = claim.assertion.value != USED || claim.quantity.is_some();
            speaker.filter(|&speaker| counted && actor != Some(speaker))?
        } else {
            return None;
        };
        Some(self.resolved(side)).filter(|place| place.kind == PlaceKind::Country)
    }

    /// "in the Kremlin": in the capital, whose government bears that name.
    pub(super) fn seat_town(&self, place: &Place) -> Option<Place> {
        let bearer = place.kind == PlaceKind::Facility && self.lexicon.is_party(&place.name);
        let town = place.part_of.as_deref().filter(|_| bearer)?;
        let town = self.lexicon.places.find_key(town)?;
        town.is_capital().then(|| town.to_place())
    }

    /// "across the country": the one that speaks, unless it tells what it did elsewhere.
    pub(super) fn own_land(&self, claim: &Claim) -> Option<Found<Place>> {
        let side = claim.party.as_ref().map(|found| &found.value)?;
        let actor = claim.actor_party.as_ref().map(|found| &found.value);
        let land = self.resolved(side);
        let own = actor != Some(side) && land.kind == PlaceKind::Country;
        let span = claim.place.as_ref().and_then(|found| found.span);
        own.then_some(Found {
            value: land,
            span,
            rule: LAND,
            line: None,
        })
    }
}

/// Assertions that something was stopped in the air.
const SHOT_DOWN: &[&str] = &["intercept", "shoot_down"];

/// Assertions that something was sent at a target.
const SENT: &[&str] = &["launch", USED];

/// The assertion that something was used; a number of them was sent.
const USED: &str = "use";

/// The assertion of a bare number ("nine missiles and 54 drones got through").
pub(in crate::resolve) const COUNTED: &str = "count";

/// The extractor's rule of "the country".
pub(super) const LAND: &str = "place.land";
