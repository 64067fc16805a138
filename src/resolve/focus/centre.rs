//! The place that an article is about: the one that weighs most of all that it names.

use compact_str::CompactString;
use indexmap::IndexMap;

use crate::model::claim::{Claim, PLACE_OF_MATTER, Question};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::TextField;

use super::{Named, is_narrow, is_plain, is_street};

/// How much of all weight a place must have: a digest of many matters has none of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Share {
    /// For claims on events.
    Most,
    /// For claims whose verb no frame knows, which may be about anything.
    NearlyAll,
}

impl Share {
    /// In per cent: of a place that is merely named, and of one that is told as that of an event.
    fn least(self) -> (u32, u32) {
        match self {
            Share::Most => (50, 40),
            Share::NearlyAll => (70, 50),
        }
    }
}

/// What an article tells of a place.
struct Standing<'p> {
    place: &'p Place,
    weight: u32,
    /// What of it the names alone give, wherever they stand.
    firm: u32,
    /// In the headline.
    title: bool,
    /// In the first sentences.
    lead: bool,
    /// As the place of an event.
    event: bool,
    /// How many claims name it.
    claims: u32,
}

impl Standing<'_> {
    /// Whether the article tells of something that happened there.
    fn is_told(&self) -> bool {
        self.event || self.title && self.lead || self.claims > 1
    }

    /// The same of a name that no list knows, and that may be a ship's or a number's.
    fn is_sure(&self) -> bool {
        let told = self.event || (self.title || self.claims > 1) && self.lead;
        told && !self
            .place
            .name
            .contains(|letter: char| letter.is_ascii_digit())
    }
}

/// What a place weighs that a claim names for itself; in the headline and lead as much more as a name there.
const CLAIMED: u32 = 2;

/// How many times a name weighs in the headline or lead where it places an event: there it says where all of it was.
const EVENT: u32 = 2;

/// The least weight of an article's place, and of one where something happened.
const LEAST: (u32, u32) = (4, 3);

/// The place that an article is about.
pub(super) struct Centre {
    /// The place.
    pub place: Place,
    /// Whether it is listed and weighs enough by its names alone.
    pub firm: bool,
}

impl Centre {
    /// The rule by which a claim gets it.
    pub fn rule(&self) -> &'static str {
        match self.firm {
            true => "place.article",
            false => PLACE_OF_MATTER,
        }
    }
}

/// The place but a country that weighs most in the article, the first of equals; what no list knows only where something
/// is told to have happened there.
pub(super) fn centre(claims: &[Claim], named: &[Named], share: Share) -> Option<Centre> {
    let standings = standings(claims, named);
    let sum = |weight: fn(&Standing<'_>) -> u32| standings.iter().map(weight).sum::<u32>();
    let (total, firm) = (sum(|told| told.weight), sum(|told| told.firm));
    let mut best = standings.first()?;
    for told in &standings {
        if told.weight > best.weight {
            best = told;
        }
    }
    let (least, _) = share.least();
    let heavy = best.firm >= LEAST.0 && best.firm * 100 >= firm * least;
    is_heavy(best, total, share).then(|| Centre {
        place: best.place.clone(),
        firm: heavy && !is_unlisted(best.place),
    })
}

fn standings<'p>(claims: &'p [Claim], named: &'p [Named]) -> Vec<Standing<'p>> {
    let mut standings: IndexMap<&CompactString, Standing<'_>> = IndexMap::new();
    for named in named {
        note(&mut standings, named);
    }
    // What was taken and no list knows may be a firm.
    let taken = |claim: &Claim| {
        let unlisted = claim
            .place
            .as_ref()
            .is_some_and(|found| is_unlisted(&found.value));
        unlisted && claim.question == Question::Control
    };
    let counts = |claim: &&Claim| !is_plain(claim) && !taken(claim);
    for claim in claims.iter().filter(counts) {
        if let Some(found) = &claim.place {
            let title = claim.field == TextField::Title;
            let weight = if title { 2 * CLAIMED } else { CLAIMED };
            let standing = standing_of(&mut standings, &found.value);
            standing.weight += weight;
            standing.firm += weight;
            standing.claims += 1;
        }
    }
    let tells = |told: &Standing<'_>| {
        let known = !is_unlisted(told.place) || told.is_sure();
        known && is_narrow(told.place) && !is_street(told.place)
    };
    standings.into_values().filter(tells).collect()
}

fn is_unlisted(place: &Place) -> bool {
    place.kind == PlaceKind::Unlisted
}

fn is_heavy(best: &Standing<'_>, total: u32, share: Share) -> bool {
    let ((weight, told_weight), (least, told_least)) = (LEAST, share.least());
    let over =
        |weight: u32, least: u32| best.weight >= weight && best.weight * 100 >= total * least;
    over(weight, least) || best.is_told() && over(told_weight, told_least)
}

fn note<'p>(standings: &mut IndexMap<&'p CompactString, Standing<'p>>, named: &'p Named) {
    let standing = standing_of(standings, &named.place);
    // A listed town may be passed in the first sentence; a thing, or a name that no list knows, is told of for its own sake.
    let passed = matches!(named.place.kind, PlaceKind::Region | PlaceKind::Settlement);
    let event = named.of_event || named.opens && !passed;
    let times = if event { EVENT } else { 1 };
    standing.weight += times * named.weight;
    let times = if named.of_event { EVENT } else { 1 };
    standing.firm += times * named.weight;
    let title = named.at.0 == TextField::Title;
    standing.title |= title;
    standing.lead |= !title && named.weight > 1;
    standing.event |= event;
}

fn standing_of<'s, 'p>(
    standings: &'s mut IndexMap<&'p CompactString, Standing<'p>>,
    place: &'p Place,
) -> &'s mut Standing<'p> {
    standings.entry(&place.key).or_insert_with(|| Standing {
        place,
        weight: 0,
        firm: 0,
        title: false,
        lead: false,
        event: false,
        claims: 0,
    })
}
