//! The rules that decide between places of one name, in the order in which they are asked.

use jiff::civil::Date;

use crate::lexicon::places::{Gazetteer, NameSource, Origin, PlaceRef};
use crate::model::place::PlaceKind;

use super::context::{PlaceContext, distance};

/// What the rules may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'a, 'g> {
    pub gazetteer: &'g Gazetteer,
    pub context: &'a PlaceContext,
    /// Regions, countries and towns that the sentence names as holding the place.
    pub holders: &'a [PlaceRef<'g>],
    pub date: Option<Date>,
}

/// What the rules came to.
#[derive(Debug, Default)]
pub(super) struct Outcome<'g> {
    /// What was left, the best guess first; more than one where nothing decided, none where no place fits.
    pub left: Vec<PlaceRef<'g>>,
    pub put_aside: Vec<(PlaceRef<'g>, &'static str)>,
    pub rule: &'static str,
}

type Keep = for<'g> fn(&[PlaceRef<'g>], &Question<'_, 'g>) -> Vec<bool>;

/// Each rule says which candidates it keeps; one that keeps none or all decides nothing.
const RULES: &[(&str, Keep)] = &[
    ("place.dated", named_by_then),
    ("place.region-named", in_named_region),
    ("place.chief", chief_meaning),
    ("place.seat", towns_before_their_regions),
    ("place.population", overwhelming),
    ("place.region-article", in_article_region),
    ("place.country", in_article_country),
    ("place.near", nearest),
    ("place.population", most_people),
];

/// Decides between `candidates` for the name `name`.
pub(super) fn decide<'g>(
    name: &str,
    candidates: Vec<PlaceRef<'g>>,
    question: &Question<'_, 'g>,
) -> Outcome<'g> {
    if let Some(found) = misplaced(name, &candidates, question) {
        return found;
    }
    let mut outcome = Outcome {
        rule: if candidates.len() > 1 {
            "place.undecided"
        } else {
            "place.unique"
        },
        left: candidates,
        put_aside: Vec::new(),
    };
    for (code, keep) in RULES {
        if outcome.left.len() < 2 {
            break;
        }
        let kept = keep(&outcome.left, question);
        narrow(&mut outcome, code, &kept);
    }
    outcome.left.sort_by(|a, b| {
        weight(b)
            .total_cmp(&weight(a))
            .then_with(|| a.key().cmp(&b.key()))
    });
    outcome
}

fn narrow<'g>(outcome: &mut Outcome<'g>, code: &'static str, kept: &[bool]) {
    let count = kept.iter().filter(|&&k| k).count();
    if count == 0 || count == kept.len() {
        return;
    }
    let (mut left, mut aside) = (Vec::with_capacity(count), Vec::new());
    for (place, kept) in outcome.left.drain(..).zip(kept) {
        if *kept {
            left.push(place)
        } else {
            aside.push((place, code))
        }
    }
    if count == 1 {
        outcome.rule = code;
    }
    outcome.left = left;
    outcome.put_aside.extend(aside);
}

/// No candidate lies where the text says: another romanisation of the name may, and a small place far away is not meant.
fn misplaced<'g>(
    name: &str,
    candidates: &[PlaceRef<'g>],
    question: &Question<'_, 'g>,
) -> Option<Outcome<'g>> {
    let fits = |place: &PlaceRef<'g>| match question.holders {
        [] => {
            question.context.countries.is_empty()
                || place
                    .country_code()
                    .is_none_or(|c| question.context.names_country(c))
        }
        holders => holders.iter().any(|holder| lies_in(place, holder)),
    };
    if candidates.iter().any(fits) {
        return None;
    }
    let mut loose: Vec<PlaceRef<'g>> = Vec::new();
    for place in question.gazetteer.find_loose(name).filter(fits) {
        if !loose.contains(&place)
            && (!question.holders.is_empty() || !question.context.countries.is_empty())
        {
            loose.push(place);
        }
    }
    let known = candidates.iter().any(|place| {
        weight(place) >= WELL_KNOWN || place.is_chief() || place.kind() != PlaceKind::Settlement
    });
    if !loose.is_empty() && !known {
        let mut outcome = decide(name, loose, question);
        if outcome.left.len() == 1 {
            outcome.rule = "place.spelling";
        }
        return Some(outcome);
    }
    (!candidates.is_empty() && !known)
        .then(|| Outcome {
            left: Vec::new(),
            put_aside: candidates
                .iter()
                .map(|&place| (place, "place.elsewhere"))
                .collect(),
            rule: "place.unlisted",
        })
        .or_else(|| {
            candidates.is_empty().then(|| Outcome {
                rule: "place.unlisted",
                ..Outcome::default()
            })
        })
}

