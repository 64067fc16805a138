//! "Denied having used mortars", "not a single vote changed columns": a verb that the parser hung before its object as if it
//! described it; "said not one shell fell": a negation that it hung on the word of report.

use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        having_done(draft, token);
        moving_body(draft, token);
        mocked_at_work(draft, token);
        has_subject(draft, token);
        not_one(draft, token);
        contrast(draft, token);
    }
}

/// "denied having used mortars": no mortars that were used.
fn having_done(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let before = draft.tag(verb) == Tag::VBN && draft.dep(verb) == Dep::Amod && noun > verb;
    let having = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Aux && draft.tag(kid) == Tag::VBG && kid < verb);
    let whole = matches!(draft.dep(noun), Dep::Dobj | Dep::Pobj);
    if before && having && whole {
        draft.govern(verb, noun);
    }
}

/// "blown up by retreating Utopian troops": the troops did it, and what they did meanwhile describes them.
fn moving_body(draft: &mut Draft, verb: usize) {
    let by = draft.head(verb);
    let under =
        draft.tag(verb) == Tag::VBG && draft.dep(verb) == Dep::Pcomp && draft.dep(by) == Dep::Agent;
    let Some(noun) = draft.kid(verb, Dep::Dobj).filter(|&at| under && at > verb) else {
        return;
    };
    let armed = draft.lexicon.is_armed(draft.word(noun), draft.lemma(noun));
    let bare = !draft.kids(noun).any(|kid| draft.dep(kid) == Dep::Det);
    // "by killing soldiers": what troops suffer they are the object of.
    let mut frames = draft.lexicon.frames.of_verb(draft.lemma(verb)).iter();
    let suffered = frames.any(|frame| frame.theme == Slot::Object);
    if armed && bare && !suffered {
        draft.hang(noun, by, Dep::Pobj);
        draft.hang(verb, noun, Dep::Amod);
    }
}

/// "mocked responding officers": they are mocked, and what they did meanwhile describes them.
fn mocked_at_work(draft: &mut Draft, gerund: usize) {
    let verb = gerund - 1;
    let words = &draft.lexicon.words;
    let scorned = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Xcomp
        && draft.head(gerund) == verb
        && words.has(Set::ScornVerb, draft.lemma(verb));
    let whom = draft
        .kid(gerund, Dep::Dobj)
        .filter(|&at| scorned && at > gerund);
    let bare = |at: usize| {
        draft
            .kids(at)
            .all(|kid| !matches!(draft.dep(kid), Dep::Det | Dep::Poss))
    };
    if let Some(whom) = whom.filter(|&at| words.is_somebody(draft.lemma(at)) && bare(at)) {
        draft.hang(whom, verb, Dep::Dobj);
        draft.hang(gerund, whom, Dep::Amod);
    }
}

/// "not a single vote changed columns": what has a subject of its own before it is a verb.
fn has_subject(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let before = matches!(draft.tag(verb), Tag::VBN | Tag::VBD)
        && draft.dep(verb) == Dep::Amod
        && noun > verb
        && draft.pos(noun) == Pos::Noun
        && draft.kid(verb, Dep::Auxpass).is_none();
    let subject = draft
        .kids(verb)
        .find(|&kid| matches!(draft.dep(kid), Dep::Nsubj | Dep::Npadvmod) && kid < verb);
    let report = draft.head(noun);
    // "…, says the mayor": what is said, and not who says it.
    let said = matches!(draft.dep(noun), Dep::Dep | Dep::Nsubj)
        && draft.says(report)
        && draft
            .kids(report)
            .any(|kid| draft.dep(kid) == Dep::Nsubj && kid > report);
    let clause = said || matches!(draft.dep(noun), Dep::Ccomp | Dep::Root | Dep::Conj);
    let Some(subject) = subject.filter(|&at| before && clause && draft.is_nominal(at)) else {
        return;
    };
    draft.put_in_place(verb, noun);
    if said {
        draft.sentence.tokens[verb].dep = Dep::Ccomp;
    }
    draft.hang(noun, verb, Dep::Dobj);
    draft.hang(subject, verb, Dep::Nsubj);
    let word = &mut draft.sentence.tokens[verb];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBD);
    let early: Vec<usize> = draft.kids(noun).filter(|&kid| kid < verb).collect();
    draft.hand_over(early, verb);
}

/// "said not one shell fell": none did.
fn not_one(draft: &mut Draft, not: usize) {
    let verb = draft.head(not);
    let report = draft.dep(not) == Dep::Neg && not > verb && draft.says(verb);
    let Some(next) = (not + 1 < draft.len()).then_some(not + 1) else {
        return;
    };
    let few = draft.tag(next) == Tag::CD
        || draft.pos(next) == Pos::Det
            && ![Set::Determined, Set::WholeWord]
                .into_iter()
                .any(|set| draft.lexicon.words.has(set, draft.lemma(next)));
    if !report || !few {
        return;
    }
    let noun = draft.head(next);
    let subject = matches!(draft.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    if noun > not && subject && draft.is_nominal(noun) {
        draft.hang(not, noun, Dep::Neg);
    }
}

/// "there is no deal, not here and not abroad", "the rebels did it, not the army": behind a comma it is said of what follows,
/// and not of the verb before.
fn contrast(draft: &mut Draft, not: usize) {
    let next = not + 1;
    let verb = draft.head(not);
    let behind = draft.dep(not) == Dep::Neg
        && verb < not
        && next < draft.len()
        && draft.word(not - 1) == COMMA
        && matches!(
            draft.pos(next),
            Pos::Adv | Pos::Adp | Pos::Det | Pos::Noun | Pos::Propn | Pos::Num
        );
    if behind {
        draft.hang(not, next, Dep::Neg);
    }
}
