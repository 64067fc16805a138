//! A thing that the text names, where it is called by its town and kind alone ("the Gaza hospital", "the Norburg plant").

use indexmap::IndexMap;

use compact_str::CompactString;

use crate::model::claim::Claim;
use crate::model::place::{Place, PlaceKind};

/// Gives claims that such a description places the only named thing of that kind that it fits, be it the place of another
/// claim or one of `others`.
pub(super) fn unite(claims: &mut [Claim], others: &[&Place]) {
    let own = claims
        .iter()
        .filter_map(|claim| claim.place.as_ref().map(|found| &found.value));
    let mut things: IndexMap<CompactString, Place> = IndexMap::new();
    for place in own.chain(others.iter().copied()) {
        let kind = matches!(place.kind, PlaceKind::Facility | PlaceKind::Unlisted);
        if kind && !things.contains_key(&place.key) {
            things.insert(place.key.clone(), place.clone());
        }
    }
    let meant: IndexMap<CompactString, Place> = things
        .values()
        .filter_map(|short| Some((short.key.clone(), named(short, &things)?.clone())))
        .collect();
    for found in claims.iter_mut().filter_map(|claim| claim.place.as_mut()) {
        if let Some(place) = meant.get(&found.value.key) {
            found.value = place.clone();
        }
    }
}

/// The only thing with a fuller name that a shorter one may stand for.
fn named<'t>(short: &Place, things: &'t IndexMap<CompactString, Place>) -> Option<&'t Place> {
    let mut fitting = things
        .values()
        .filter(|long| long.key != short.key && may_stand_for(short, long));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// "Gaza hospital" may be the Al-Ahli hospital in Gaza, "the Norburg plant" the Norburg cement plant, and "the Tarnwell
/// school" is in Tarnwell, wherever that is.
fn may_stand_for(short: &Place, long: &Place) -> bool {
    if short.kind != PlaceKind::Facility {
        return false;
    }
    if long.kind == PlaceKind::Unlisted {
        let bare = short.name.rsplit_once(' ').map(|(bare, _)| bare);
        return short.key.starts_with("name:") && bare == Some(long.name.as_str());
    }
    let words = |place: &Place| -> Vec<String> {
        place
            .name
            .to_lowercase()
            .split(' ')
            .map(str::to_owned)
            .collect()
    };
    let (few, many) = (words(short), words(long));
    let within = few.len() > 1
        && few.len() < many.len()
        && few.first() == many.first()
        && few.last() == many.last();
    within || is_bare(short) && !is_bare(long) && short.may_be(long)
}

/// Whether a thing bears no name but that of the town or region around it.
fn is_bare(place: &Place) -> bool {
    place.key.starts_with("of:")
}
