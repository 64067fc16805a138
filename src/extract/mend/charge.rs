//! "Accused the firm of dumping waste", "denied dumping waste", "attributed the outage to sabotage": what somebody is charged
//! with or denies hangs on the verb, and not on the noun beside it.

use crate::lexicon::cues::CueClass;
use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        whom(draft, token);
    }
    for token in 1..draft.len() {
        gerund(draft, token);
        astray(draft, token);
        bare_passive(draft, token);
        stands(draft, token);
    }
    for token in 1..draft.len() {
        plural(draft, token);
        charged(draft, token);
        ascribed(draft, token);
        outcome(draft, token);
        described(draft, token);
    }
}

fn class(draft: &Draft, verb: usize) -> Option<CueClass> {
    draft
        .cue_class(verb)
        .filter(|_| draft.pos(verb) == Pos::Verb)
}

/// "also accused Lima of abuse": a name that the parser took for a preposition.
fn whom(draft: &mut Draft, name: usize) {
    let verb = draft.head(name);
    let taken = draft.pos(name) == Pos::Propn && draft.dep(name) == Dep::Prep && verb < name;
    let alone = draft.kid(verb, Dep::Dobj).is_none();
    if taken && alone && class(draft, verb) == Some(CueClass::Accuse) {
        draft.sentence.tokens[name].dep = Dep::Dobj;
    }
}

/// "denied dumping waste", "of dumping waste": no waste that dumps.
fn gerund(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let deed = !draft.lexicon.frames.of_noun(draft.lemma(noun)).is_empty();
    let describes = draft.tag(verb) == Tag::VBG
        && noun > verb
        && (draft.dep(verb) == Dep::Amod || draft.dep(verb) == Dep::Compound && !deed);
    let above = draft.head(noun);
    if !describes || above >= verb || above + 1 != verb {
        return;
    }
    // "mocked grieving parents": they are mocked, and do not deny that they grieved.
    let words = &draft.lexicon.words;
    let mocked =
        words.has(Set::ScornVerb, draft.lemma(above)) && words.is_somebody(draft.lemma(noun));
    let denied = draft.dep(noun) == Dep::Dobj
        && !mocked
        && matches!(
            class(draft, above),
            Some(CueClass::Deny | CueClass::Confirm)
        );
    let charged = draft.dep(noun) == Dep::Pobj
        && draft.leads_charge(above)
        && accuser(draft, above).is_some();
    if denied || charged {
        draft.govern(verb, noun);
    }
}

/// "Norway stands accused of hiding letters": a passive with another auxiliary.
fn stands(draft: &mut Draft, verb: usize) {
    if draft.tag(verb) != Tag::VBN || class(draft, verb) != Some(CueClass::Accuse) {
        return;
    }
    if let Some(aux) = draft.kid(verb, Dep::Auxpass) {
        // "Norway was on Monday accused": the parser may hang the subject on the auxiliary.
        let subject = draft.kid(verb, Dep::Nsubj);
        if let Some(subject) = subject.or_else(|| draft.kid(aux, Dep::Nsubj)) {
            draft.hang(subject, verb, Dep::Nsubjpass);
        }
        return;
    }
    let aux = draft.head(verb);
    let below = matches!(draft.dep(verb), Dep::Xcomp | Dep::Acomp)
        && aux + 1 == verb
        && draft.is_finite(aux);
    if let Some(subject) = draft.kid(aux, Dep::Nsubj).filter(|_| below) {
        draft.put_in_place(verb, aux);
        draft.hang(aux, verb, Dep::Auxpass);
        draft.hang(subject, verb, Dep::Nsubjpass);
    }
}

