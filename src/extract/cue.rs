//! Finds the reporting words of a sentence: who speaks, and which tokens are the roots of what is said.

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{LexiconLine, Modality};
use crate::model::parsed::{Dep, Pos, Tag};

use super::tree::Tree;

/// A reporting word in its sentence.
#[derive(Debug, Clone)]
pub struct Cue {
    /// Its token.
    pub token: usize,
    /// What it makes of its content.
    pub class: CueClass,
    /// Modality that it gives to its content.
    pub modality: Option<Modality>,
    /// Line of the cue list.
    pub line: LexiconLine,
    /// Head token of who speaks; `None` where the sentence does not tell.
    pub speaker: Option<usize>,
    /// Roots of what is said.
    pub contents: Vec<usize>,
    /// Where to go on looking for reports of this report; `None` when this is the outermost by nature.
    pub up: Option<usize>,
    /// Who is accused, for [`CueClass::Accuse`] and its like.
    pub accused: Option<usize>,
    /// The cue is negated or left open ("did not deny", "could not confirm"), so that it takes no side.
    pub undecided: bool,
    /// The cue is a noun or a predicate, so that a verb above it may take a side of its own.
    pub nominal: bool,
    /// Stable code of the rule that found it.
    pub rule: &'static str,
}

/// All reporting words of a sentence.
pub fn find_cues(tree: &Tree, cues: &Cues, words: &WordSets) -> Vec<Cue> {
    let mut found = Vec::new();
    for token in 0..tree.len() {
        let cue = match tree.pos(token) {
            Pos::Verb => cues
                .find(tree.lemma(token), CuePart::Verb)
                .and_then(|entry| verb_cue(tree, words, token, entry)),
            Pos::Noun => noun_cue(tree, cues, words, token)
                .or_else(|| predicate_cue(tree, cues, words, token)),
            Pos::Adj | Pos::Propn => predicate_cue(tree, cues, words, token),
            _ => according_to(tree, words, token),
        };
        found.extend(cue.or_else(|| according_to(tree, words, token)));
    }
    found
}

fn verb_cue(tree: &Tree, words: &WordSets, token: usize, entry: &CueEntry) -> Option<Cue> {
    if is_purpose(tree, token) && entry.class != CueClass::Plan {
        return None;
    }
    let mut cue = Cue {
        token,
        class: entry.class,
        modality: entry.modality,
        line: entry.line,
        speaker: verb_speaker(tree, words, token),
        contents: Vec::new(),
        up: Some(token),
        accused: None,
        undecided: is_negated(tree, words, token),
        nominal: false,
        rule: "speaker.subject",
    };
    match entry.class {
        CueClass::Accuse | CueClass::Attribute | CueClass::Hold => {
            accusation(tree, words, &mut cue)?
        }
        _ => cue.contents = verb_contents(tree, words, token, entry.class),
    }
    if cue.contents.is_empty() {
        inserted(tree, words, &mut cue);
    }
    (!cue.contents.is_empty()).then_some(cue)
}

/// "wants to blame X": an infinitive reports nothing that was said.
fn is_purpose(tree: &Tree, token: usize) -> bool {
    tree.tag(token) == Tag::VB
        && tree
            .kids(token)
            .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO)
}

/// Subject, or the by-phrase of a passive; of "quoted X as saying", X.
fn verb_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    if let Some(quoted) = quoted_speaker(tree, words, token) {
        return Some(quoted);
    }
    if tree.is_passive(token) {
        return tree.agent(token);
    }
    let subject = participle_speaker(tree, words, token).or_else(|| tree.subject(token))?;
    (tree.is_nominal(subject) && tree.dep(subject) != Dep::Expl).then_some(subject)
}

