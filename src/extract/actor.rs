//! Who did it: the accused, the speaker that a pronoun points back to, or the doer as written.

mod client;
mod things;

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{ACCUSED, Claim, Found, Question, Stance, THEY, THING, WE};
use crate::model::parsed::{Dep, Pos, Tag};

use super::accused::{RULE, accused_of, charged_by_noun, is_beyond_charge};
use super::anaphora::{Memory, is_pronoun};
use super::event::Event;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::speaker::{is_none_of_many, points_to_speaker};
use super::tree::{OF, Tree};
use super::voice::{Voice, is_none};

use client::body_spoken_for;
pub(super) use client::client;
pub(super) use things::mishap;
use things::{is_thing, made_by, thing_before, thing_told_alike, to_blame};

/// The doer: the accused where there is one, the speaker where a pronoun points back, else as written.
pub fn actor(
    reading: &Reading,
    agent: Option<usize>,
    trigger: usize,
    voice: &Voice,
    memory: &Memory,
    question: Question,
) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    // "was fired by telephone": a means, and nobody.
    let means = |at: &usize| {
        let bare = tree.pos(*at) == Pos::Noun && tree.kids(*at).next().is_none();
        bare && tree.is_passive(trigger)
            && reading.lexicon().words.has(Set::MeansNoun, tree.lemma(*at))
    };
    // "there was no order to fire": an order that was not given fires at nobody.
    let ungiven = |at: &usize| {
        tree.dep(trigger) == Dep::Acl
            && tree.head(trigger) == Some(*at)
            && is_none(tree, &reading.lexicon().words, *at)
    };
    // "Sunday's talks": when, and nobody.
    let agent = agent.filter(|at| !means(at) && !ungiven(at) && !tree.is_time(*at));
    let own_subject = tree
        .kids(trigger)
        .any(|kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass));
    let blamed = voice
        .cue
        .is_some_and(|cue| reading.cues[cue].blames_for_told(trigger));
    // "An army statement accused rebels of continuing to loot": the statement speaks for the army, and loots nothing.
    let accuses = |agent: Option<usize>| {
        let cue = voice.cue.map(|cue| reading.cues[cue].token);
        let active = cue.filter(|&cue| !tree.is_passive(cue));
        agent.is_some() && active.is_some_and(|cue| tree.subject(cue) == agent)
    };
    let laid = || {
        if tree.is_verb(trigger) {
            let accused = agent == voice.accused;
            agent.is_none() || agent == voice.speaker || accused || accuses(agent)
        } else {
            is_charge(reading, trigger, voice)
        }
    };
    let charged = voice.accused.filter(|_| blamed || !own_subject && laid());
    let beyond = charged.is_some() && is_beyond_charge(reading, trigger, voice);
    // "blamed X for what rebels did in their raid": theirs is not whoever blames.
    if beyond && agent.is_some_and(|agent| is_pronoun(tree, agent)) {
        return None;
    }
    if let Some(accused) = charged.filter(|_| !beyond) {
        return Some(accused_of(reading, accused, voice, memory));
    }
    // "denied Manila's claim that it had rammed a boat": the denier; of what was taken or shot down, who boasts of it.
    let event = reading.events.iter().find(|event| event.trigger == trigger);
    let boast = event.is_some_and(|event| is_boast(reading, event));
    let charged = voice
        .denier
        .filter(|_| matches!(question, Question::Responsibility | Question::Occurrence) && !boast);
    let owner = Voice {
        speaker: charged.or(voice.owner).or(voice.speaker),
        ..voice.clone()
    };
    let speaker = || reading.speaker(&owner, memory);
    match agent {
        Some(agent)
            if let Some(named) = reading.subject_before(agent)
                && !inherits(tree, trigger, agent) =>
        {
            Some(reading.named(named, memory, "actor.pronoun", "actor.pronoun"))
        }
        Some(agent)
            if let Some(client) = client(reading, agent, owner.speaker)
                && !inherits(tree, trigger, agent) =>
        {
            Some(reading.named(client, memory, "actor.client", "actor.client"))
        }
        Some(agent) if let Some(thing) = thing_told_alike(reading, agent, memory) => Some(thing),
        Some(agent) if let Some(charged) = charged_by_noun(reading, agent, voice) => {
            Some(reading.named(charged, memory, RULE, RULE))
        }
        Some(agent)
            if let Some(body) = body_spoken_for(reading, agent, owner.speaker)
                && !inherits(tree, trigger, agent) =>
        {
            Some(reading.named(body, memory, "actor.client", "actor.client"))
        }
        Some(agent) if is_none_of_many(reading, agent, owner.speaker) => {
            thing_before(reading, agent)
        }
        Some(agent)
            if let Some(body) =
                told_by_outlet(reading, (agent, trigger), owner.speaker, memory) =>
        {
            let span = tree.sentence.tokens[agent].span;
            Some(Found::at(body, span, "actor.pronoun"))
        }
        Some(agent)
            if is_pronoun(tree, agent)
                && (points_to_speaker(reading, agent, owner.speaker)
                    || is_own_it(reading, agent, owner.speaker, memory))
                && !reading.is_quoted_apart(agent, owner.speaker)
                && !reading.speaks_of_others(agent)
                && !inherits(tree, trigger, agent) =>
        {
            let we = reading
                .lexicon()
                .words
                .has(Set::WePronoun, tree.lemma(agent));
            let rule = if we { WE } else { "actor.pronoun" };
            speaker().map(|found| Found { rule, ..found })
        }
        Some(agent) if owned_by_speaker(reading, agent, owner.speaker) => {
            let (text, span) = phrase_text(tree, &reading.lexicon().words, agent);
            let whose = speaker().map(|found| format_compact!("{text} ({})", found.value));
            Some(Found::at(whose.unwrap_or(text), span, "actor.possessive"))
        }
        Some(agent) => {
            let cause = || made_by(reading, agent).filter(|_| question == Question::Cause);
            let blamed = to_blame(tree, &reading.lexicon().words, agent).or_else(cause);
            let agent = blamed.unwrap_or(agent);
            let rule = if blamed.is_some() {
                ACCUSED
            } else if is_thing(reading, agent) {
                THING
            } else {
                "actor.subject"
            };
            let another = owner.speaker.filter(|&at| at != agent).and_then(|_| {
                let speaker = speaker()?;
                reading.another(agent, &speaker.value, memory)
            });
            let found =
                another.unwrap_or_else(|| reading.named(agent, memory, rule, "actor.pronoun"));
            let mut found = without_negator(reading, agent, found);
            if reading.speaks_of_others(agent) {
                found.rule = THEY;
            }
            Some(found).filter(|found| !is_empty_word(reading, agent, &found.value))
        }
        None => {
            let rule = denier(reading, voice, trigger, question)
                .or_else(|| defender(reading, voice, trigger))?;
            speaker().map(|found| Found { rule, ..found })
        }
    }
}

