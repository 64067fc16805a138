//! Reads from the parser's tree what a name phrase does in its sentence and what the parser takes it for.

use crate::lexicon::parties::{Caps, PartyKind, PartyLexicon, RoleKind, Word, split_words};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Entity, EntityLabel, ParsedSentence, Tag, Token};
use crate::model::span::Span;

use super::items::{Item, Label};
use super::kinds::is_person_noun;
use super::names::Rank;
use super::phrase::{Part, Phrase, Tie};
use super::{PartyContext, PartyDecision};

/// A stretch of text with its place and, where it was parsed, its tree.
pub(super) struct Piece<'t> {
    /// The text.
    pub text: &'t str,
    /// First byte in the body; `None` in the title.
    pub at: Option<u32>,
    /// Its tree.
    pub tree: Option<&'t ParsedSentence>,
}

/// What the phrase `start..end` of a stretch does in its sentence.
pub(super) fn rank_of(piece: &Piece<'_>, start: usize, end: usize) -> Rank {
    // Plain text tells no subjects: all count alike.
    let Some(tree) = piece.tree else {
        return Rank::Main;
    };
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let subject = |dep| matches!(dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Agent);
    // "ordered by the agency": the agency acts.
    let agent = |t: &Token| {
        let by = tree.tokens.get(t.head as usize);
        let by = by.filter(|by| t.dep == Dep::Pobj && by.dep == Dep::Agent);
        by.map(|by| by.head as usize)
    };
    let own = |t: &&Token| span.holds(t.span);
    let verbs =
        tree.tokens
            .iter()
            .filter(own)
            .filter_map(|t| match subject(t.dep) || is_cleft(tree, t) {
                true => Some(t.head as usize),
                false => agent(t),
            });
    let ranks = verbs.map(|verb| clause_of(tree, verb));
    let rank = ranks.min().unwrap_or(Rank::Other);
    // "For the union, the recount was a farce": whose view it is.
    let viewer = |t: &Token| {
        let first = tree
            .tokens
            .first()
            .filter(|_| t.dep == Dep::Pobj && t.head == 0);
        first.is_some_and(|first| {
            let lemma = first.lemma.to_lowercase();
            WordSets::shared().has(Set::StandpointPreposition, &lemma)
        })
    };
    let views = tree.tokens.iter().filter(own).any(viewer);
    if views { rank.min(Rank::Subject) } else { rank }
}

/// "X denied that it had heard of it", "X has sent its samples": whether the subject of a main clause goes on as "it" in what
/// the clause tells, or as the owner of what it does something to, and nobody else stands before.
pub(super) fn is_it(
    piece: &Piece<'_>,
    start: usize,
    end: usize,
    context: &PartyContext<'_>,
) -> bool {
    let Some(tree) = piece.tree else { return false };
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let subject = tree
        .tokens
        .iter()
        .find(|t| span.holds(t.span) && t.dep == Dep::Nsubj);
    let Some(verb) = subject.map(|t| t.head as usize) else {
        return false;
    };
    let told =
        |at: usize| tree.tokens[at].dep == Dep::Ccomp && tree.tokens[at].head as usize == verb;
    let is = |token: &Token, kind: RoleKind| {
        let words = split_words(tree.slice(token.span));
        let role = context.lexicon.longest_role(&words, 0);
        role.is_some_and(|(_, role)| role.kind == kind)
    };
    let it = |token: &Token| is(token, RoleKind::It);
    let told_of =
        |t: &&Token| t.dep == Dep::Nsubj && t.head as usize > verb && told(t.head as usize);
    let mut subjects = tree.tokens.iter().filter(told_of);
    // "De Velt has sent its own samples to a laboratory".
    let owned = |noun: &Token| {
        let own = |t: &Token| t.dep == Dep::Poss && tree.tokens[t.head as usize].span == noun.span;
        tree.tokens.iter().any(|t| own(t) && is(t, RoleKind::Its))
    };
    let object = tree.tokens.iter().enumerate().find(|(at, t)| {
        let object = t.dep == Dep::Dobj && t.head as usize == verb && *at > verb;
        let beside = || (verb + 1..*at).all(|left| tree.tokens[left].head as usize == *at);
        object && beside()
    });
    subjects.next().is_some_and(|own| it(own) || owned(own))
        || object.is_some_and(|(_, noun)| owned(noun))
}

