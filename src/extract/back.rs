//! Denials that only point back ("Kyiv denied the claims"): found in a sentence, tied to what they can mean once parties are known.

mod dissent;
mod elliptic;
mod flat;
mod idiom;
mod made_up;
mod near;
mod open;
mod pointer;
mod reply;
mod target;
mod tie;

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::{LIST, Set};
use crate::model::claim::{CLAIMANT, Claim, LexiconLine, Modality, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::cue::{
    BEFORE_COLON, Cue, is_answerable, is_hypothetical, is_negated, is_purpose, verb_entry,
    verb_speaker,
};
use super::reading::Reading;
use super::voice::{Voice, is_none};

use dissent::pleads_deed;
use idiom::{deniers, idiom};
pub(super) use made_up::charge_called;
use made_up::{accuser, baseless, made_up};
use pointer::{Pointer, claimant, matter, rejected};
use reply::{bare_verdict, no_such_thing, same_again};
use target::{is_apposed, points_back, predicate_subject, puts_down, verb_target};
pub use tie::tie;

/// Marks a claim that stands for another until [`tie`] has found which; an assertion key follows where the words name
/// one ("denied both captures").
const POINTS_BACK: &str = "back:";

/// The assertion that "responsibility" and "involvement" name: it can mean any deed that the denier is charged with.
const VAGUE: &str = "involve";

/// The preposition of what one lays claim to.
const TO: &str = "to";

/// The mark of an answer to a number, which can only mean a claim that tells one.
const FIGURE: &str = "#";

/// Denials and confirmations of the sentence that name no matter of their own.
pub fn pointers(reading: &Reading, memory: &Memory, claimed: &[Claim]) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    for token in 0..reading.tree.len() {
        let pointer = pointer_at(reading, token, claimed)
            .or_else(|| made_up(reading, token, claimed))
            .or_else(|| no_such_thing(reading, token))
            .or_else(|| idiom(reading, token))
            .or_else(|| pleads_deed(reading, token, claimed))
            .or_else(|| same_again(reading, token))
            .or_else(|| baseless(reading, token, claimed));
        if let Some((noun, stance, line)) = pointer {
            let voices = own_voices(reading, token, stance);
            let apposed = is_apposed(reading, token);
            let called = charge_called(reading, token).is_some();
            let key = match apposed || called {
                true => POINTS_BACK.into(),
                false => pointer_key(reading, noun),
            };
            let claimant = noun.and_then(|noun| claimant(reading, memory, noun));
            let levelled = || {
                let by = accuser(reading, noun.filter(|_| called)?)?;
                Some(reading.named(by, memory, CLAIMANT, "actor.claimant-pronoun"))
            };
            let claimant = claimant.or_else(levelled);
            let it = |noun: usize| {
                let tag = reading.tree.tag(noun);
                reading.tree.pos(noun) != Pos::Noun && !matches!(tag, Tag::WDT | Tag::WP)
            };
            let pointer = Pointer {
                beside: apposed,
                told: noun.is_some_and(it) || key.ends_with(FIGURE),
                token,
                stance,
                line,
                matter: noun
                    .filter(|_| key == POINTS_BACK || key.ends_with(VAGUE))
                    .and_then(|noun| matter(reading, noun)),
                key,
                claimant,
                answered: noun.and_then(|noun| rejected(reading, token, noun)),
            };
            found.extend(pointer.claims(reading, memory, voices));
        }
    }
    for reply in reply::replies(reading) {
        let span = reading.tree.sentence.tokens[reply.token].span;
        if found.iter().any(|claim| claim.trigger == span) {
            continue;
        }
        let name =
            |at: usize| reading.named(at, memory, "actor.claimant", "actor.claimant-pronoun");
        let pointer = Pointer {
            beside: false,
            told: reply.told,
            token: reply.token,
            stance: Stance::Deny,
            line: LIST,
            key: if reply.charged {
                format_compact!("{POINTS_BACK}{VAGUE}")
            } else {
                POINTS_BACK.into()
            },
            claimant: reply.claimant.map(name),
            matter: None,
            answered: None,
        };
        found.extend(pointer.claims(reading, memory, reply.voices));
    }
    found
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
        // "called the report baseless", where the parser takes the verdict for an adverb.
        Pos::Adv if tree.dep(token) == Dep::Oprd => CuePart::Adjective,
        _ => return None,
    };
    // "an attempt to deny it", "went there to deny it": not done.
    if is_purpose(tree, token) && matches!(tree.dep(token), Dep::Acl | Dep::Advcl) {
        return None;
    }
    // "called on the minister to repudiate the comments": what another is asked to do is not done.
    let asked = |verb: &usize| {
        let speaker = verb_speaker(tree, &reading.lexicon().words, token);
        tree.subject(*verb).is_some() && speaker != tree.subject(*verb)
    };
    if is_purpose(tree, token) && !tree.is_passive(token) {
        let above = tree.head(token).filter(|&at| tree.is_verb(at));
        let held = matches!(tree.dep(token), Dep::Xcomp | Dep::Ccomp);
        if above.filter(|_| held).is_some_and(|verb| asked(&verb)) {
            return None;
        }
    }
    // "“… on the side of X, which denies it”": within a quotation that another speaks.
    if reading.quoted_by.is_some() && tree.dep(token) == Dep::Relcl {
        return None;
    }
    let cues = &reading.lexicon().cues;
    let entry = if part == CuePart::Verb {
        verb_entry(tree, cues, token)
    } else {
        let lemma = tree.lemma(token);
        let other = || cues.nominal(lemma).next().copied();
        cues.find(lemma, part).copied().or_else(other)
    };
    let put_down = || (CueClass::Deny, LIST);
    let listed = entry.map(|entry| (entry.class, entry.line));
    let (class, line) = listed.or_else(|| puts_down(reading, token).then(put_down))?;
    let stance = match class {
        CueClass::Deny => Stance::Deny,
        CueClass::Confirm
            if part == CuePart::Verb || predicate_subject(reading, token).is_some() =>
        {
            Stance::Affirm
        }
        _ if is_hearsay(reading, token) => Stance::Deny,
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
        let alone = bare_verdict(reading, token) || given(reading, token).is_some();
        judged.or_else(|| alone.then_some(None))
    }?;
    // "mocked the raid", "rebuffed the call for a truce": scorn and refusal answer what was said, and no deed.
    let scorned = |noun: usize| {
        let words = &reading.lexicon().words;
        let scorns = part == CuePart::Verb && words.has(Set::ScornVerb, tree.lemma(token));
        let shown = words.has(Set::ExhibitNoun, tree.lemma(noun));
        scorns && (shown || !is_answerable(tree, cues, words, noun))
    };
    // "scoffed at the video".
    let shown = || {
        let mut below = tree
            .prepositions(token)
            .filter_map(|kid| tree.governed(kid));
        below.find(|&at| {
            reading
                .lexicon()
                .words
                .has(Set::ExhibitNoun, tree.lemma(at))
        })
    };
    if target.or_else(shown).is_some_and(scorned) {
        return None;
    }
    let taken = |noun: usize| {
        claimed.iter().any(|claim| {
            tree.token_at(claim.trigger)
                .is_some_and(|at| tree.is_below(at, noun))
        })
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
    // "not a word of that is true".
    let of_none = tree
        .kid(verb, Dep::Nsubj)
        .is_some_and(|at| is_none(tree, words, at));
    // "owned up to the matter: the plane was shot down": what is confirmed stands behind the colon.
    let told =
        |cue: &Cue| cue.rule == BEFORE_COLON && cue.speaker == verb_speaker(tree, words, verb);
    if stance == Stance::Affirm && reading.cues.iter().any(told) {
        return None;
    }
    let negated = is_negated(tree, words, verb) || part != CuePart::Verb && of_none;
    match (negated, part) {
        (false, _) => Some((target, stance, line)),
        (true, CuePart::Adjective | CuePart::Noun) if stance == Stance::Affirm => {
            Some((target, Stance::Deny, line))
        }
        (true, _) => None,
    }
}