/// "Falconer said it had bought the mill": a single name that the text has given to no person is a firm's.
fn is_own_it(reading: &Reading, agent: usize, speaker: Option<usize>, memory: &Memory) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let it = lexicon.is_single_it(tree.lemma(agent));
    // "It is a step, Roe said": whatever it is.
    let acts = matches!(tree.dep(agent), Dep::Nsubj | Dep::Nsubjpass)
        && tree
            .head(agent)
            .is_some_and(|verb| !lexicon.words.has(Set::Copula, tree.lemma(verb)));
    let firm = |&head: &usize| {
        let lone = tree.kids(head).all(|kid| tree.pos(kid) == Pos::Punct);
        let person = lexicon.is_person(tree.word(head))
            || memory.is_full_known(tree, head)
            || memory.is_known_person(tree, head);
        tree.pos(head) == Pos::Propn && lone && !person
    };
    it && acts && speaker.filter(firm).is_some()
}

/// "The Daily Post reported that it had hired bankers": the firm of which the text told before, and no newspaper, unless it
/// is what a newspaper does ("said it had seen the letter").
fn told_by_outlet(
    reading: &Reading,
    (pronoun, trigger): (usize, usize),
    speaker: Option<usize>,
    memory: &Memory,
) -> Option<CompactString> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let it = lexicon.words.has(Set::ItPronoun, tree.lemma(pronoun));
    let own = lexicon.words.has(Set::PerusalVerb, tree.lemma(trigger));
    let outlet = |at: usize| lexicon.is_outlet(&phrase_text(tree, &lexicon.words, at).0);
    if !it || own || !speaker.is_some_and(outlet) {
        return None;
    }
    let told = memory.antecedent(tree, lexicon, pronoun)?;
    (!lexicon.is_outlet(told)).then(|| told.clone())
}

/// "what it said were targets", "this is a final push": a word that names nobody by itself.
fn is_empty_word(reading: &Reading, agent: usize, text: &str) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    // "who is to blame" is a question, which is told from a claim by its pronoun later.
    let empty = match tree.tag(agent) {
        Tag::DT | Tag::PRPS => true,
        Tag::WP => !words.has(Set::RelativePronoun, tree.lemma(agent)),
        _ => false,
    };
    empty && text == tree.word(agent)
}

/// "No prisoners were aboard": the prisoners, of whom it is denied.
fn without_negator(
    reading: &Reading,
    agent: usize,
    mut found: Found<CompactString>,
) -> Found<CompactString> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let negator = tree
        .kids(agent)
        .find(|&kid| tree.dep(kid) == Dep::Det && words.has(Set::Negator, tree.lemma(kid)));
    let bare = negator.and_then(|kid| {
        let rest = found.value.strip_prefix(tree.word(kid))?;
        Some(CompactString::from(rest.trim_start()))
    });
    if let Some(bare) = bare.filter(|bare| !bare.is_empty()) {
        found.value = bare;
    }
    found
}

