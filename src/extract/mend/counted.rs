//! "acknowledged eleven dead", "spoke of 40 wounded": people counted by a word that the parser took for a predicate.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    people_dead(draft);
    for word in 2..draft.len() {
        let number = word - 1;
        let words = &draft.lexicon.words;
        let harmed = words.has(Set::HarmNoun, draft.word(word)) && draft.pos(word) != Pos::Noun;
        if !harmed || draft.pos(number) != Pos::Num {
            continue;
        }
        let loose = matches!(
            draft.dep(word),
            Dep::Ccomp | Dep::Oprd | Dep::Advcl | Dep::Npadvmod | Dep::Advmod | Dep::Acl
        );
        let place = match draft.dep(number) {
            Dep::Dobj | Dep::Pobj => Some((draft.head(number), draft.dep(number))),
            Dep::Nsubj | Dep::Nummod if draft.head(number) == word => {
                Some((draft.head(word), Dep::Dobj))
            }
            _ => None,
        };
        let Some((head, dep)) = place.filter(|_| loose && !has_copula(draft, word)) else {
            continue;
        };
        let (verb, particle) = match dep {
            Dep::Pobj => (draft.head(head), Some(head)),
            _ => (head, None),
        };
        if reports(draft, verb, particle) && !draft.is_below(head, word) {
            draft.hang(word, head, dep);
            draft.hang(number, word, Dep::Nummod);
        }
    }
}

/// "put the number of Ruthenian dead at three": the dead are counted, and their land tells whose.
fn people_dead(draft: &mut Draft) {
    for word in 3..draft.len() {
        let (land, words) = (word - 1, &draft.lexicon.words);
        let harmed = words.has(Set::HarmNoun, draft.word(word)) && draft.pos(word) != Pos::Noun;
        let of = draft.head(land);
        let counted = of < land
            && words.has(Set::TallyNoun, draft.lemma(draft.head(of)))
            && draft.dep(of) == Dep::Prep
            && matches!(draft.pos(land), Pos::Adj | Pos::Propn)
            && draft.dep(land) == Dep::Pobj;
        if harmed && counted && !has_copula(draft, word) {
            draft.hang(word, of, Dep::Pobj);
            draft.hang(land, word, Dep::Amod);
        }
    }
}

fn has_copula(draft: &Draft, word: usize) -> bool {
    let words = &draft.lexicon.words;
    draft
        .kids(word)
        .any(|kid| words.has(Set::Copula, draft.lemma(kid)) || draft.dep(kid) == Dep::Aux)
}

fn reports(draft: &Draft, verb: usize, particle: Option<usize>) -> bool {
    let lemma = draft.lemma(verb);
    let says = || {
        let cues = &draft.lexicon.cues;
        let whole = particle.map(|at| format!("{lemma} {}", draft.lemma(at)));
        let entry = whole
            .and_then(|whole| cues.find(&whole, CuePart::Verb))
            .or_else(|| cues.find(lemma, CuePart::Verb));
        entry.is_some_and(|entry| {
            matches!(entry.class, CueClass::Say | CueClass::Confirm)
                && !draft.lexicon.words.has(Set::SeeVerb, lemma)
        })
    };
    draft.lexicon.words.has(Set::RecordingVerb, lemma) || says()
}
