//! Mentions that say what they are: regions, facilities, natural features, and quarters, each in what holds it.

use compact_str::{CompactString, format_compact};

use crate::lexicon::places::{Gazetteer, PlaceRef, Sense};
use crate::model::place::{Place, PlaceKind};

use super::read::{Qualifier, ReadName, read_name};
use super::rules::{Question, decide, lies_in, weight};
use super::{PlaceDecision, candidates, settle, unlisted};

/// The regions, countries and towns that the sentence may mean by the names of what holds a place.
pub(super) fn holders<'g>(
    named: Option<&str>,
    within: Option<&str>,
    gazetteer: &'g Gazetteer,
) -> Vec<PlaceRef<'g>> {
    let mut out: Vec<PlaceRef<'g>> = Vec::new();
    for name in within.into_iter().chain(named) {
        let read = read_name(name, gazetteer);
        let found: Vec<_> = gazetteer
            .find(read.name)
            .chain(gazetteer.adjectives(name))
            .collect();
        let heaviest = found
            .iter()
            .filter(|p| !is_holder(p))
            .map(weight)
            .fold(0.0, f32::max);
        for place in found {
            let meant =
                is_holder(&place) || read.sense != Sense::Region && weight(&place) >= heaviest;
            if meant && !out.contains(&place) {
                out.push(place);
            }
        }
        if let (true, Some(outer)) = (out.is_empty(), read.within) {
            out = holders(Some(outer), None, gazetteer);
        }
    }
    out
}

fn is_holder(place: &PlaceRef<'_>) -> bool {
    matches!(place.kind(), PlaceKind::Country | PlaceKind::Region)
}

/// "Kherson region": the region of that name, or that of the town of that name, or the surroundings of the town.
pub(super) fn region<'g>(read: &ReadName<'_>, question: &Question<'_, 'g>) -> PlaceDecision {
    let found = candidates(read, question.gazetteer);
    let mut regions: Vec<_> = found
        .iter()
        .filter(|place| place.kind() != PlaceKind::Settlement)
        .copied()
        .collect();
    if regions.is_empty() {
        for town in &found {
            regions.extend(
                question
                    .gazetteer
                    .regions(town.name())
                    .filter(|r| town.region() == Some(*r)),
            );
        }
        regions.dedup();
    }
    if regions.is_empty() {
        let near = ReadName {
            qualifier: Qualifier::Near,
            ..read.clone()
        };
        return settle(&near, found, question);
    }
    settle(read, regions, question)
}

/// "Kherson airport", "al-Ahli hospital in Gaza City", "Oskil river": a thing with a name of its own or that of its town.
pub(super) fn named_after<'g>(read: &ReadName<'_>, question: &Question<'_, 'g>) -> PlaceDecision {
    let towns = if read.sense == Sense::Natural {
        Vec::new()
    } else {
        candidates(read, question.gazetteer)
    };
    let owner = !read.name.ends_with(char::is_alphanumeric) || is_owned(read.name);
    let fits = |town: &PlaceRef<'g>| {
        (question.holders.is_empty() || question.holders.iter().any(|h| lies_in(town, h)))
            && (!owner || weight(town) >= OWNER)
    };
    let towns: Vec<_> = towns.into_iter().filter(fits).collect();
    let outcome = (!towns.is_empty()).then(|| decide(read.name, towns, question));
    let mut decision = settle(read, Vec::new(), question);
    decision.line = read.line;
    decision.rule = "place.facility";
    decision.place = match outcome
        .as_ref()
        .and_then(|o| o.left.first().map(|town| (town, &o.left[1..])))
    {
        Some((town, rest)) => thing_in_town(town, rest, read),
        None => thing_of_its_own(read, question),
    };
    decision
}

/// "Levi's Stadium", "Moscow's airport": the owner of a thing is a town only where the town is a great one.
pub(super) fn is_owned(name: &str) -> bool {
    let mut letters = name.chars().rev();
    letters.next().is_some_and(char::is_alphabetic)
        && letters
            .next()
            .is_some_and(|mark| matches!(mark, '\'' | '’'))
}

/// Inhabitants from which a name with the owner's mark is the town's.
const OWNER: f32 = 200_000.0;

/// "Saltivka neighbourhood in Kharkiv": a quarter that the gazetteer knows, or one of the town that is named.
pub(super) fn quarter<'g>(read: &ReadName<'_>, question: &Question<'_, 'g>) -> PlaceDecision {
    let found = candidates(read, question.gazetteer);
    let fits = |place: &PlaceRef<'g>| question.holders.iter().any(|h| lies_in(place, h));
    if question.holders.is_empty() || found.iter().any(fits) {
        return settle(read, found, question);
    }
    named_after(read, question)
}

fn thing_in_town(town: &PlaceRef<'_>, rest: &[PlaceRef<'_>], read: &ReadName<'_>) -> Place {
    let thing = CompactString::from(read.kind.replace(' ', "-"));
    let key = |town: &PlaceRef<'_>| format_compact!("of:{}:{thing}", town.key());
    Place {
        key: key(town),
        name: format_compact!("{} {}", town.name(), read.kind),
        kind: thing_kind(read.sense),
        part_of: Some(town.key()),
        region: region_name(town),
        undecided: rest.iter().take(super::MOST_UNDECIDED).map(key).collect(),
        ..town.to_place()
    }
}

fn thing_of_its_own(read: &ReadName<'_>, question: &Question<'_, '_>) -> Place {
    let name = format_compact!("{} {}", read.name, read.kind);
    let holder = question.holders.first();
    Place {
        key: format_compact!("name:{}", question.gazetteer.fold(&name)),
        name,
        kind: thing_kind(read.sense),
        part_of: holder
            .filter(|h| h.kind() != PlaceKind::Country)
            .map(PlaceRef::key),
        coordinates: holder
            .filter(|h| h.kind() == PlaceKind::Settlement)
            .and_then(PlaceRef::coordinates),
        ..unlisted(read, question)
    }
}

fn thing_kind(sense: Sense) -> PlaceKind {
    match sense {
        Sense::Natural => PlaceKind::Natural,
        Sense::Quarter => PlaceKind::Settlement,
        _ => PlaceKind::Facility,
    }
}

/// The region's name where `place` is one, else that of its region.
pub(super) fn region_name(place: &PlaceRef<'_>) -> Option<CompactString> {
    match place.kind() {
        PlaceKind::Region => Some(place.name().into()),
        _ => place.region().map(|region| region.name().into()),
    }
}