/// "those are the rumours of a few", "it is all speculation": what is only told is held not to be so.
fn is_hearsay(reading: &Reading, token: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    words.has(Set::HearsayNoun, tree.lemma(token))
        && predicate_subject(reading, token).is_some_and(|at| tree.pos(at) == Pos::Pron)
}

/// "issued a denial", "repeated the ministry's denial": the verb by which a denial is given.
fn given(reading: &Reading, token: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head(token).filter(|_| tree.dep(token) == Dep::Dobj)?;
    let gives = words.has(Set::LightVerb, tree.lemma(verb)) && !is_negated(tree, words, verb);
    let denial = words.has(Set::DenialNoun, tree.lemma(token));
    (gives && denial && tree.prepositions(token).next().is_none()).then_some(verb)
}

fn already_taken(reading: &Reading, token: usize, claimed: &[Claim]) -> bool {
    let span = reading.tree.sentence.tokens[token].span;
    claimed
        .iter()
        .any(|claim| claim.cue.as_ref().and_then(|cue| cue.span) == Some(span))
}

/// Whose the answer at `token` is.
fn own_voices(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    if let Some(deniers) = deniers(reading, token) {
        deniers
    } else if charge_called(reading, token).is_some() {
        // "would defend itself against these baseless charges": they are called so now.
        let modality = Modality::Stated;
        let voices = judged_by(reading, token, stance).into_iter();
        voices.map(|voice| Voice { modality, ..voice }).collect()
    } else if no_such_thing(reading, token).is_some() || made_up(reading, token, &[]).is_some() {
        let voices = reading.voices_of(token).into_iter();
        voices.map(|voice| Voice { stance, ..voice }).collect()
    } else if reading.tree.pos(token) == Pos::Verb {
        own_voice(reading, token, stance)
    } else if let Some(verb) = given(reading, token) {
        own_voice(reading, verb, stance)
    } else {
        judged_by(reading, token, stance)
    }
}

