//! Whether whoever reports takes a stand: what may come or hangs on a condition, and what is held not to be so.

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::Tree;
use super::account::from_account;
use super::purpose::is_purpose;
use super::told::is_whole;
use super::{Cue, is_negated, verb_speaker};

/// Denials and accusations are acts: one that may come, or that hangs on a condition, has not been made.
pub(super) fn takes_stand(class: CueClass) -> bool {
    matches!(
        class,
        CueClass::Deny | CueClass::Accuse | CueClass::Attribute | CueClass::Hold
    )
}

/// "may deny", "would have denied", "will reject", "if it denies".
pub fn is_hypothetical(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let open = [Set::PossibleAux, Set::PlannedAux, Set::OughtAux];
    tree.kids(token).any(|kid| match tree.dep(kid) {
        Dep::Aux => open.into_iter().any(|set| words.has(set, tree.lemma(kid))),
        Dep::Mark | Dep::Advmod => words.has(Set::ConditionOnly, tree.lemma(kid)),
        _ => false,
    })
}

/// "do not believe that it was theirs", "does not accept that …": whoever does not hold it true holds it false. "accepts
/// that …" holds it true.
pub(super) fn stand_of(tree: &Tree, words: &WordSets, cue: &mut Cue) {
    let holds = matches!(cue.class, CueClass::Say | CueClass::Neutral)
        && words.has(Set::HoldingVerb, tree.lemma(cue.token))
        && !is_hypothetical(tree, words, cue.token);
    let clause = tree.kid(cue.token, Dep::Ccomp).filter(|_| holds);
    // "does not think that they will strike" guesses, and denies nothing that was done.
    let Some(clause) = clause.filter(|&clause| !is_hypothetical(tree, words, clause)) else {
        return;
    };
    // "nobody believes that": nobody takes a stand.
    let nobody = cue
        .speaker
        .is_none_or(|at| words.has(Set::Negator, tree.lemma(at)));
    let negated = is_negated(tree, words, cue.token);
    if nobody || !negated && cue.class == CueClass::Say {
        return;
    }
    cue.contents = vec![clause];
    cue.undecided = false;
    cue.class = if negated {
        CueClass::Deny
    } else {
        CueClass::Confirm
    };
}

/// "does not agree with the claim that …", "accepted reports that …": a report that is held true or not.
pub(super) fn held_report(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let holds = words.has(Set::HoldingVerb, tree.lemma(token))
        && tree.kid(token, Dep::Ccomp).is_none()
        && !is_hypothetical(tree, words, token)
        && (!is_purpose(tree, token) || is_refused(tree, words, token));
    let below = |&at: &usize| words.has(Set::WithPreposition, tree.lemma(at));
    let object = tree.kid(token, Dep::Dobj);
    let with = || tree.prepositions(token).find(below);
    let report = object.or_else(|| tree.governed(with()?));
    let told = |&noun: &usize| tree.is_report(noun) && tells_clause(tree, noun);
    let report = report.filter(|noun| holds && told(noun))?;
    let speaker = verb_speaker(tree, words, token)?;
    let mut cue = from_account(token, speaker, report, "speaker.held-report");
    cue.class = match is_negated(tree, words, token) {
        true => CueClass::Deny,
        false => CueClass::Confirm,
    };
    cue.up = Some(token);
    Some(cue)
}

/// "talked of firing 300 workers", "spoke about selling the mine": weighed, and not told as done.
pub(super) fn talked_of(tree: &Tree, words: &WordSets, cue: &Cue) -> Option<Modality> {
    let active =
        |gerund: usize| tree.tag(gerund) == Tag::VBG && tree.kid(gerund, Dep::Aux).is_none();
    let weighed =
        |&kid: &usize| tree.dep(kid) == Dep::Prep && tree.kid(kid, Dep::Pcomp).is_some_and(active);
    let talks = words.has(Set::ContemplatingVerb, tree.lemma(cue.token));
    let mut below = tree.kids(cue.token).filter(weighed);
    below
        .next()
        .filter(|_| talks && cue.class == CueClass::Say)?;
    Some(Modality::Planned)
}

/// "refused to accept claims that …": whoever refuses to hold it true holds it false.
fn is_refused(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    words.has(Set::HoldingVerb, tree.lemma(token))
        && above.is_some_and(|verb| words.has(Set::RefusalVerb, tree.lemma(verb)))
}

