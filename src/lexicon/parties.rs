//! Who speaks for whom: states, bodies, forces, groups, companies, outlets and people by name, with dates and source lines.

mod bodies;
mod entry;
mod given;
mod index;
mod issuers;
mod one_side;
mod person;
mod roles;
mod speakers;
mod table;
mod words;

use std::path::Path;
use std::sync::OnceLock;

use compact_str::CompactString;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

pub use entry::{Form, FormKind, PartyEntry, PartyKind, PartyMatch};
pub use one_side::is_one_side;
pub use person::person_in;
pub use roles::{Gender, Role, RoleKind};
pub use words::{Caps, Word, fold, split_words};

use super::overlay::{self, Overlay};
use super::table::{Fault, Row};
use crate::error::Error;
use entry::Read;
use index::FormIndex;
use roles::RoleIndex;
use table::Strike;

/// The party lists, ready for look-up.
#[derive(Debug, Default)]
pub struct PartyLexicon {
    entries: Vec<PartyEntry>,
    by_name: FxHashMap<CompactString, Vec<u32>>,
    by_office: OnceLock<FxHashMap<(CompactString, CompactString), Vec<u32>>>,
    by_first_name: OnceLock<FxHashMap<CompactString, Option<Gender>>>,
    by_first_word: OnceLock<FxHashMap<CompactString, (u32, u32)>>,
    forms: FormIndex,
    roles: RoleIndex,
}

