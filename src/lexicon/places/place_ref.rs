//! A place of the gazetteer together with the name that led to it.

use compact_str::{CompactString, format_compact};

use crate::model::claim::LexiconLine;
use crate::model::place::{Place, PlaceKind};

use super::Gazetteer;
use super::binary::{Origin, Record};
use super::lists::{ListedName, Mark, OwnPlace};

/// A place that a name leads to; cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct PlaceRef<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) id: u32,
    /// What the name comes from.
    pub source: NameSource<'g>,
}

/// What a name comes from, best first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NameSource<'g> {
    /// A line of a hand-written list.
    Listed(&'g ListedName),
    /// The embedded file: a name of GeoNames, of the register of Ukraine, or made from it by rule.
    File(Origin),
    /// The same loose key, so another romanisation of a name that is known.
    Loose,
    /// The place was asked for by key.
    Key,
}

impl PartialEq for PlaceRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<'g> PlaceRef<'g> {
    /// Stable key, see [`Place::key`].
    pub fn key(&self) -> CompactString {
        if let Some(own) = self.own() {
            return own.key.clone();
        }
        let table = &self.gazetteer.table;
        if let Some(code) = table.region_code(self.id) {
            return format_compact!("adm:{code}");
        }
        match table.register_code(self.id) {
            Some(code) => format_compact!("ua:UA{code:017}"),
            None => format_compact!("gn:{}", self.geonames()),
        }
    }

    /// Canonical English name.
    pub fn name(&self) -> &'g str {
        let lists = &self.gazetteer.lists;
        match (lists.canonical.get(&self.id), self.own()) {
            (Some(name), _) => name,
            (None, Some(own)) => &own.name,
            (None, None) => self.gazetteer.table.name(self.id),
        }
    }

    /// Sort of place.
    pub fn kind(&self) -> PlaceKind {
        match (self.own(), self.record()) {
            (Some(own), _) => own.kind,
            (None, Some(record)) if record.is_region => PlaceKind::Region,
            _ => PlaceKind::Settlement,
        }
    }

    /// First-level region in which it lies; `None` where unknown, and for countries and first-level regions.
    pub fn region(&self) -> Option<PlaceRef<'g>> {
        let id = match self.own() {
            Some(own) => {
                let holder = self.gazetteer.find_key(&own.part_of)?;
                return match holder.kind() {
                    PlaceKind::Region => Some(holder),
                    _ => holder.region(),
                };
            }
            None => self.record()?.region?,
        };
        Some(self.gazetteer.at(id, NameSource::Key))
    }

    /// ISO 3166-1 code of the country; `None` for what lies in several or in none.
    pub fn country_code(&self) -> Option<&'g str> {
        match self.own() {
            Some(own) => Some(own.country.as_str()).filter(|code| !code.is_empty()),
            None => self.record().map(|record| record.country),
        }
    }

    /// The country.
    pub fn country(&self) -> Option<PlaceRef<'g>> {
        self.gazetteer
            .find_key(&format_compact!("iso:{}", self.country_code()?))
    }

    /// Degrees north and east; `None` where unknown.
    pub fn coordinates(&self) -> Option<(f32, f32)> {
        match self.own() {
            Some(own) => own.coordinates,
            None => self.record()?.coordinates,
        }
    }

    /// Whether the position is that of the surrounding community, good to some ten kilometres.
    pub fn is_approximate(&self) -> bool {
        self.record().is_some_and(|record| record.approximate)
    }

    /// Inhabitants, estimated by rank where the sources do not tell; 0 where nothing is known.
    pub fn population(&self) -> u32 {
        match self.own() {
            Some(own) => own.population,
            None => self.record().map_or(0, |record| record.population),
        }
    }

    /// Whether it is the capital of its country.
    pub fn is_capital(&self) -> bool {
        self.record().is_some_and(|record| record.capital)
    }

    /// The place of which this is a part; `None` where it stands alone or in a region only.
    pub fn part_of(&self) -> Option<PlaceRef<'g>> {
        self.own()
            .and_then(|own| self.gazetteer.find_key(&own.part_of))
    }

    /// Number in GeoNames; 0 where it has none.
    pub fn geonames(&self) -> u32 {
        self.record().map_or(0, |record| record.geonames)
    }

    /// The line of the list that holds the name; for the embedded file the number of the record.
    pub fn line(&self) -> Option<LexiconLine> {
        match self.source {
            NameSource::Listed(listed) => Some(listed.line),
            NameSource::File(_) | NameSource::Loose | NameSource::Key => Some(LexiconLine {
                file: "places.bin",
                line: self.id + 1,
            }),
        }
    }

    /// Whether a list says that the name means this place before all others.
    pub fn is_chief(&self) -> bool {
        matches!(self.source, NameSource::Listed(listed) if listed.mark == Mark::Chief)
    }

    /// The place as claims hold it, decided.
    pub fn to_place(&self) -> Place {
        let kind = self.kind();
        Place {
            key: self.key(),
            name: self.name().into(),
            kind,
            region: self.region().map(|region| region.name().into()),
            country: self.country().map(|country| country.name().into()),
            coordinates: self.coordinates(),
            part_of: self.part_of().map(|holder| holder.key()),
            undecided: Vec::new(),
        }
    }

    fn own(&self) -> Option<&'g OwnPlace> {
        let index = self.id.checked_sub(self.gazetteer.table.count())?;
        self.gazetteer.lists.own.get(index as usize)
    }

    fn record(&self) -> Option<Record> {
        self.gazetteer.table.record(self.id)
    }
}
