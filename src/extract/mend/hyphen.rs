//! "ex-husband", "co-founder": the parser parts a word at its hyphen and hangs all parts side by side on what stands above.

use compact_str::format_compact;

use crate::model::parsed::{Dep, Pos};

use super::{Draft, HYPHEN};

pub(super) fn mend(draft: &mut Draft) {
    led_by_article(draft);
    for mark in 1..draft.len().saturating_sub(1) {
        let (first, last) = (mark - 1, mark + 1);
        let joined = draft.joins(mark);
        let argument = matches!(
            draft.dep(last),
            Dep::Dobj | Dep::Pobj | Dep::Nsubj | Dep::Nsubjpass
        );
        let beside = draft.head(first) == draft.head(last) && draft.dep(first) == draft.dep(last);
        let nouns = draft.is_nominal(first) && draft.is_nominal(last);
        if joined && argument && beside && nouns {
            let before: Vec<usize> = draft.kids(first).collect();
            draft.hand_over(before, last);
            draft.hang(first, last, Dep::Compound);
            draft.hang(mark, last, Dep::Punct);
            draft.sentence.tokens[mark].pos = Pos::Punct;
        }
        if joined && nouns && draft.head(first) == last {
            one_word(draft, first, last);
        }
    }
}

/// "cease-fire": a word that is listed with its hyphen, and no fire.
fn one_word(draft: &mut Draft, first: usize, last: usize) {
    let whole = format_compact!("{}{HYPHEN}{}", draft.word(first), draft.lemma(last));
    let listed = !draft.lexicon.frames.of_noun(&whole).is_empty();
    if listed || draft.lexicon.words.knows(&whole) {
        draft.respell(last, whole);
        draft.sentence.tokens[first].dep = Dep::Punct;
    }
}

/// "won the by-election", where the parser takes the first part for a preposition: one that has an article is none.
fn led_by_article(draft: &mut Draft) {
    for mark in 2..draft.len().saturating_sub(1) {
        let (first, last) = (mark - 1, mark + 1);
        let joined = draft.joins(mark);
        let led = draft.dep(last) == Dep::Pobj && draft.head(last) == first;
        let article = matches!(draft.dep(mark - 2), Dep::Det | Dep::Amod | Dep::Poss);
        let verb = draft.head(first);
        let object = draft.pos(verb) == Pos::Verb && verb < first;
        if joined && led && article && object {
            draft.hang(last, verb, Dep::Dobj);
            draft.hang(first, last, Dep::Compound);
            draft.hang(mark, last, Dep::Punct);
            let before: Vec<usize> = draft.kids(first).collect();
            draft.hand_over(before, last);
        }
    }
}

impl Draft<'_> {
    /// Whether a hyphen joins the words beside it without a blank ("re-elected").
    pub(super) fn joins(&self, mark: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let touch = |at: usize| tokens[at].span.end == tokens[at + 1].span.start;
        self.word(mark) == HYPHEN && touch(mark - 1) && touch(mark)
    }
}
