//! The words of an attribution as the literature marks them: source, cue and content, as tokens of a sentence.

mod attitude;
mod bounds;
mod context;
mod government;
mod next_to;
mod quoted;
mod run_on;
mod traits;
mod who;

use crate::lexicon::cues::CueClass;
use crate::lexicon::report_weights::ReportWeights;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::cue::{Cue, SAME_QUOTATION};
use super::tree::Tree;

use attitude::attitude;
use bounds::{bounded, is_beside, is_remark, prepositions};
use quoted::{beside, filled, quotations};
pub use run_on::{Heard, drawn_out};
use traits::{own_trait, traits_of};
use who::{felt, source};

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
    for token in unquoted(tree, words, open) {
        let listed = cues.iter().find(|cue| cue.token == token);
        let counts = match weights.weight(&own_trait(tree, token)) {
            Some(_) => weights.passes(traits_of(tree, words, cues, token)),
            None => listed.is_some_and(reports),
        };
        if counts {
            let general = || attitude(tree, words, token);
            let cue = listed.filter(|cue| cue.speaker.is_some() && !cue.contents.is_empty());
            let cue = cue.cloned().unwrap_or_else(general);
            found.push(attribution(
                tree,
                words,
                cues,
                bounded(tree, words, cue),
                open,
            ));
        }
    }
    found
}

/// Each word that can be a cue with its traits, its own first, for fitting the weights.
pub fn candidates(
    tree: &Tree,
    words: &WordSets,
    cues: &[Cue],
    open: bool,
) -> Vec<(usize, String, Vec<String>)> {
    let sorts = [
        Pos::Verb,
        Pos::Aux,
        Pos::Noun,
        Pos::Adj,
        Pos::Adv,
        Pos::Adp,
        Pos::Punct,
        Pos::Propn,
    ];
    unquoted(tree, words, open)
        .filter(|&token| sorts.contains(&tree.pos(token)))
        .map(|token| {
            let traits = traits_of(tree, words, cues, token);
            (token, own_trait(tree, token), traits)
        })
        .collect()
}

/// Tokens outside quotations; a mark may report what it opens.
fn unquoted(tree: &Tree, words: &WordSets, open: bool) -> impl Iterator<Item = usize> {
    let reports =
        move |&token: &usize| tree.pos(token) == Pos::Punct || !is_quoted(tree, words, token, open);
    (0..tree.len()).filter(reports)
}

/// Plans speak for nobody, and nouns and predicates without a speaker say nothing of one; the sentences of one quotation are
/// what one word reports.
fn reports(cue: &Cue) -> bool {
    let told = cue.class != CueClass::Plan && cue.rule != SAME_QUOTATION;
    told && (cue.speaker.is_some() || !cue.nominal)
}

/// Whether a quotation is open before the token.
fn is_quoted(tree: &Tree, words: &WordSets, token: usize, open: bool) -> bool {
    let marks = (0..token).filter(|&at| words.has(Set::DoubleQuote, tree.word(at)));
    (marks.count() % 2 == 1) != open
}

fn attribution(
    tree: &Tree,
    words: &WordSets,
    cues: &[Cue],
    mut cue: Cue,
    open: bool,
) -> Attribution {
    let verb = cue_words(tree, words, &cue);
    match felt(tree, words, cue.token) {
        Some((who, what)) => (cue.speaker, cue.contents) = (Some(who), vec![what]),
        None => cue.speaker = source(tree, words, &cue),
    }
    let source = cue
        .speaker
        .map_or_else(Vec::new, |speaker| source_words(tree, &cue, speaker));
    let source: Vec<usize> = source.into_iter().filter(|at| !verb.contains(at)).collect();
    let block = [verb.as_slice(), source.as_slice()].concat();
    let parts = quotations(tree, words, open);
    let quoted = beside(tree, &parts, cue.token, &block);
    if !quoted.is_empty() {
        cue.contents
            .retain(|&root| !is_beside(tree, cue.token, root));
    }
    let content = filled(
        &parts,
        &quoted,
        &block,
        content_words(tree, words, cues, &cue),
    );
    let outside = |at: &usize| !block.contains(at);
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

/// Everything below the roots of what is said, the cue's own phrase left out where it stands inside, and remarks at the end.
fn content_words(tree: &Tree, words: &WordSets, cues: &[Cue], cue: &Cue) -> Vec<usize> {
    let inner = |kid: usize| {
        kid == cue.token || tree.is_below(cue.token, kid) && !cue.contents.contains(&kid)
    };
    let all = |left_out: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let roots = cue.contents.iter();
        roots
            .flat_map(|&root| below(tree, root, left_out))
            .collect()
    };
    let last = all(&inner).into_iter().max().unwrap_or(0);
    let last = if tree.pos(last) == Pos::Punct {
        last.saturating_sub(1)
    } else {
        last
    };
    let mut found =
        all(&|kid| inner(kid) || kid > cue.token && is_remark(tree, words, cues, kid, last));
    found.extend(prepositions(tree, cue));
    found.sort_unstable();
    found.dedup();
    found.retain(|&at| Some(at) != cue.speaker);
    found
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
