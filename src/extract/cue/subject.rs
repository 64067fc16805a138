//! Who says what a verb of report tells: its subject, the agent of a passive, or the subject of the report it is joined to.

use crate::lexicon::cues::Cues;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::stand::{believers, verb_entry};

/// Subject, or the by-phrase of a passive; of "quoted X as saying", X.
pub fn verb_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    if let Some(quoted) = quoted_speaker(tree, words, token) {
        return Some(quoted);
    }
    if let Some(heard) = heard_saying(tree, words, token) {
        return Some(heard);
    }
    if tree.is_passive(token) {
        // "were told by radio": by what means, and not by whom.
        let means = |at: usize| {
            let bare = tree.kids(at).next().is_none();
            bare && words.has(Set::MeansNoun, tree.lemma(at))
        };
        return tree.agent(token).filter(|&at| !means(at));
    }
    if let Some(persuader) = believers(tree, words, token) {
        return Some(persuader);
    }
    let subject = participle_speaker(tree, words, token)
        .or_else(|| joined_speaker(tree, words, token))
        .or_else(|| tree.subject(token))?;
    let subject = past_date(tree, subject)?;
    // "65 of them, it said": a bare figure says nothing.
    if tree.pos(subject) == Pos::Num && tree.word(subject).starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let subject = who_speaks_in(tree, words, token, subject).unwrap_or(subject);
    // "This means that the town is lost": nobody but who writes it.
    let bare = tree.kids(subject).next().is_none();
    let points = bare && words.has(Set::Demonstrative, tree.lemma(subject));
    let person = tree.is_nominal(subject) || is_aged(tree, subject);
    (person && tree.dep(subject) != Dep::Expl && !points).then_some(subject)
}

/// "inflames tempers in a speech denying it": whoever gives the speech denies.
fn who_speaks_in(tree: &Tree, words: &WordSets, token: usize, speech: usize) -> Option<usize> {
    let described = tree.dep(token) == Dep::Acl && tree.tag(token) == Tag::VBG;
    let lemma = tree.lemma(speech);
    // "spoke at the rally accusing the state": no rally accuses anybody.
    let thing = tree.pos(speech) == Pos::Noun
        && tree.label(speech).is_none()
        && !words.is_somebody(lemma)
        && tree.tag(speech) == Tag::NN;
    let paper = words.has(Set::DocumentNoun, lemma);
    let told = paper || words.has(Set::SpeechNoun, lemma) || thing;
    let inside = tree.head(speech).is_some_and(|at| {
        tree.dep(speech) == Dep::Pobj
            && (thing && !paper || words.has(Set::PlaceOfSaying, tree.lemma(at)))
    });
    let own = tree.owner(speech).is_some() || tree.by_phrase(speech).is_some();
    if !(described && told) || own {
        return None;
    }
    if let Some(writer) = writer(tree, words, speech) {
        return Some(writer);
    }
    // "was named in a lawsuit accusing it": nobody who speaks there.
    let verb = tree
        .head_verb(speech)
        .filter(|&at| inside && !tree.is_passive(at))?;
    let speaks = |&at: &usize| {
        let named = tree.pos(at) == Pos::Propn || tree.pos(at) == Pos::Pron;
        at < verb && (named || words.is_somebody(tree.lemma(at)))
    };
    tree.subject(verb).filter(speaks)
}

