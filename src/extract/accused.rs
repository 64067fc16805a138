//! Who is accused: as written, or whom a pronoun means, which is never who accuses.

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{ACCUSED, Claim, Found, Stance, THING};
use crate::model::parsed::{Dep, EntityLabel, Tag};

use super::again::PART_IN;
use super::anaphora::{Memory, is_pronoun, names_person};
use super::cue::Cue;
use super::event::is_matter;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::speaker::document::DOCUMENT;
use super::tree::{OF, Tree};
use super::voice::Voice;

/// Rule of an accused whom a pronoun means.
pub const RULE: &str = "actor.accused-pronoun";

/// Rule of what is blamed and is nobody ("blames exploding ammunition").
pub const THING_RULE: &str = "actor.accused-thing";

/// "A letter blamed Norway": no paper blames whoever issued it, so that it stands as it is written.
pub(super) fn name_as_written(reading: &Reading, claim: &mut Claim) {
    let tree = &reading.tree;
    let blamed = claim.actor.as_ref().filter(|actor| actor.rule == ACCUSED);
    let blamed = blamed.map(|actor| actor.value.clone());
    let own = |found: &&mut Found<CompactString>| {
        found.rule == DOCUMENT && Some(&found.value) == blamed.as_ref()
    };
    let Some(speaker) = claim.speaker.as_mut().filter(own) else {
        return;
    };
    let ends = |end: u32| (0..tree.len()).find(|&at| tree.sentence.tokens[at].span.end == end);
    let at = speaker.span.and_then(|span| ends(span.end));
    if let Some(at) = at.filter(|&at| tree.word(at) != speaker.value) {
        speaker.value = phrase_text(tree, &reading.lexicon().words, at).0;
    }
}

/// "Norway and Peru trade blame": for what, nobody tells; each says that the other had a part in it, and none of it is trade.
pub(super) fn blame_traded(reading: &Reading, claim: &mut Claim) {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let Some(verb) = tree.token_at(claim.trigger) else {
        return;
    };
    let blames = |cue: &Cue| cue.class == CueClass::Accuse && cue.contents == [verb];
    if words.has(Set::TradeVerb, tree.lemma(verb)) && reading.cues.iter().any(blames) {
        claim.assertion.value = PART_IN.into();
        claim.question = reading.lexicon().question(PART_IN);
    }
}

/// The accused of a voice.
pub fn accused_of(
    reading: &Reading,
    accused: usize,
    voice: &Voice,
    memory: &Memory,
) -> Found<CompactString> {
    let told = |cue: usize| reading.cues[cue].blames_for_told(reading.cues[cue].token);
    let rule = match is_matter(&reading.tree, reading.lexicon(), accused) {
        true if voice.cue.is_some_and(told) => THING_RULE,
        true => THING,
        false => ACCUSED,
    };
    let named = reading.named(accused, memory, rule, RULE);
    if !is_pronoun(&reading.tree, accused) {
        return whose(reading, accused, memory).unwrap_or(named);
    }
    let (text, span) = phrase_text(&reading.tree, &reading.lexicon().words, accused);
    // "Lima says the police accused her": who passes it on is meant.
    if let Some(&outer) = voice.relayed_by.last()
        && is_meant(reading, accused, outer)
    {
        return reading.named(outer, memory, RULE, RULE);
    }
    if let Some(cue) = voice.cue.map(|cue| reading.cues[cue].token) {
        return accused_by(reading, accused, cue, voice, memory);
    }
    meant(reading, (named, Found::at(text, span, RULE)), voice, memory)
}

/// Whom a pronoun means that the verb at `verb` accuses or calls something.
pub fn accused_by(
    reading: &Reading,
    accused: usize,
    verb: usize,
    voice: &Voice,
    memory: &Memory,
) -> Found<CompactString> {
    let words = &reading.lexicon().words;
    let (text, span) = phrase_text(&reading.tree, words, accused);
    if let Some(before) = named_before(reading, accused, verb, voice.speaker) {
        let name = phrase_text(&reading.tree, words, before).0;
        return Found::at(name, span, RULE);
    }
    let named = reading.named(accused, memory, RULE, RULE);
    meant(reading, (named, Found::at(text, span, RULE)), voice, memory)
}

/// What a pronoun means, else the pronoun itself: nobody accuses himself.
fn meant(
    reading: &Reading,
    (named, itself): (Found<CompactString>, Found<CompactString>),
    voice: &Voice,
    memory: &Memory,
) -> Found<CompactString> {
    let speaker = voice
        .speaker
        .and_then(|_| reading.speaker(voice, memory))
        .map(|found| found.value);
    match speaker {
        Some(speaker) if speaker == named.value => itself,
        _ => named,
    }
}

/// "Peru, whose leaders the bloc accuses": the leaders of Peru.
fn whose(reading: &Reading, accused: usize, memory: &Memory) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    let word = tree
        .possessor(accused)
        .filter(|&at| tree.tag(at) == Tag::WPS)?;
    let verb = tree
        .head(accused)
        .filter(|&at| tree.dep(at) == Dep::Relcl)?;
    let owner = reading.named(tree.head(verb)?, memory, ACCUSED, RULE);
    let (text, span) = phrase_text(tree, &reading.lexicon().words, accused);
    let bare = text.strip_prefix(tree.word(word))?.trim_start();
    let name = format_compact!("{bare} ({})", owner.value);
    Some(Found::at(name, span, ACCUSED))
}

