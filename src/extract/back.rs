//! Denials that only point back ("Kyiv denied the claims"): found in a sentence, tied to what they can mean once parties are known.

mod tie;

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::{BackReference, Claim, Found, LexiconLine, Modality, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::cue::{is_hypothetical, is_negated, verb_speaker};
use super::draft::Draft;
use super::reading::Reading;
use super::tree::Tree;
use super::voice::{Voice, voices};

pub use tie::tie;

/// Marks a claim that stands for another until [`tie`] has found which; an assertion key follows where the words name
/// one ("denied both captures").
const POINTS_BACK: &str = "back:";

/// The assertion that "responsibility" and "involvement" name: it can mean any deed that the denier is charged with.
const VAGUE: &str = "involve";

/// Denials and confirmations of the sentence that name no matter of their own.
pub fn pointers(reading: &Reading, memory: &Memory, claimed: &[Claim]) -> Vec<Claim> {
    let mut found = Vec::new();
    for token in 0..reading.tree.len() {
        let pointer = pointer_at(reading, token, claimed).or_else(|| no_such_thing(reading, token));
        if let Some((noun, stance, line)) = pointer {
            found.extend(pointer_claims(reading, memory, token, noun, stance, line));
        }
    }
    found
}

/// "its army had done no such thing", "did nothing of the sort".
fn no_such_thing(reading: &Reading, token: usize) -> Option<(Option<usize>, Stance, LexiconLine)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let does = tree.is_verb(token) && words.has(Set::DoVerb, tree.lemma(token));
    let thing = tree.kid(token, Dep::Dobj).filter(|_| does)?;
    let none = |at: usize| words.has(Set::Negator, tree.lemma(at));
    let such = |at: usize| words.has(Set::Such, tree.lemma(at));
    let blank = |at: usize| words.has(Set::BlankThing, tree.lemma(at));
    let no_such = blank(thing) && tree.kids(thing).any(none) && tree.kids(thing).any(such);
    let of_kind = || {
        let below = tree
            .prepositions(thing)
            .filter_map(|kid| tree.governed(kid));
        none(thing) && below.into_iter().any(blank)
    };
    let line = LexiconLine {
        file: "words.tsv",
        line: 0,
    };
    (no_such || of_kind()).then_some((None, Stance::Deny, line))
}

/// "Complete fiction," said X: a quotation that is nothing but a word of denial.
fn bare_verdict(reading: &Reading, token: usize) -> bool {
    let tree = &reading.tree;
    let said = reading
        .cues
        .iter()
        .any(|cue| cue.contents.contains(&token) && cue.class == CueClass::Say);
    let verbless = tree.kids(token).all(|kid| !tree.is_verb(kid));
    matches!(tree.pos(token), Pos::Noun | Pos::Adj)
        && said
        && verbless
        && tree.dep(token) != Dep::Dobj
}

/// The word that points back (`claims` in "denied the claims"), when `token` denies or confirms nothing else.
fn pointer_at(
    reading: &Reading,
    token: usize,
    claimed: &[Claim],
) -> Option<(Option<usize>, Stance, LexiconLine)> {
    let tree = &reading.tree;
    let part = match tree.pos(token) {
        Pos::Verb => CuePart::Verb,
        Pos::Noun => CuePart::Noun,
        Pos::Adj => CuePart::Adjective,
        _ => return None,
    };
    let entry = reading.lexicon().cues.find(tree.lemma(token), part)?;
    let stance = match entry.class {
        CueClass::Deny => Stance::Deny,
        CueClass::Confirm
            if part == CuePart::Verb || predicate_subject(reading, token).is_some() =>
        {
            Stance::Affirm
        }
        _ => return None,
    };
    let judges_clause = reading.cues.iter().any(|cue| {
        cue.token == token && cue.nominal && cue.contents.iter().any(|&at| tree.is_verb(at))
    });
    if part != CuePart::Verb && judges_clause {
        return None;
    }
    let target = if part == CuePart::Verb {
        verb_target(reading, token)
    } else {
        let judged = predicate_subject(reading, token).map(Some);
        judged.or_else(|| bare_verdict(reading, token).then_some(None))
    }?;
    let taken = |noun: usize| {
        claimed
            .iter()
            .any(|claim| token_of(tree, claim).is_some_and(|at| tree.is_below(at, noun)))
    };
    if target.is_some_and(taken) || part == CuePart::Verb && already_taken(reading, token, claimed)
    {
        return None;
    }
    let words = &reading.lexicon().words;
    let verb = if part == CuePart::Verb {
        token
    } else {
        tree.head(token)?
    };
    if part == CuePart::Verb && is_hypothetical(tree, words, verb) {
        return None;
    }
    let negated = is_negated(tree, words, verb);
    match (negated, part) {
        (false, _) => Some((target, stance, entry.line)),
        (true, CuePart::Adjective | CuePart::Noun) if stance == Stance::Affirm => {
            Some((target, Stance::Deny, entry.line))
        }
        (true, _) => None,
    }
}