fn named_by_then<'g>(candidates: &[PlaceRef<'g>], question: &Question<'_, 'g>) -> Vec<bool> {
    let Some(date) = question.date else {
        return vec![true; candidates.len()];
    };
    let too_early = |place: &PlaceRef<'g>| match place.source {
        NameSource::Listed(name) => name.from.is_some_and(|from| date < from),
        _ => false,
    };
    candidates.iter().map(|place| !too_early(place)).collect()
}

fn in_named_region<'g>(candidates: &[PlaceRef<'g>], question: &Question<'_, 'g>) -> Vec<bool> {
    let inside =
        |place: &PlaceRef<'g>| question.holders.iter().any(|holder| lies_in(place, holder));
    candidates.iter().map(inside).collect()
}

fn chief_meaning<'g>(candidates: &[PlaceRef<'g>], _: &Question<'_, 'g>) -> Vec<bool> {
    candidates.iter().map(PlaceRef::is_chief).collect()
}

/// A region named after a town in it is meant only where the text calls it a region.
fn towns_before_their_regions<'g>(candidates: &[PlaceRef<'g>], _: &Question<'_, 'g>) -> Vec<bool> {
    let is_region = |place: &PlaceRef<'g>| place.kind() == PlaceKind::Region;
    let has_town = |region: &PlaceRef<'g>| {
        candidates.iter().any(|town| {
            !is_region(town)
                && (town.region() == Some(*region)
                    || town.country_code() == region.country_code()
                        && weight(town) * 20.0 > weight(region))
        })
    };
    candidates
        .iter()
        .map(|place| !is_region(place) || !has_town(place))
        .collect()
}

/// A capital or a great city is meant before a namesake a fiftieth of its size, whatever else the article names.
fn overwhelming<'g>(candidates: &[PlaceRef<'g>], _: &Question<'_, 'g>) -> Vec<bool> {
    let factor = |place: &PlaceRef<'g>| {
        if place.is_capital() {
            CAPITAL_FACTOR
        } else {
            GREAT_FACTOR
        }
    };
    keep_heaviest(candidates, |best, second| {
        let great = weight(best) >= GREAT_CITY && weight(best) >= factor(best) * second;
        great || weight(best) >= CITY && weight(best) >= HAMLET_FACTOR * second
    })
}

fn in_article_region<'g>(candidates: &[PlaceRef<'g>], question: &Question<'_, 'g>) -> Vec<bool> {
    let named = |place: &PlaceRef<'g>| {
        place
            .region()
            .is_some_and(|region| question.context.names_region(&region.key()))
    };
    candidates.iter().map(named).collect()
}

fn in_article_country<'g>(candidates: &[PlaceRef<'g>], question: &Question<'_, 'g>) -> Vec<bool> {
    let named = |place: &PlaceRef<'g>| {
        place
            .country_code()
            .is_some_and(|code| question.context.favours_country(code))
    };
    candidates.iter().map(named).collect()
}