/// First byte in the body of an "it" that is the subject of the main clause and says what a clause tells.
pub(super) fn speaking_pronoun(
    piece: &Piece<'_>,
    words: &[Word],
    context: &PartyContext<'_>,
) -> Option<u32> {
    let tree = piece.tree?;
    let subject = tree.tokens.iter().find(|token| {
        let verb = &tree.tokens[token.head as usize];
        token.dep == Dep::Nsubj && verb.dep == Dep::Root
    })?;
    let tells = tree
        .tokens
        .iter()
        .any(|token| token.dep == Dep::Ccomp && token.head == subject.head);
    let word = |word: &&Word| word.start as u32 + tree.offset == subject.span.start;
    let at = words.iter().position(|own| word(&own))?;
    let role = context.lexicon.longest_role(words, at);
    let it = role.is_some_and(|(_, role)| role.kind == RoleKind::It);
    (tells && it).then_some(subject.span.start)
}

/// "It was Corvel that broke off the talks": who is set in front is who acts.
fn is_cleft(tree: &ParsedSentence, token: &Token) -> bool {
    let verb = |t: &Token| {
        let clause = matches!(t.dep, Dep::Relcl | Dep::Ccomp | Dep::Advcl);
        clause && t.head == token.head && t.span.start > token.span.start
    };
    let relative = |t: &Token| matches!(t.tag, Tag::WDT | Tag::WP) && t.dep == Dep::Nsubj;
    let told = |t: &Token| {
        relative(t)
            && tree.tokens.get(t.head as usize).is_some_and(|own| {
                verb(own)
                    || own.dep == Dep::Relcl && tree.tokens[own.head as usize].span == token.span
            })
    };
    let pronoun = |t: &Token| t.dep == Dep::Nsubj && t.head == token.head && t.tag == Tag::PRP;
    token.dep == Dep::Attr && tree.tokens.iter().any(told) && tree.tokens.iter().any(pronoun)
}

/// Whether a stretch stands before a noun that it tells more of ("in Altamer cells").
pub(super) fn qualifies(piece: &Piece<'_>, start: usize, end: usize) -> bool {
    let Some(tree) = piece.tree else { return false };
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let last = tree.tokens.iter().rfind(|token| span.holds(token.span));
    last.is_some_and(|token| matches!(token.dep, Dep::Compound | Dep::Amod | Dep::Nmod))
}

/// Whether the second of two stretches of words is the subject of a verb and the first is not: then they are two, and no
/// other names for one.
pub(super) fn acts_apart(
    piece: &Piece<'_>,
    words: &[Word],
    here: (usize, usize),
    there: (usize, usize),
) -> bool {
    let acts = |(first, last): (usize, usize)| {
        let (start, end) = (words[first].start, words[last - 1].end);
        rank_of(piece, start, end) != Rank::Other
    };
    piece.tree.is_some() && acts(there) && !acts(here)
}

/// Whether a verb is that of the main clause, of what the main clause tells, or of another.
fn clause_of(tree: &ParsedSentence, verb: usize) -> Rank {
    let (mut at, mut told) = (verb, false);
    for _ in 0..tree.tokens.len() {
        let Some(token) = tree.tokens.get(at) else {
            break;
        };
        match token.dep {
            Dep::Root if told => return Rank::Subject,
            Dep::Root => return Rank::Main,
            Dep::Conj => at = token.head as usize,
            Dep::Ccomp => (at, told) = (token.head as usize, true),
            // "The loans, the Alba Post wrote, had not been repaid": who tells it acts.
            Dep::Parataxis if at == verb => return Rank::Main,
            _ => break,
        }
    }
    Rank::Aside
}

/// What the parser's label says for (1) or against (-1) the name being an organisation's. One that goes by its first word
/// is no person.
pub(super) fn speaks_of_body(
    label: EntityLabel,
    written: &str,
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) -> i32 {
    let entity = decision.entity.as_str();
    let shortened = entity
        .strip_prefix(written)
        .is_some_and(|rest| rest.starts_with(' '));
    let place = || (context.country_of)(entity).is_some();
    match label {
        EntityLabel::Person if shortened => 1,
        EntityLabel::Person if entity.contains(' ') => -1,
        EntityLabel::Org | EntityLabel::Norp if !place() => 1,
        _ => 0,
    }
}