/// "signed a letter blaming the owner", "the authors of a letter blaming the owner", "the groups behind it": those who wrote or
/// signed it.
fn writer(tree: &Tree, words: &WordSets, document: usize) -> Option<usize> {
    let above = tree.head(document)?;
    let active = !tree.is_passive(above);
    let writes = [Set::SigningVerb, Set::SendingVerb]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(above)));
    if tree.dep(document) == Dep::Dobj && active && writes {
        return tree.subject(above);
    }
    let ties = tree.lemma(above) == OF || words.has(Set::BehindPreposition, tree.lemma(above));
    // "pupils named for signing a letter blaming the owner", where the parser takes "signing" for a noun.
    let signs = |kid: usize| {
        let noun = tree.dep(kid) == Dep::Compound && kid + 1 == document;
        noun && words.has(Set::SigningVerb, tree.lemma(kid))
    };
    let ties = ties || tree.kids(document).any(signs);
    let noun = tree
        .head(above)
        .filter(|_| tree.dep(document) == Dep::Pobj && ties)?;
    let noun = match tree.is_verb(noun) {
        true => tree.subject(noun)?,
        false => noun,
    };
    (tree.pos(noun) == Pos::Noun && words.is_somebody(tree.lemma(noun))).then_some(noun)
}

/// "rejected the charge and said that …, the paper wrote": of two joined reports both are the first one's.
pub(super) fn joined_report(tree: &Tree, cues: &Cues, token: usize) -> Option<usize> {
    let first = tree.head(token).filter(|_| tree.dep(token) == Dep::Conj)?;
    let own = |at: usize| {
        let mut kids = tree.kids(at);
        kids.find(|&kid| tree.dep(kid) == Dep::Nsubj && tree.is_nominal(kid))
    };
    let active = !tree.is_passive(token) && !tree.is_passive(first);
    // "the sirens had gone off": a word of report that reports nothing here.
    let reports = [Dep::Ccomp, Dep::Dobj]
        .into_iter()
        .any(|dep| tree.kid(first, dep).is_some());
    let entry = verb_entry(tree, cues, first);
    entry.filter(|_| active && reports && own(token).is_none())?;
    if goes_on_now(tree, first, token) {
        return None;
    }
    own(first)
}

/// "claimed her mother did not believe it and alleges …": what she goes on to say, as the clause that is told is of the past.
fn goes_on_now(tree: &Tree, clause: usize, token: usize) -> bool {
    let past = |at: usize| tree.tag(at) == Tag::VBD;
    let helped = tree.kid(clause, Dep::Aux).is_some_and(past);
    let present = matches!(tree.tag(token), Tag::VBZ | Tag::VBP);
    tree.dep(clause) == Dep::Ccomp && present && (past(clause) || helped)
}

/// "said that its troops had repelled the raid and denied that …": a joined report without a subject of its own, hung on
/// a clause whose subject points to the speaker, is the speaker's.
fn joined_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let clause = tree.head(token).filter(|_| tree.dep(token) == Dep::Conj)?;
    if tree.dep(clause) != Dep::Ccomp || tree.kids(token).any(|kid| tree.dep(kid) == Dep::Nsubj) {
        return None;
    }
    let subject = tree.subject(clause)?;
    let pronoun = |at: usize| {
        words.has(Set::ItPronoun, tree.lemma(at)) || words.has(Set::OwnPronoun, tree.lemma(at))
    };
    let points_up = pronoun(subject) || tree.possessor(subject).is_some_and(pronoun);
    // "said that fighting went on and denied that …": fighting denies nothing.
    let mute = tree.pos(subject) == Pos::Noun
        && tree.label(subject).is_none()
        && !words.is_somebody(tree.lemma(subject));
    let outer = tree.head(clause)?;
    // "argues the council is hiding files and says …": a report in the form of the first one, which the clause has not.
    let present = matches!(tree.tag(token), Tag::VBZ | Tag::VBP);
    let alike = present
        && tree.tag(token) == tree.tag(outer)
        && !matches!(tree.tag(clause), Tag::VBZ | Tag::VBP);
    let alike = alike || goes_on_now(tree, clause, token);
    tree.subject(outer).filter(|_| points_up || mute || alike)
}

/// "on Monday, the opposition said": a day is nobody; what the parser put beside it may be.
fn past_date(tree: &Tree, subject: usize) -> Option<usize> {
    match tree.label(subject) {
        // "The 40-year-old said".
        Some(EntityLabel::Date) if is_aged(tree, subject) => Some(subject),
        Some(EntityLabel::Date | EntityLabel::Time) => tree.kid(subject, Dep::Appos),
        _ => Some(subject),
    }
}

