//! What the syntax around a name says of it: a place, one who acts or speaks, or somebody's government.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::parties::{Caps, FormKind, PartyKind, RoleKind, split_words};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Token};

use super::stretches::cover;
use super::verdict::SyntaxHints;

/// What the syntax says of the stretch `first..=last`; whether it is part of a longer name is for others to tell.
pub(super) fn hints(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
    first: usize,
    last: usize,
    label: Option<EntityLabel>,
) -> SyntaxHints {
    let head = head_of(sentence, first, last);
    // "Russia and Iran denied": both do what the first does.
    let token = &sentence.tokens[first_mate(sentence, head)];
    let governor = &sentence.tokens[token.head as usize];
    let word = governor.lemma.to_lowercase();
    let cue = is_verb(governor) && lexicon.cues.find(&word, CuePart::Verb).is_some();
    let bearer = bearer(sentence.slice(cover(sentence, first, last)), lexicon);
    let government = bearer == Some(Bearer::Government);
    let governed_by = role_at(sentence, lexicon, token.head as usize);
    // "Tel Aviv-based", "JERUSALEM (AP)"
    let seated = governed_by == Some(RoleKind::Based)
        || first == 0 && last + 1 < sentence.tokens.len() && sentence.word(last + 1) == "(";
    let of_force = government && governed_by == Some(RoleKind::Force);
    SyntaxHints {
        label,
        part_of_name: false,
        locative: seated || is_located(sentence, lexicon, head, government),
        saying_subject: token.dep == Dep::Nsubj && cue,
        agent: is_agent(lexicon, token, governor, &word),
        object: is_object(token) && !cue && !of_force,
        addressed: is_addressed(sentence, lexicon, token, first),
        government,
        bearer: bearer == Some(Bearer::Other),
        person_neighbour: label != Some(EntityLabel::Gpe) && is_titled(sentence, lexicon, first)
            || label == Some(EntityLabel::Person) && last > first,
    }
}

fn is_verb(token: &Token) -> bool {
    matches!(token.pos, Pos::Verb | Pos::Aux)
}

/// The kind of the role noun that begins at a token.
fn role_at(sentence: &ParsedSentence, lexicon: &Lexicon, at: usize) -> Option<RoleKind> {
    let role = lexicon.parties.role_of(sentence.word(at));
    role.map(|role| role.kind)
}

/// Whether it does something: the subject of a verb, or whom "by" names; `word` is the governor's lemma.
fn is_agent(lexicon: &Lexicon, token: &Token, governor: &Token, word: &str) -> bool {
    let by = || {
        lexicon.words.has(Set::AgentPreposition, word)
            && !lexicon.words.has(Set::PlacePreposition, word)
    };
    token.dep == Dep::Nsubj && governor.pos == Pos::Verb
        || token.dep == Dep::Pobj && (governor.dep == Dep::Agent || by())
}

/// Whether something is done to it, or it stands beside the name of what it is.
fn is_object(token: &Token) -> bool {
    matches!(
        token.dep,
        Dep::Dobj | Dep::Nsubjpass | Dep::Compound | Dep::Appos
    )
}

/// Whether something is given to it or shared with it ("relations with Kyiv", "ally Kyiv").
fn is_addressed(sentence: &ParsedSentence, lexicon: &Lexicon, token: &Token, first: usize) -> bool {
    let governor = &sentence.tokens[token.head as usize];
    let word = governor.lemma.to_lowercase();
    let above = sentence.tokens[governor.head as usize].lemma.to_lowercase();
    let shared = token.dep == Dep::Pobj
        && lexicon.words.has(Set::RelationPreposition, &word)
        && !lexicon.words.has(Set::LineNoun, &above);
    let named_ally = || first > 0 && role_at(sentence, lexicon, first - 1) == Some(RoleKind::Staff);
    token.dep == Dep::Dative || shared || named_ally()
}

/// The first of the names that "and" joins to this one.
fn first_mate(sentence: &ParsedSentence, head: usize) -> usize {
    let mut at = head;
    for _ in 0..LONGEST_CHAIN {
        let token = &sentence.tokens[at];
        let governor = token.head as usize;
        let mate = token.dep == Dep::Conj && sentence.tokens[governor].pos == Pos::Propn;
        if !mate || governor >= at {
            break;
        }
        at = governor;
    }
    at
}

/// Who else can be meant by a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bearer {
    /// A government, by its capital or seat.
    Government,
    /// A body, group, company, outlet or person.
    Other,
}

/// Who else the party lists know by the name, `None` where nobody; the state of a country is the country.
fn bearer(text: &str, lexicon: &Lexicon) -> Option<Bearer> {
    let found = lexicon.parties.find(text, None);
    let mut strong = found.iter().filter(|found| !found.form.weak);
    let first = strong.next()?;
    match (first.entry.kind, first.form.kind) {
        (PartyKind::State, FormKind::Capital | FormKind::Seat) => Some(Bearer::Government),
        (PartyKind::State, _) => None,
        _ => Some(Bearer::Other),
    }
}

/// The token of the stretch whose head lies outside it.
fn head_of(sentence: &ParsedSentence, first: usize, last: usize) -> usize {
    let outside = |&at: &usize| {
        let head = sentence.tokens[at].head as usize;
        head < first || head > last || head == at
    };
    (first..=last).rev().find(outside).unwrap_or(last)
}

/// Under a preposition of place, itself or as a mate of one that is. Behind "to", "on", "from" a `government` is a place
/// only with a word of motion or attack ("fled to Kyiv", not "aid to Kyiv").
fn is_located(sentence: &ParsedSentence, lexicon: &Lexicon, head: usize, government: bool) -> bool {
    let lemma = |at: usize| sentence.tokens[at].lemma.to_lowercase();
    let mut at = head;
    for _ in 0..LONGEST_CHAIN {
        let token = &sentence.tokens[at];
        let governor = token.head as usize;
        match token.dep {
            Dep::Pobj => {
                let (word, above) = (
                    lemma(governor),
                    lemma(sentence.tokens[governor].head as usize),
                );
                let loose = government && lexicon.words.has(Set::LoosePreposition, &word);
                let moves = || {
                    lexicon.words.has(Set::MotionWord, &above)
                        || lexicon.words.has(Set::AttackNoun, &above)
                };
                return lexicon.words.has(Set::PlacePreposition, &word)
                    && !lexicon.words.has(Set::According, &above)
                    && (!loose || moves());
            }
            Dep::Conj | Dep::Appos | Dep::Compound | Dep::Nmod if governor != at => at = governor,
            _ => return false,
        }
    }
    false
}

/// Coordinations longer than this are lists of something else.
const LONGEST_CHAIN: usize = 12;

/// A title or an office stands right before ("President Lincoln").
fn is_titled(sentence: &ParsedSentence, lexicon: &Lexicon, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let words = split_words(sentence.word(before));
    let title = |kind: RoleKind| {
        matches!(
            kind,
            RoleKind::Title
                | RoleKind::Office
                | RoleKind::Minister
                | RoleKind::Staff
                | RoleKind::Spokes
                | RoleKind::Member
        )
    };
    let role = lexicon.parties.longest_role(&words, 0);
    words.first().is_some_and(|word| word.caps > Caps::Lower)
        && role.is_some_and(|(_, role)| title(role.kind))
}
