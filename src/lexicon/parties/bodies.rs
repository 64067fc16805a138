//! Tells by which body of a state somebody speaks: a court, the army, the foreign ministry.

use super::words::{Word, split_words};
use super::{PartyKind, PartyLexicon, Role, RoleKind};

/// Classes of `roles.tsv` that are one body. Every other ministry is one by itself, and other classes are none that a reader
/// would hold against another.
const BODIES: &[&[&str]] = &[
    &["court"],
    &["parliament", "lawmaker"],
    &["electoral commission"],
    &["central bank"],
    &["police", "interior ministry", "interior minister"],
    &[
        "foreign ministry",
        "foreign minister",
        "embassy",
        "diplomat",
    ],
    &[
        "military",
        "general staff",
        "defence ministry",
        "defence minister",
        "army chief",
        "navy",
        "air force",
        "soldier",
    ],
    &["government", "president", "prime minister", "head of state"],
    &["intelligence"],
    &["civil protection", "civil protection agency"],
    &["mayor", "city", "governor"],
];

impl PartyLexicon {
    /// The class of the body by which a speaker speaks, told by the nouns of the phrase or by the office of a listed
    /// person; `None` where neither tells.
    ///
    /// ```
    /// use atodds::lexicon::parties::PartyLexicon;
    /// let lexicon = PartyLexicon::embedded();
    /// let body = |phrase| lexicon.body_of(phrase);
    /// assert_eq!(body("the army"), body("the Ministry of Defence in Moscow"));
    /// assert_ne!(body("a Moscow military court"), body("the Defence Ministry in Moscow"));
    /// assert_eq!(body("Moscow"), None);
    /// ```
    pub fn body_of(&self, phrase: &str) -> Option<&str> {
        let words = split_words(phrase);
        self.body_in(&words).or_else(|| self.body_of_person(&words))
    }

    /// By the last noun before a link: "military court in the defence ministry" is a court.
    fn body_in(&self, words: &[Word]) -> Option<&str> {
        let (mut at, mut found) = (0, None);
        while at < words.len() {
            let Some((length, role)) = self.longest_role(words, at) else {
                at += 1;
                continue;
            };
            let ends = matches!(role.kind, RoleKind::In | RoleKind::At | RoleKind::Link);
            if ends && found.is_some() {
                break;
            }
            found = body(role).or(found);
            at += length;
        }
        found
    }

    /// By the office that the lists give a person, where all that bear the name have it.
    fn body_of_person(&self, words: &[Word]) -> Option<&str> {
        let names = (0..words.len()).filter_map(|at| self.longest_name(words, at));
        let people = names.flat_map(|(_, found)| found);
        let offices = people
            .filter(|found| found.entry.kind == PartyKind::Person)
            .map(|found| self.body_in(&split_words(&found.entry.office)));
        let mut offices = offices.collect::<Vec<_>>().into_iter();
        let first = offices.next()??;
        offices.all(|office| office == Some(first)).then_some(first)
    }
}

/// How the classes of ministries end.
const MINISTRY: &str = " ministry";

/// The class that stands for the body of a noun.
fn body(role: &Role) -> Option<&str> {
    let class = role.class.as_str();
    let one = BODIES.iter().find(|body| body.contains(&class));
    one.map(|body| body[0])
        .or_else(|| class.ends_with(MINISTRY).then_some(class))
}
