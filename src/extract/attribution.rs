//! The words of an attribution as the literature marks them: source, cue and content, as tokens of a sentence.

mod attitude;
mod run_on;
mod traits;

use crate::lexicon::cues::CueClass;
use crate::lexicon::report_weights::ReportWeights;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::cue::Cue;
use super::tree::Tree;

use attitude::attitude;
pub use run_on::{Heard, drawn_out};
use traits::{own_trait, traits_of};

/// Who says what, as ascending token indices of one sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attribution {
    /// The phrase that names the speaker; empty where the sentence does not.
    pub source: Vec<usize>,
    /// The reporting word with its auxiliaries, particle and the preposition of what is said.
    pub cue: Vec<usize>,
    /// What is said.
    pub content: Vec<usize>,
}

/// The attributions of a sentence, one a word that reports somebody's word or attitude.
///
/// Words that the weights of `report_weights.tsv` know are judged by them, whatever the cue list makes of them for claims
/// ("praised the plan" is an attribution, and no claim); words that the weights do not know count when the cue list has
/// them. Left out are reports inside a quotation, which are part of what is said; `open` tells whether the sentence
/// begins inside one.
pub fn attributions(tree: &Tree, words: &WordSets, cues: &[Cue], open: bool) -> Vec<Attribution> {
    let weights = ReportWeights::embedded();
    let mut found = Vec::new();
    for token in 0..tree.len() {
        if tree.pos(token) != Pos::Punct && is_quoted(tree, words, token, open) {
            continue;
        }
        let listed = cues.iter().find(|cue| cue.token == token);
        let counts = match weights.weight(&own_trait(tree, token)) {
            Some(_) => weights.passes(traits_of(tree, words, token)),
            None => listed.is_some_and(reports),
        };
        if counts {
            let general = || attitude(tree, words, token);
            let cue = listed.filter(|cue| cue.speaker.is_some() && !cue.contents.is_empty());
            let cue = cue.cloned().unwrap_or_else(general);
            found.push(attribution(tree, words, &cue));
        }
    }
    found
}

/// Plans speak for nobody, and nouns and predicates without a speaker say nothing of one.
fn reports(cue: &Cue) -> bool {
    cue.class != CueClass::Plan && (cue.speaker.is_some() || !cue.nominal)
}

/// Whether a quotation is open before the token.
fn is_quoted(tree: &Tree, words: &WordSets, token: usize, open: bool) -> bool {
    let marks = (0..token).filter(|&at| words.has(Set::DoubleQuote, tree.word(at)));
    (marks.count() % 2 == 1) != open
}

fn attribution(tree: &Tree, words: &WordSets, cue: &Cue) -> Attribution {
    let (verb, content) = (cue_words(tree, words, cue), content_words(tree, words, cue));
    let source = cue
        .speaker
        .map_or_else(Vec::new, |speaker| source_words(tree, cue, speaker));
    let source: Vec<usize> = source.into_iter().filter(|at| !verb.contains(at)).collect();
    let outside = |at: &usize| !verb.contains(at) && !source.contains(at);
    Attribution {
        content: content.into_iter().filter(outside).collect(),
        source,
        cue: verb,
    }
}

fn cue_words(tree: &Tree, words: &WordSets, cue: &Cue) -> Vec<usize> {
    let token = cue.token;
    let mut found = vec![token];
    for kid in tree.kids(token) {
        let joined = match tree.dep(kid) {
            Dep::Aux | Dep::Auxpass | Dep::Neg | Dep::Prt | Dep::Agent => true,
            Dep::Advmod => tree.tag(kid) == Tag::RB && kid < token,
            Dep::Prep => {
                leads_to_content(tree, cue, kid)
                    || words.has(Set::According, &tree.word(token).to_lowercase())
            }
            _ => false,
        };
        if joined {
            found.push(kid);
        }
    }
    found.sort_unstable();
    // What stands apart from the reporting word (a fronted adverb, a distant preposition) is no part of the cue.
    let at = found.iter().position(|&word| word == token).unwrap_or(0);
    let first = (1..=at)
        .rev()
        .take_while(|&index| found[index] - found[index - 1] == 1)
        .count();
    let last = (at + 1..found.len())
        .take_while(|&index| found[index] - found[index - 1] == 1)
        .count();
    found[at - first..=at + last].to_vec()
}

fn leads_to_content(tree: &Tree, cue: &Cue, preposition: usize) -> bool {
    let content = tree.governed(preposition);
    content.is_some_and(|content| cue.contents.contains(&content)) && preposition == cue.token + 1
}

/// The speaker's whole phrase, without the clause that the cue heads inside it.
fn source_words(tree: &Tree, cue: &Cue, speaker: usize) -> Vec<usize> {
    below(tree, speaker, &|kid| {
        kid == cue.token || tree.is_below(cue.token, kid) || cue.contents.contains(&kid)
    })
}

/// Everything below the roots of what is said, the cue's own phrase left out where it stands inside.
fn content_words(tree: &Tree, words: &WordSets, cue: &Cue) -> Vec<usize> {
    let inner = |kid: usize| {
        kid == cue.token || tree.is_below(cue.token, kid) && !cue.contents.contains(&kid)
    };
    let mut found: Vec<usize> = cue
        .contents
        .iter()
        .flat_map(|&root| below(tree, root, &inner))
        .collect();
    found.extend(leading_preposition(tree, words, cue));
    found.sort_unstable();
    found.dedup();
    found.retain(|&at| Some(at) != cue.speaker);
    found
}

/// "accused X of shelling": the preposition goes with what is said when it does not stand beside the cue.
fn leading_preposition(tree: &Tree, words: &WordSets, cue: &Cue) -> Option<usize> {
    let head = cue
        .contents
        .first()
        .and_then(|&content| tree.head(content))?;
    let is_preposition = tree.pos(head) == Pos::Adp && tree.head(head) == Some(cue.token);
    (is_preposition && words.has(Set::AccusePreposition, tree.lemma(head)) && head != cue.token + 1)
        .then_some(head)
}

/// A token and all below it but what hangs on tokens that are left out.
fn below(tree: &Tree, root: usize, left_out: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let (mut found, mut queue) = (Vec::new(), vec![root]);
    while let Some(at) = queue.pop() {
        found.push(at);
        queue.extend(tree.kids(at).filter(|&kid| !left_out(kid)));
    }
    found.sort_unstable();
    found
}