/// One list: its file name and the text compiled in.
struct List {
    file: &'static str,
    overlay: &'static str,
    text: &'static str,
    read: fn(&Row<'_>) -> Read,
}

const LISTS: &[List] = &[
    List {
        file: "states.tsv",
        overlay: "overlay/states.tsv",
        text: include_str!("data/states.tsv"),
        read: entry::read_state,
    },
    List {
        file: "parties.tsv",
        overlay: "overlay/parties.tsv",
        text: include_str!("data/parties.tsv"),
        read: entry::read_party,
    },
    List {
        file: "people.tsv",
        overlay: "overlay/people.tsv",
        text: include_str!("data/people.tsv"),
        read: entry::read_person,
    },
];

/// So many people of a country whom the lists call by the first word of their name show a habit.
const FEWEST_CALLED: u32 = 3;
/// And they are one in so many of those whom the lists have.
const CALLED_SHARE: u32 = 10;

/// Forms of the lists that are compiled in, rounded up.
const FORMS: usize = 16_000;

/// Class of families.
pub(crate) const FAMILY: &str = "family";

const ROLES_FILE: &str = "roles.tsv";
const ROLES: &str = include_str!("data/roles.tsv");

impl PartyLexicon {
    /// The lists that the program brings along, parsed once.
    pub fn embedded() -> &'static PartyLexicon {
        static EMBEDDED: OnceLock<PartyLexicon> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let mut faults = Vec::new();
            let lexicon = PartyLexicon::read(&Overlay::default(), &mut faults);
            debug_assert!(faults.is_empty(), "{faults:?}");
            lexicon
        })
    }

    /// The same lists with the user's own `states.tsv`, `parties.tsv`, `people.tsv` and `roles.tsv` of `folder` added;
    /// a line there that starts with `-` strikes an entry (`-name`) or one of its forms (`-name⇥form`).
    ///
    /// # Errors
    /// A file that is there but cannot be read, or a line that does not fit its columns.
    pub fn with_overlay(folder: &Path) -> Result<PartyLexicon, Error> {
        let mut faults = Vec::new();
        let lexicon = PartyLexicon::read(&Overlay::read(folder)?, &mut faults);
        overlay::refuse(folder, &faults)?;
        Ok(lexicon)
    }

    /// The lists with the user's laid over them; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> PartyLexicon {
        let mut lexicon = PartyLexicon::default();
        lexicon.forms.reserve(FORMS);
        for list in LISTS {
            let added = overlay.text(list.file);
            let strikes = table::strikes(added);
            for (file, text) in [(list.file, list.text), (list.overlay, added)] {
                for row in table::entries(file, text) {
                    match (list.read)(&row) {
                        Ok((entry, forms)) => lexicon.add(entry, forms, &strikes),
                        Err(why) => faults.push(row.fault(why)),
                    }
                }
            }
        }
        let own_roles = overlay.text(ROLES_FILE);
        let strikes = table::strikes(own_roles);
        faults.extend(lexicon.roles.fill(ROLES_FILE, ROLES, &strikes));
        faults.extend(lexicon.roles.fill("overlay/roles.tsv", own_roles, &[]));
        lexicon
    }

    fn add(&mut self, entry: PartyEntry, forms: Vec<Form>, strikes: &[Strike<'_>]) {
        if strikes.iter().any(|strike| strike.takes(&entry.canonical)) {
            return;
        }
        let number = self.entries.len() as u32;
        let freely_spelled = matches!(entry.kind, PartyKind::Person | PartyKind::Company);
        for form in forms {
            let struck = |s: &Strike<'_>| s.takes_form(&entry.canonical, &form.written);
            if !strikes.iter().any(struck) {
                self.forms.add(number, form, freely_spelled);
            }
        }
        self.by_name
            .entry(entry.canonical.clone())
            .or_default()
            .push(number);
        self.entries.push(entry);
    }

    /// Every entry, in the order of the lists.
    pub fn entries(&self) -> &[PartyEntry] {
        &self.entries
    }

    /// The forms by which entry `number` is found, as written in the lists.
    pub fn forms_of(&self, number: u32) -> impl Iterator<Item = &Form> {
        self.forms.of_entry(number)
    }

    /// Entries that `form` names, those valid on the day `on` first; without a day all that match.
    ///
    /// Case counts where the list has capitals: `US` is a state, `us` is nothing.
    ///
    /// ```
    /// use atodds::lexicon::parties::PartyLexicon;
    /// let on = Some(jiff::civil::date(2023, 5, 1));
    /// let found = PartyLexicon::embedded().find("Syrsky", on);
    /// assert_eq!(found[0].entry.canonical, "Oleksandr Syrskyi");
    /// assert_eq!(found[0].entry.speaks_for, "Ukraine");
    /// ```
    pub fn find(&self, form: &str, on: Option<Date>) -> Vec<PartyMatch<'_>> {
        let words = split_words(form);
        let mut found = match self.longest_name(&words, 0) {
            Some((length, found)) if length == words.len() => found,
            _ => Vec::new(),
        };
        found.sort_by_key(|m| !m.entry.holds_on(on));
        found
    }

    /// The longest name that starts at word `at`: how many words it takes, and every entry it can mean.
    pub fn longest_name(&self, words: &[Word], at: usize) -> Option<(usize, Vec<PartyMatch<'_>>)> {
        let (length, hits) = self.forms.longest(words, at)?;
        let matches = hits.into_iter().map(|form| PartyMatch {
            entry: &self.entries[form.entry as usize],
            form: &form.form,
        });
        Some((length, matches.collect()))
    }

    /// Entries that words in capitals name in another spelling than the lists have ("Cherevatyy"): persons and companies.
    pub fn spelled(&self, words: &[Word]) -> Vec<PartyMatch<'_>> {
        let hits = self.forms.sounding(words).into_iter();
        let matches = hits.map(|listed| PartyMatch {
            entry: &self.entries[listed.entry as usize],
            form: &listed.form,
        });
        matches.collect()
    }

    /// The longest role noun or small word that starts at word `at`, and how many words it takes.
    pub fn longest_role(&self, words: &[Word], at: usize) -> Option<(usize, &Role)> {
        self.roles.longest(words, at)
    }

    /// The role noun or small word with which a text begins.
    pub fn role_of(&self, text: &str) -> Option<&Role> {
        let found = self.longest_role(&split_words(text), 0);
        found.map(|(_, role)| role)
    }

    /// Whether the lists know `name` by a form that needs no support.
    pub fn is_party(&self, name: &str) -> bool {
        self.find(name, None).iter().any(|found| !found.form.weak)
    }

    /// Who held an office of a state on a day: `office` is a class of `roles.tsv` such as `president`.
    ///
    /// `None` without a day, or where the lists know nobody or more than one.
    pub fn holder(&self, office: &str, state: &str, on: Option<Date>) -> Option<&PartyEntry> {
        let day = on?;
        let numbers = self.offices().get(&(office.into(), state.into()))?;
        let held = |number: &&u32| self.entries[**number as usize].holds_on(Some(day));
        let mut holders = numbers.iter().filter(held);
        let first = *holders.next()?;
        let alone = holders.next().is_none();
        alone.then(|| &self.entries[first as usize])
    }

    /// The gender that a name phrase tells: by a noun or title ("spokeswoman"), by a given name that women or men alone bear,
    /// by the listed person, else by a first name that the listed people of one gender alone bear. A pronoun tells its own.
    pub fn gender_told(&self, phrase: &str) -> Option<Gender> {
        let words = split_words(phrase);
        let by_role = || {
            let roles = (0..words.len()).filter_map(|at| self.longest_role(&words, at));
            { roles }.find_map(|(_, role)| role.gender.or_else(|| pronoun_gender(role.kind)))
        };
        let by_person = || {
            let names = (0..words.len()).filter_map(|at| self.longest_name(&words, at));
            let mut people = names.filter_map(|(_, found)| found.first()?.entry.gender);
            people.next()
        };
        let first = || {
            let mut capitals = words.windows(2).filter(|pair| {
                pair.iter().all(|word| word.caps > Caps::Lower)
                    && self.roles.longest(&pair[..1], 0).is_none()
            });
            Some(&capitals.next()?.first()?.key)
        };
        // "Jane Orme", where the lists know one Orme, a man: she is another.
        let by_given_name = || given::gender(first()?);
        let by_first_name = || *self.first_names().get(first()?)?;
        by_role()
            .or_else(by_given_name)
            .or_else(by_person)
            .or_else(by_first_name)
    }

    /// Whether a folded word is the first name of somebody whom the lists know.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names().contains_key(word)
    }

    /// Whether a noun stands for a family.
    pub fn is_family(&self, noun: &str) -> bool {
        self.role_of(noun).is_some_and(|role| role.class == FAMILY)
    }

    /// Whether a pronoun stands for many ("they").
    pub fn means_many(&self, pronoun: &str) -> bool {
        let role = self
            .longest_role(&split_words(pronoun), 0)
            .map(|(_, role)| role.kind);
        matches!(role, Some(RoleKind::They | RoleKind::Their))
    }

    /// Whether a word stands for many who serve or lead somebody ("managers").
    pub fn serves_many(&self, word: &str) -> bool {
        use RoleKind::{Business, Counsel, Head, Spokes, Staff};
        let role = self.role_of(word).filter(|role| role.many);
        role.is_some_and(|role| matches!(role.kind, Business | Counsel | Head | Spokes | Staff))
    }

    /// Gender of the first names of listed people; `None` for one that both bear.
    /// Whether people of a country go by the first word of their name: the lists call enough of them so.
    pub fn goes_by_first_word(&self, country: &str) -> bool {
        let called = self.by_first_word.get_or_init(|| {
            let mut called: FxHashMap<CompactString, (u32, u32)> = FxHashMap::default();
            for entry in self.entries.iter().filter(|e| e.kind == PartyKind::Person) {
                let Some((first, _)) = entry.canonical.split_once(' ') else {
                    continue;
                };
                let (own, all) = called.entry(entry.country.clone()).or_default();
                let bears = |m: &PartyMatch<'_>| m.entry.canonical == entry.canonical;
                *own += u32::from(self.find(first, None).iter().any(bears));
                *all += 1;
            }
            called
        });
        let (own, all) = called.get(country).copied().unwrap_or_default();
        own >= FEWEST_CALLED && own * CALLED_SHARE >= all
    }

    fn first_names(&self) -> &FxHashMap<CompactString, Option<Gender>> {
        self.by_first_name.get_or_init(|| {
            let mut names: FxHashMap<CompactString, Option<Gender>> = FxHashMap::default();
            for entry in self.entries.iter().filter(|e| e.kind == PartyKind::Person) {
                let Some((first, _)) = entry.canonical.split_once(' ') else {
                    continue;
                };
                let known = names.entry(fold(first)).or_insert(entry.gender);
                if *known != entry.gender {
                    *known = None;
                }
            }
            names
        })
    }

    fn offices(&self) -> &FxHashMap<(CompactString, CompactString), Vec<u32>> {
        self.by_office.get_or_init(|| {
            let mut offices: FxHashMap<_, Vec<u32>> = FxHashMap::default();
            for (number, entry) in self.entries.iter().enumerate() {
                if entry.kind == PartyKind::Person && !entry.office.is_empty() {
                    let key = (entry.office.clone(), entry.speaks_for.clone());
                    offices.entry(key).or_default().push(number as u32);
                }
            }
            offices
        })
    }

    /// Every line about the entity with this canonical name.
    pub fn lines_of(&self, canonical: &str) -> impl Iterator<Item = &PartyEntry> {
        let numbers = self.by_name.get(canonical).into_iter().flatten();
        numbers.map(|&number| &self.entries[number as usize])
    }

    /// The line about the entity with this canonical name that holds on the day, else its first.
    pub fn named(&self, canonical: &str, on: Option<Date>) -> Option<&PartyEntry> {
        let holding = self.lines_of(canonical).find(|entry| entry.holds_on(on));
        holding.or_else(|| self.lines_of(canonical).next())
    }

    /// The adjective of a state ("Russian"), or its name where the list has none.
    pub fn adjective<'a>(&'a self, state: &'a str) -> &'a str {
        let numbers = self.by_name.get(state).map_or(&[][..], Vec::as_slice);
        let forms = numbers.iter().flat_map(|&n| self.forms.of_entry(n));
        let mut adjectives = forms.filter(|form| form.kind == FormKind::Demonym);
        adjectives.next().map_or(state, |form| &form.written)
    }
}

fn pronoun_gender(kind: RoleKind) -> Option<Gender> {
    match kind {
        RoleKind::He | RoleKind::His => Some(Gender::Male),
        RoleKind::She | RoleKind::Her => Some(Gender::Female),
        _ => None,
    }
}
