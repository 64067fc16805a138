//! The gazetteer: places of the whole world by name, from an embedded file and hand-written lists that a user can overlay.

mod binary;
mod fold;
mod list;
mod lists;
mod place_ref;
mod qualifiers;

use std::sync::OnceLock;

use compact_str::CompactString;

use super::overlay::Overlay;
use super::table::Fault;
use crate::model::claim::LexiconLine;
use crate::model::place::PlaceKind;

pub use binary::Origin;
pub use lists::{ListedName, Mark};
pub use place_ref::{NameSource, PlaceRef};
pub use qualifiers::{QualifierWord, Qualifiers, Sense, Side};

use binary::Table;
use fold::FoldRules;
use list::List;
use lists::{Lists, Sources};

static FILE: &[u8] = include_bytes!("data/places.bin");

macro_rules! embedded {
    ($file:literal) => {
        List::parse(base($file), include_str!(concat!("data/", $file)))
    };
}

/// All known places, and the lists that tell a place name from another word.
#[derive(Debug)]
pub struct Gazetteer {
    table: Table,
    rules: FoldRules,
    lists: Lists,
}

impl Gazetteer {
    /// The gazetteer as the program ships it, opened once.
    ///
    /// # Panics
    ///
    /// When the embedded file is damaged, which a test rules out.
    pub fn embedded() -> &'static Gazetteer {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| Gazetteer::new(&Sources::embedded()))
    }

    /// The gazetteer with a user's lists laid over it: lists that bear the name of one of the program's (`place_names.tsv` …) add
    /// lines, and a leading `-` strikes those that begin with the same cells. Lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Gazetteer {
        let mut sources = Sources::embedded();
        for (file, own, list) in sources.by_file() {
            list.overlay(own, overlay.text(file));
        }
        let gazetteer = Gazetteer::new(&sources);
        let unknown = gazetteer.unknown_lines().iter().map(|&line| Fault {
            line,
            what: "no place has this key, or the kind is none of those in the header".to_owned(),
        });
        faults.extend(unknown);
        gazetteer
    }

    fn new(sources: &Sources) -> Gazetteer {
        let table = Table::open(FILE).expect("the embedded file of places is whole");
        let rules = FoldRules::new(&sources.fold, &sources.spelling);
        let lists = Lists::new(sources, &table, &rules);
        Gazetteer {
            table,
            rules,
            lists,
        }
    }

    /// Every place that bears `name`, listed ones first; a place can come twice, by a list and by the embedded file.
    ///
    /// ```
    /// use atodds::lexicon::places::Gazetteer;
    /// let found: Vec<_> = Gazetteer::embedded().find("Artyomovsk").map(|place| place.name()).collect();
    /// assert!(found.contains(&"Bakhmut"));
    /// ```
    pub fn find<'g>(&'g self, name: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        self.find_folded(&self.fold(name))
    }

    /// The same for a key that [`Gazetteer::fold`] made.
    pub fn find_folded<'g>(&'g self, key: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        let listed = self.lists.names.get(key).map_or(&[][..], Vec::as_slice);
        let never = move |id| listed.iter().any(|l| l.id == id && l.mark == Mark::Never);
        let by_list = listed
            .iter()
            .filter(|l| l.mark != Mark::Never)
            .map(|l| self.at(l.id, NameSource::Listed(l)));
        let by_file = self
            .table
            .exact(key)
            .filter(move |&(id, _)| !never(id))
            .map(|(id, origin)| self.at(id, NameSource::File(origin)));
        by_list.chain(by_file)
    }

    /// Settlements whose name is `name` in another romanisation; use it only within a region or country that the text names.
    pub fn find_loose<'g>(&'g self, name: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        let key = self.rules.loose(name);
        self.table
            .loose(&key)
            .map(|(id, _)| self.at(id, NameSource::Loose))
    }

    /// The place with this key, `None` where it has none.
    pub fn find_key(&self, key: &str) -> Option<PlaceRef<'_>> {
        let own = self.lists.keys.get(key).copied();
        own.or_else(|| self.table.find_key(key))
            .map(|id| self.at(id, NameSource::Key))
    }

    /// Regions that bear `name` without or with the word that says what they are ("Kherson", "Kherson Oblast").
    pub fn regions<'g>(&'g self, name: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        self.find(name)
            .filter(|place| place.kind() == PlaceKind::Region)
    }

    /// Countries that bear `name`.
    pub fn countries<'g>(&'g self, name: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        self.find(name)
            .filter(|place| place.kind() == PlaceKind::Country)
    }

    /// Countries and regions whose adjective is `word` ("Ukrainian", "Crimean").
    pub fn adjectives<'g>(&'g self, word: &str) -> impl Iterator<Item = PlaceRef<'g>> + use<'g> {
        let listed = self.lists.adjectives.get(&self.fold(word));
        listed
            .into_iter()
            .flatten()
            .map(|l| self.at(l.id, NameSource::Listed(l)))
    }

    /// Whether `name` is a country or the capital of one, which in a speaker's position stands for its government.
    pub fn is_capital_or_country(&self, name: &str) -> bool {
        self.find(name).any(|place| {
            place.kind() == PlaceKind::Country
                || place.is_capital()
                    && !matches!(place.source, NameSource::File(Origin::Alternate))
        })
    }

    /// The line that says that `name` is a common word or surname, a place only where the syntax says so.
    pub fn stop_line(&self, name: &str) -> Option<LexiconLine> {
        self.lists.stopped.get(&self.fold(name)).copied()
    }

    /// Words that stand with names and say what of the place is meant.
    pub fn qualifiers(&self) -> &Qualifiers {
        &self.lists.qualifiers
    }

    /// The key under which `name` is looked up.
    pub fn fold(&self, name: &str) -> CompactString {
        self.rules.fold(name)
    }

    /// Lines of the lists whose key or kind nothing has, for the lexicon check.
    pub fn unknown_lines(&self) -> &[LexiconLine] {
        &self.lists.unknown
    }

    fn at<'g>(&'g self, id: u32, source: NameSource<'g>) -> PlaceRef<'g> {
        PlaceRef {
            gazetteer: self,
            id,
            source,
        }
    }
}

impl Sources {
    fn embedded() -> Self {
        Sources {
            countries: embedded!("place_countries.tsv"),
            features: embedded!("place_features.tsv"),
            fold: embedded!("places/fold.tsv"),
            names: embedded!("place_names.tsv"),
            qualifiers: embedded!("place_qualifiers.tsv"),
            regions: embedded!("place_regions.tsv"),
            spelling: embedded!("places/spelling.tsv"),
            stoplist: embedded!("place_stoplist.tsv"),
        }
    }

    /// The lists that a user can overlay; the folding rules are not among them, since the embedded file was built with them.
    fn by_file(&mut self) -> [(&'static str, &'static str, &mut List); 6] {
        macro_rules! own {
            ($file:literal, $list:expr) => {
                ($file, concat!("overlay/", $file), $list)
            };
        }
        [
            own!("place_countries.tsv", &mut self.countries),
            own!("place_features.tsv", &mut self.features),
            own!("place_names.tsv", &mut self.names),
            own!("place_qualifiers.tsv", &mut self.qualifiers),
            own!("place_regions.tsv", &mut self.regions),
            own!("place_stoplist.tsv", &mut self.stoplist),
        ]
    }
}

/// The file's name without its folder.
const fn base(path: &'static str) -> &'static str {
    match path.as_bytes() {
        [b'p', b'l', b'a', b'c', b'e', b's', b'/', ..] => path.split_at(7).1,
        _ => path,
    }
}
