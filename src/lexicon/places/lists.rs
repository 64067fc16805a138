//! The hand-written lists brought together: places of their own, names with their lines, adjectives, stop words.

use std::collections::hash_map::Entry;

use compact_str::CompactString;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::claim::LexiconLine;
use crate::model::place::PlaceKind;

use super::binary::Table;
use super::fold::FoldRules;
use super::list::{List, Row};
use super::qualifiers::Qualifiers;

/// The lists by file, before they are brought together.
#[derive(Debug, Clone)]
pub(super) struct Sources {
    pub countries: List,
    pub features: List,
    pub fold: List,
    pub names: List,
    pub qualifiers: List,
    pub regions: List,
    pub spelling: List,
    pub stoplist: List,
}

/// What sets one line of `place_names.tsv` apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// One name among others.
    None,
    /// The meaning that goes before all others unless the sentence names another region.
    Chief,
    /// The canonical English name.
    Canonical,
    /// The name never means this place.
    Never,
}

/// A name that a list gives to a place.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedName {
    /// The place.
    pub(super) id: u32,
    /// Where it stands.
    pub line: LexiconLine,
    /// First day of the name; `None` where it was always so.
    pub from: Option<Date>,
    /// Day on which it was given up; `None` where it still holds.
    pub to: Option<Date>,
    /// What sets it apart.
    pub mark: Mark,
}

/// A place that only a list has.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OwnPlace {
    pub key: CompactString,
    pub name: CompactString,
    pub kind: PlaceKind,
    pub country: CompactString,
    pub part_of: CompactString,
    pub coordinates: Option<(f32, f32)>,
    pub population: u32,
}

/// Everything that the lists say.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub own: Vec<OwnPlace>,
    pub names: FxHashMap<CompactString, Vec<ListedName>>,
    pub keys: FxHashMap<CompactString, u32>,
    pub canonical: FxHashMap<u32, CompactString>,
    pub adjectives: FxHashMap<CompactString, Vec<ListedName>>,
    pub stopped: FxHashMap<CompactString, LexiconLine>,
    pub qualifiers: Qualifiers,
    /// Keys that lines name and no place has, for the lexicon check.
    pub unknown: Vec<LexiconLine>,
}

impl Lists {
    /// Reads the lists against `table`, whose records they add to.
    pub fn new(sources: &Sources, table: &Table, rules: &FoldRules) -> Self {
        let mut lists = Lists {
            qualifiers: Qualifiers::new(&sources.qualifiers),
            ..Lists::default()
        };
        let mut filler = Filler {
            lists: &mut lists,
            table,
            rules,
        };
        sources.countries.rows().for_each(|row| filler.country(row));
        sources.regions.rows().for_each(|row| filler.region(row));
        sources.features.rows().for_each(|row| filler.feature(row));
        sources.names.rows().for_each(|row| filler.name(row));
        for row in sources.stoplist.rows() {
            lists.stopped.insert(rules.fold(row.cell(0)), row.line);
        }
        lists
    }
}

struct Filler<'a> {
    lists: &'a mut Lists,
    table: &'a Table,
    rules: &'a FoldRules,
}

impl Filler<'_> {
    fn country(&mut self, row: &Row) {
        let place = OwnPlace {
            key: format!("iso:{}", row.cell(0)).into(),
            name: row.cell(1).into(),
            kind: PlaceKind::Country,
            country: row.cell(0).into(),
            part_of: CompactString::default(),
            coordinates: None,
            population: COUNTRY_POPULATION,
        };
        let id = self.own(place);
        self.forms(id, row, &[row.cell(1)], 2, 3);
    }

    fn region(&mut self, row: &Row) {
        match self.table.find_key(row.cell(0)) {
            Some(id) => {
                self.lists.canonical.insert(id, row.cell(1).into());
                self.forms(id, row, &[row.cell(1)], 2, 3);
            }
            None => self.lists.unknown.push(row.line),
        }
    }

    fn feature(&mut self, row: &Row) {
        let kind = match row.cell(2) {
            "natural" => PlaceKind::Natural,
            "facility" => PlaceKind::Facility,
            "region" => PlaceKind::Region,
            "settlement" => PlaceKind::Settlement,
            _ => return self.lists.unknown.push(row.line),
        };
        let degrees = |index| row.cell(index).parse::<f32>().ok();
        let place = OwnPlace {
            key: row.cell(0).into(),
            name: row.cell(1).into(),
            kind,
            country: row.cell(4).into(),
            part_of: row.cell(3).into(),
            coordinates: degrees(5).zip(degrees(6)),
            population: OWN_POPULATION,
        };
        let id = self.own(place);
        self.forms(id, row, &[row.cell(1)], 7, usize::MAX);
    }

    fn name(&mut self, row: &Row) {
        let Some(id) = self.find_key(row.cell(0)) else {
            return self.lists.unknown.push(row.line);
        };
        let mark = match row.cell(5) {
            "chief" => Mark::Chief,
            "name" => Mark::Canonical,
            "never" => Mark::Never,
            _ => Mark::None,
        };
        if mark == Mark::Canonical {
            self.lists.canonical.insert(id, row.cell(2).into());
        }
        let (from, to) = (row.cell(3).parse().ok(), row.cell(4).parse().ok());
        let listed = ListedName {
            id,
            line: row.line,
            from,
            to,
            mark,
        };
        let key = self.rules.fold(row.cell(2));
        self.lists.names.entry(key).or_default().push(listed);
    }

    fn own(&mut self, place: OwnPlace) -> u32 {
        let id = self.table.count() + self.lists.own.len() as u32;
        match self.lists.keys.entry(place.key.clone()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(free) => {
                free.insert(id);
                self.lists.own.push(place);
                id
            }
        }
    }

    fn forms(&mut self, id: u32, row: &Row, names: &[&str], forms: usize, adjectives: usize) {
        let listed = |_: &str| ListedName {
            id,
            line: row.line,
            from: None,
            to: None,
            mark: Mark::None,
        };
        let mut seen = FxHashSet::default();
        for name in names.iter().copied().chain(row.parts(forms)) {
            let key = self.rules.fold(name);
            if seen.insert(key.clone()) {
                self.lists.names.entry(key).or_default().push(listed(name));
            }
        }
        for name in row.parts(adjectives) {
            let key = self.rules.fold(name);
            self.lists
                .adjectives
                .entry(key)
                .or_default()
                .push(listed(name));
        }
    }

    fn find_key(&self, key: &str) -> Option<u32> {
        self.lists
            .keys
            .get(key)
            .copied()
            .or_else(|| self.table.find_key(key))
    }
}

/// A country outranks every town of its name.
const COUNTRY_POPULATION: u32 = 50_000_000;
/// A place that a list describes is better known than a town of its name.
const OWN_POPULATION: u32 = 300_000;
