//! In which land a place lies for those who speak of it: the state, or the land whose own authorities hold it.

use crate::lexicon::Lexicon;
use crate::model::place::PlaceKind;

use super::super::place::{PlaceContext, PlaceMention, resolve_place};

/// The country of the place that a name most likely means, `None` where the gazetteer does not know it.
pub(super) fn country_of(name: &str, places: &PlaceContext, lexicon: &Lexicon) -> Option<String> {
    if lexicon.names_a_movement(name) {
        return None;
    }
    let ordinary = lexicon.places.stop_line(name).is_some();
    if ordinary && !lexicon.places.find(name).any(|place| place.is_chief()) {
        return None;
    }
    let decision = resolve_place(
        &PlaceMention {
            text: name,
            region: None,
        },
        places,
        lexicon.places,
        None,
    );
    let known = decision.place.kind != PlaceKind::Unlisted;
    let place = decision.place;
    // A town in a land that has authorities of its own is theirs, whoever claims it.
    let within = place
        .region
        .as_deref()
        .filter(|region| *region != place.name);
    let land = within.and_then(|region| {
        let entry = lexicon.parties.named(region, None)?;
        entry.is_de_facto().then_some(region)
    });
    let country = land.or(place.country.as_deref()).filter(|_| known);
    country.map(String::from)
}