/// "would have us believe that …": whoever would have it.
pub(super) fn believers(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let head = tree.head(token)?;
    let asked = matches!(tree.dep(token), Dep::Ccomp | Dep::Xcomp)
        && words.has(Set::HoldingVerb, tree.lemma(token))
        && words.has(Set::PersuadingVerb, tree.lemma(head));
    let public = |kid: usize| {
        matches!(tree.dep(kid), Dep::Nsubj | Dep::Dobj)
            && (words.has(Set::OwnPronoun, tree.lemma(kid))
                || words.has(Set::PersonNoun, tree.lemma(kid)))
    };
    let told = tree.kids(token).chain(tree.kids(head)).any(public);
    tree.subject(head).filter(|_| asked && told)
}

/// "denied the champion to take the race": kept from a deed, and nothing that was said.
pub(super) fn keeps_from(tree: &Tree, verb: usize) -> bool {
    // "were held and denied water by guards": kept from what they need, as the first of two passives.
    let passive = tree.dep(verb) == Dep::Conj
        && tree.kid(verb, Dep::Agent).is_some()
        && tree.kid(verb, Dep::Dobj).is_some()
        && tree.head(verb).is_some_and(|first| tree.is_passive(first));
    // "was denied bail": kept from it; a report that is denied has no object.
    let refused = tree.is_passive(verb)
        && tree.kid(verb, Dep::Nsubjpass).is_some()
        && tree.kid(verb, Dep::Dobj).is_some();
    if passive || refused || withholds(tree, verb) {
        return true;
    }
    let deed = tree.kids(verb).find(|&kid| {
        let clause = matches!(tree.dep(kid), Dep::Xcomp | Dep::Ccomp);
        let to = |at: usize| tree.dep(at) == Dep::Aux && tree.tag(at) == Tag::TO;
        clause && tree.tag(kid) == Tag::VB && tree.kids(kid).any(to)
    });
    let Some(deed) = deed else { return false };
    let perfect = tree
        .kids(deed)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::VB);
    let whom = tree
        .kid(verb, Dep::Dobj)
        .or_else(|| tree.kid(deed, Dep::Nsubj));
    !perfect && whom.is_some_and(|whom| tree.pos(whom) == Pos::Propn && whom < deed)
}

/// "denied Utopia victory", "denied them access": what somebody else is not let have, and nothing that was said.
pub fn withholds(tree: &Tree, verb: usize) -> bool {
    let words = WordSets::shared();
    let denies = words.has(Set::DenyingVerb, tree.lemma(verb));
    let Some(object) = tree.kid(verb, Dep::Dobj).filter(|_| denies) else {
        return false;
    };
    // "denied the army victory", but not "denied the army's victory".
    let winner = |kid: usize| {
        tree.dep(kid) == Dep::Compound && kid + 1 == object && tree.label(kid).is_some()
    };
    let won = words.has(Set::BoastedNoun, tree.lemma(object))
        && tree.kid(object, Dep::Poss).is_none()
        && tree.kids(object).any(winner);
    won || tree.kid(verb, Dep::Dative).is_some_and(|at| at < object)
}

/// "contrary to what X claims": X is answered, and the clause around it is another's word.
pub(super) fn is_contrary(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let inside = matches!(tree.dep(token), Dep::Pcomp | Dep::Pobj | Dep::Ccomp);
    inside
        && tree.is_verb(token)
        && tree
            .ancestors(token)
            .take(CONTRARY_REACH)
            .take_while(|&at| !tree.is_verb(at))
            .any(|at| words.has(Set::ContraryWord, tree.lemma(at)))
}

/// "contrary", "to", and the word that begins the clause.
const CONTRARY_REACH: usize = 3;

/// "ruled out that …", "has nothing to do with reality": the words of a judgement are no deed.
pub fn is_verdict(tree: &Tree, cues: &[Cue], trigger: usize, theme: Option<usize>) -> bool {
    let clause = |at: usize| {
        tree.is_verb(at)
            || tree
                .kids(at)
                .any(|kid| matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp))
    };
    let told = |cue: &Cue| cue.contents.iter().any(|&at| clause(at));
    let judges = |cue: &Cue| {
        cue.class == CueClass::Deny
            && (cue.token == trigger && told(cue)
                || cue.nominal && cue.up == Some(trigger) && theme == Some(cue.token))
    };
    cues.iter().any(judges)
}

/// "mocked reports of a raid", "ruled out that", "dismissed any part in it", but not "mocked the raid", "dismissed his minister
/// over the loss of the town", "rebuffed the call for a truce": scorn and refusal deny what was said, and no deed or wish.
pub fn is_answerable(tree: &Tree, cues: &Cues, words: &WordSets, at: usize) -> bool {
    let lemma = tree.lemma(at);
    let said = || {
        words.has(Set::BackNoun, lemma)
            || words.has(Set::ExistenceNoun, lemma)
            || cues.find(lemma, CuePart::Noun).is_some()
    };
    let own = |kid: usize| words.has(Set::AnyWord, tree.lemma(kid)) || tree.tag(kid) == Tag::PRPS;
    let noun = tree.pos(at) == Pos::Noun;
    !words.has(Set::ProposalNoun, lemma) && (!noun || said() || tree.kids(at).any(own))
}

