//! Nouns and predicates that report: "Moscow's claim that", "the claim is false", "no truth in".

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::affront::{judgement, tells_report};
use super::charge::charge_against;
use super::noun_blame::noun_accusation;
use super::told::{
    claimant_before, describes, is_beside_lie, is_void, maker, noun_contents, printed_in, upholder,
};
use super::{Cue, is_negated, verb_entry, verb_speaker};

pub(super) fn noun_cue(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let entry = cues.find(tree.lemma(token), CuePart::Noun)?;
    if words.has(Set::TruthNoun, tree.lemma(token)) {
        return no_truth(tree, cues, words, token, entry);
    }
    if entry.class == CueClass::Accuse {
        return noun_accusation(tree, cues, words, token, entry);
    }
    if let Some(cue) = charge_against(tree, words, token, entry) {
        return Some(cue);
    }
    // "dismissed talk of a raid", "Monday's talks on peace".
    if words.has(Set::SingularReport, tree.lemma(token)) && tree.tag(token) != Tag::NN {
        return None;
    }
    // "a claim that the ministry denies": the clause answers the noun, and is not what it tells.
    let answers = |at: &usize| {
        let denies = cues
            .find(tree.lemma(*at), CuePart::Verb)
            .is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Confirm));
        let told = tree.kids(*at).any(|kid| {
            matches!(tree.dep(kid), Dep::Ccomp | Dep::Xcomp)
                || tree.dep(kid) == Dep::Dobj && tree.tag(kid) != Tag::WDT
        });
        denies && !told
    };
    // "dismissed the idea of reparations": a proposal is declined.
    if is_declined_idea(tree, words, token) {
        return None;
    }
    if entry.class == CueClass::Deny && is_void(tree, words, token) {
        return None;
    }
    let mut contents = noun_contents(tree, words, token);
    if entry.class == CueClass::Deny {
        contents.retain(|&at| !describes(tree, at) && !is_beside_lie(tree, words, token, at));
    }
    contents.retain(|at| !answers(at));
    // "dismissed reports that …": the object of the verb is what is told, and no verdict.
    let verdict = tree.dep(token) != Dep::Dobj && is_predicate(tree, words, token).is_some();
    if contents.is_empty() || verdict {
        return None;
    }
    let (speaker, rule) = noun_speaker(tree, cues, words, token);
    Some(Cue {
        token,
        class: entry.class,
        modality: entry.modality,
        line: entry.line,
        speaker,
        contents,
        up: Some(token),
        accused: None,
        undecided: is_negated(tree, words, token),
        nominal: true,
        // "denied a Kauppa report that it had sold it": the paper reports on whoever denies.
        charges: words.has(Set::ChargeNoun, tree.lemma(token))
            || speaker.is_some_and(|at| tree.dep(at) == Dep::Compound)
                && words.has(Set::DocumentNoun, tree.lemma(token)),
        rule,
    })
}

/// "dismissed the idea of reparations", "ruled out the possibility of talks", but not "dismissed the idea that there was a
/// plot".
pub fn is_declined_idea(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let declined = tree
        .head(noun)
        .is_some_and(|verb| tree.is_verb(verb) && words.has(Set::DecliningVerb, tree.lemma(verb)));
    let clause = tree
        .kids(noun)
        .any(|kid| matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl));
    words.has(Set::IdeaNoun, tree.lemma(noun)) && declined && !clause
}

/// "there is no truth in the report that …", "no basis for the claim".
fn no_truth(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
    entry: &CueEntry,
) -> Option<Cue> {
    // "not a word of truth": the word that measures it.
    let of = tree.head(token).filter(|&at| tree.lemma(at) == OF);
    let measure = of.and_then(|of| tree.head(of));
    let noun = measure
        .filter(|&at| tree.pos(at) == Pos::Noun)
        .unwrap_or(token);
    let verb = tree.head(noun).filter(|&head| tree.is_verb(head))?;
    // "there was no question of a truce": there was none.
    let open = words.has(Set::QuestionNoun, tree.lemma(token));
    // "found no evidence that …": the clause of the noun.
    let clauses = tree
        .kids(token)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp) && tree.is_verb(kid))
        // "there is no question that it did": it did.
        .filter(|_| !open);
    let contents: Vec<usize> = tree
        .prepositions(token)
        .chain(tree.prepositions(verb))
        .filter(|&kid| !open || tree.lemma(kid) == OF)
        .filter_map(|kid| tree.governed(kid))
        .chain(clauses)
        .collect();
    // "found no evidence": whoever found none says so.
    let reported = verb_entry(tree, cues, verb).is_some_and(|entry| entry.class == CueClass::Say);
    let negated = [token, noun, verb]
        .into_iter()
        .any(|at| is_negated(tree, words, at));
    (negated && !contents.is_empty()).then_some(Cue {
        token,
        class: CueClass::Deny,
        modality: entry.modality,
        line: entry.line,
        speaker: None,
        contents,
        up: Some(if reported { token } else { verb }),
        accused: None,
        undecided: false,
        nominal: true,
        charges: false,
        rule: NO_TRUTH,
    })
}

