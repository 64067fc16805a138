//! Where what is said begins and ends, as the literature marks it: without the listener, the stage and remarks put behind it.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::Cue;
use super::super::tree::Tree;

/// The cue with the roots of what is said as the literature has them.
pub(super) fn bounded(tree: &Tree, words: &WordSets, mut cue: Cue) -> Cue {
    let stage = cue
        .contents
        .iter()
        .all(|&root| is_stage(tree, words, cue.token, root));
    if let Some(clause) = told_by_clause(tree, words, cue.token).filter(|_| stage) {
        cue.contents = vec![clause];
        return cue;
    }
    if let Some(contents) = told_by_noun(tree, words, &cue) {
        cue.contents = contents;
        return cue;
    }
    if cue.contents.iter().any(|&root| is_clause(tree, &cue, root)) {
        cue.contents
            .retain(|&root| !is_beside(tree, cue.token, root));
    }
    if cue.contents.is_empty() {
        cue.contents = leftovers(tree, cue.token, cue.speaker);
    }
    if cue.class == CueClass::Accuse && tree.is_verb(cue.token) {
        cue.contents.extend(cue.accused);
    }
    cue.contents.retain(|&root| Some(root) != cue.speaker);
    cue
}

/// "As the agency reported, the road is open": the clause that the report is set into is what is said.
fn told_by_clause(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let says =
        |kid: usize| tree.dep(kid) == Dep::Mark && words.has(Set::AsPreposition, tree.lemma(kid));
    let clause = tree.dep(token) == Dep::Advcl && tree.kids(token).any(says);
    if !clause || governs(tree, token) {
        return None;
    }
    tree.head(token)
}

/// "words that he has repeated for years", "words which he repeated": what is said is the noun, or the pronoun that stands
/// for it, and not where or when the verb puts it.
fn told_by_noun(tree: &Tree, words: &WordSets, cue: &Cue) -> Option<Vec<usize>> {
    let noun = tree.head(cue.token)?;
    let relative = tree.dep(cue.token) == Dep::Relcl && !governs(tree, cue.token);
    let subject = tree
        .kids(cue.token)
        .find(|&kid| tree.dep(kid) == Dep::Nsubj)?;
    let other = !is_relative(tree, subject) && cue.speaker != Some(noun);
    if !relative || !other || !tree.is_nominal(noun) {
        return None;
    }
    let pronoun = tree
        .kids(cue.token)
        .find(|&kid| is_relative(tree, kid) && kid < subject);
    let Some(pronoun) = pronoun else {
        return Some(vec![noun]);
    };
    let mut contents = cue.contents.clone();
    contents.retain(|&root| !is_stage(tree, words, cue.token, root));
    contents.push(pronoun);
    Some(contents)
}

fn is_relative(tree: &Tree, token: usize) -> bool {
    matches!(tree.tag(token), Tag::WP | Tag::WDT)
}

/// Whether a verb has a clause or an object of its own, a relative pronoun aside.
fn governs(tree: &Tree, token: usize) -> bool {
    tree.kids(token).any(|kid| {
        matches!(tree.dep(kid), Dep::Ccomp | Dep::Xcomp | Dep::Dobj) && !is_relative(tree, kid)
    })
}

/// "as she said at the outset, in an interview on air": where it was said, not what.
fn is_stage(tree: &Tree, words: &WordSets, token: usize, root: usize) -> bool {
    tree.head(root).is_some_and(|head| {
        tree.head(head) != Some(token)
            || tree.dep(head) == Dep::Prep && words.has(Set::ScenePreposition, tree.lemma(head))
    })
}

/// A clause is said; what stands beside it is not.
fn is_clause(tree: &Tree, cue: &Cue, root: usize) -> bool {
    tree.head(root) == Some(cue.token) && tree.dep(root) == Dep::Ccomp
        || tree.head(cue.token) == Some(root) && tree.is_verb(root)
}

/// "told reporters in Alba on Monday that …": listeners, place and day.
pub(super) fn is_beside(tree: &Tree, token: usize, root: usize) -> bool {
    let Some(head) = tree.head(root) else {
        return false;
    };
    let own = head == token && matches!(tree.dep(root), Dep::Dobj | Dep::Dative);
    let below = tree.head(head) == Some(token) && matches!(tree.dep(head), Dep::Prep | Dep::Dative);
    own || below && tree.pos(head) == Pos::Adp
}

/// "a merger announced on Monday", "said so", "known as": what is left when no clause, object or phrase is said.
fn leftovers(tree: &Tree, token: usize, speaker: Option<usize>) -> Vec<usize> {
    let mut found: Vec<usize> = tree
        .kids(token)
        .filter(|&kid| kid > token && Some(kid) != speaker && !tree.is_time(kid))
        .filter(|&kid| {
            matches!(
                tree.dep(kid),
                Dep::Intj | Dep::Advcl | Dep::Dep | Dep::Nsubj | Dep::Parataxis
            ) || tree.dep(kid) == Dep::Advmod && kid + 2 >= tree.len()
        })
        .collect();
    let passive = tree.tag(token) == Tag::VBN;
    if found.is_empty() && passive && matches!(tree.dep(token), Dep::Acl | Dep::Amod) {
        found.extend(tree.head(token));
    }
    found
}

/// What is put behind a comma about a thing in what is said ("…, which cost two lives") is the writer's word, unless quoted;
/// a report put behind it ("…, citing a witness") is one of its own.
pub(super) fn is_remark(
    tree: &Tree,
    words: &WordSets,
    cues: &[Cue],
    token: usize,
    last: usize,
) -> bool {
    let reports = || {
        let listed = cues.iter().any(|cue| cue.token == token);
        tree.dep(token) == Dep::Advcl && tree.tag(token) == Tag::VBG && listed
    };
    if tree.dep(token) != Dep::Relcl && !reports() {
        return false;
    }
    let (first, end) = ends_of(tree, token);
    let quoted = (first..=end).any(|at| words.has(Set::DoubleQuote, tree.word(at)));
    is_behind_comma(tree, first) && end >= last && !quoted
}

fn is_behind_comma(tree: &Tree, first: usize) -> bool {
    first
        .checked_sub(1)
        .is_some_and(|at| tree.tag(at) == Tag::Comma)
}

/// The first and the last token below a token.
fn ends_of(tree: &Tree, token: usize) -> (usize, usize) {
    let below = || (0..tree.len()).filter(|&at| tree.is_below(at, token));
    (
        below().min().unwrap_or(token),
        below().max().unwrap_or(token),
    )
}

/// "described it as a sham", "blamed him for leaving": the preposition goes with what is said where it stands apart from
/// the cue.
pub(super) fn prepositions(tree: &Tree, cue: &Cue) -> Vec<usize> {
    let own = |at: usize| {
        let head = tree.head(at);
        head == Some(cue.token) || head.is_some_and(|head| cue.contents.contains(&head))
    };
    cue.contents
        .iter()
        .filter_map(|&root| tree.head(root))
        .filter(|&at| tree.pos(at) == Pos::Adp || tree.dep(at) == Dep::Prep)
        .filter(|&at| at > cue.token + 1 && own(at))
        .collect()
}