/// "swore that the town was safe", "promises that the gate has been shut": what was or has been is assured, not planned.
pub(super) fn is_of_the_past(tree: &Tree, words: &WordSets, clause: usize) -> bool {
    let finite = |at: usize| tree.tag(at) == Tag::VBD;
    let has = |at: usize| {
        words.has(Set::HaveVerb, tree.lemma(at)) && matches!(tree.tag(at), Tag::VBZ | Tag::VBP)
    };
    let helped = tree
        .kids(clause)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass))
        .any(|kid| finite(kid) || has(kid));
    tree.dep(clause) == Dep::Ccomp && (finite(clause) || helped)
}

/// "or attacking a camp", but not "but is still working".
pub(super) fn is_bare_gerund(tree: &Tree, verb: usize) -> bool {
    let own = |kid: usize| matches!(tree.dep(kid), Dep::Aux | Dep::Nsubj | Dep::Nsubjpass);
    tree.tag(verb) == Tag::VBG && !tree.kids(verb).any(own)
}

/// The entry of a verb, with its particle where the two are listed together ("rule out").
///
/// "slammed the false reports", "slammed the claim that she had lied": whoever attacks a report as untrue denies it.
pub fn verb_entry(tree: &Tree, cues: &Cues, token: usize) -> Option<CueEntry> {
    let mut entry = listed(tree, cues, token).copied()?;
    if !tree.tells_as_document(token) || goes_somewhere(tree, token) {
        return None;
    }
    if entry.class == CueClass::Deny && turns_down(tree, token) {
        return None;
    }
    let object = || tree.object(token);
    let scorned =
        |at: usize| is_false(tree, cues, at) || tree.scorns(token) && tells_clause(tree, at);
    if entry.class == CueClass::Accuse && object().is_some_and(scorned) {
        entry.class = CueClass::Deny;
    } else if entry.class == CueClass::Deny && scolds(tree, token) {
        entry.class = CueClass::Accuse;
    }
    Some(entry)
}

/// "mocked the council for claiming that trams fly": a charge against somebody, and no answer to a report.
fn scolds(tree: &Tree, verb: usize) -> bool {
    let words = WordSets::shared();
    let scorns = words.has(Set::ScornVerb, tree.lemma(verb));
    let whom = tree
        .object(verb)
        .filter(|&at| scorns && !tree.is_report(at));
    let whom = whom.filter(|&at| tree.pos(at) == Pos::Propn || words.is_somebody(tree.lemma(at)));
    whom.is_some_and(|whom| {
        let mut below = [verb, whom]
            .into_iter()
            .flat_map(|at| tree.prepositions(at));
        below.any(|kid| {
            words.has(Set::ForPreposition, tree.lemma(kid)) && tree.kid(kid, Dep::Pcomp).is_some()
        })
    })
}

/// "A judge denied the appeal", "the court denied immunity for the envoy": ruled, and nothing that was said.
fn turns_down(tree: &Tree, verb: usize) -> bool {
    let words = WordSets::shared();
    let rules = |&at: &usize| words.has(Set::RulingNoun, tree.lemma(at));
    let judge = tree
        .subject(verb)
        .filter(rules)
        .or_else(|| tree.agent(verb).filter(rules));
    let denies = words.has(Set::DenyingVerb, tree.lemma(verb));
    let matter = |&at: &usize| {
        let lemma = tree.lemma(at);
        let said = words.has(Set::BackNoun, lemma) || words.has(Set::ChargeNoun, lemma);
        let any = tree
            .kids(at)
            .any(|kid| words.has(Set::AnyWord, tree.lemma(kid)));
        tree.pos(at) == Pos::Noun && !said && !any
    };
    denies
        && (judge.is_some() && tree.object(verb).filter(matter).is_some()
            || keeps_leave(tree, verb))
}

/// "denied parole over the killing", "the board denied his application": what one lets nobody have.
fn keeps_leave(tree: &Tree, verb: usize) -> bool {
    let words = WordSets::shared();
    tree.kid(verb, Dep::Dobj).is_some_and(|object| {
        let lemma = tree.lemma(object);
        let asked = words.has(Set::RefusableNoun, lemma)
            && !words.has(Set::BackNoun, lemma)
            && tree.owner(object).is_some();
        words.has(Set::LeaveNoun, lemma) || asked
    })
}

