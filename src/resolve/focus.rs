//! Where an event is when its sentence names no place: where the article is at that moment.

mod centre;

use std::collections::BTreeMap;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Found, Modality, Question};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::{Span, TextField};

use super::article::home::COUNTED;
use centre::{Centre, Share, centre};

/// How far back, in bytes of the body, a place named before still holds; about three sentences of news.
const REACH: u32 = 400;

/// The same for claims whose verb no frame knows, which may be about anything.
const PLAIN_REACH: u32 = 200;

/// A place that the article names, and how much that tells of where its event is.
#[derive(Debug, Clone)]
pub struct Named {
    /// The place.
    pub place: Place,
    /// More in the headline and the first sentences, where news says what happened and where.
    pub weight: u32,
    /// Whether the headline or the lead names it as the place of an event.
    pub of_event: bool,
    /// Whether the headline or the first sentence names it as where something is.
    pub opens: bool,
    /// Where it stands.
    pub at: (TextField, Span),
    /// Whether it stands as the place of something ("in X").
    pub scene: bool,
}

impl Named {
    /// Whether it stands in the sentence of a claim.
    fn is_beside(&self, claim: &Claim) -> bool {
        let (field, span) = self.at;
        field == claim.field && claim.sentence.start <= span.start && span.end <= claim.sentence.end
    }
}

/// Gives claims on events without a place the one that the text is speaking of: the last place that a claim named within
/// [`REACH`], else the one that the article is about. What a party accepts or plans has no place.
///
/// `home` tells the country of a claim whose own place is that of the party it concerns, `None` for other claims.
pub fn fill(claims: &mut [Claim], named: &[Named], home: &dyn Fn(&Claim) -> Option<Place>) {
    let text = Text {
        named,
        main: centre(claims, named, Share::Most),
        sole: centre(claims, named, Share::NearlyAll),
        beside: told_beside(claims),
        raided: raided(claims, home),
    };
    let mut last: Option<(Place, u32)> = None;
    for claim in claims {
        if let Some(found) = claim.place.as_ref().filter(|found| is_narrow(&found.value)) {
            // Where a deed was that no frame knows is where that was, and not where the text goes on; nor is what was taken
            // and no list knows, which may be a firm.
            let taken = claim.question == Question::Control && !is_listed(&found.value);
            if !is_plain(claim) && !taken {
                last = Some((found.value.clone(), claim.sentence.end));
            }
        } else if claim.place.is_none() && has_place(claim) {
            let land = home(claim).filter(|land| text.is_raid_on(claim, land));
            let found = land.map(|land| (land, "place.home"));
            let found = found.or_else(|| text.lends(claim, last.as_ref()));
            claim.place = found.map(|(place, rule)| Found::implied(place, rule));
        }
    }
}

/// What an article tells of where its claims are.
struct Text<'n> {
    named: &'n [Named],
    main: Option<Centre>,
    sole: Option<Centre>,
    beside: BTreeMap<(TextField, Span), Place>,
    raided: Option<Place>,
}

impl Text<'_> {
    /// Whether missiles or drones are told to have been sent at a land, be it by a bare number of them.
    fn is_raid_on(&self, claim: &Claim, land: &Place) -> bool {
        tells_raid(claim) || self.raided.as_ref() == Some(land)
    }

    /// The place that the text lends to a claim, and the rule; `last` is where it was before.
    fn lends(&self, claim: &Claim, last: Option<&(Place, u32)>) -> Option<(Place, &'static str)> {
        let beside = self.beside.get(&(claim.field, claim.sentence));
        let own = scene_of(claim, self.named).filter(|_| beside.is_none());
        let lands = lands_of(claim, self.named);
        let near = last
            .filter(|(_, at)| claim.sentence.start.saturating_sub(*at) <= reach(claim))
            .map(|(place, _)| place)
            // Where the sentence is, the text was not before, unless in a part of it.
            .filter(|near| own.is_none_or(|own| own.holds(near)))
            // "In Norland the toll has risen": nowhere in another land.
            .filter(|near| lands.is_empty() || lands.iter().any(|land| land.holds(near)));
        let near = beside.or(near).or(own).map(|near| (near, "place.focus"));
        let centre = || self.centre_of(claim).filter(|_| lands.is_empty());
        let (place, rule) = near.or_else(centre)?;
        match only_one(claim, self.named).filter(|_| beside.is_none()) {
            Some(here) => Some((here.clone(), "place.focus")),
            None => Some((place.clone(), rule)),
        }
    }

    /// The place that the article is about; not where something is planned, which may be anywhere, unless names alone tell.
    fn centre_of(&self, claim: &Claim) -> Option<(&Place, &'static str)> {
        let centre = if is_plain(claim) {
            &self.sole
        } else {
            &self.main
        };
        let planned = claim.modality.value == Modality::Planned;
        let centre = centre.as_ref().filter(|centre| centre.firm || !planned)?;
        Some((&centre.place, centre.rule()))
    }
}

