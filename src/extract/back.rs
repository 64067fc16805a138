//! Denials that only point back ("Kyiv denied the claims"): found in a sentence, tied to what they can mean once parties are known.

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::{BackReference, Claim, Found, LexiconLine, Modality, Question, Stance};
use crate::model::id::stable_id;
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::cue::{is_hypothetical, is_negated, verb_speaker};
use super::draft::Draft;
use super::reading::Reading;
use super::tree::Tree;
use super::voice::{Voice, voices};

/// Marks a claim that stands for another until [`tie`] has found which; an assertion key follows where the words name
/// one ("denied both captures").
const POINTS_BACK: &str = "back:";

/// The assertion that "responsibility" and "involvement" name: it can mean any deed that the denier is charged with.
const VAGUE: &str = "involve";

/// How many sentences back a denial reaches; newsrooms put the claim and its denial in neighbouring paragraphs.
const REACH: usize = 5;

/// Denials and confirmations of the sentence that name no matter of their own.
pub fn pointers(reading: &Reading, memory: &Memory, claimed: &[Claim]) -> Vec<Claim> {
    let mut found = Vec::new();
    for token in 0..reading.tree.len() {
        if let Some((noun, stance, line)) = pointer_at(reading, token, claimed) {
            found.extend(pointer_claims(reading, memory, token, noun, stance, line));
        }
    }
    found
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
        Some(object)
            if points_back(reading, object) || participle && is_report(reading, object) =>
        {
            Some(Some(object))
        }
        Some(_) => None,
    }
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
    let voices = if reading.tree.pos(token) == Pos::Verb {
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

/// Replaces each claim that points back by what it denies or confirms: the nearest claims before it that an opposed
/// party made, or that lay something at the denier's own door. Parties must be resolved before.
pub fn tie(claims: Vec<Claim>) -> Vec<Claim> {
    let mut tied: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        if claim.assertion.value.starts_with(POINTS_BACK) {
            let replaced = replace(&claim, &tied);
            tied.extend(replaced);
        } else {
            tied.push(claim);
        }
    }
    tied
}

fn replace(pointer: &Claim, before: &[Claim]) -> Vec<Claim> {
    let targets = targets(pointer, before);
    let own = own_places(pointer, before);
    let fits = |target: &&Claim| {
        own.is_empty() || target.place.is_none() || own.contains(&place_key(target))
    };
    let targets: Vec<&Claim> = targets.into_iter().filter(fits).collect();
    if targets.is_empty() {
        let beside = before
            .iter()
            .rev()
            .find(|claim| claim.sentence == pointer.sentence && own.contains(&place_key(claim)));
        return untied(pointer, beside).into_iter().collect();
    }
    targets
        .into_iter()
        .map(|target| answer(pointer, target))
        .collect()
}

/// The places that the denier speaks of before in the same sentence: the denial is about them and no others.
fn own_places(pointer: &Claim, before: &[Claim]) -> Vec<CompactString> {
    let same = |claim: &&Claim| {
        (claim.field, claim.sentence) == (pointer.field, pointer.sentence)
            && claim.party_name() == pointer.party_name()
            && claim.question == Question::Control
            && claim.trigger.start < pointer.trigger.start
    };
    before
        .iter()
        .rev()
        .take_while(|claim| claim.sentence == pointer.sentence)
        .filter(same)
        .map(place_key)
        .collect()
}

fn place_key(claim: &Claim) -> CompactString {
    claim
        .place
        .as_ref()
        .map(|found| found.value.key.clone())
        .unwrap_or_default()
}

/// "denied involvement" with nothing before it that it could mean: a denial of what the noun names, about the denier.
///
/// "calling Moscow's gains propaganda" beside a claim on a town speaks of that town, and the doer is the claimant.
fn untied(pointer: &Claim, beside: Option<&Claim>) -> Option<Claim> {
    let named = pointer
        .assertion
        .value
        .strip_prefix(POINTS_BACK)
        .filter(|name| !name.is_empty())?;
    let mut claim = pointer.clone();
    claim.assertion.value = named.into();
    claim.actor = claim.actor.or_else(|| {
        claim.speaker.clone().map(|speaker| Found {
            rule: "actor.denier",
            ..speaker
        })
    });
    claim.actor_party = claim.actor_party.or_else(|| claim.party.clone());
    if let Some(beside) = beside.filter(|_| claim.place.is_none()) {
        claim.place.clone_from(&beside.place);
        claim.place.iter_mut().for_each(|place| place.span = None);
        claim.question = beside.question;
    }
    claim.back_reference = None;
    Some(claim)
}