/// "It goes where the others went", while whoever "goes on" tells more.
fn goes_somewhere(tree: &Tree, verb: usize) -> bool {
    let particle = |kid: usize| {
        let loose = matches!(tree.dep(kid), Dep::Prt | Dep::Advmod | Dep::Prep);
        loose && kid == verb + 1 && tree.kids(kid).next().is_none()
    };
    let goes = WordSets::shared().has(Set::GoingVerb, tree.lemma(verb));
    goes && !tree.kids(verb).any(particle)
}

/// "slammed the claim that she had lied": a report with the clause that it tells.
fn tells_clause(tree: &Tree, noun: usize) -> bool {
    let whole = |at: usize| {
        let subject = [Dep::Nsubj, Dep::Nsubjpass]
            .into_iter()
            .any(|dep| tree.kid(at, dep).is_some());
        let clause = tree.dep(at) == Dep::Acl || tree.dep(at) == Dep::Relcl && is_whole(tree, at);
        clause && tree.is_verb(at) && subject
    };
    tree.is_report(noun) && tree.kids(noun).any(whole)
}

/// "false claims", "baseless accusations".
fn is_false(tree: &Tree, cues: &Cues, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    let denies = |at: usize| {
        cues.find(tree.lemma(at), CuePart::Adjective)
            .is_some_and(|entry| entry.class == CueClass::Deny)
    };
    let said = cues
        .find(lemma, CuePart::Noun)
        .is_some_and(|entry| entry.class == CueClass::Say);
    let marked = tree
        .kids(noun)
        .any(|kid| tree.dep(kid) == Dep::Amod && denies(kid));
    said && marked
}

/// "speaks of", "would speak only of".
fn is_beside(tree: &Tree, verb: usize, preposition: usize) -> bool {
    preposition > verb && (verb + 1..preposition).all(|at| tree.pos(at) == Pos::Adv)
}

/// "admitted to 12 dead": what stands under the preposition with which the verb is listed.
pub(super) fn below_listed(tree: &Tree, cues: &Cues, token: usize) -> Option<usize> {
    let preposition = tree
        .kids(token)
        .find(|&kid| tree.dep(kid) == Dep::Prep && is_beside(tree, token, kid))?;
    // "hit back at a claim that …": the adverb between is listed with it.
    let words: Vec<&str> = (token + 1..preposition).map(|at| tree.lemma(at)).collect();
    let last = tree.lemma(preposition);
    let name = format!("{} {last}", tree.lemma(token));
    let whole = || format!("{} {} {last}", tree.lemma(token), words.join(" "));
    cues.find(&name, CuePart::Verb)
        .or_else(|| cues.find(&whole(), CuePart::Verb))?;
    tree.governed(preposition)
}

fn listed<'c>(tree: &Tree, cues: &'c Cues, token: usize) -> Option<&'c CueEntry> {
    let lemma = tree.lemma(token);
    let with = |kid: usize| {
        let beside = tree.dep(kid) == Dep::Prep && is_beside(tree, token, kid);
        let particle = matches!(tree.dep(kid), Dep::Prt | Dep::Advmod) && kid > token || beside;
        let name = particle.then(|| format!("{lemma} {}", tree.lemma(kid)))?;
        cues.find(&name, CuePart::Verb)
    };
    // "hit back at suggestions that …": an answer to a report, and to nobody else.
    let back = |kid: usize| {
        let particle = matches!(tree.dep(kid), Dep::Prt | Dep::Advmod) && kid > token;
        let at = tree.prepositions(token).find(|&at| at > kid && particle)?;
        tree.governed(at).filter(|&noun| tree.is_report(noun))?;
        let name = format!("{lemma} {} {}", tree.lemma(kid), tree.lemma(at));
        cues.find(&name, CuePart::Verb)
    };
    // "is fighting claims that she lied": an answer to what was said, and no fight.
    let contends = || {
        let object = tree
            .kid(token, Dep::Dobj)
            .filter(|&at| tree.is_report(at))?;
        let said = cues.find(tree.lemma(object), CuePart::Noun)?.class == CueClass::Say;
        cues.find(&format!("{lemma} {ANY_REPORT}"), CuePart::Verb)
            .filter(|_| said)
    };
    tree.kids(token)
        .find_map(back)
        .or_else(contends)
        .or_else(|| tree.kids(token).find_map(with))
        .or_else(|| cues.find(lemma, CuePart::Verb))
}

/// Stands in the list for any noun of report that is the object of a verb.
const ANY_REPORT: &str = "*";
