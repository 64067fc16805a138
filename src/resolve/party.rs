//! A name phrase to the entity it names and the side for which that entity speaks.

mod affiliated;
mod aged;
mod anaphora;
mod appended;
mod apposed;
mod at_hand;
mod bare;
mod bearers;
mod beforehand;
mod beside;
mod bodies;
mod called;
mod callings;
mod chunk;
mod classes;
mod coined;
mod collect;
mod complements;
mod decide;
mod described;
mod earlier;
mod epithet;
mod firms;
mod fits;
mod head;
mod hidden;
mod insiders;
mod installed;
mod introduced;
mod issuer;
mod items;
mod joined;
mod kinds;
mod labels;
mod landed;
mod listed;
mod longer;
mod meant;
mod names;
mod namesake;
mod nearness;
mod newcomer;
mod note;
mod own_land;
mod owner;
mod owners;
mod phrase;
mod portfolio;
mod proper;
mod publisher;
mod role;
mod service;
mod side;
mod spoken_for;
mod standing;
mod states;
mod tenure;
mod ties;
mod titled;
mod town;
mod union;
mod unlisted;
mod whose;

use compact_str::CompactString;
use jiff::civil::Date;

use crate::lexicon::parties::{PartyKind, PartyLexicon};
use crate::model::claim::LexiconLine;

pub use callings::{Calling, callings};
pub use described::{
    body_alone, body_of_unlisted, chief_of, described, group_alone, institution_alone, lone_person,
    person_noun,
};
pub use introduced::{Introduced, introduced};
pub use meant::person_meant;
pub use names::ArticleNames;
pub use service::{Service, as_body, service};

/// What resolution asks beside the article: the lists, the day, and the gazetteer.
#[derive(Clone, Copy)]
pub struct PartyContext<'a> {
    /// The party lists.
    pub lexicon: &'a PartyLexicon,
    /// The article's day; `None` where unknown.
    pub date: Option<Date>,
    /// The state in which a place lies, by its short English name.
    pub country_of: &'a dyn Fn(&str) -> Option<String>,
    /// Whether all that the gazetteer knows by a name are small towns.
    pub is_small_town: &'a dyn Fn(&str) -> bool,
    /// Who published the article: its own voice has no side.
    pub outlet: Option<&'a str>,
    /// The headline, empty where there is none.
    pub title: &'a str,
    /// What stands before the article's first sentence ("MINSK, Aug 12 (Reuters) - "), `None` where nothing does.
    pub dateline: Option<&'a str>,
}

impl<'a> PartyContext<'a> {
    /// A context without a gazetteer and an outlet.
    pub fn new(lexicon: &'a PartyLexicon, date: Option<Date>) -> Self {
        PartyContext {
            lexicon,
            date,
            country_of: &|_| None,
            is_small_town: &|_| false,
            outlet: None,
            title: "",
            dateline: None,
        }
    }
}

/// A name phrase as written, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct PartyMention<'a> {
    /// The phrase ("Ukraine's commander-in-chief, Oleksandr Syrskyi", "the ministry", "he").
    pub text: &'a str,
    /// First byte of the phrase in the article's body; `None` for a phrase that stands nowhere, which sees the whole article.
    pub at: Option<u32>,
}

impl<'a> PartyMention<'a> {
    /// A phrase that sees the whole article.
    pub fn new(text: &'a str) -> Self {
        PartyMention { text, at: None }
    }

    /// A phrase at byte `at` of the body: what it points back to stands before it.
    pub fn at(text: &'a str, at: u32) -> Self {
        PartyMention { text, at: Some(at) }
    }
}

/// Who a phrase names and for whom that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyDecision {
    /// The entity's name in shared terms.
    pub entity: CompactString,
    /// Sort of entity.
    pub kind: PartyKind,
    /// The side it speaks for; `None` where it has none.
    pub party: Option<CompactString>,
    /// Stable code of the rule that decided.
    pub rule: &'static str,
    /// The lexicon line that fired, if any.
    pub line: Option<LexiconLine>,
}

impl PartyDecision {
    /// Whether the entity is one that no list knows, also where the article tells for whom it speaks.
    fn is_unlisted(&self) -> bool {
        match self.kind {
            PartyKind::Unlisted => true,
            PartyKind::Person => !LISTED_PERSON.contains(&self.rule),
            _ => false,
        }
    }
}

/// Rules by which a person of the lists is found.
const LISTED_PERSON: &[&str] = &["party.office", "party.person", "party.person-out-of-office"];

/// Decides whom `mention` names and for which side that speaks.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{ArticleNames, PartyContext, PartyMention, resolve_party};
/// let date = Some(jiff::civil::date(2025, 12, 1));
/// let context = PartyContext::new(PartyLexicon::embedded(), date);
/// let mention = PartyMention::new("the Russian Defence Ministry");
/// let decision = resolve_party(&mention, &ArticleNames::default(), &context);
/// assert_eq!(decision.party.as_deref(), Some("Russia"));
/// ```
pub fn resolve_party(
    mention: &PartyMention<'_>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    decide::decide(mention.text, mention.at, article, context)
}
