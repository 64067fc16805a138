//! What an article says about where it plays: the countries and regions that it names, and where its other places lie.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::places::{Gazetteer, PlaceRef, Sense};
use crate::model::place::{Place, PlaceKind};

use super::rules::weight;
use super::{PlaceMention, read::read_name, resolve_place};

/// Countries, regions and places that an article names; collected once an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlaceContext {
    /// ISO codes of the countries, with how often each was named, itself or by a place in it.
    pub countries: FxHashMap<CompactString, u32>,
    /// Keys of the regions.
    pub regions: Vec<CompactString>,
    points: Vec<(CompactString, (f32, f32))>,
}

impl PlaceContext {
    /// Reads every name in the article that could be a place, nationality adjectives included; `dateline` is the place in the
    /// dateline or the outlet's country, `None` where there is none.
    pub fn collect<'t>(
        names: impl Iterator<Item = &'t str>,
        dateline: Option<&'t str>,
        gazetteer: &Gazetteer,
    ) -> Self {
        let mut context = PlaceContext::default();
        for name in names.chain(dateline) {
            context.note(name, gazetteer);
        }
        context
    }

    /// Decides those mentions that name a region or whose country is clear, and adds them, so that they help to decide the rest.
    pub fn refine<'t>(
        &mut self,
        mentions: impl Iterator<Item = PlaceMention<'t>>,
        gazetteer: &Gazetteer,
    ) {
        let decided: Vec<Place> = mentions
            .map(|mention| resolve_place(&mention, self, gazetteer, None).place)
            .collect();
        decided.iter().for_each(|place| self.add(place));
    }

    /// Adds a place that was decided, so that it helps to decide the next one.
    pub fn add(&mut self, place: &Place) {
        if let Some(at) = place.coordinates.filter(|_| place.undecided.is_empty()) {
            self.points.push((place.key.clone(), at));
        }
    }

    /// Whether the article names a place in the country or the country.
    pub fn names_country(&self, code: &str) -> bool {
        self.countries.contains_key(code)
    }

    /// Whether the article names the country, or a place in it other than the one with this key.
    pub fn names_beside(&self, code: &str, key: &str) -> bool {
        let all = self.countries.get(code).copied().unwrap_or(0) as usize;
        let own = self.points.iter().filter(|(named, _)| named == key).count();
        all > own
    }

    /// Whether the country is among those that the article names most, within a factor of three.
    pub fn favours_country(&self, code: &str) -> bool {
        let most = self.countries.values().max().copied().unwrap_or(0);
        self.countries
            .get(code)
            .is_some_and(|&count| count * 3 >= most)
    }

    /// Whether the article names the region with this key.
    pub fn names_region(&self, key: &str) -> bool {
        self.regions.iter().any(|region| region == key)
    }

    /// Kilometres from `at` to the article's nearest other place; `f32::MAX` where it has none.
    pub(super) fn nearness(&self, at: (f32, f32), except: &[CompactString]) -> f32 {
        self.points
            .iter()
            .filter(|(key, _)| !except.contains(key))
            .map(|&(_, point)| distance(at, point))
            .fold(f32::MAX, f32::min)
    }

    fn note(&mut self, name: &str, gazetteer: &Gazetteer) {
        for place in gazetteer.adjectives(name) {
            self.note_holder(&place);
        }
        let read = read_name(name, gazetteer);
        if let Some(within) = read.within {
            self.note(within, gazetteer);
        }
        let mut found: Vec<PlaceRef<'_>> = Vec::new();
        for place in gazetteer.find(read.name) {
            if !found.contains(&place)
                && (read.sense != Sense::Region || place.kind() == PlaceKind::Region)
            {
                found.push(place);
            }
        }
        if let Some(place) = clear_one(&found) {
            self.note_place(&place);
        }
    }

    fn note_place(&mut self, place: &PlaceRef<'_>) {
        if matches!(place.kind(), PlaceKind::Country | PlaceKind::Region) {
            return self.note_holder(place);
        }
        self.note_country(place);
        if let Some(at) = place.coordinates() {
            self.points.push((place.key(), at));
        }
    }

    fn note_holder(&mut self, place: &PlaceRef<'_>) {
        self.note_country(place);
        if place.kind() == PlaceKind::Region && !self.names_region(&place.key()) {
            self.regions.push(place.key());
        }
    }

    fn note_country(&mut self, place: &PlaceRef<'_>) {
        if let Some(code) = place.country_code() {
            *self.countries.entry(code.into()).or_default() += 1;
        }
    }
}

/// The place that a name means without any context: its only one, its chief meaning, or one far greater than the rest.
fn clear_one<'g>(found: &[PlaceRef<'g>]) -> Option<PlaceRef<'g>> {
    if let Some(chief) = found.iter().find(|place| place.is_chief()) {
        return Some(*chief);
    }
    let towns: Vec<_> = found
        .iter()
        .filter(|place| place.kind() != PlaceKind::Region)
        .copied()
        .collect();
    let mut order = if towns.is_empty() {
        found.to_vec()
    } else {
        towns
    };
    order.sort_by(|a, b| {
        weight(b)
            .total_cmp(&weight(a))
            .then_with(|| a.key().cmp(&b.key()))
    });
    match order.as_slice() {
        [only] => (weight(only) >= LEAST_TELLING).then_some(*only),
        [best, second, ..] => {
            (weight(best) >= 20_000.0 && weight(best) >= 10.0 * weight(second)).then_some(*best)
        }
        [] => None,
    }
}

/// Kilometres between two points in degrees north and east.
pub(super) fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    const KM_PER_DEGREE: f32 = 111.2;
    let mut east = (a.1 - b.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let middle = ((a.0 + b.0) / 2.0).to_radians().cos();
    (a.0 - b.0).hypot(east * middle) * KM_PER_DEGREE
}

/// A smaller place is too likely to be a homonym of something else to tell where an article plays.
const LEAST_TELLING: f32 = 200.0;
