//! The words of an article that can be cues, each with its traits and whether the gold has it as one: what weights are fitted on.

use crate::extract::attribution::candidates;
use crate::extract::tree::Tree;
use crate::lexicon::Lexicon;
use crate::model::parsed::Pos;
use crate::parse::Parser;

use super::{Article, Text, parsed};

/// A word that can be a cue.
#[derive(Debug)]
pub struct Example {
    /// Whether it heads a cue of the gold.
    pub cue: bool,
    /// The trait of the word by itself.
    pub own: String,
    /// All its traits.
    pub traits: Vec<String>,
}

/// The words of an article that can be cues.
pub fn examples(article: &Article, lexicon: &Lexicon, parser: &Parser) -> Vec<Example> {
    let sentences = parsed(article, lexicon, parser);
    let trees: Vec<Tree> = sentences
        .iter()
        .map(|sentence| Tree::mended(sentence, lexicon))
        .collect();
    let text = Text::new(&article.text, &sentences);
    let heads = heads(&text, article, &trees);
    let mut start = 0;
    let mut found = Vec::new();
    for setting in text.settings(&trees, lexicon) {
        let words = candidates(setting.tree, &lexicon.words, &setting.cues, setting.open);
        found.extend(words.into_iter().map(|(token, own, traits)| Example {
            cue: heads.contains(&(start + token)),
            own,
            traits,
        }));
        start += setting.tree.len();
    }
    found
}

/// The head of each cue of the gold, counted in words of the article: its verb if it has one at the top.
fn heads(text: &Text, article: &Article, trees: &[Tree]) -> Vec<usize> {
    let wanted = text.wanted(&article.attributions);
    wanted
        .iter()
        .filter_map(|want| {
            let (mut start, mut at) = (0, 0);
            let first = *want.cue.first()?;
            while first >= start + trees.get(at)?.len() {
                start += trees[at].len();
                at += 1;
            }
            let tree = &trees[at];
            let inside = |token: usize| want.cue.contains(&(start + token));
            let is_top =
                |&token: &usize| inside(token) && tree.head(token).is_none_or(|head| !inside(head));
            let tops: Vec<usize> = (0..tree.len()).filter(is_top).collect();
            let verb = tops.iter().find(|&&top| tree.pos(top) == Pos::Verb);
            verb.or(tops.first()).map(|top| start + top)
        })
        .collect()
}