/// "filed a suit against the comedian, accusing him": the last before the word of accusation who fits the pronoun and does
/// not speak.
fn named_before(
    reading: &Reading,
    pronoun: usize,
    cue: usize,
    speaker: Option<usize>,
) -> Option<usize> {
    let tree = &reading.tree;
    let own = |at: usize| speaker.is_some_and(|speaker| tree.is_below(at, speaker));
    // "Lima met the general when she accused him": the subject may be who speaks.
    let silent = |at: usize| {
        let subject = matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass);
        !(subject && speaker.is_some_and(|speaker| is_pronoun(tree, speaker)))
    };
    // "used his troops against them": his own are not whom he accuses.
    let theirs = |at: usize| {
        tree.possessor(at)
            .is_some_and(|whose| is_pronoun(tree, whose))
    };
    let fits = |at: &usize| {
        !is_pronoun(tree, *at)
            && !is_scene(reading, *at)
            && tree.is_nominal(*at)
            && tree.dep(*at) != Dep::Compound
            && !own(*at)
            && !theirs(*at)
            && silent(*at)
            && !tree.is_below(cue, *at)
            && is_meant(reading, pronoun, *at)
    };
    let found = (0..cue).rev().find(fits)?;
    let whole = around(tree, found).filter(|&at| is_meant(reading, pronoun, at));
    Some(whole.unwrap_or_else(|| whom(tree, found)))
}

/// "Ana Lima, the founder of the brand Fenn, was sued by a man who accused her": what is told aside of Ana Lima names no other.
fn around(tree: &Tree, noun: usize) -> Option<usize> {
    let mut above = tree.ancestors(noun).take_while(|&at| !tree.is_verb(at));
    let aside = above.find(|&at| tree.dep(at) == Dep::Appos)?;
    tree.head(aside)
}

/// "were held in Norway after she accused them": where they were held.
fn is_scene(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let inside = tree.head(noun).is_some_and(|at| {
        tree.dep(noun) == Dep::Pobj && words.has(Set::PlacePreposition, tree.lemma(at))
    });
    inside
        && tree.label(noun) == Some(EntityLabel::Gpe)
        && tree.lemma(tree.head(noun).unwrap_or(noun)) != OF
}

/// "Ana Lima, a lawyer and writer": Ana Lima.
fn whom(tree: &Tree, noun: usize) -> usize {
    let aside = |at: usize| matches!(tree.dep(at), Dep::Appos | Dep::Conj);
    let mut apposed = std::iter::successors(Some(noun), |&at| tree.head(at).filter(|_| aside(at)));
    apposed
        .find(|&at| tree.dep(at) == Dep::Appos)
        .and_then(|at| tree.head(at))
        .unwrap_or(noun)
}

/// Whether a pronoun can stand for a noun.
fn is_meant(reading: &Reading, pronoun: usize, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let (word, lemma) = (tree.lemma(pronoun), tree.lemma(noun));
    let many = matches!(tree.tag(noun), Tag::NNS | Tag::NNPS);
    let person = names_person(tree, lexicon, noun) || words.has(Set::PersonNoun, lemma);
    if words.has(Set::PersonPronoun, word) {
        let asked = lexicon.parties.gender_told(word);
        let name = phrase_text(tree, words, noun).0;
        let told = lexicon.parties.gender_told(&name);
        return person && !many && (asked.is_none() || told.is_none() || told == asked);
    }
    let side = matches!(
        tree.label(noun),
        Some(EntityLabel::Org | EntityLabel::Gpe | EntityLabel::Norp)
    );
    let land = many && words.has(Set::LandNoun, lemma);
    let body = side || land || words.is_somebody(lemma);
    // "they" are many or a body of many, "it" is one and no person.
    let fits = if lexicon.parties.means_many(word) {
        many || side || words.has(Set::BodyNoun, lemma)
    } else {
        !many && (side || !person)
    };
    words.has(Set::ItPronoun, word) && body && fits
}

/// "answered the charge of the union that it hid the report": "it" is who answers, and not who charges.
pub fn charged_by_noun(reading: &Reading, pronoun: usize, voice: &Voice) -> Option<usize> {
    let tree = &reading.tree;
    let cue = voice.cue.map(|cue| &reading.cues[cue])?;
    let charges = cue.charges && voice.denier.is_none() && voice.stance == Stance::Affirm;
    let third = reading
        .lexicon()
        .words
        .has(Set::ThirdPronoun, tree.lemma(pronoun));
    let verb = tree
        .head_verb(cue.token)
        .filter(|_| charges && third && is_pronoun(tree, pronoun))?;
    let subject = tree.subject(verb)?;
    let other = Some(subject) != cue.speaker && !is_pronoun(tree, subject);
    other.then_some(subject)
}

/// "blamed X for riots started by a death": what is told aside of the charge is none of it.
pub fn is_beyond_charge(reading: &Reading, trigger: usize, voice: &Voice) -> bool {
    let tree = &reading.tree;
    let Some(cue) = voice.cue.filter(|_| voice.presupposed) else {
        return false;
    };
    let contents = &reading.cues[cue].contents;
    let aside = |&verb: &usize| {
        matches!(tree.dep(verb), Dep::Acl | Dep::Relcl | Dep::Advcl) && tree.is_verb(verb)
    };
    let mut above = std::iter::once(trigger).chain(tree.ancestors(trigger));
    above
        .find(|at| contents.contains(at) || aside(at))
        .is_some_and(|at| !contents.contains(&at))
}