/// Rule of a noun of truth or evidence of which there is none.
pub const NO_TRUTH: &str = "speaker.no-truth";

fn noun_speaker(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
) -> (Option<usize>, &'static str) {
    if let Some(upholder) = upholder(tree, words, token) {
        return (Some(upholder), "speaker.upholder");
    }
    if let Some(owner) = tree.possessor(token) {
        let bidden = bidden(tree, words, token, owner);
        return (Some(bidden.unwrap_or(owner)), "speaker.possessive");
    }
    if let Some(by) = tree.by_phrase(token).or_else(|| maker(tree, words, token)) {
        return (Some(by), "speaker.by-phrase");
    }
    let from = tree
        .prepositions(token)
        .find(|&kid| words.has(Set::SourcePreposition, tree.lemma(kid)));
    if let Some(source) = from.and_then(|kid| tree.governed(kid)) {
        return (Some(source), "speaker.from-phrase");
    }
    if let Some(adjective) = tree.nationality(token) {
        return (Some(adjective), "speaker.adjective");
    }
    let printed = || printed_in(tree, words, token);
    if let Some(party) = claimant_before(tree, words, token).or_else(printed) {
        return (Some(party), "speaker.compound");
    }
    // "denied reports that": whose they are, the sentence does not tell.
    let denied = tree.head(token).is_some_and(|verb| {
        cues.find(tree.lemma(verb), CuePart::Verb)
            .is_some_and(|entry| entry.class == CueClass::Deny)
    });
    let maker = light_subject(tree, words, token).filter(|_| !denied);
    (maker, "speaker.light-verb")
}

/// "called on Norway to withdraw its claim", "asked the firm to prove its assertion": whose it is stands before the infinitive.
fn bidden(tree: &Tree, words: &WordSets, noun: usize, owner: usize) -> Option<usize> {
    let lemma = tree.lemma(owner);
    let points = words.has(Set::ItPronoun, lemma) && !words.has(Set::PersonPronoun, lemma);
    let verb = tree
        .head(noun)
        .filter(|_| points && tree.dep(noun) == Dep::Dobj)?;
    let above = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Xcomp)?;
    let below = tree.prepositions(above).filter(|&kid| kid < verb);
    let asked = tree
        .kid(above, Dep::Dobj)
        .or_else(|| below.filter_map(|kid| tree.governed(kid)).last());
    let named = |&at: &usize| at < verb && tree.is_nominal(at) && tree.pos(at) != Pos::Pron;
    asked.filter(named).filter(|&at| !tree.is_time(at))
}

/// "made the claim that": who made it.
fn light_subject(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let verb = tree
        .head(noun)
        .filter(|&head| words.has(Set::LightVerb, tree.lemma(head)))?;
    if tree.is_passive(verb) {
        tree.agent(verb)
    } else {
        // "the attacks raised accusations that …": nobody who makes any.
        let speaks = |&at: &usize| {
            let lemma = tree.lemma(at);
            let heard = words.is_somebody(lemma) || words.has(Set::DocumentNoun, lemma);
            tree.pos(at) != Pos::Noun || tree.label(at).is_some() || heard
        };
        tree.subject(verb)
            .filter(|_| tree.dep(noun) == Dep::Dobj)
            .filter(speaks)
    }
}