/// "The 40-year-old": a person by nothing but an age.
fn is_aged(tree: &Tree, subject: usize) -> bool {
    let date = tree.label(subject) == Some(EntityLabel::Date);
    date && tree.kid(subject, Dep::Npadvmod).is_some()
}

/// "acknowledged that no deal was reached, saying …": a reporting participle has the subject of the report above it,
/// not of the clause that the parser hung it on.
fn participle_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    if tree.dep(token) != Dep::Advcl || tree.tag(token) != Tag::VBG {
        return None;
    }
    let own = tree.kids(token).any(|kid| tree.dep(kid) == Dep::Nsubj);
    let clause = tree.head(token)?;
    // "said that they refuse to pay and mean to strike, accusing them": the last of two clauses, or what they mean to do.
    let mut above = std::iter::successors(Some(clause), |&at| {
        let within = matches!(tree.dep(at), Dep::Conj | Dep::Xcomp);
        tree.head(at).filter(|_| within)
    });
    let told = above.find(|&at| tree.dep(at) == Dep::Ccomp);
    // "after a match that ended its hopes, accusing supporters": the match accuses nobody.
    let thing = |at: usize| {
        let bare = tree.pos(at) == Pos::Noun && tree.label(at).is_none();
        bare && !words.is_somebody(tree.lemma(at))
    };
    let mute = tree.dep(clause) == Dep::Relcl && tree.subject(clause).is_some_and(thing);
    let inner = told.is_some() || mute || words.has(Set::Copula, tree.lemma(clause));
    let outer = tree
        .ancestors(told.unwrap_or(clause))
        .find(|&at| tree.is_verb(at))
        .filter(|_| inner && !own)?;
    tree.subject(outer).filter(|&at| !mute || !thing(at))
}

/// "he was quoted", "the agency quoted him as saying": whose words are passed on by a verb that does no more.
pub(super) fn quoted_as(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    if tree.is_passive(verb) {
        return tree.kid(verb, Dep::Nsubjpass);
    }
    let said = |kid: usize| {
        let gerund = tree.kid(kid, Dep::Pcomp);
        let bare = |at: usize| {
            [Dep::Ccomp, Dep::Dobj]
                .iter()
                .all(|&dep| tree.kid(at, dep).is_none())
        };
        words.has(Set::AsPreposition, tree.lemma(kid)) && gerund.is_some_and(bare)
    };
    // "…, RIA quoted him as saying": what he said stands before it.
    let before = tree.kid(verb, Dep::Ccomp).is_some_and(|at| at < verb);
    let quoted = tree.kid(verb, Dep::Dobj).filter(|&at| at > verb);
    quoted.filter(|_| before && tree.prepositions(verb).any(said))
}

/// "“They came,” he was heard saying", "can be seen telling them that …": whoever is heard or seen.
fn heard_saying(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let told = matches!(tree.dep(token), Dep::Xcomp | Dep::Oprd) && tree.tag(token) == Tag::VBG;
    let perceived = tree.head(token).filter(|&at| told && tree.is_passive(at))?;
    let noticed = [Set::HeardVerb, Set::SeeVerb]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(perceived)));
    tree.kid(perceived, Dep::Nsubjpass).filter(|_| noticed)
}

fn quoted_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let preposition = tree.head(token)?;
    let is_as =
        tree.dep(token) == Dep::Pcomp && words.has(Set::AsPreposition, tree.lemma(preposition));
    let verb = tree
        .head(preposition)
        .filter(|&head| is_as && tree.is_verb(head))?;
    if tree.is_passive(verb) {
        tree.subject(verb)
    } else {
        tree.kid(verb, Dep::Dobj)
    }
}
