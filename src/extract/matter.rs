//! What a clause is about whose verb only says that something was there, was done or was received: the noun beside it.

use compact_str::{CompactString, format_compact};

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::cue::{Cue, is_count_of_charge};
use super::reading::Reading;
use super::tree::{OF, Tree};

/// How the subject of such a clause stands to what the noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// "there was no landing", "cracks were seen": nobody in it did anything.
    Nobody,
    /// "gave a warning", "the dam has cracks": it did it, or it is there.
    Doer,
    /// "received a warning": it was done to it.
    Receiver,
    /// "skipped the check": it did not do it.
    Omitter,
    /// "the offer was three ministries": so much of the deed.
    Amount,
}

/// A clause's matter.
#[derive(Debug, Clone, Copy)]
pub struct Matter {
    /// Head token of the noun.
    pub noun: usize,
    /// How the subject stands to it.
    pub part: Part,
}

/// The matter of the clause of `verb`; `None` where the verb itself says what happened.
pub fn matter_of(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<Matter> {
    let is_matter = |&noun: &usize| tree.pos(noun) == Pos::Noun;
    if is_matter(&verb) {
        return Some(Matter {
            noun: thing_there(tree, lexicon, verb).unwrap_or(verb),
            part: Part::Nobody,
        });
    }
    if tree.kid(verb, Dep::Expl).is_some() {
        let noun = tree.kid(verb, Dep::Attr).filter(is_matter)?;
        return Some(Matter {
            noun,
            part: Part::Nobody,
        });
    }
    if let Some(noun) = amount_of_deed(tree, lexicon, verb) {
        return Some(Matter {
            noun,
            part: Part::Amount,
        });
    }
    let lemma = tree.lemma(verb);
    let has = |set| lexicon.words.has(set, lemma);
    if has(Set::HappenVerb) || has(Set::TakeVerb) && takes_place(tree, lexicon, verb) {
        let noun = tree.subject(verb).filter(is_matter)?;
        return Some(Matter {
            noun,
            part: Part::Nobody,
        });
    }
    let noun = tree.object(verb).filter(is_matter)?;
    let deed = lexicon.lemmas.deed(tree.lemma(noun)).is_some();
    // "the leak was contained": the leak is what was done to, and no more is there of it.
    let held = has(Set::HaveVerb) && !tree.is_passive(verb);
    let part = if has(Set::SeeVerb) {
        Part::Nobody
    } else if held || has(Set::MakeVerb) && deed {
        Part::Doer
    } else if has(Set::GetVerb) && deed {
        Part::Receiver
    } else if has(Set::OmitVerb) && deed {
        Part::Omitter
    } else {
        return None;
    };
    Some(Matter { noun, part })
}

/// "The offer was three ministries", "the order was 40 jets": the deed of which something counted is told.
fn amount_of_deed(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    let told = tree
        .kid(verb, Dep::Attr)
        .filter(|_| tree.pos(verb) == Pos::Aux)?;
    let counted = tree.kids(told).any(|kid| tree.dep(kid) == Dep::Nummod);
    let noun = tree.kid(verb, Dep::Nsubj).filter(|_| counted)?;
    // "offered", "bid": the verb is the noun's own word.
    let deed = lexicon.lemmas.deed(tree.lemma(noun)).is_some()
        || lexicon.words.has(Set::RefusableNoun, tree.lemma(noun));
    (deed && tree.pos(noun) == Pos::Noun).then_some(noun)
}

/// "the existence of secret prisons": the prisons.
pub fn thing_there(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let exists = lexicon.words.has(Set::ExistenceNoun, tree.lemma(noun));
    tree.under_preposition(noun, OF)
        .filter(|&thing| exists && tree.pos(thing) == Pos::Noun)
}

/// "denied the closure of the plant": a noun that names a deed and has a verb for it.
pub fn names_deed(tree: &Tree, lexicon: &Lexicon, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    let refused = lexicon.words.has(Set::RefusableNoun, lemma);
    let charge = is_count_of_charge(tree, &lexicon.words, noun);
    tree.pos(noun) == Pos::Noun && !refused && !charge && lexicon.lemmas.deed(lemma).is_some()
}

/// "was out of order", "were aboard", "came from abroad": a verb that says nothing by itself takes the noun of the phrase
/// behind it, or an adverb.
pub fn whereabouts(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !words.has(Set::EmptyVerb, tree.lemma(verb)) || tree.object(verb).is_some() {
        return None;
    }
    let told = |at: &usize| !tree.is_time(*at) && tree.pos(*at) != Pos::Pron;
    let below = tree
        .prepositions(verb)
        .filter(|&kid| kid > verb)
        .filter_map(|kid| deepest(tree, kid))
        .find(told);
    let adverb = || {
        tree.kids(verb).find(|&kid| {
            tree.dep(kid) == Dep::Advmod && kid > verb && told(&kid) && tree.tag(kid) == Tag::RB
        })
    };
    below.or_else(adverb)
}

/// "was thrown out of the country", "was turned back": the word right behind a verb that makes another verb of it.
pub(super) fn particle(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    tree.kids(verb).find(|&kid| {
        let loose = match tree.dep(kid) {
            Dep::Advmod => true,
            Dep::Prep => tree.governed(kid).is_none() || tree.kid(kid, Dep::Prep).is_some(),
            _ => false,
        };
        kid == verb + 1 && loose && words.has(Set::VerbParticle, tree.lemma(kid))
    })
}

/// "has run out of oxygen": the oxygen.
pub(super) fn out_of(reading: &Reading, verb: usize) -> Option<usize> {
    let tree = &reading.tree;
    let of = tree.kid(particle(reading, verb)?, Dep::Prep)?;
    tree.governed(of).filter(|_| !tree.is_passive(verb))
}

/// "out of order": the noun under the last of the prepositions.
fn deepest(tree: &Tree, preposition: usize) -> Option<usize> {
    match tree.kid(preposition, Dep::Prep) {
        Some(next) => tree.governed(next),
        None => tree.governed(preposition),
    }
}

/// "took place".
fn takes_place(tree: &Tree, lexicon: &Lexicon, verb: usize) -> bool {
    tree.kid(verb, Dep::Dobj)
        .is_some_and(|noun| lexicon.words.has(Set::PlaceOfTaking, tree.lemma(noun)))
}

/// The noun of which a clause says that there was or was not such a thing ("there was no attack", "no talks took place").
pub fn existence_of(tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<usize> {
    let lemma = tree.lemma(verb);
    let tells = tree.kid(verb, Dep::Expl).is_some()
        || lexicon.words.has(Set::HappenVerb, lemma)
        || lexicon.words.has(Set::TakeVerb, lemma);
    let matter = matter_of(tree, lexicon, verb).filter(|_| tells)?;
    Some(matter.noun)
}

impl Matter {
    /// Key of the assertion, without its mark: the verb of which the noun is the deed, else that there is such a thing.
    pub fn key(&self, tree: &Tree, lexicon: &Lexicon) -> CompactString {
        let noun = tree.lemma(self.noun);
        match lexicon.lemmas.deed(noun) {
            Some(verb) => verb.into(),
            None if self.part == Part::Amount => noun.into(),
            None => format_compact!("{BE} {noun}"),
        }
    }

    /// What the deed was done to ("a warning to the residents", "the check of the blades"); of a thing, the thing.
    pub fn object(&self, tree: &Tree, lexicon: &Lexicon, verb: usize) -> Option<usize> {
        if self.part == Part::Amount {
            return tree.kid(verb, Dep::Attr);
        }
        if lexicon.lemmas.deed(tree.lemma(self.noun)).is_none() {
            return Some(self.noun);
        }
        let below = [self.noun, verb].into_iter().find_map(|at| {
            tree.prepositions(at)
                .filter(|&kid| lexicon.words.has(Set::ObjectPreposition, tree.lemma(kid)))
                .filter_map(|kid| tree.governed(kid))
                .find(|&at| !tree.is_time(at))
        });
        match self.part {
            Part::Receiver => tree.subject(verb).or(below),
            _ => below.or_else(|| tree.kid(verb, Dep::Dative)),
        }
    }

    /// Who did it.
    pub fn doer(&self, tree: &Tree, verb: usize) -> Option<usize> {
        let own = || {
            tree.by_phrase(self.noun)
                .or_else(|| tree.possessor(self.noun))
        };
        match self.part {
            Part::Nobody | Part::Receiver | Part::Amount => own(),
            Part::Doer | Part::Omitter if tree.is_passive(verb) => tree.agent(verb).or_else(own),
            Part::Doer | Part::Omitter => tree.subject(verb),
        }
    }
}

/// Lemma under which what there is is filed.
pub const BE: &str = "be";

/// "there can be no doubt that it was theirs": what is certain is told, and not the certainty.
pub fn is_certain(reading: &Reading, root: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let there = tree.kid(root, Dep::Expl).and(tree.kid(root, Dep::Attr));
    let told = [root]
        .into_iter()
        .chain(there)
        .flat_map(|at| tree.kids(at))
        .any(|kid| matches!(tree.dep(kid), Dep::Ccomp | Dep::Acl));
    there.is_some_and(|noun| words.has(Set::DoubtNoun, tree.lemma(noun))) && told
}

/// "knew of", "had no knowledge of", "was not aware of".
pub fn knows(reading: &Reading, cue: &Cue) -> bool {
    let words = &reading.lexicon().words;
    [Set::KnowingWord, Set::UnawareWord]
        .into_iter()
        .any(|set| words.has(set, reading.tree.lemma(cue.token)))
}

/// "the exchange was to be held in Sumy": what was to be done.
pub fn arranged(tree: &Tree, root: usize) -> Option<usize> {
    let below = tree.kid(root, Dep::Xcomp)?;
    let to = tree.kids(below).any(|kid| tree.tag(kid) == Tag::TO);
    let bare = [Dep::Attr, Dep::Acomp, Dep::Oprd]
        .into_iter()
        .all(|dep| tree.kid(root, dep).is_none());
    (tree.pos(root) == Pos::Aux && to && bare && tree.is_verb(below)).then_some(below)
}