fn nearest<'g>(candidates: &[PlaceRef<'g>], question: &Question<'_, 'g>) -> Vec<bool> {
    let ids: Vec<_> = candidates.iter().map(PlaceRef::key).collect();
    let away: Vec<f32> = candidates
        .iter()
        .map(|place| {
            place
                .coordinates()
                .map_or(f32::MAX, |at| question.context.nearness(at, &ids))
        })
        .collect();
    let mut sorted = away.clone();
    sorted.sort_by(f32::total_cmp);
    let clear = sorted[0] < NEAR_KM && sorted[1] > sorted[0] * 1.5 + 10.0;
    away.iter().map(|&km| !clear || km == sorted[0]).collect()
}

fn most_people<'g>(candidates: &[PlaceRef<'g>], _: &Question<'_, 'g>) -> Vec<bool> {
    keep_heaviest(candidates, |best, second| weight(best) >= 5.0 * second)
}

fn keep_heaviest<'g>(
    candidates: &[PlaceRef<'g>],
    is_clear: impl Fn(&PlaceRef<'g>, f32) -> bool,
) -> Vec<bool> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&a, &b| weight(&candidates[b]).total_cmp(&weight(&candidates[a])));
    let clear = is_clear(&candidates[order[0]], weight(&candidates[order[1]]));
    (0..candidates.len())
        .map(|i| !clear || i == order[0])
        .collect()
}

/// Inhabitants, less for a name by which the place is seldom called.
pub(super) fn weight(place: &PlaceRef<'_>) -> f32 {
    let people = match place.population() {
        0 => UNKNOWN_PEOPLE,
        known => known as f32,
    };
    people
        * match place.source {
            NameSource::Listed(_)
            | NameSource::Key
            | NameSource::File(Origin::Name | Origin::Spelling) => 1.0,
            NameSource::File(Origin::Russian) | NameSource::Loose => 0.5,
            NameSource::File(Origin::Alternate) => 0.1,
        }
}

/// Whether `place` lies in `holder`, or is it.
pub(super) fn lies_in(place: &PlaceRef<'_>, holder: &PlaceRef<'_>) -> bool {
    if place == holder {
        return true;
    }
    match holder.kind() {
        PlaceKind::Country => place.country_code() == holder.country_code(),
        PlaceKind::Region if holder.key().starts_with("own:") => {
            place.country_code() == holder.country_code().or(place.country_code())
                && is_within(place, holder, WIDE_REGION_KM)
        }
        PlaceKind::Region => place.region() == Some(*holder) || in_raion(place, holder),
        _ => is_within(place, holder, TOWN_KM),
    }
}

/// The register's codes begin with two digits for the oblast and two for the raion.
fn in_raion(place: &PlaceRef<'_>, holder: &PlaceRef<'_>) -> bool {
    let (place, holder) = (place.key(), holder.key());
    const RAION: usize = "ua:UA0000".len();
    holder.starts_with("ua:")
        && place.starts_with("ua:")
        && !holder[..RAION].ends_with("00")
        && place[..RAION] == holder[..RAION]
}

fn is_within(place: &PlaceRef<'_>, holder: &PlaceRef<'_>, km: f32) -> bool {
    place
        .coordinates()
        .zip(holder.coordinates())
        .is_some_and(|(a, b)| distance(a, b) <= km)
}

/// Inhabitants of a place that GeoNames lists as the seat of a district without a figure.
const UNKNOWN_PEOPLE: f32 = 3_000.0;
/// A place of this size is meant even where nothing else in the text points to its country.
const WELL_KNOWN: f32 = 20_000.0;
const GREAT_CITY: f32 = 400_000.0;
const GREAT_FACTOR: f32 = 50.0;
/// A city is meant before a hamlet of its name.
const CITY: f32 = 50_000.0;
const HAMLET_FACTOR: f32 = 300.0;
const CAPITAL_FACTOR: f32 = 10.0;
/// Beyond this, nearness says nothing.
const NEAR_KM: f32 = 150.0;
/// A place "in" a town lies within this distance of its middle.
const TOWN_KM: f32 = 40.0;
/// Half the width of a region such as the Donbas.
const WIDE_REGION_KM: f32 = 250.0;