/// The claims of one speaker in the nearest sentence that holds any the pointer can mean.
fn targets<'c>(pointer: &Claim, before: &'c [Claim]) -> Vec<&'c Claim> {
    let mut sentences = 0;
    let mut last_sentence = None;
    let mut chosen: Vec<&Claim> = Vec::new();
    for claim in before.iter().rev() {
        let place = (claim.field, claim.sentence);
        if last_sentence != Some(place) {
            if !chosen.is_empty() || sentences > REACH {
                break;
            }
            sentences += 1;
            last_sentence = Some(place);
        }
        let same_speaker = chosen
            .first()
            .is_none_or(|first| first.party_name() == claim.party_name());
        if can_mean(pointer, claim) && same_speaker {
            chosen.push(claim);
        }
    }
    chosen.reverse();
    chosen
}

fn can_mean(pointer: &Claim, claim: &Claim) -> bool {
    let denier = pointer.party_name();
    let claimant = pointer
        .actor_party
        .as_ref()
        .map(|found| found.value.as_str());
    let stranger = claim.party_name().is_none() && speaks_for_itself(pointer, claim);
    let opposed = stranger || claim.party_name().is_some() && claim.party_name() != denier;
    let charged =
        claim.actor_party.as_ref().map(|found| found.value.as_str()) == denier && denier.is_some();
    let fits_claimant = claimant.is_none_or(|name| claim.party_name() == Some(name));
    let named = pointer
        .assertion
        .value
        .strip_prefix(POINTS_BACK)
        .unwrap_or("");
    let fits_assertion =
        named.is_empty() || claim.assertion.value == named || named == VAGUE && charged;
    let known = denier.is_some()
        && (!is_plain(claim) || claim.sentence.end + NEXT >= pointer.sentence.start);
    known
        && claim.stance.value == Stance::Affirm
        && fits_claimant
        && fits_assertion
        && (opposed || charged && claim.party_name() != denier)
}

/// Somebody else on record, whose side is not known ("the rebels said").
fn speaks_for_itself(pointer: &Claim, claim: &Claim) -> bool {
    let name = |claim: &Claim| claim.speaker.as_ref().map(|speaker| speaker.value.clone());
    name(claim).is_some() && name(claim) != name(pointer)
}

/// A claim whose verb no frame knows is meant only from next to it.
fn is_plain(claim: &Claim) -> bool {
    claim.assertion.value.starts_with("other:")
}

/// Bytes between neighbouring sentences, a paragraph break included.
const NEXT: u32 = 3;

/// The pointer's own claim on the target's matter.
fn answer(pointer: &Claim, target: &Claim) -> Claim {
    let mut claim = target.clone();
    claim.id = stable_id('c', [pointer.id.as_str(), target.id.as_str()]);
    claim.field = pointer.field;
    claim.sentence = pointer.sentence;
    claim.trigger = pointer.trigger;
    claim.speaker.clone_from(&pointer.speaker);
    claim.cue.clone_from(&pointer.cue);
    claim.relayed_by.clone_from(&pointer.relayed_by);
    claim.party.clone_from(&pointer.party);
    claim.stance = pointer.stance.clone();
    claim.words.clone_from(&pointer.words);
    [
        &mut claim.actor,
        &mut claim.actor_party,
        &mut claim.object,
        &mut claim.object_party,
    ]
    .into_iter()
    .flatten()
    .for_each(unplace);
    claim.place.iter_mut().for_each(|place| place.span = None);
    claim.dates.iter_mut().for_each(|dates| dates.span = None);
    claim
        .quantity
        .iter_mut()
        .for_each(|quantity| quantity.span = None);
    claim.assertion.span = None;
    let how = format_compact!(
        "tied to the nearest claim before it that this denial can mean: {}",
        target.id
    );
    claim.back_reference = Some(BackReference {
        target: Some(target.id.clone()),
        how: how.into(),
    });
    claim
}

/// The words stand in the other sentence.
fn unplace(found: &mut Found<CompactString>) {
    found.span = None;
}