/// "accused X of an attack", "of carrying out an attack", but not "of backing the attack": another's deed.
fn is_charge(reading: &Reading, noun: usize, voice: &Voice) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let Some(verb) = tree.head(noun).filter(|&at| tree.is_verb(at)) else {
        return true;
    };
    let light = [Set::LightVerb, Set::MakeVerb, Set::StartVerb, Set::TryVerb]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(verb)));
    let direct = voice
        .cue
        .is_some_and(|cue| reading.cues[cue].contents.contains(&noun));
    direct || light || tree.dep(noun) != Dep::Dobj
}

fn inherits(tree: &Tree, trigger: usize, agent: usize) -> bool {
    tree.is_verb(trigger)
        && tree.kids(trigger).all(|kid| kid != agent)
        && tree.dep(trigger) == Dep::Relcl
}

fn owned_by_speaker(reading: &Reading, agent: usize, speaker: Option<usize>) -> bool {
    let owner = reading.tree.possessor(agent);
    owner.is_some_and(|owner| {
        is_pronoun(&reading.tree, owner) && points_to_speaker(reading, owner, speaker)
    })
}

/// Who denies "the attack", "involvement" or "responsibility" without naming a doer speaks of themselves.
fn denier(
    reading: &Reading,
    voice: &Voice,
    trigger: usize,
    question: Question,
) -> Option<&'static str> {
    let class = reading.cues[voice.cue?].class;
    let noun = !reading.tree.is_verb(trigger);
    let denied = class == CueClass::Deny && noun && question == Question::Responsibility;
    (denied && !is_of_others_account(reading, trigger)).then_some("actor.denier")
}

/// "rejected the union's account of the collapse": another tells of it, and charges nobody in these words.
fn is_of_others_account(reading: &Reading, trigger: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let of = tree.head(trigger).filter(|&of| tree.lemma(of) == OF);
    let account = of.and_then(|of| tree.head(of));
    account.is_some_and(|noun| {
        let said = words.has(Set::BackNoun, tree.lemma(noun));
        let charge = words.has(Set::ChargeNoun, tree.lemma(noun));
        let owner = tree.owner(noun).filter(|&at| !is_pronoun(tree, at));
        said && !charge && owner.is_some()
    })
}

/// "751 drones were shot down, the air force said": who reports what was stopped in the air speaks of their own defence;
/// of aircraft with a crew anybody may speak.
fn defender(reading: &Reading, voice: &Voice, trigger: usize) -> Option<&'static str> {
    let tree = &reading.tree;
    let event = reading
        .events
        .iter()
        .find(|event| event.trigger == trigger)?;
    let words = &reading.lexicon().words;
    let flies = |at: usize| {
        let lemma = tree.lemma(at);
        words.has(Set::ArmsNoun, lemma) && words.has(Set::AttackNoun, lemma)
    };
    let own = voice.stance == Stance::Affirm
        && SHOT_DOWN.contains(&event.frame.assertion.as_str())
        && event
            .theme
            .is_some_and(|theme| tree.conjuncts(theme).into_iter().any(flies));
    own.then_some("actor.defender")
}

/// Assertions that something was stopped in the air.
const SHOT_DOWN: &[&str] = &["intercept", "shoot_down"];

/// "denied Moscow's claim that it had shot down a jet", "killed 600 soldiers": what an enemy boasts of, and no charge.
fn is_boast(reading: &Reading, event: &Event) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let armed = |at: usize| words.has(Set::ForceNoun, tree.lemma(at));
    let beaten = event.theme.is_some_and(armed) && event.frame.assertion == KILL;
    beaten || SHOT_DOWN.contains(&event.frame.assertion.as_str())
}

/// The assertion that somebody was killed.
const KILL: &str = "kill";

/// "would establish who had planned it": whoever did is asked for, and nobody has said who.
pub fn is_asked(reading: &Reading, claim: &Claim) -> bool {
    let tree = &reading.tree;
    let span = claim.actor.as_ref().and_then(|actor| actor.span);
    let who = span.and_then(|span| tree.token_at(span));
    // "it was the mayor who planned it": he did.
    let copula = |at: usize| reading.lexicon().words.has(Set::Copula, tree.lemma(at));
    who.is_some_and(|who| {
        let clause = tree.head(who).filter(|&at| tree.dep(at) == Dep::Ccomp);
        let told = clause.and_then(|at| tree.head(at)).is_some_and(copula);
        tree.tag(who) == Tag::WP && clause.is_some() && !told
    })
}