/// "Norway accused of hiding letters": a passive that leaves its auxiliary out; who accuses names whom.
fn bare_passive(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let past = draft.tag(verb) == Tag::VBD && draft.pos(verb) == Pos::Verb;
    let charges = [Set::ChargingVerb, Set::BlameVerb].map(|set| words.has(set, draft.lemma(verb)));
    // "militants it accused of a raid": whoever accuses them.
    if !past || !charges.contains(&true) || draft.dep(verb) == Dep::Relcl {
        return;
    }
    let nobody = [Dep::Dobj, Dep::Dative, Dep::Ccomp, Dep::Aux]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    let charge = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Prep && draft.leads_charge(kid));
    if let Some(subject) = draft.kid(verb, Dep::Nsubj).filter(|_| nobody && charge) {
        draft.sentence.tokens[verb].tag = Tag::VBN;
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "was held in Alba accused of theft", "a man in Alba accused of theft": no town is accused, but who is there.
fn astray(draft: &mut Draft, verb: usize) {
    let town = draft.head(verb);
    let there = draft.head(town);
    let participle = draft.tag(verb) == Tag::VBN && class(draft, verb) == Some(CueClass::Accuse);
    // The parser may hang it on the verb as well.
    let bare = draft.kids(verb).all(|kid| draft.dep(kid) == Dep::Prep);
    let beside = participle && draft.dep(verb) == Dep::Advcl && bare && town < verb;
    // "jails a man accused of theft".
    let before = verb - 1;
    if beside && draft.dep(before) == Dep::Dobj && draft.head(before) == town {
        draft.hang(verb, before, Dep::Acl);
        return;
    }
    if let Some(who) = draft.kid(town, Dep::Nsubjpass).filter(|_| beside) {
        draft.hang(verb, who, Dep::Acl);
        return;
    }
    let charged = participle && draft.dep(verb) == Dep::Acl;
    // "a teacher blinded in an attack accused of faking it": no attack is accused.
    let thing = draft.pos(town) == Pos::Noun
        && !draft.lexicon.words.has(Set::BlameVerb, draft.lemma(verb))
        && !draft.lexicon.words.is_somebody(draft.lemma(town))
        && draft.pos(draft.head(there)) == Pos::Verb
        && draft.kid(draft.head(there), Dep::Dobj).is_none();
    let place = (draft.pos(town) == Pos::Propn || thing)
        && draft.dep(town) == Dep::Pobj
        && draft
            .lexicon
            .words
            .has(Set::PlacePreposition, draft.lemma(there));
    if !(charged && place) {
        return;
    }
    let around = draft.head(there);
    let who = match draft.pos(around) {
        Pos::Verb => [Dep::Nsubjpass, Dep::Nsubj]
            .into_iter()
            .find_map(|dep| draft.kid(around, dep))
            .or_else(|| {
                let noun = draft.head(around);
                let described = draft.dep(around) == Dep::Acl;
                let somebody = draft.lexicon.words.is_somebody(draft.lemma(noun));
                Some(noun).filter(|_| described && somebody)
            }),
        // "the homes of Norwegians accused of theft": no home is accused.
        Pos::Noun => {
            Some(around).filter(|&noun| draft.lexicon.words.is_somebody(draft.lemma(noun)))
        }
        _ => None,
    };
    if let Some(who) = who.filter(|&who| who < verb) {
        draft.hang(verb, who, Dep::Acl);
    }
}

/// The verb of accusation in whose object a preposition hangs.
fn accuser(draft: &Draft, preposition: usize) -> Option<usize> {
    let mut at = preposition;
    loop {
        let head = draft.head(at);
        if head == at || head > preposition {
            return None;
        }
        if class(draft, head) == Some(CueClass::Accuse) {
            return Some(head);
        }
        let within = draft.is_nominal(head)
            || draft.pos(head) == Pos::Adp
            || draft.dep(head) == Dep::Dobj && draft.pos(head) == Pos::Adj;
        if !within {
            return None;
        }
        at = head;
    }
}

/// "accused the firm of dumping waste": the last "of" with a deed below it is the charge.
fn charged(draft: &mut Draft, preposition: usize) {
    let around = draft.head(preposition);
    // "accused the 53-year-old of theft", "accused the other of theft": an adjective that stands for somebody.
    let somebody = draft.is_nominal(around) || draft.dep(around) == Dep::Dobj;
    let below = draft.dep(preposition) == Dep::Prep && somebody && draft.leads_charge(preposition);
    let charge = draft.kid(preposition, Dep::Pobj);
    if let Some(matter) = charge.filter(|&at| draft.head(preposition) < at) {
        common(draft, preposition, matter);
    }
    let Some(verb) = accuser(draft, preposition).filter(|_| below) else {
        return;
    };
    let deed = draft.kid(preposition, Dep::Pcomp).is_some()
        || draft.kid(preposition, Dep::Pobj).is_some_and(|noun| {
            let lemma = draft.lemma(noun);
            let frames = !draft.lexicon.frames.of_noun(lemma).is_empty();
            draft.pos(noun) == Pos::Noun && (frames || draft.lexicon.lemmas.deed(lemma).is_some())
        });
    // "accused the firm of it", "was accused by the firm of it", "was accused in the past of it".
    let within = draft
        .kids(verb)
        .filter(|&kid| matches!(draft.dep(kid), Dep::Dobj | Dep::Agent | Dep::Prep))
        .any(|at| draft.is_below(preposition, at));
    let charge = deed || is_charge(draft, verb, preposition);
    // "accused the ministry of treason for its failure": the reason is not the charge.
    let own = draft.kids(verb).any(|kid| {
        let reason = kid > preposition && draft.word(kid) != draft.word(preposition);
        draft.dep(kid) == Dep::Prep && draft.leads_charge(kid) && !reason
    });
    if charge && within && !own {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// "accused the council of bias, which": no name, as it stands without a capital.
fn common(draft: &mut Draft, preposition: usize, matter: usize) {
    let words = &draft.lexicon.words;
    let charges = words.has(Set::ChargingVerb, draft.lemma(draft.head(preposition)));
    let lower = draft.sentence.word(matter).chars().all(char::is_lowercase);
    if charges && lower && draft.tag(matter) == Tag::NNP {
        let word = &mut draft.sentence.tokens[matter];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    }
}

/// "accused the professor of racism": the verb wants a charge, and the last "of" has it, unless it only names whose somebody is
/// ("the president of the club").
fn is_charge(draft: &Draft, verb: usize, preposition: usize) -> bool {
    let words = &draft.lexicon.words;
    let wants = |at: usize| draft.leads_charge(at);
    // "accused the firm of racism on the eve of the vote": the eve is no part of the firm.
    let mut above = std::iter::successors(Some(preposition), |&at| Some(draft.head(at)));
    let part = above.find(|&at| draft.head(at) == verb);
    let same = |at: usize| part.is_some_and(|part| draft.is_below(at, part));
    let last = !(preposition + 1..draft.len()).any(|at| {
        wants(at)
            && draft.dep(at) == Dep::Prep
            && accuser(draft, at) == Some(verb)
            && (same(at) || draft.dep(draft.head(at)) == Dep::Dobj)
    });
    // "excessive force": one without an article is no body.
    let bare = |noun: usize| {
        let mut kids = draft.kids(noun).map(|kid| draft.dep(kid));
        draft.tag(noun) == Tag::NN
            && words.has(Set::ForceNoun, draft.lemma(noun))
            && kids.all(|dep| dep == Dep::Amod)
    };
    let matter = |noun: usize| {
        draft.pos(noun) == Pos::Noun && (!words.is_somebody(draft.lemma(noun)) || bare(noun))
    };
    let told = |noun: usize| {
        draft
            .kids(noun)
            .any(|kid| words.has(Set::Determined, draft.lemma(kid)))
    };
    // "accused the minister of trade": what is looked after.
    let looks_after = draft.word(draft.head(preposition));
    let role = draft.lexicon.parties.role_of(looks_after);
    // "accused the minister, Ana Lima, of trickery": what stands behind the name is none of his field.
    let next = draft.head(preposition) + 1 == preposition;
    let field = role.is_some_and(|role| {
        next && matches!(
            role.kind,
            RoleKind::Minister | RoleKind::Head | RoleKind::Spokes
        )
    });
    words.has(Set::ChargingVerb, draft.lemma(verb))
        && last
        && !field
        && draft
            .kid(preposition, Dep::Pobj)
            .is_some_and(|noun| matter(noun) && !told(noun))
}

/// "accused the rebels of shelling the market, killing 12": the deed killed them, and not whoever accuses.
fn outcome(draft: &mut Draft, verb: usize) {
    let accuser = draft.head(verb);
    let says = draft.cue_class(verb).is_some();
    let participle = draft.tag(verb) == Tag::VBG && draft.dep(verb) == Dep::Advcl && !says;
    if !participle || class(draft, accuser) != Some(CueClass::Accuse) {
        return;
    }
    let deed = draft
        .kids(accuser)
        .filter(|&kid| draft.dep(kid) == Dep::Prep && kid > accuser)
        .find_map(|of| draft.kid(of, Dep::Pcomp));
    if let Some(deed) = deed.filter(|&deed| deed < verb) {
        draft.hang(verb, deed, Dep::Advcl);
    }
}

/// "accused the firm of selling boats to Norway that were used in raids": the clause describes the boats, and charges nobody.
fn described(draft: &mut Draft, verb: usize) {
    let accuser = draft.head(verb);
    let clause = draft.dep(verb) == Dep::Ccomp && accuser < verb;
    if !clause || class(draft, accuser) != Some(CueClass::Accuse) {
        return;
    }
    let relative = draft
        .kids(verb)
        .find(|&kid| matches!(draft.tag(kid), Tag::WDT | Tag::WP) && kid < verb);
    let noun = relative.and_then(|that| {
        let things = (accuser + 1..that)
            .rev()
            .filter(|&at| draft.pos(at) == Pos::Noun);
        let mut objects = things.filter(|&at| matches!(draft.dep(at), Dep::Dobj | Dep::Pobj));
        objects.next()
    });
    if let Some(noun) = noun.filter(|_| draft.kid(accuser, Dep::Dobj).is_some()) {
        draft.hang(verb, noun, Dep::Relcl);
    }
}

/// "accuse a lecturer of sharing war lies": a plural that the parser took for what is told.
fn plural(draft: &mut Draft, noun: usize) {
    let verb = draft.head(noun);
    let taken = draft.tag(noun) == Tag::VBZ
        && draft.dep(noun) == Dep::Ccomp
        && verb < noun
        && draft.kids(noun).all(|kid| draft.pos(kid) == Pos::Punct);
    let accuses = class(draft, verb) == Some(CueClass::Accuse);
    let before = noun - 1;
    let deed = draft.head(before);
    let inside = draft.dep(before) == Dep::Dobj
        && draft.tag(deed) == Tag::VBG
        && draft.dep(deed) == Dep::Pcomp
        && draft.pos(before) == Pos::Noun;
    if taken && accuses && inside {
        draft.hang(noun, deed, Dep::Dobj);
        draft.make_plural(noun);
        let beside: Vec<usize> = draft.kids(before).collect();
        draft.hang(before, noun, Dep::Compound);
        draft.hand_over(beside, noun);
    }
}

/// "attributed the outage to sabotage": a noun that the parser took for an infinitive.
fn ascribed(draft: &mut Draft, noun: usize) {
    let to = noun - 1;
    let verb = draft.head(noun);
    let taken = draft.tag(noun) == Tag::VB
        && draft.tag(to) == Tag::TO
        && draft.head(to) == noun
        && draft
            .kids(noun)
            .all(|kid| kid == to || draft.pos(kid) == Pos::Punct);
    let ascribes = class(draft, verb) == Some(CueClass::Attribute);
    if taken && ascribes && draft.kid(verb, Dep::Dobj).is_some() {
        draft.hang(to, verb, Dep::Prep);
        draft.hang(noun, to, Dep::Pobj);
        let word = &mut draft.sentence.tokens[noun];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
        let word = &mut draft.sentence.tokens[to];
        (word.pos, word.tag) = (Pos::Adp, Tag::IN);
    }
}