/// Whether no frame knows the verb of a claim, which may be about anything.
fn is_plain(claim: &Claim) -> bool {
    claim.assertion.value.starts_with(OTHER)
}

/// How far back a place named before holds for a claim.
fn reach(claim: &Claim) -> u32 {
    if is_plain(claim) { PLAIN_REACH } else { REACH }
}

/// The land at which the text tells that missiles or drones were sent, so that bare numbers of them are of those as well.
fn raided(claims: &[Claim], home: &dyn Fn(&Claim) -> Option<Place>) -> Option<Place> {
    let told = claims
        .iter()
        .filter(|claim| claim.place.is_none() && has_place(claim) && tells_raid(claim));
    told.filter_map(home).next()
}

/// Whether a claim tells who sent missiles or shot them down, and no bare number.
fn tells_raid(claim: &Claim) -> bool {
    claim.assertion.value != COUNTED && claim.actor_party.is_some()
}

/// The first place but a country that a sentence names for one of its clauses: where the others are, sooner than where the
/// text was before.
fn told_beside(claims: &[Claim]) -> BTreeMap<(TextField, Span), Place> {
    let mut told: Vec<(&Claim, &Found<Place>)> = claims
        .iter()
        .filter(|claim| claim.tells_place() && !claim.assertion.value.starts_with(OTHER))
        .filter_map(|claim| Some((claim, claim.place.as_ref()?)))
        .filter(|(_, found)| found.value.kind != PlaceKind::Country)
        .collect();
    told.sort_by_key(|(_, found)| found.span.map(|span| span.start));
    let mut first = BTreeMap::new();
    for (claim, found) in told {
        let key = (claim.field, claim.sentence);
        first.entry(key).or_insert_with(|| found.value.clone());
    }
    first
}

/// The first place but a country that the sentence of a claim tells of something in it.
fn scene_of<'n>(claim: &Claim, named: &'n [Named]) -> Option<&'n Place> {
    let mut scenes = named
        .iter()
        .filter(|named| named.scene && named.is_beside(claim));
    let narrow = |named: &&Named| named.place.kind != PlaceKind::Country;
    scenes.find(narrow).map(|named| &named.place)
}

/// The only narrow place that the sentence of a claim names and that does not speak ("mines on the road to X"): there sooner
/// than where the text was before.
fn only_one<'n>(claim: &Claim, named: &'n [Named]) -> Option<&'n Place> {
    let mut told = named.iter().filter(|named| {
        let tells = named.weight > 0 && is_listed(&named.place);
        tells && named.is_beside(claim) && !is_of_speaker(claim, named.at.1)
    });
    let first = told.next()?;
    told.all(|other| other.place.key == first.place.key)
        .then_some(&first.place)
}

/// "Otieno, a doctor in X, said": whatever stands between who speaks and the word of report tells of who speaks.
fn is_of_speaker(claim: &Claim, name: Span) -> bool {
    let speaker = claim.speaker.as_ref().and_then(|found| found.span);
    let cue = claim.cue.as_ref().and_then(|found| found.span);
    speaker.zip(cue).is_some_and(|(speaker, cue)| {
        let (start, end) = (speaker.start.min(cue.start), speaker.end.max(cue.end));
        start <= name.start && name.end <= end
    })
}

/// The countries that the sentence of a claim tells of something in them.
fn lands_of<'n>(claim: &Claim, named: &'n [Named]) -> Vec<&'n Place> {
    let lands = named
        .iter()
        .filter(|named| named.scene && named.place.kind == PlaceKind::Country);
    lands
        .filter(|named| named.is_beside(claim))
        .map(|named| &named.place)
        .collect()
}

/// Whether what a claim tells happened somewhere that its sentence need not name.
pub(super) fn has_place(claim: &Claim) -> bool {
    // "captured another village", "held the courthouse" is not said of the town that the text spoke of before.
    let other = claim.partial || !claim.place_as_written.is_empty();
    let unnamed = claim.question == Question::Control && other;
    // "89 over the whole country, and 18 over X": not over X.
    let wide = claim.question == Question::Quantity && !claim.place_as_written.is_empty();
    let unnamed = unnamed || wide;
    claim.question != Question::Stance && !unnamed
}

fn is_narrow(place: &Place) -> bool {
    place.kind != PlaceKind::Country
}

/// "Rustam avenue" is a part of a town in which other things happen.
pub(super) fn is_street(place: &Place) -> bool {
    let kind = place.name.rsplit(' ').next().unwrap_or("");
    place.kind == PlaceKind::Facility && WordSets::shared().has(Set::RoadNoun, kind)
}

fn is_listed(place: &Place) -> bool {
    is_narrow(place) && place.kind != PlaceKind::Unlisted
}
