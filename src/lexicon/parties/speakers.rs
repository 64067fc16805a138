//! Tells whether a phrase that names no party stands at least for somebody who can speak, and for no text or thing.

use super::roles::{Role, RoleKind};
use super::words::{Caps, Word, split_words};
use super::{PartyKind, PartyLexicon};

impl Role {
    /// Whether the noun stands for people or bodies that say things themselves; words for some of many ("several"), what
    /// researchers find out, texts, arms and media that pass on what others say do not.
    pub fn speaks(&self) -> bool {
        self.kind.is_speaker() && self.class != SOME && self.class != FINDING
    }

    /// Whether it is a word for some of many, which counts before a noun ("several nurses").
    pub fn is_some(&self) -> bool {
        self.class == SOME
    }
}

impl RoleKind {
    /// Whether nouns of the kind stand for people or bodies that can say something themselves.
    pub fn is_speaker(self) -> bool {
        use RoleKind::*;
        matches!(
            self,
            Office
                | Minister
                | Body
                | Force
                | Spokes
                | Local
                | Staff
                | Head
                | Business
                | Counsel
                | Member
                | Opposition
                | Candidate
                | Political
                | Group
                | Company
                | Institution
                | People
        )
    }
}

/// Class of governments and their heads' offices.
const GOVERNMENT: &str = "government";
/// Classes of bodies of which a state has one or few, and no medium is called so.
const SINGLE: &[&str] = &[
    "central bank",
    "court",
    "electoral commission",
    "embassy",
    "general staff",
    "parliament",
    "police",
];
/// How the classes of ministries end.
const MINISTRY: &str = "ministry";

/// Whether a noun is for a medium or what it publishes.
fn is_medium(role: &Role) -> bool {
    matches!(
        role.kind,
        RoleKind::Outlet | RoleKind::StateMedia | RoleKind::Text
    )
}

/// Whether a noun is for an office or organ that has a press service of its own.
fn holds(role: &Role) -> bool {
    let organ = role.kind == RoleKind::Body && !role.is_press_office();
    organ
        || matches!(
            role.kind,
            RoleKind::Office | RoleKind::Minister | RoleKind::Force
        )
}

impl PartyLexicon {
    /// Whether a name is that of an office or force of a state by its nouns ("Ministry of Defence of Utopia"), and no
    /// medium's.
    pub fn names_public_body(&self, name: &str) -> bool {
        let words = split_words(name);
        let at_word = |at: usize| self.longest_role(&words, at);
        let roles = || (0..words.len()).filter_map(at_word);
        let of = |at: usize| at_word(at).is_some_and(|(_, role)| role.kind == RoleKind::Of);
        // Every land has a news agency or service of its own; "state" alone is any land's.
        let body = (0..words.len()).any(|at| {
            at_word(at).is_some_and(|(length, role)| match role.kind {
                RoleKind::Force => true,
                RoleKind::Body if role.class == GOVERNMENT => length > 1 || of(at + 1),
                RoleKind::Body if role.is_press_office() => roles().any(|(_, role)| holds(role)),
                RoleKind::Body => role.class.ends_with(MINISTRY) || SINGLE.contains(&&*role.class),
                _ => false,
            })
        });
        let medium = self.holds_medium(&words);
        let state = (0..words.len()).any(|at| {
            let found = self.longest_name(&words, at);
            found.is_some_and(|(_, hits)| hits.iter().all(|m| m.entry.kind == PartyKind::State))
        });
        body && state && !medium
    }

    /// Whether a name holds a noun for a medium.
    fn holds_medium(&self, words: &[Word]) -> bool {
        let mut roles = (0..words.len()).filter_map(|at| self.longest_role(words, at));
        roles.any(|(_, role)| is_medium(role))
    }

    /// Whether a name ends in the form of a company ("Gold Mining plc") and is no medium's.
    pub fn names_firm(&self, name: &str) -> bool {
        let words = split_words(name);
        let at_word = |at: usize| self.longest_role(&words, at).map(|(_, role)| role);
        let form = |at: usize| at_word(at).is_some_and(|role| role.kind == RoleKind::Title);
        let medium = self.holds_medium(&words);
        words.len() > 1 && form(words.len() - 1) && !form(0) && !medium
    }

    /// Whether a text begins with the name of the body that published it ("The Medicines Agency publishes an update"): it
    /// is that body's own word.
    pub fn begins_own_word(&self, name: &str, text: &str) -> bool {
        let text = text.trim_start();
        let opening = text.split_whitespace().next().unwrap_or("");
        let bare = split_words(opening).first().map_or("", |first| {
            let article = self.longest_role(std::slice::from_ref(first), 0);
            let points = article.is_some_and(|(_, role)| role.kind == RoleKind::Determiner);
            text.get(first.end..).filter(|_| points).unwrap_or("")
        });
        let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let begins = |text: &str| text.strip_prefix(name).is_some_and(whole);
        let begins = begins(text) || begins(bare.trim_start());
        let outlet = || {
            self.find(name, None)
                .iter()
                .any(|m| m.entry.kind == PartyKind::Outlet)
        };
        !name.is_empty() && begins && self.names_body(name) && !outlet()
    }