/// "acknowledged that no deal was reached, saying …": a reporting participle has the subject of the report above it,
/// not of the clause that the parser hung it on.
fn participle_speaker(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    if tree.dep(token) != Dep::Advcl || tree.tag(token) != Tag::VBG {
        return None;
    }
    let own = tree.kids(token).any(|kid| tree.dep(kid) == Dep::Nsubj);
    let clause = tree.head(token)?;
    let inner = tree.dep(clause) == Dep::Ccomp || words.has(Set::Copula, tree.lemma(clause));
    let outer = tree
        .ancestors(clause)
        .find(|&at| tree.is_verb(at))
        .filter(|_| inner && !own)?;
    tree.subject(outer)
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

fn verb_contents(tree: &Tree, words: &WordSets, token: usize, class: CueClass) -> Vec<usize> {
    let takes_noun = matches!(
        class,
        CueClass::Say | CueClass::Confirm | CueClass::Deny | CueClass::Doubt
    );
    let mut found = Vec::new();
    for kid in tree.kids(token) {
        match tree.dep(kid) {
            Dep::Ccomp | Dep::Xcomp => found.push(kid),
            Dep::Dobj if takes_noun => found.extend(tree.conjuncts(kid)),
            Dep::Nsubjpass if takes_noun => found.push(kid),
            Dep::Prep if takes_noun && words.has(Set::ContentPreposition, tree.lemma(kid)) => {
                found.extend(tree.governed(kid))
            }
            _ => {}
        }
    }
    found
}

/// "accused X of Y", "blamed X for Y", "blamed Y on X", "held X responsible for Y", "attributed Y to X".
fn accusation(tree: &Tree, words: &WordSets, cue: &mut Cue) -> Option<()> {
    let object = tree.object(cue.token)?;
    let below = |at: usize, set: Set| {
        tree.prepositions(at)
            .find(|&kid| words.has(set, tree.lemma(kid)))
            .and_then(|kid| tree.governed(kid))
    };
    if cue.class == CueClass::Hold {
        let word = tree
            .kids(cue.token)
            .find(|&kid| words.has(Set::ResponsibleWord, tree.lemma(kid)))?;
        cue.accused = Some(tree.kid(word, Dep::Nsubj).unwrap_or(object));
        cue.contents.extend(
            below(word, Set::AccusePreposition)
                .or_else(|| below(cue.token, Set::AccusePreposition)),
        );
        return Some(());
    }
    let turned = below(cue.token, Set::BlamePreposition);
    let plain = below(cue.token, Set::AccusePreposition).filter(|_| cue.class == CueClass::Accuse);
    match (plain, turned) {
        (Some(content), _) => (cue.accused, cue.contents) = (Some(object), tree.conjuncts(content)),
        (None, Some(accused)) => (cue.accused, cue.contents) = (Some(accused), vec![object]),
        (None, None) => return None,
    }
    Some(())
}

/// A cue without a clause of its own reports the clause that it is inserted in or stands beside.
fn inserted(tree: &Tree, words: &WordSets, cue: &mut Cue) {
    let Some(head) = tree.head(cue.token) else {
        cue.contents.extend(neighbour_root(tree, words, cue.token));
        return;
    };
    let as_clause = tree.dep(cue.token) == Dep::Advcl
        && tree
            .kids(cue.token)
            .any(|kid| words.has(Set::AsPreposition, tree.lemma(kid)));
    if (tree.dep(cue.token) == Dep::Parataxis || as_clause) && tree.is_verb(head) {
        cue.contents.push(head);
        cue.rule = "speaker.inserted";
    }
}

/// The parser sometimes gives a quotation its own root: it is taken where quotation marks stand between.
fn neighbour_root(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let quotes = (0..tree.len())
        .filter(|&at| words.has(Set::DoubleQuote, tree.word(at)))
        .count();
    let roots: Vec<usize> = (0..tree.len())
        .filter(|&at| tree.head(at).is_none() && tree.is_verb(at))
        .collect();
    let own = roots.iter().position(|&root| root == token)?;
    let before = own.checked_sub(1).map(|at| roots[at]);
    (quotes > 0).then_some(before.or_else(|| roots.get(own + 1).copied())?)
}

fn noun_cue(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let entry = cues.find(tree.lemma(token), CuePart::Noun)?;
    let contents = noun_contents(tree, words, token);
    if contents.is_empty() || is_predicate(tree, words, token).is_some() {
        return None;
    }
    let (speaker, rule) = noun_speaker(tree, words, token);
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
        rule,
    })
}

fn noun_contents(tree: &Tree, words: &WordSets, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for kid in tree.kids(token) {
        match tree.dep(kid) {
            Dep::Acl | Dep::Ccomp if tree.is_verb(kid) => found.push(kid),
            Dep::Prep if words.has(Set::ContentPreposition, tree.lemma(kid)) => {
                found.extend(
                    tree.governed(kid)
                        .into_iter()
                        .flat_map(|at| tree.conjuncts(at)),
                );
            }
            _ => {}
        }
    }
    found
}

