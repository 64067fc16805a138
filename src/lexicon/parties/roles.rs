//! Common nouns of office and body, modifiers and small words: what each does to the side of a name phrase.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::table::{Strike, entries};
use super::words::{Word, joined, split_words};
use crate::lexicon::table::Fault;
use crate::model::claim::LexiconLine;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// How a phrase with this noun finds its side.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RoleKind { $($(#[$doc])* $name),+ }

        impl RoleKind {
            fn from_label(label: &str) -> Option<Self> {
                match label { $($text => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// One person holds it for a state or body ("president").
    Office = "office",
    /// One of many who hold such an office ("minister").
    Minister = "minister",
    /// Body of a state ("foreign ministry").
    Body = "body",
    /// Armed force of a state ("army").
    Force = "force",
    /// Speaks for whom it is of or for ("spokesman").
    Spokes = "spokes",
    /// Officer of a place, who speaks for its state ("governor").
    Local = "local",
    /// Serves whom it is of ("official", "envoy").
    Staff = "staff",
    /// Leads whom it is of ("head", "chief executive").
    Head = "exec",
    /// Leads, owns or serves a company or body; nobody's side where only a state stands before it.
    Business = "business",
    /// Acts for whom it is of, and for nobody where only a state stands before it ("lawyer").
    Counsel = "counsel",
    /// Member of a parliament.
    Member = "member",
    /// Opposition of a state: a side of its own.
    Opposition = "opposition",
    /// Stands for election: a side of its own.
    Candidate = "candidate",
    /// Party or movement without a name.
    Political = "political",
    /// Armed or other group: a side of its own, not its country's.
    Group = "group",
    /// Company without a name.
    Company = "company",
    /// Other organisation without a name.
    Institution = "institution",
    /// Medium or its people: passes on.
    Outlet = "outlet",
    /// Medium that speaks for the state which owns it.
    StateMedia = "state media",
    /// People who speak for themselves.
    People = "people",
    /// Text that speaks for its author.
    Text = "text",
    /// No longer in office.
    Past = "past",
    /// Put in place by whom the word before names ("Moscow-installed").
    Installed = "installed",
    /// Backed by whom the word before names.
    Backed = "backed",
    /// Has its seat where the word before names ("Tripoli-based").
    Based = "based",
    /// The state itself, without its name ("the country").
    Country = "country",
    /// Arms: those of whom the word before names; of nobody without it.
    Arms = "arms",
    /// Self-styled.
    SelfStyled = "selfstyled",
    /// Title before a name.
    Title = "title",
    /// Small word inside a person's name ("al", "de").
    Particle = "particle",
    /// Some of many.
    Quantity = "quantity",
    /// Word of the calendar or the clock: nobody ("Saturday", "GMT").
    Time = "time",
    /// "his"
    His = "owner-he",
    /// "her"
    Her = "owner-she",
    /// "its"
    Its = "owner-it",
    /// "their"
    Their = "owner-they",
    /// Wider than one state.
    Elsewhere = "elsewhere",
    /// "of"
    Of = "link-of",
    /// "for"
    For = "link-for",
    /// "in"
    In = "link-in",
    /// "at", "from", "by"
    At = "link-at",
    /// "calling itself"
    Called = "link-called",
    /// "close to", "familiar with"
    Near = "link-near",
    /// Any other word that ends the phrase's core.
    Link = "link-other",
    /// "and"
    And = "link-and",
    /// "the"
    Determiner = "determiner",
    /// "who"
    Relative = "relative",
    /// Speaks for or leads whom the words behind it name ("who heads").
    Leads = "leads",
    /// "he"
    He = "pronoun-he",
    /// "she"
    She = "pronoun-she",
    /// "it"
    It = "pronoun-it",
    /// "they"
    They = "pronoun-they",
    /// "I", "we", "you"
    First = "pronoun-first",
}

/// Gender that a noun or pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// A line of `roles.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Joins words for one thing ("spokesman", "spokeswoman").
    pub class: CompactString,
    /// The last word of the form, the mark of many left out ("committee" of "investigative committee").
    pub noun: CompactString,
    /// The form is that word alone.
    pub lone: bool,
    /// The form stands for many ("groups").
    pub many: bool,
    /// What it does.
    pub kind: RoleKind,
    /// Gender that it tells, if any.
    pub gender: Option<Gender>,
    /// Who is "to" whom serves him ("aide to"), as no envoy does; of a link, that it is the word which says so.
    pub serves: bool,
    /// Where it stands.
    pub line: LexiconLine,
}

/// The mark of nouns for those who serve whom they are "to", and of the link itself.
const SERVES: &str = "to";

/// The mark of nouns for many whose ending does not tell it ("gunmen").
const MANY: &str = "many";

/// Class of the offices that issue a body's statements.
const PRESS_OFFICE: &str = "press office";

impl Role {
    /// Whether it is an office that issues a body's statements.
    pub fn is_press_office(&self) -> bool {
        self.class == PRESS_OFFICE
    }
}

/// All role nouns by their folded words.
#[derive(Debug, Default)]
pub(super) struct RoleIndex {
    roles: FxHashMap<CompactString, Role>,
    longest_from: FxHashMap<CompactString, u8>,
}

impl RoleIndex {
    /// Reads a list, leaves out what the overlay strikes, and returns what is wrong with it.
    pub fn fill(&mut self, file: &'static str, text: &str, strikes: &[Strike<'_>]) -> Vec<Fault> {
        let mut faults = Vec::new();
        for row in entries(file, text) {
            let form = row.column(0);
            if strikes.iter().any(|strike| strike.takes(form)) {
                continue;
            }
            match RoleKind::from_label(row.column(2)) {
                Some(kind) => self.add(
                    form,
                    Role {
                        class: row.column(1).into(),
                        noun: last_noun(form),
                        lone: !form.contains([' ', '-']),
                        many: row.column(3) == MANY || !form.ends_with(last_noun(form).as_str()),
                        kind,
                        gender: gender_of(row.column(3)),
                        serves: row.column(3) == SERVES,
                        line: row.line,
                    },
                ),
                None => faults.push(row.fault(format!("unknown kind {:?}", row.column(2)))),
            }
        }
        faults
    }

    fn add(&mut self, form: &str, role: Role) {
        let words = split_words(form);
        let Some(first) = words.first() else { return };
        let longest = self.longest_from.entry(first.key.clone()).or_default();
        *longest = (*longest).max(words.len().min(u8::MAX as usize) as u8);
        self.roles.insert(joined(&words), role);
    }

    /// The longest role at word `at` and how many words it takes.
    pub fn longest(&self, words: &[Word], at: usize) -> Option<(usize, &Role)> {
        let first = words.get(at)?;
        let most = *self.longest_from.get(&first.key)? as usize;
        let most = most.min(words.len() - at);
        (1..=most).rev().find_map(|length| {
            let role = self.roles.get(&joined(&words[at..at + length]))?;
            Some((length, role))
        })
    }
}

/// The last word of a form without the mark of many, for telling whether two forms have the same noun.
fn last_noun(form: &str) -> CompactString {
    let word = form.rsplit([' ', '-']).next().unwrap_or(form);
    match word.strip_suffix("ies") {
        Some(stem) => compact_str::format_compact!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(word).into(),
    }
}

/// The gender that a note marks.
pub(super) fn gender_of(mark: &str) -> Option<Gender> {
    match mark {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    }
}
