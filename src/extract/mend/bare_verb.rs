//! "Aid workers said", "Rights monitors said": a noun before a noun that the parser takes for a verb with its object.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for word in 0..draft.len().saturating_sub(1) {
        let (noun, report) = (word + 1, draft.head(word));
        let clause = matches!(draft.dep(word), Dep::Csubj | Dep::Nsubj);
        let bare = clause && matches!(draft.tag(word), Tag::VB | Tag::VBP);
        let object = draft.head(noun) == word && draft.dep(noun) == Dep::Dobj;
        let people =
            draft.pos(noun) == Pos::Noun && draft.lexicon.words.is_somebody(draft.lemma(noun));
        if bare && object && people && draft.cue_class(report).is_some() && report > noun {
            let kids: Vec<usize> = draft.kids(word).filter(|&kid| kid != noun).collect();
            draft.hang(noun, report, Dep::Nsubj);
            draft.hand_over(kids, noun);
            draft.hang(word, noun, Dep::Compound);
            draft.sentence.tokens[word].pos = Pos::Noun;
            draft.sentence.tokens[word].tag = Tag::NN;
        }
    }
}