fn noun_speaker(tree: &Tree, words: &WordSets, token: usize) -> (Option<usize>, &'static str) {
    if let Some(owner) = tree.possessor(token) {
        return (Some(owner), "speaker.possessive");
    }
    if let Some(by) = tree.by_phrase(token) {
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
    (light_subject(tree, words, token), "speaker.light-verb")
}

/// "made the claim that": who made it.
fn light_subject(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let verb = tree
        .head(noun)
        .filter(|&head| words.has(Set::LightVerb, tree.lemma(head)))?;
    if tree.is_passive(verb) {
        tree.agent(verb)
    } else {
        tree.subject(verb).filter(|_| tree.dep(noun) == Dep::Dobj)
    }
}

/// "the claim that … is false", "it is untrue that …": a word that judges its subject.
fn predicate_cue(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let part = if tree.pos(token) == Pos::Adj {
        CuePart::Adjective
    } else {
        CuePart::Noun
    };
    let entry = cues.find(tree.lemma(token), part)?;
    if !matches!(
        entry.class,
        CueClass::Deny | CueClass::Confirm | CueClass::Doubt
    ) {
        return None;
    }
    let verb = is_predicate(tree, words, token)?;
    let contents = judged(tree, verb, token);
    let undecided = entry.class == CueClass::Doubt || is_negated(tree, words, verb);
    (!contents.is_empty()).then_some(Cue {
        token,
        class: entry.class,
        modality: entry.modality,
        line: entry.line,
        speaker: None,
        contents,
        up: Some(verb),
        accused: None,
        undecided,
        nominal: true,
        rule: "speaker.predicate",
    })
}

/// The copula or naming verb that makes the word a predicate.
fn is_predicate(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let head = tree.head(token).filter(|&head| tree.is_verb(head))?;
    let verb = tree.lemma(head);
    let copula = matches!(tree.dep(token), Dep::Acomp | Dep::Attr) && words.has(Set::Copula, verb);
    let naming = matches!(tree.dep(token), Dep::Oprd | Dep::Ccomp | Dep::Dobj)
        && words.has(Set::NamingVerb, verb);
    (copula || naming).then_some(head)
}

fn judged(tree: &Tree, verb: usize, token: usize) -> Vec<usize> {
    let wanted = |kid: &usize| {
        *kid != token
            && matches!(
                tree.dep(*kid),
                Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Ccomp | Dep::Dobj
            )
    };
    let small_clause = tree.kids(token).filter(|&kid| tree.dep(kid) == Dep::Nsubj);
    let naming = tree.dep(token) != Dep::Attr && tree.dep(token) != Dep::Acomp;
    let of_verb = tree
        .kids(verb)
        .filter(wanted)
        .filter(|&kid| !naming || tree.dep(kid) != Dep::Nsubj);
    of_verb.chain(small_clause).collect()
}

/// "according to X".
fn according_to(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    if !words.has(Set::According, &tree.word(token).to_lowercase()) {
        return None;
    }
    let speaker = tree
        .kids(token)
        .find_map(|kid| tree.governed(kid))
        .or_else(|| tree.governed(token))?;
    let clause = tree
        .ancestors(token)
        .find(|&at| tree.is_verb(at))
        .or_else(|| tree.ancestors(token).last())?;
    Some(Cue {
        token,
        class: CueClass::Say,
        modality: None,
        line: LexiconLine {
            file: "words.tsv",
            line: 0,
        },
        speaker: Some(speaker),
        contents: vec![clause],
        up: None,
        accused: None,
        undecided: false,
        nominal: false,
        rule: "speaker.according-to",
    })
}

/// Whether a word is negated or comes with a verb that leaves it undone ("declined to confirm").
pub fn is_negated(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let own = tree.kids(token).any(|kid| {
        tree.dep(kid) == Dep::Neg
            || words.has(Set::Negator, tree.lemma(kid)) && tree.dep(kid) != Dep::Nsubj
    });
    let subject = tree
        .kids(token)
        .filter(|&kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj));
    let of_subject = subject.into_iter().any(|kid| {
        words.has(Set::Negator, tree.lemma(kid))
            || tree
                .kids(kid)
                .any(|det| tree.dep(det) == Dep::Det && words.has(Set::Negator, tree.lemma(det)))
    });
    let governor = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    own || of_subject && tree.is_verb(token)
        || governor.is_some_and(|head| words.has(Set::UndecidedVerb, tree.lemma(head)))
}