/// "the claim that … is false", "it is untrue that …": a word that judges its subject.
pub(super) fn predicate_cue(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
) -> Option<Cue> {
    let part = match tree.pos(token) {
        Pos::Adj => CuePart::Adjective,
        _ => CuePart::Noun,
    };
    let entry = judgement(tree, cues, words, (token, part))?;
    if !matches!(
        entry.class,
        CueClass::Deny | CueClass::Confirm | CueClass::Doubt
    ) {
        return None;
    }
    let verb = is_predicate(tree, words, token)?;
    let mut contents = judged(tree, cues, verb, token);
    if words.has(Set::AffrontWord, tree.lemma(token)) {
        contents.retain(|&at| tells_report(tree, words, at));
    }
    let only = tree
        .head(token)
        .is_some_and(|head| words.has(Set::NothingBut, tree.lemma(head)));
    let negated = !only && is_negated(tree, words, verb);
    let (class, undecided) = match (entry.class, negated) {
        (CueClass::Confirm, true) => (CueClass::Deny, false),
        (class, negated) => (class, negated || class == CueClass::Doubt),
    };
    // "called the attack unjustified": an opinion of a deed, which denies nothing.
    let reported = |&at: &usize| {
        tree.is_verb(at)
            || tree.pos(at) == Pos::Pron
            || words.has(Set::BackNoun, tree.lemma(at))
            || cues.find(tree.lemma(at), CuePart::Noun).is_some()
    };
    if words.has(Set::OpinionWord, tree.lemma(token)) && !contents.iter().any(reported) {
        return None;
    }
    let naming = words.has(Set::NamingVerb, tree.lemma(verb));
    (!contents.is_empty()).then_some(Cue {
        token,
        class,
        modality: entry.modality,
        line: entry.line,
        speaker: if naming {
            verb_speaker(tree, words, verb)
        } else {
            None
        },
        contents,
        up: Some(verb),
        accused: None,
        undecided,
        nominal: !naming,
        charges: false,
        rule: if naming {
            "speaker.naming-verb"
        } else {
            "speaker.predicate"
        },
    })
}

/// The copula or naming verb that makes the word a predicate ("is a lie", "nothing but a lie", "called it a lie",
/// "described as a lie").
pub fn is_predicate(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let head = tree.head(token)?;
    if words.has(Set::NothingBut, tree.lemma(head))
        || words.has(Set::AsPreposition, tree.lemma(head))
    {
        let above = tree.head(head)?;
        let verb = if tree.is_verb(above) {
            above
        } else {
            tree.head(above).filter(|&verb| tree.is_verb(verb))?
        };
        let named = words.has(Set::NamingVerb, tree.lemma(verb))
            || words.has(Set::Copula, tree.lemma(verb));
        return named.then_some(verb);
    }
    let verb = tree.lemma(head);
    let copula = matches!(tree.dep(token), Dep::Acomp | Dep::Attr) && words.has(Set::Copula, verb);
    let naming = matches!(
        tree.dep(token),
        Dep::Oprd | Dep::Ccomp | Dep::Dobj | Dep::Acomp | Dep::Attr | Dep::Xcomp
    ) && words.has(Set::NamingVerb, verb)
        && !(tree.dep(token) == Dep::Dobj && has_verdict(tree, words, head));
    (tree.is_verb(head) && (copula || naming)).then_some(head)
}

/// "called the claim a lie", "described the claim as false": the object is what is judged.
fn has_verdict(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    tree.kids(verb).any(|kid| {
        tree.dep(kid) == Dep::Oprd
            || tree.dep(kid) == Dep::Prep && words.has(Set::AsPreposition, tree.lemma(kid))
    })
}

/// What is judged: the subject of a copula, the object of a naming verb, the clause of "it is false that".
///
/// "it would be wrong to deny that" judges the denial, and "what was done was wrong" a deed: neither is a report.
fn judged(tree: &Tree, cues: &Cues, verb: usize, token: usize) -> Vec<usize> {
    let denies = |at: usize| {
        cues.find(tree.lemma(at), CuePart::Verb)
            .is_some_and(|entry| entry.class == CueClass::Deny)
    };
    let deed =
        |at: usize| tree.dep(at) == Dep::Csubj && tree.kids(at).any(|kid| tree.tag(kid) == Tag::WP);
    let copula =
        matches!(tree.pos(verb), Pos::Aux) || matches!(tree.dep(token), Dep::Acomp | Dep::Attr);
    let wanted = |kid: &usize| {
        let subject = matches!(tree.dep(*kid), Dep::Nsubj | Dep::Csubj) && copula;
        *kid != token
            && (subject || matches!(tree.dep(*kid), Dep::Nsubjpass | Dep::Ccomp | Dep::Dobj))
    };
    // "it was not the case that …": the parser may hang the clause on the noun as a participle.
    let marked = |kid: usize| {
        matches!(tree.dep(kid), Dep::Acl | Dep::Relcl) && tree.kid(kid, Dep::Mark).is_some()
    };
    let small_clause = tree
        .kids(token)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Ccomp) || marked(kid));
    let said = [verb, token]
        .into_iter()
        .flat_map(|at| tree.kids(at))
        .filter(|&kid| tree.dep(kid) == Dep::Xcomp && !denies(kid));
    let below_said = said.filter_map(|kid| tree.kid(kid, Dep::Ccomp));
    tree.kids(verb)
        .filter(wanted)
        .chain(small_clause)
        .chain(below_said)
        .filter(|&at| !deed(at))
        .collect()
}