/// A name that the parser takes for a place's, that no gazetteer knows and that acts, is rather a body's ("Telvara said").
pub(super) fn acts_as_body(decision: &PartyDecision, context: &PartyContext<'_>) -> i32 {
    let unlisted = decision.kind == PartyKind::Unlisted;
    i32::from(unlisted && (context.country_of)(&decision.entity).is_none())
}

/// A noun for one who serves or leads.
fn is_person_role(item: &Item<'_>) -> bool {
    item.role_kind().is_some_and(|kind| {
        is_person_noun(kind) || matches!(kind, RoleKind::Head | RoleKind::Business)
    })
}

/// Whether a noun or title for a person stands before the name that ends the phrase ("chief executive Tom Orme").
pub(super) fn is_called_person(phrase: &Phrase<'_>) -> bool {
    let Some([before @ .., last]) = phrase.parts.first().map(|core| core.items.as_slice()) else {
        return false;
    };
    matches!(last.label, Label::Unknown) && before.iter().any(is_person_role)
}

/// Whether a noun for a person is told by a comma whom it names ("its spokesman, Colonel Jane Roe").
pub(super) fn is_named_beside(phrase: &Phrase<'_>, decision: &PartyDecision) -> bool {
    let [core, beside @ ..] = phrase.parts.as_slice() else {
        return false;
    };
    let full = |i: &Item<'_>| {
        matches!(i.label, Label::Unknown)
            && i.last - i.first > 1
            && phrase.written(i) == decision.entity
    };
    let named = |part: &Part<'_>| part.tie == Tie::Apposed && part.items.iter().any(full);
    core.items.iter().any(is_person_role) && beside.iter().any(named)
}

/// Whether a name is told by a comma to be a person ("Jane Roe, a trader").
pub(super) fn is_told_person(phrase: &Phrase<'_>) -> bool {
    let [core, beside @ ..] = phrase.parts.as_slice() else {
        return false;
    };
    let named = matches!(core.items.as_slice(), [name] if matches!(name.label, Label::Unknown));
    let told = |part: &Part<'_>| {
        let person = |item: &Item<'_>| item.role_kind().is_some_and(is_person_noun);
        part.tie == Tie::Apposed && part.items.iter().any(person)
    };
    named && beside.iter().any(told)
}

/// What the parser takes the last named entity at this stretch for.
pub(super) fn label_at(piece: &Piece<'_>, start: usize, end: usize) -> Option<EntityLabel> {
    let tree = piece.tree?;
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let inside = |at: u32| {
        tree.tokens
            .get(at as usize)
            .is_some_and(|t| span.holds(t.span))
    };
    let mut entities = tree
        .entities
        .iter()
        .filter(|e| inside(e.first) && inside(e.last));
    let entity = entities.next_back()?;
    let firm = entity.label == EntityLabel::Person && is_firm_name(tree, entity, span);
    Some(if firm { EntityLabel::Org } else { entity.label })
}

/// "Belandres Shipping", "Vilamonte Metro": a name of several words whose last says that it is a firm's, whatever the parser
/// takes it for; not "Samantha Capital", whose first is a given name.
fn is_firm_name(tree: &ParsedSentence, entity: &Entity, span: Span) -> bool {
    let first = entity.first as usize;
    let inside = |at: &usize| {
        tree.tokens
            .get(*at)
            .is_some_and(|token| span.holds(token.span))
    };
    let Some(last) = (first + 1..tree.tokens.len()).take_while(inside).last() else {
        return false;
    };
    let ends = WordSets::shared().has(Set::FirmNameEnd, &tree.word(last).to_lowercase());
    ends && !PartyLexicon::embedded().is_first_name(&tree.word(first).to_lowercase())
}

/// Whether the words are those of a headline whose capitals tell nothing.
pub(super) fn is_title_case(words: &[Word]) -> bool {
    let plain: Vec<&Word> = words
        .iter()
        .filter(|w| !w.is_mark() && !w.is_possessive())
        .collect();
    let capital = plain.iter().filter(|w| w.caps > Caps::Lower).count();
    plain.len() >= SHORTEST_HEADLINE && capital as f64 >= HEADLINE_CAPITALS * plain.len() as f64
}

/// Share of capitals from which a line is a headline whose capitals tell nothing.
const HEADLINE_CAPITALS: f64 = 0.75;
/// Shorter lines can be all names.
const SHORTEST_HEADLINE: usize = 5;