    /// Whether a name ends in a noun for a body or company that is no medium ("Medicines Agency").
    pub(super) fn names_body(&self, name: &str) -> bool {
        let words = split_words(name);
        let at_word = |at: usize| self.longest_role(&words, at);
        let ends = |at: usize| {
            at_word(at).is_some_and(|(length, role)| {
                let body = matches!(
                    role.kind,
                    RoleKind::Body | RoleKind::Force | RoleKind::Institution | RoleKind::Company
                );
                body && at + length == words.len()
            })
        };
        let medium = self.holds_medium(&words);
        (1..words.len()).any(ends) && !medium
    }

    /// Whether the phrase's own noun is one that speaks, or a name: "the board", "Arce's people", not "a truck bomb".
    ///
    /// ```
    /// use atodds::lexicon::parties::PartyLexicon;
    /// let lexicon = PartyLexicon::embedded();
    /// assert!(lexicon.can_speak("the nurses at the clinic"));
    /// assert!(!lexicon.can_speak("footage from the clinic"));
    /// ```
    pub fn can_speak(&self, phrase: &str) -> bool {
        let words = split_words(phrase);
        let (mut at, mut last) = (0, Heard::Nothing);
        while at < words.len() {
            let (length, next) = self.heard(&words, at);
            match next {
                Heard::End if last != Heard::Nothing => break,
                Heard::End | Heard::Nothing => {}
                heard => last = heard,
            }
            at += length;
        }
        last == Heard::Voice
    }

    /// Whether a noun is for a person or for people of a calling, and not for a body of them.
    pub fn is_person_noun(&self, noun: &str) -> bool {
        use RoleKind::*;
        let persons = [
            Office, Minister, Spokes, Staff, Head, Counsel, Member, Candidate, People,
        ];
        let words = split_words(noun);
        let found = self.longest_role(&words, 0);
        found.is_some_and(|(length, role)| {
            length == words.len() && persons.contains(&role.kind) && role.speaks()
        })
    }

    /// Whether a small word says whose or what for something is ("of", "for").
    pub fn is_of(&self, word: &str) -> bool {
        matches!(self.small(word), Some(RoleKind::Of | RoleKind::For))
    }

    /// Whether a small word ends a name ("in", "at", "on", "that").
    pub fn is_link(&self, word: &str) -> bool {
        matches!(
            self.small(word),
            Some(RoleKind::In | RoleKind::At | RoleKind::Link | RoleKind::Relative)
        )
    }

    fn small(&self, word: &str) -> Option<RoleKind> {
        let words = split_words(word);
        let (length, role) = self.longest_role(&words, 0)?;
        (length == words.len()).then_some(role.kind)
    }

    /// Whether a phrase calls somebody an enemy and says no more of whom ("the enemy", "the occupiers").
    pub fn is_foe(&self, phrase: &str) -> bool {
        let words = split_words(phrase);
        let roles = (0..words.len()).filter_map(|at| self.longest_role(&words, at));
        let mut nouns = roles.filter(|(_, role)| role.kind != RoleKind::Determiner);
        let foe = nouns.next().is_some_and(|(_, role)| role.class == FOE);
        foe && !(0..words.len()).any(|at| self.longest_name(&words, at).is_some())
    }

    /// What the words at `at` say of who speaks, and how many they are.
    fn heard(&self, words: &[Word], at: usize) -> (usize, Heard) {
        let name = self.longest_name(words, at).map_or(0, |(length, _)| length);
        match self.longest_role(words, at) {
            Some((length, role)) if length >= name => (length, of_role(role)),
            _ if name > 0 => (name, Heard::Voice),
            _ if words[at].is_possessive() => (1, Heard::Nothing),
            // "Brigade-12", "Youth-2030": the number is a part of the name.
            _ if words[at].glued && words[at].key.bytes().all(|byte| byte.is_ascii_digit()) => {
                (1, Heard::Nothing)
            }
            _ if words[at].is_mark() => (1, Heard::End),
            _ if words[at].caps > Caps::Lower && at > 0 => (1, Heard::Voice),
            _ => (1, Heard::Thing),
        }
    }
}

fn of_role(role: &Role) -> Heard {
    use RoleKind::*;
    match role.kind {
        Of | For | In | At | Link | And | Relative => Heard::End,
        Determiner | Quantity | Title | Past | Elsewhere | His | Her | Its | Their => {
            Heard::Nothing
        }
        _ if role.speaks() => Heard::Voice,
        _ => Heard::Thing,
    }
}

/// What a stretch of words adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// Somebody who speaks.
    Voice,
    /// Anything else.
    Thing,
    /// A small word that tells nothing.
    Nothing,
    /// The end of the noun that heads the phrase.
    End,
}

/// Class of the words for some of many, who are nobody in particular.
const SOME: &str = "some";
/// Class of what researchers find out.
const FINDING: &str = "finding";
/// Class of enemies, whose name depends on who speaks.
const FOE: &str = "occupier";