fn already_taken(reading: &Reading, token: usize, claimed: &[Claim]) -> bool {
    let span = reading.tree.sentence.tokens[token].span;
    claimed
        .iter()
        .any(|claim| claim.cue.as_ref().and_then(|cue| cue.span) == Some(span))
}

fn token_of(tree: &Tree, claim: &Claim) -> Option<usize> {
    tree.sentence
        .tokens
        .iter()
        .position(|token| token.span == claim.trigger)
}

/// `Some(None)` when the verb stands alone ("Kyiv denies"), `None` when its object is a matter of its own.
fn verb_target(reading: &Reading, token: usize) -> Option<Option<usize>> {
    let tree = &reading.tree;
    // "accused Moscow of it, which Moscow denied", "X was hacked; Moscow denies it".
    let pointing = tree
        .kid(token, Dep::Dobj)
        .filter(|&kid| tree.pos(kid) == Pos::Pron && points_back(reading, kid));
    if pointing.is_some() {
        return Some(pointing);
    }
    if tree
        .kids(token)
        .any(|kid| matches!(tree.dep(kid), Dep::Ccomp | Dep::Xcomp))
    {
        return None;
    }
    // "rejected the truce" takes a stand on a matter.
    let words = &reading.lexicon().words;
    let matter = |object: usize| {
        let named = [Set::AgreementNoun, Set::ProposalNoun];
        named
            .into_iter()
            .any(|set| words.has(set, tree.lemma(object)))
    };
    if words.has(Set::DecliningVerb, tree.lemma(token)) && tree.object(token).is_some_and(matter) {
        return None;
    }
    let participle = tree.dep(token) == Dep::Acl && tree.tag(token) == Tag::VBN;
    match tree.object(token) {
        None => Some(None),
        // "a rumour that he had fled was denied": what is denied is told.
        Some(object) if tells(tree, object) => None,
        Some(object)
            if points_back(reading, object) || participle && is_report(reading, object) =>
        {
            Some(Some(object))
        }
        Some(_) => None,
    }
}

/// Whether a noun of report has its own clause.
fn tells(tree: &Tree, noun: usize) -> bool {
    tree.kids(noun).any(|kid| {
        matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl)
            && tree.kid(kid, Dep::Mark).is_some()
    })
}

fn points_back(reading: &Reading, token: usize) -> bool {
    let lemma = reading.tree.lemma(token);
    let bare_event =
        !reading.lexicon().frames.of_noun(lemma).is_empty() && reading.tree.pos(token) == Pos::Noun;
    let such = reading.tree.kids(token).any(|kid| {
        reading
            .lexicon()
            .words
            .has(Set::Such, reading.tree.lemma(kid))
    });
    such || bare_event
        || reading.lexicon().words.has(Set::BackNoun, lemma)
        || matches!(reading.tree.tag(token), Tag::WDT | Tag::WP)
}

fn is_report(reading: &Reading, token: usize) -> bool {
    reading
        .lexicon()
        .cues
        .find(reading.tree.lemma(token), CuePart::Noun)
        .is_some()
}

/// "the claims are false", "called it a lie", "described the reports as fake": what is judged.
fn predicate_subject(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let head = tree.head(token)?;
    let (verb, under_as) = if words.has(Set::AsPreposition, tree.lemma(head)) {
        (tree.head(head)?, true)
    } else {
        (head, false)
    };
    let lemma = tree.lemma(verb);
    let judged = if words.has(Set::Copula, lemma) && !under_as {
        tree.subject(verb)
    } else if words.has(Set::NamingVerb, lemma) {
        let small = tree.kids(token).find(|&kid| tree.dep(kid) == Dep::Nsubj);
        let relative = tree
            .kid(verb, Dep::Dobj)
            .filter(|&kid| matches!(tree.tag(kid), Tag::WDT | Tag::WP));
        small
            .or(relative)
            .or_else(|| tree.object(verb))
            .filter(|&object| object != token)
    } else {
        None
    };
    judged.filter(|&judged| points_back(reading, judged))
}

