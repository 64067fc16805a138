//! Source and content of words that tell an attitude but make no claim: "praised the plan", "is expected to win", ": ".

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::LexiconLine;
use crate::model::parsed::{Dep, Pos};

use super::super::cue::{Cue, verb_speaker};
use super::super::tree::Tree;

/// Words before a colon, at most, that name who speaks after it.
const SCRIPT_NAME: usize = 5;

/// A cue that takes no side, with the phrases that stand where source and content stand in the grammar.
pub(super) fn attitude(tree: &Tree, words: &WordSets, token: usize) -> Cue {
    let (speaker, contents) = match tree.pos(token) {
        Pos::Verb | Pos::Aux => of_verb(tree, words, token),
        Pos::Noun | Pos::Propn => of_noun(tree, token),
        Pos::Adj => of_adjective(tree, token),
        Pos::Punct => of_colon(tree, token),
        Pos::Adp => (tree.governed(token), above(tree, token)),
        _ => (None, above(tree, token)),
    };
    Cue {
        token,
        class: CueClass::Neutral,
        modality: None,
        line: LexiconLine {
            file: "report_weights.tsv",
            line: 0,
        },
        speaker,
        contents: contents
            .into_iter()
            .filter(|&at| Some(at) != speaker)
            .collect(),
        up: None,
        accused: None,
        undecided: true,
        nominal: false,
        charges: false,
        rule: "speaker.attitude",
    }
}

type Sides = (Option<usize>, Vec<usize>);

fn of_verb(tree: &Tree, words: &WordSets, token: usize) -> Sides {
    // "seems to be winning": nobody is said to think so, and the subject belongs to what is thought.
    let seems = words.has(Set::Copula, tree.lemma(token)) && tree.pos(token) == Pos::Verb;
    let speaker = verb_speaker(tree, words, token).filter(|_| !seems);
    let mut contents = dependents(tree, token);
    if seems {
        contents.extend(tree.kid(token, Dep::Nsubj));
    }
    if contents.is_empty() && tree.dep(token) == Dep::Relcl {
        contents.extend(tree.head(token).filter(|&head| Some(head) != speaker));
    }
    if contents.is_empty() && matches!(tree.dep(token), Dep::Parataxis | Dep::Advcl) {
        contents.extend(tree.head(token));
    }
    (speaker, contents)
}

fn dependents(tree: &Tree, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for kid in tree.kids(token) {
        match tree.dep(kid) {
            Dep::Ccomp
            | Dep::Xcomp
            | Dep::Dobj
            | Dep::Acomp
            | Dep::Attr
            | Dep::Oprd
            | Dep::Nsubjpass => {
                found.push(kid);
            }
            Dep::Prep if kid > token => {
                found.extend(tree.governed(kid).filter(|&at| !tree.is_time(at)));
            }
            _ => {}
        }
    }
    found
}

fn of_noun(tree: &Tree, token: usize) -> Sides {
    let holder = tree.issuer(token).or_else(|| tree.nationality(token));
    let speaker = holder.or_else(|| {
        let verb = tree.head(token).filter(|&head| tree.is_verb(head))?;
        tree.subject(verb).filter(|&subject| subject != token)
    });
    let contents = tree.kids(token).filter_map(|kid| match tree.dep(kid) {
        Dep::Acl | Dep::Ccomp | Dep::Relcl => Some(kid),
        Dep::Prep => tree.governed(kid),
        _ => None,
    });
    (speaker, contents.collect())
}

fn of_adjective(tree: &Tree, token: usize) -> Sides {
    let speaker = tree
        .head(token)
        .filter(|&head| tree.is_verb(head))
        .and_then(|verb| tree.subject(verb));
    (speaker, dependents(tree, token))
}

/// "MODERATOR: What is your plan?".
fn of_colon(tree: &Tree, token: usize) -> Sides {
    let name = (0..token).find(|&at| {
        tree.is_nominal(at) && tree.head(at).is_none_or(|head| head >= token || head == at)
    });
    let speaker = name
        .or_else(|| token.checked_sub(1))
        .filter(|_| token <= SCRIPT_NAME);
    let after = token + 1..tree.len();
    let roots = after
        .clone()
        .filter(|&at| tree.head(at).is_none_or(|head| !after.contains(&head)));
    (speaker, roots.collect())
}

/// The clause that an adverb or a phrase is set into.
fn above(tree: &Tree, token: usize) -> Vec<usize> {
    let verb = tree.ancestors(token).find(|&at| tree.is_verb(at));
    verb.or_else(|| tree.head(token)).into_iter().collect()
}
