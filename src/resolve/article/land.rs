//! In which land a place lies for those who speak of it: the state, or the land whose own authorities hold it.

use crate::lexicon::Lexicon;
use crate::lexicon::places::{NameSource, Origin, PlaceRef};
use crate::model::place::{Place, PlaceKind};

use super::super::place::{PlaceContext, PlaceMention, resolve_place};
use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// "declares Varga the winner", where the article names Emil Varga: a man, though some village is called so.
    pub(super) fn is_surname(&self, name: &str) -> bool {
        let mut places = self.lexicon.places.find(name);
        let lone = !name.contains(' ') && self.names.has_personal_bearer(name);
        lone && !places.any(|place| place.population() >= KNOWN_TOWN)
    }
}

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
    if is_doubtful(name, &place, places, lexicon) {
        return None;
    }
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

/// Whether all that the gazetteer knows by a name are small towns, so that a text of an army or a government may mean a land
/// that no list knows.
pub(super) fn is_small_town(name: &str, lexicon: &Lexicon) -> bool {
    let small = |place: PlaceRef<'_>| {
        let listed = place.is_chief() || place.is_capital();
        place.kind() == PlaceKind::Settlement && place.population() < CITY && !listed
    };
    lexicon.places.find(name).all(small)
}

/// "Glassworks", a by-name of Glassboro: a small town of a country that nothing else in the article names is not meant by a
/// name that is not its own.
fn is_doubtful(name: &str, place: &Place, context: &PlaceContext, lexicon: &Lexicon) -> bool {
    if place.kind != PlaceKind::Settlement {
        return false;
    }
    let gazetteer = lexicon.places;
    let Some(town) = gazetteer.find_key(&place.key) else {
        return false;
    };
    let own = |found: &PlaceRef<'_>| {
        let alternate = NameSource::File(Origin::Alternate);
        *found == town && found.source != alternate && found.source != NameSource::Loose
    };
    let own = gazetteer.find(name).any(|found| own(&found));
    // "Peak Dam": nor is a hamlet of such a country, which an invented or unlisted place may be called like.
    let own = own && town.population() >= HAMLET;
    let told = || {
        let code = town.country_code();
        code.is_some_and(|code| context.names_beside(code, &place.key))
    };
    !own && town.population() < KNOWN_TOWN && !told()
}

/// Inhabitants from which a town is known by its other names, too.
const KNOWN_TOWN: u32 = 50_000;

/// Inhabitants up to which a place is known to nobody but its neighbours.
const HAMLET: u32 = 500;

/// Inhabitants from which a name means the town, whatever an article gives to it.
const CITY: u32 = 100_000;
