//! "Three killed, 20 injured in blast": a headline's tally without auxiliaries, of whose numbers the parser makes a doer and
//! an object.

use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft, title: bool) {
    for second in 3..draft.len() {
        hurt(draft, second);
        let number = draft.head(second);
        let hung = draft.tag(second) == Tag::VBN
            && draft.dep(second) == Dep::Acl
            && draft.tag(number) == Tag::CD
            && number + 1 == second;
        if hung && befalls(draft, second) {
            tally(draft, number, second, title);
        }
    }
}

/// "12 hurt": the parser takes it for a noun where the participle is like one.
fn hurt(draft: &mut Draft, word: usize) {
    let number = word - 1;
    let noun = draft.tag(word) == Tag::NN
        && draft.tag(number) == Tag::CD
        && draft.head(number) == word
        && draft.words[word] == draft.lemmas[word]
        && matches!(
            draft.dep(word),
            Dep::Dobj | Dep::Npadvmod | Dep::Appos | Dep::Conj
        );
    if noun && befalls(draft, word) {
        draft.put_in_place(number, word);
        draft.hang(word, number, Dep::Acl);
        let kids: Vec<usize> = draft.kids(word).filter(|&kid| kid < number).collect();
        draft.hand_over(kids, number);
        let token = &mut draft.sentence.tokens[word];
        (token.pos, token.tag) = (Pos::Verb, Tag::VBN);
    }
}

/// Makes two clauses of "three killed, 20 injured", each with its number for what it befell.
fn tally(draft: &mut Draft, number: usize, second: usize, title: bool) {
    let above = draft.head(number);
    let first = match draft.dep(number) {
        Dep::Dobj | Dep::Npadvmod | Dep::Conj => above,
        Dep::Appos => match draft.kid(above, Dep::Acl) {
            Some(at) if at < number => at,
            _ => return,
        },
        _ => return,
    };
    let Some(befallen) = befallen(draft, first, title).filter(|_| first < number) else {
        return;
    };
    if draft.dep(first) == Dep::Acl {
        draft.put_in_place(first, befallen);
    }
    draft.hang(befallen, first, Dep::Nsubjpass);
    draft.hang(second, first, Dep::Conj);
    draft.hang(number, second, Dep::Nsubjpass);
    for verb in [first, second] {
        let word = &mut draft.sentence.tokens[verb];
        (word.pos, word.tag) = (Pos::Verb, Tag::VBN);
    }
}

/// Who stands before the first participle, where it has no auxiliary and they are counted, or all is a headline.
fn befallen(draft: &Draft, first: usize, title: bool) -> Option<usize> {
    let bare = matches!(draft.tag(first), Tag::VBN | Tag::VBD)
        && [Dep::Aux, Dep::Auxpass, Dep::Agent]
            .into_iter()
            .all(|dep| draft.kid(first, dep).is_none());
    let before = match draft.dep(first) {
        Dep::Acl => Some(draft.head(first)),
        _ => draft.kids(first).find(|&kid| {
            kid < first && matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Meta)
        }),
    };
    let counted = |at: usize| draft.tag(at) == Tag::CD || draft.kid(at, Dep::Nummod).is_some();
    // "A woman killed 30 injured in raid", but not "Gunmen killed 30 injured in hospital".
    let one = |at: usize| {
        let known = |article: usize| {
            draft
                .lexicon
                .words
                .has(Set::Determined, draft.lemma(article))
        };
        title
            && draft
                .kid(at, Dep::Det)
                .is_some_and(|article| !known(article))
    };
    before.filter(|&at| bare && befalls(draft, first) && at < first && (counted(at) || one(at)))
}

/// A verb of a deed that is done to people.
pub(super) fn befalls(draft: &Draft, verb: usize) -> bool {
    let mut frames = draft.lexicon.frames.of_verb(draft.lemma(verb)).iter();
    frames.any(|frame| frame.needs.is_none() && frame.theme == Slot::Object)
}
