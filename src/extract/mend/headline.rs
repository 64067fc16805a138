//! Headlines leave out the auxiliary: "claim rejected by Tbilisi" is a passive, "Mekelle not lost" a loss of the town.

use crate::lexicon::cues::CueClass;
use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COLON, COMMA, Draft};

mod own_report;

pub(super) fn mend(draft: &mut Draft) {
    own_report::mend(draft);
    for verb in 0..draft.len() {
        label(draft, verb);
        teller(draft, verb);
        serial(draft, verb, true);
        denied(draft, verb);
        bidden(draft, verb);
        proclaimed(draft, verb);
        meanwhile(draft, verb);
        past(draft, verb);
        if draft.tag(verb) != Tag::VBN || draft.pos(verb) != Pos::Verb {
            continue;
        }
        let has = |dep: Dep| draft.kid(verb, dep).is_some();
        let bare = !has(Dep::Aux) && !has(Dep::Auxpass);
        if !bare {
            continue;
        }
        match draft.dep(verb) {
            Dep::Acl if draft.says(draft.head(draft.head(verb))) => told(draft, verb),
            Dep::Acl => {
                raise_answer(draft, verb);
                raise(draft, verb);
            }
            _ => turn_subject(draft, verb),
        }
    }
}

/// "Norway rejects claim, says fighting goes on": a lede that is told as a headline is.
pub(super) fn go_on(draft: &mut Draft) {
    for verb in 1..draft.len() {
        if draft.tag(verb) == Tag::VBZ && draft.word(verb - 1) == COMMA && draft.says(verb) {
            serial(draft, verb, false);
        }
    }
}

/// "Hull was patched, say survivors of Alba sinking": who stands right behind the word of report speaks, and the gerund at the
/// end tells no deed of theirs.
fn teller(draft: &mut Draft, verb: usize) {
    let behind = verb > 0 && draft.word(verb - 1) == COMMA && draft.says(verb);
    let alone = behind && draft.is_finite(verb) && draft.kid(verb, Dep::Nsubj).is_none();
    let told = draft.kid(verb, Dep::Ccomp).is_some_and(|at| at < verb);
    let gerund = draft.kids(verb).find(|&kid| {
        let clause = draft.dep(kid) == Dep::Ccomp && kid > verb;
        clause && draft.tag(kid) == Tag::VBG && draft.kid(kid, Dep::Aux).is_none()
    });
    let Some(gerund) = gerund.filter(|_| alone && told) else {
        return;
    };
    let subject = draft.kid(gerund, Dep::Nsubj).filter(|&at| at == verb + 1);
    let last = gerund + 1 == draft.len();
    if let Some(subject) = subject.filter(|_| last) {
        draft.hang(subject, verb, Dep::Nsubj);
        let link = draft.kid(subject, Dep::Prep).unwrap_or(subject);
        draft.hang(gerund, link, Dep::Pobj);
        draft.sentence.tokens[gerund].pos = Pos::Noun;
    }
}

/// "claim rejected by Tbilisi": the participle is the sentence.
fn raise(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let is_root = draft.head(noun) == noun && draft.is_nominal(noun);
    let doer = draft.kid(verb, Dep::Agent).is_some() || draft.kid(verb, Dep::Prep).is_some();
    let alone = !(verb + 1..draft.len()).any(|at| draft.is_finite(at));
    if is_root && doer && alone && noun < verb {
        draft.make_root(verb);
        draft.hang(noun, verb, Dep::Nsubjpass);
    }
}

/// "Army denies soldiers killed in raid": that they were is what is denied.
fn denied(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let above = draft.head(noun);
    let participle = draft.tag(verb) == Tag::VBN
        && draft.dep(verb) == Dep::Acl
        && draft.dep(noun) == Dep::Dobj
        && draft.pos(noun) == Pos::Noun;
    let denies = draft.cue_class(above) == Some(CueClass::Deny);
    let named = draft.kid(noun, Dep::Det).is_some() || draft.kid(noun, Dep::Poss).is_some();
    let report = draft.lexicon.words.has(Set::BackNoun, draft.lemma(noun));
    let asked = [Set::ProposalNoun, Set::RefusableNoun, Set::GrantedNoun]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, draft.lemma(noun)));
    if participle && denies && !named && !report && !asked {
        draft.make_content(verb, noun, above);
    }
}

/// "Minister says deal reached with farmers": the participle is what is said.
fn told(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let report = draft.head(noun);
    let behind = report < noun && noun < verb && draft.is_nominal(noun);
    let content = draft.kid(report, Dep::Ccomp).is_some();
    let whole = !(verb + 1..draft.len()).any(|at| draft.is_finite(at));
    if behind && whole && !content && draft.is_finite(report) {
        draft.make_content(verb, noun, report);
    }
}