/// The pointer's mark, with the assertion that its noun names; a noun of accusation can mean any deed laid to the denier.
fn pointer_key(reading: &Reading, noun: Option<usize>) -> CompactString {
    if let Some(deed) = noun.and_then(|noun| claimed_deed(reading, noun)) {
        return format_compact!("{POINTS_BACK}{deed}");
    }
    let charge = |noun: usize| {
        reading
            .lexicon()
            .words
            .has(Set::ChargeNoun, reading.tree.lemma(noun))
    };
    let counts = |noun: usize| {
        reading
            .lexicon()
            .words
            .has(Set::FigureNoun, reading.tree.lemma(noun))
    };
    if noun.is_some_and(counts) {
        return format_compact!("{POINTS_BACK}{FIGURE}");
    }
    if noun.is_some_and(charge) {
        return format_compact!("{POINTS_BACK}{VAGUE}");
    }
    let frames = noun.map_or(&[][..], |noun| {
        reading.lexicon().frames.of_noun(reading.tree.lemma(noun))
    });
    let bare = frames.iter().find(|frame| frame.needs.is_none());
    format_compact!(
        "{POINTS_BACK}{}",
        bare.or(frames.first())
            .map_or("", |frame| frame.assertion.as_str())
    )
}

/// "corruption claims, which he denies": the deed that stands before the word of report.
fn claimed_deed<'r>(reading: &'r Reading, noun: usize) -> Option<&'r str> {
    let tree = &reading.tree;
    let relative = matches!(tree.tag(noun), Tag::WDT | Tag::WP);
    let verb = tree.head(noun).filter(|&verb| tree.dep(verb) == Dep::Relcl);
    let report = verb
        .filter(|_| relative)
        .and_then(|verb| tree.head(verb))
        .unwrap_or(noun);
    let words = &reading.lexicon().words;
    let said = [Set::BackNoun, Set::ChargeNoun]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(report)));
    let before = tree
        .kids(report)
        .filter(|&kid| said && tree.dep(kid) == Dep::Compound);
    let frames = &reading.lexicon().frames;
    let mut bare = before.filter_map(|kid| {
        let mut of_noun = frames.of_noun(tree.lemma(kid)).iter();
        of_noun.find(|frame| frame.needs.is_none())
    });
    bare.next().map(|frame| frame.assertion.as_str())
}

/// The subject of the verb that denies, or each name of it ("Washington, London and Kyiv").
fn own_voice(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    let tree = &reading.tree;
    let Some(speaker) = verb_speaker(tree, &reading.lexicon().words, token) else {
        return Vec::new();
    };
    let name = |&at: &usize| at == speaker || tree.pos(at) == Pos::Propn;
    let all = tree.conjuncts(speaker).into_iter().filter(name);
    all.map(|at| Voice::plain(at, stance)).collect()
}

/// Who calls it false: those who report the sentence, or the subject of the naming verb.
fn judged_by(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.ancestors(token).find(|&at| tree.is_verb(at));
    match verb {
        Some(verb) if words.has(Set::NamingVerb, tree.lemma(verb)) => {
            verb_speaker(tree, words, verb)
                .map(|speaker| Voice::plain(speaker, stance))
                .into_iter()
                .collect()
        }
        Some(verb) => {
            let voices = reading.voices_of(verb);
            let open = voices.iter().all(|voice| voice.speaker.is_none());
            match viewpoint(reading, verb).filter(|_| open) {
                Some(speaker) => vec![Voice::plain(speaker, stance)],
                None => voices,
            }
        }
        None => Vec::new(),
    }
}

/// "For Rwanda, this is pure invention": whose view it is.
fn viewpoint(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let view = tree.prepositions(verb).next().filter(|&at| at == 0)?;
    let speaker = tree.governed(view)?;
    let somebody = tree.pos(speaker) == Pos::Propn || words.is_somebody(tree.lemma(speaker));
    let whose = words.has(Set::JudgingPreposition, tree.lemma(view)) && somebody;
    let set_off = (speaker + 1..tree.len()).find(|&at| !tree.is_below(at, speaker));
    (whose && set_off.is_some_and(|at| tree.tag(at) == Tag::Comma)).then_some(speaker)
}
