//! The traits of a word by which the weights of `report_weights.tsv` tell whether it reports somebody's word or attitude.

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::cue::Cue;
use super::super::tree::Tree;
use super::context::{context, listed};
use super::government::government;

/// How far up the tree a shared subject is looked for.
const SUBJECT_REACH: usize = 4;

/// The trait that a word has by itself; a word whose own trait has no weight is no candidate.
pub fn own_trait(tree: &Tree, token: usize) -> String {
    format!("w {} {}", tree.pos(token).as_str(), tree.lemma(token))
}

/// All traits of a word in its sentence. The names are those of the list: `w` word, `wp` word with its pattern, `p`
/// pattern, `d` relation, `s` subject, `x` auxiliary, `wk` preposition, `wo`, `o`, `ol` object, `cc` clause, `v` adverb,
/// `q` quotation mark near by; those of [`context`] and [`government`] come behind them.
pub fn traits_of(tree: &Tree, words: &WordSets, cues: &[Cue], token: usize) -> Vec<String> {
    let (lemma, pattern) = (tree.lemma(token), pattern(tree, token));
    let mut found = vec![
        own_trait(tree, token),
        format!("wp {lemma} {pattern}"),
        format!("p {pattern} {}", tree.pos(token).as_str()),
        format!("d {}", tree.dep(token).as_str()),
        format!("wd {lemma} {}", tree.dep(token).as_str()),
        subject_trait(tree, token),
    ];
    for kid in tree.kids(token) {
        dependent_traits(tree, token, kid, &mut found);
    }
    found.extend(
        tree.head(token)
            .map(|head| format!("h {}", tree.lemma(head))),
    );
    if is_near_mark(tree, words, token) {
        found.push("q".to_owned());
        found.push(format!("wq {lemma}"));
    }
    context(tree, words, token, &mut found);
    listed(cues, token, &mut found);
    government(tree, token, pattern, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

/// What the word governs: a clause, an infinitive, an object, the subject of a passive, a preposition, nothing.
pub(super) fn pattern(tree: &Tree, token: usize) -> char {
    let has = |wanted: &[Dep]| tree.kids(token).any(|kid| wanted.contains(&tree.dep(kid)));
    let patterns: [(&[Dep], char); 5] = [
        (&[Dep::Ccomp], 'C'),
        (&[Dep::Xcomp], 'X'),
        (&[Dep::Dobj], 'O'),
        (&[Dep::Nsubjpass, Dep::Auxpass], 'V'),
        (&[Dep::Prep, Dep::Agent], 'P'),
    ];
    patterns
        .into_iter()
        .find(|(wanted, _)| has(wanted))
        .map_or('0', |(_, name)| name)
}

/// The subject of a word and how many steps up the tree it stands; the steps are those taken where there is none.
pub(super) fn subject_of(tree: &Tree, token: usize) -> (Option<usize>, usize) {
    let own = |at: usize| {
        tree.kids(at)
            .find(|&kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass))
    };
    let shares = |at: usize| {
        matches!(
            tree.dep(at),
            Dep::Conj | Dep::Xcomp | Dep::Advcl | Dep::Pcomp
        )
    };
    let (mut at, mut hops) = (token, 0);
    while own(at).is_none() && hops < SUBJECT_REACH && shares(at) {
        let Some(head) = tree.head(at) else { break };
        (at, hops) = (head, hops + 1);
    }
    (own(at).filter(|_| hops < SUBJECT_REACH), hops)
}

fn subject_trait(tree: &Tree, token: usize) -> String {
    let (subject, hops) = subject_of(tree, token);
    let sort = subject.map_or("none", |subject| match tree.pos(subject) {
        Pos::Pron => tree.lemma(subject),
        _ => sort_of(tree, subject),
    });
    format!("s {sort} {}", if hops == 0 { "own" } else { "far" })
}

/// The label of a name, the coarse tag of any other word.
pub(super) fn sort_of<'t>(tree: &'t Tree, token: usize) -> &'t str {
    tree.label(token)
        .map_or(tree.pos(token).as_str(), |label| label.as_str())
}

fn dependent_traits(tree: &Tree, token: usize, kid: usize, found: &mut Vec<String>) {
    let (word, relation) = (tree.lemma(kid), tree.dep(kid));
    match relation {
        Dep::Aux | Dep::Neg | Dep::Mark => found.push(format!("x {} {word}", relation.as_str())),
        Dep::Prep | Dep::Prt | Dep::Agent | Dep::Dative => {
            found.push(format!("wk {} {word}", tree.lemma(token)));
        }
        Dep::Dobj | Dep::Acomp | Dep::Attr | Dep::Oprd => {
            found.push(format!("wo {} {word}", tree.lemma(token)));
            found.push(format!("o {} {}", relation.as_str(), sort_of(tree, kid)));
            found.push(format!("ol {word}"));
        }
        Dep::Poss => found.push("poss".to_owned()),
        Dep::Ccomp => {
            let mark = tree.kid(kid, Dep::Mark).map_or("bare", |_| "mark");
            let side = if kid < token { "before" } else { "after" };
            found.push(format!("cc {mark} {side}"));
        }
        Dep::Advmod => found.push(format!("v {word}")),
        _ => {}
    }
}

/// Whether a quotation mark stands within three words after or two before.
fn is_near_mark(tree: &Tree, words: &WordSets, token: usize) -> bool {
    (token.saturating_sub(2)..=(token + 3).min(tree.len().saturating_sub(1)))
        .any(|at| at != token && words.has(Set::DoubleQuote, tree.word(at)))
}