/// "Norway's claim of killing 60 troops rejected by Utopia": the claim is what is rejected, and not the troops.
fn raise_answer(draft: &mut Draft, verb: usize) {
    let mut report = draft.head(verb);
    while draft.head(report) != report && draft.head(report) < verb {
        report = draft.head(report);
    }
    let answers = draft.cue_class(verb) == Some(CueClass::Deny);
    let named = draft.head(report) == report && draft.names_report(report);
    let whole = !(verb + 1..draft.len()).any(|at| draft.is_finite(at));
    let by = draft.kid(verb, Dep::Agent).is_some();
    if answers && named && whole && by && report < draft.head(verb) {
        draft.make_root(verb);
        draft.hang(report, verb, Dep::Nsubjpass);
    }
}

/// "Army denies raid as film goes round": what goes on meanwhile is not denied.
fn meanwhile(draft: &mut Draft, verb: usize) {
    let above = draft.head(verb);
    let clause = draft.dep(verb) == Dep::Ccomp && draft.is_finite(verb) && above < verb;
    let bare = draft.kid(verb, Dep::Nsubj).is_none() && draft.cue_class(above).is_some();
    let words = &draft.lexicon.words;
    let preposition = draft.kids(above).find(|&kid| {
        (above..verb).contains(&kid)
            && draft.dep(kid) == Dep::Prep
            && words.has(Set::AsPreposition, draft.lemma(kid))
    });
    let Some(meanwhile) = preposition.filter(|_| clause && bare) else {
        return;
    };
    if let Some(subject) = draft.kid(meanwhile, Dep::Pobj) {
        draft.sentence.tokens[verb].dep = Dep::Advcl;
        draft.hang(subject, verb, Dep::Nsubj);
    }
}

/// "Miners told to leave, mayor warns": they are told, since whoever tells names whom; "firm said to study a bid": so it is said.
fn bidden(draft: &mut Draft, verb: usize) {
    let tells = [Set::TellingVerb, Set::AllegingVerb]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, draft.lemma(verb)));
    let tells = tells && draft.tag(verb) == Tag::VBD;
    let alone = [Dep::Dobj, Dep::Dative, Dep::Ccomp, Dep::Aux]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    let wanted = draft.kid(verb, Dep::Xcomp).is_some();
    if let Some(subject) = draft
        .kid(verb, Dep::Nsubj)
        .filter(|_| tells && alone && wanted)
    {
        draft.sentence.tokens[verb].tag = Tag::VBN;
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "Roe declared winner as rival claims fraud": what he was declared belongs to the first clause.
fn proclaimed(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let noun = verb + 1;
    let proclaims = words.has(Set::ProclaimingVerb, draft.lemma(verb));
    let won = noun < draft.len() && words.has(Set::WinnerNoun, draft.lemma(noun));
    if !proclaims || !won || draft.dep(noun) != Dep::Nsubj {
        return;
    }
    let clause = draft.head(noun);
    let own = draft
        .kids(clause)
        .any(|kid| kid > noun && draft.dep(kid) == Dep::Nsubj);
    if clause > noun && draft.head(clause) == verb && own {
        draft.hang(noun, verb, Dep::Dobj);
        draft.sentence.tokens[clause].dep = Dep::Advcl;
    }
}

/// "Army shows film, blames rebels": two deeds of one subject, and the first is nothing that the second reports.
fn serial(draft: &mut Draft, verb: usize, title: bool) {
    let finite = draft.pos(verb) == Pos::Verb && draft.is_finite(verb);
    let quoted = verb > 1 && draft.pos(verb - 1) == Pos::Punct && draft.word(verb - 2) == COMMA;
    let behind = verb > 0 && draft.word(verb - 1) == COMMA || quoted;
    // "Army rejects claim, says fighting goes on".
    let says = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Ccomp && kid > verb);
    let first = draft.kid(verb, Dep::Ccomp).filter(|&at| at < verb);
    let answers = first.is_some_and(|first| draft.cue_class(first).is_some());
    let told = says && answers && draft.tag(verb) == Tag::VBZ;
    let told = told || title && says && acts(draft, verb, first);
    // "..., denies feeding rumours".
    let denied =
        draft.cue_class(verb) == Some(CueClass::Deny) && draft.kid(verb, Dep::Xcomp).is_some();
    let alone = draft.kid(verb, Dep::Nsubj).is_none()
        && (told || denied || draft.kid(verb, Dep::Dobj).is_some());
    if !(finite && behind && alone) {
        return;
    }
    let first = draft.kid(verb, Dep::Ccomp).filter(|&first| {
        first < verb && draft.is_finite(first) && draft.kid(first, Dep::Nsubj).is_some()
    });
    if let Some(first) = first {
        if draft.head(verb) == verb {
            draft.make_root(first);
        } else {
            let (head, dep) = (draft.head(verb), draft.dep(verb));
            draft.hang(first, head, dep);
        }
        draft.hang(verb, first, Dep::Conj);
    }
    // "Lima says ties in 'crisis,' blames Quito": the second deed is nothing that is said.
    let above = draft.head(verb);
    let inside = draft.dep(verb) == Dep::Ccomp && above < verb && draft.says(above);
    if inside && draft.is_finite(above) {
        draft.sentence.tokens[verb].dep = Dep::Conj;
    }
}