fn pointer_claims(
    reading: &Reading,
    memory: &Memory,
    token: usize,
    noun: Option<usize>,
    stance: Stance,
    line: LexiconLine,
) -> Vec<Claim> {
    let own = own_voice(reading, token, stance);
    let says_it = reading
        .lexicon()
        .words
        .has(Set::DoVerb, reading.tree.lemma(token));
    let voices = if says_it {
        reading
            .voices_of(token)
            .into_iter()
            .map(|voice| Voice { stance, ..voice })
            .collect()
    } else if reading.tree.pos(token) == Pos::Verb {
        own.into_iter().collect()
    } else {
        judged_by(reading, token, stance)
    };
    voices
        .into_iter()
        .filter(|voice: &Voice| voice.speaker.is_some())
        .map(|voice| {
            let mut claim = Draft::plain(reading, token, &voice, memory).finish(reading);
            claim.assertion = Found::at(
                pointer_key(reading, noun),
                reading.tree.sentence.tokens[token].span,
                "assertion.back",
            )
            .from_line(Some(line));
            claim.stance = Found {
                value: stance,
                span: claim.assertion.span,
                rule: "stance.cue",
                line: Some(line),
            };
            claim.actor = noun.and_then(|noun| claimant(reading, memory, noun));
            claim.back_reference = Some(BackReference {
                target: None,
                how: String::new(),
            });
            claim
        })
        .collect()
}

/// The pointer's mark, with the assertion that its noun names; a noun of accusation can mean any deed laid to the denier.
fn pointer_key(reading: &Reading, noun: Option<usize>) -> CompactString {
    let charge = |noun: usize| {
        reading
            .lexicon()
            .words
            .has(Set::ChargeNoun, reading.tree.lemma(noun))
    };
    if noun.is_some_and(charge) {
        return format_compact!("{POINTS_BACK}{VAGUE}");
    }
    let frames = noun.map_or(&[][..], |noun| {
        reading.lexicon().frames.of_noun(reading.tree.lemma(noun))
    });
    format_compact!(
        "{POINTS_BACK}{}",
        frames.first().map_or("", |frame| frame.assertion.as_str())
    )
}

/// The subject of the verb that denies.
fn own_voice(reading: &Reading, token: usize, stance: Stance) -> Option<Voice> {
    let speaker = verb_speaker(&reading.tree, &reading.lexicon().words, token)?;
    Some(plain_voice(speaker, stance))
}

fn plain_voice(speaker: usize, stance: Stance) -> Voice {
    Voice {
        speaker: Some(speaker),
        cue: None,
        stance,
        modality: Modality::Stated,
        relayed_by: Vec::new(),
        accused: None,
        owner: None,
        presupposed: false,
    }
}

/// Who calls it false: those who report the sentence, or the subject of the naming verb.
fn judged_by(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.ancestors(token).find(|&at| tree.is_verb(at));
    match verb {
        Some(verb) if words.has(Set::NamingVerb, tree.lemma(verb)) => {
            verb_speaker(tree, words, verb)
                .map(|speaker| plain_voice(speaker, stance))
                .into_iter()
                .collect()
        }
        Some(verb) => reading.voices_of(verb),
        None => Vec::new(),
    }
}

/// "Moscow's claims": Moscow.
fn claimant(reading: &Reading, memory: &Memory, noun: usize) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    let owner = tree
        .possessor(noun)
        .or_else(|| tree.by_phrase(noun))
        .or_else(|| tree.nationality(noun))?;
    Some(reading.named(owner, memory, "actor.claimant", "actor.claimant-pronoun"))
}

impl Reading<'_> {
    fn voices_of(&self, token: usize) -> Vec<Voice> {
        voices(
            &self.tree,
            &self.cues,
            self.content_lists(),
            &self.lexicon().words,
            token,
        )
    }
}
