//! Whether a date lies behind or ahead: the tense of the verb that it hangs on.

use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Link, Sense};
use crate::model::parsed::{Dep, Pos, Tag};

use super::Direction;

/// The direction of what a token hangs on; `None` where no verb tells.
pub fn direction(tree: &Tree, words: &DateWords, token: usize) -> Option<Direction> {
    let mut under_for = false;
    // News sentences are far shallower; the bound only guards against odd parses.
    for at in std::iter::once(token).chain(tree.ancestors(token)).take(12) {
        let found = if tree.is_verb(at) {
            let called = words.has(tree.lemma(at), Sense::Plan)
                && (under_for || has_for_between(tree, words, at, token));
            called
                .then_some(Direction::Future)
                .or_else(|| of_verb(tree, words, at))
        } else {
            of_noun(tree, words, at)
        };
        match found {
            // "will leave before they are moved on Friday": a present in an adverbial clause takes the time of its main verb.
            Some(Direction::Present) if tree.dep(at) == Dep::Advcl => {}
            Some(direction) => return Some(direction),
            None => {}
        }
        // "called for rallies on Friday": what is called for lies ahead.
        under_for |= at != token
            && tree.dep(at) == Dep::Prep
            && words.has(tree.lemma(at), Sense::Link(Link::For));
    }
    None
}

/// "called for rallies on Friday", where the parser hangs the day on the verb; the day of "called for it in a speech on Friday"
/// is that of the speech.
fn has_for_between(tree: &Tree, words: &DateWords, verb: usize, token: usize) -> bool {
    let path = std::iter::once(token).chain(tree.ancestors(token));
    let own = path.take_while(|&at| at != verb).last();
    let occasion = own.is_some_and(|own| {
        tree.dep(own) == Dep::Prep && tree.head(token) != Some(own) && own != token
    });
    !occasion
        && tree
            .prepositions(verb)
            .any(|kid| kid < token && words.has(tree.lemma(kid), Sense::Link(Link::For)))
}

/// Whether the verb that a token stands before hangs in the past ("Until Friday the ministry had declined").
pub fn is_past_behind(tree: &Tree, words: &DateWords, token: usize) -> bool {
    let verb = tree.head_verb(token);
    verb.is_some_and(|verb| verb > token) && is_past(tree, words, token)
}

/// Whether the nearest verb above a token stands in the past or past perfect.
pub fn is_past(tree: &Tree, words: &DateWords, token: usize) -> bool {
    tree.head_verb(token).is_some_and(|verb| {
        let delayed = words.has(tree.lemma(verb), Sense::Scheduled);
        let past = tree.tag(verb) == Tag::VBD
            || tree.kids(verb).any(|kid| {
                matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass) && tree.tag(kid) == Tag::VBD
            });
        past && !delayed
    })
}

fn of_verb(tree: &Tree, words: &DateWords, verb: usize) -> Option<Direction> {
    let scheduled = words.has(tree.lemma(verb), Sense::Scheduled);
    if scheduled && (tree.tag(verb) != Tag::VBD || tree.is_passive(verb)) {
        return Some(Direction::Future);
    }
    if let Some(direction) = of_auxiliaries(tree, words, verb) {
        return Some(direction);
    }
    match tree.tag(verb) {
        Tag::VBD => Some(Direction::Past),
        // A participle alone is past, one that is coordinated stands under the auxiliary of its mate.
        Tag::VBN if !scheduled && tree.dep(verb) != Dep::Conj => Some(Direction::Past),
        Tag::VBZ | Tag::VBP if words.has(tree.lemma(verb), Sense::Timetable) => {
            Some(Direction::Future)
        }
        Tag::VBZ | Tag::VBP => Some(Direction::Present),
        _ => None,
    }
}

fn of_auxiliaries(tree: &Tree, words: &DateWords, verb: usize) -> Option<Direction> {
    let mut found = None;
    for kid in tree.kids(verb) {
        let word = tree.lemma(kid);
        match (tree.dep(kid), tree.tag(kid)) {
            (Dep::Aux, Tag::MD) if words.has(word, Sense::FutureAux) => {
                return Some(Direction::Future);
            }
            (Dep::Aux, Tag::MD) if words.has(word, Sense::OpenAux) => {}
            (Dep::Aux, Tag::MD) => found = Some(Direction::Future),
            (Dep::Aux, Tag::TO) => return of_infinitive(tree, words, verb),
            // A perfect, also after "may" and "should", and a past passive or progressive.
            (Dep::Aux, Tag::VB | Tag::VBZ | Tag::VBP) if tree.tag(verb) == Tag::VBN => {
                found = Some(Direction::Past);
            }
            (Dep::Aux | Dep::Auxpass, Tag::VBD) => found = Some(Direction::Past),
            (Dep::Aux | Dep::Auxpass, Tag::VBZ | Tag::VBP) => {
                found = found.or(Some(Direction::Present));
            }
            _ => {}
        }
    }
    found
}

/// "plans to meet", "is to meet", "Trump to visit": ahead; "managed to meet": as its head; "was said to have met": past.
fn of_infinitive(tree: &Tree, words: &DateWords, verb: usize) -> Option<Direction> {
    let perfect = tree
        .kids(verb)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::VB);
    if perfect && tree.tag(verb) == Tag::VBN {
        return Some(Direction::Past);
    }
    match tree.head(verb) {
        Some(head) => {
            // A headline: "Trump to meet Putin on Friday".
            let headline = tree.head(head).is_none() && !tree.is_verb(head);
            let ahead =
                headline || words.has(tree.lemma(head), Sense::Plan) || is_bare_copula(tree, head);
            ahead.then_some(Direction::Future)
        }
        None => Some(Direction::Future),
    }
}

/// "The talks are to resume": nothing stands between the copula and the infinitive.
fn is_bare_copula(tree: &Tree, head: usize) -> bool {
    let filled = |kid| {
        matches!(
            tree.dep(kid),
            Dep::Attr | Dep::Acomp | Dep::Dobj | Dep::Prep
        )
    };
    tree.pos(head) == Pos::Aux && !tree.kids(head).any(filled)
}

/// "the deadline of 1 June": ahead, unless its verb is past ("the deadline passed").
fn of_noun(tree: &Tree, words: &DateWords, at: usize) -> Option<Direction> {
    let scheduled = words.has(tree.lemma(at), Sense::Scheduled);
    let past = || {
        let verb = tree.head(at).filter(|_| tree.dep(at) == Dep::Nsubj);
        verb.is_some_and(|verb| tree.tag(verb) == Tag::VBD)
    };
    scheduled.then(|| {
        if past() {
            Direction::Present
        } else {
            Direction::Future
        }
    })
}