/// "Roe takes fight to court, says servers were breached", "rebels hold town, say they burned nothing": somebody acts and says
/// what a whole clause tells.
fn acts(draft: &Draft, verb: usize, first: Option<usize>) -> bool {
    let subject = first.and_then(|first| draft.kid(first, Dep::Nsubj));
    let words = &draft.lexicon.words;
    let somebody = |at: usize| {
        let name = matches!(draft.tag(at), Tag::NNP | Tag::NNPS);
        words.is_somebody(draft.lemma(at)) || name
    };
    let whole = |at: usize| {
        let has = |dep: Dep| draft.kid(at, dep).is_some();
        let finite = draft.is_finite(at) || has(Dep::Aux) || has(Dep::Auxpass);
        at > verb && finite && draft.dep(at) == Dep::Ccomp
    };
    let clause = draft.kids(verb).any(whole);
    let report = draft.says(verb) && matches!(draft.tag(verb), Tag::VBZ | Tag::VBP);
    report && clause && subject.is_some_and(somebody)
}

/// "Dozens of drones shot down over Odesa": headlines tell deeds in the present, so that the past of a verb that is done to
/// somebody, without whom, is a participle.
fn past(draft: &mut Draft, verb: usize) {
    let told = draft.tag(verb) == Tag::VBD && draft.pos(verb) == Pos::Verb;
    let bare = !draft.kids(verb).any(|kid| {
        matches!(
            draft.dep(kid),
            Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Aux | Dep::Auxpass | Dep::Dative
        )
    });
    if !told || !bare || draft.says(verb) {
        return;
    }
    // "Toll disputed": no figure and no report disputes.
    let words = &draft.lexicon.words;
    let thing = |at: usize| {
        let noun = draft.lemma(at);
        words.has(Set::TallyNoun, noun) || words.has(Set::BackNoun, noun)
    };
    let denied = draft.cue_class(verb) == Some(CueClass::Deny);
    if denied && draft.kid(verb, Dep::Nsubj).is_some_and(thing) {
        draft.sentence.tokens[verb].tag = Tag::VBN;
        return;
    }
    let lemma = draft.lemma(verb);
    let frames = draft.lexicon.frames.of_verb(lemma).iter();
    let mut frames = frames.filter(|frame| frame.needs.is_none()).peekable();
    let done_to = frames.peek().is_some()
        && frames.all(|frame| frame.agent == Slot::Subject && frame.theme == Slot::Object);
    let by = by_somebody(draft, verb);
    if done_to || by.is_some() {
        draft.sentence.tokens[verb].tag = Tag::VBN;
    }
    if let Some(by) = by {
        draft.sentence.tokens[by].dep = Dep::Agent;
    }
}

/// "Ship rammed by coast guard": the preposition before whoever did it.
fn by_somebody(draft: &Draft, verb: usize) -> Option<usize> {
    let words = &draft.lexicon.words;
    let somebody = |at: usize| {
        let noun = draft.lemma(at);
        let body = || words.has(Set::ForceNoun, noun) || words.has(Set::BodyNoun, noun);
        words.is_somebody(noun) || body() || draft.lexicon.is_side(draft.word(at))
    };
    let by = |&kid: &usize| {
        let preposition = draft.dep(kid) == Dep::Prep && draft.tag(kid) == Tag::IN;
        preposition && kid > verb && draft.lemma(kid) == BY
    };
    let found = draft.kids(verb).find(by)?;
    draft.kid(found, Dep::Pobj).filter(|&at| somebody(at))?;
    Some(found)
}

/// "Mekelle not lost": what was lost stands where a subject stands.
fn turn_subject(draft: &mut Draft, verb: usize) {
    let subject = draft.kid(verb, Dep::Nsubj);
    let acts = draft.kid(verb, Dep::Dobj).is_some() || draft.kid(verb, Dep::Ccomp).is_some();
    if let Some(subject) = subject.filter(|_| !acts) {
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "Storm live: the port is shut": a word that only names the kind of page.
fn label(draft: &mut Draft, word: usize) {
    let colon = word + 1 < draft.len() && draft.word(word + 1) == COLON;
    let names = draft.lexicon.words.has(Set::TitleLabel, draft.word(word));
    if colon && names && draft.pos(word) == Pos::Verb {
        let token = &mut draft.sentence.tokens[word];
        (token.pos, token.tag) = (Pos::Noun, Tag::NN);
    }
}

/// The preposition before whoever did what is told as done.
const BY: &str = "by";
