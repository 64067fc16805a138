//! Who did it: the accused, the speaker that a pronoun points back to, or the doer as written.

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::CueClass;
use crate::lexicon::kin::Kin;
use crate::lexicon::numbers::Sense;
use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Found, Question, Stance, THING};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::accused::{RULE, accused_of, charged_by_noun, is_beyond_charge};
use super::anaphora::{Memory, is_pronoun, names_person};
use super::phrase::phrase_text;
use super::reading::Reading;
use super::speaker::{is_none_of_many, points_to_speaker};
use super::tree::{OF, Tree};
use super::voice::{Voice, is_none};

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
    let boast = event.is_some_and(|event| SHOT_DOWN.contains(&event.frame.assertion.as_str()));
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
                && points_to_speaker(reading, agent, owner.speaker)
                && !reading.is_quoted_apart(agent, owner.speaker)
                && !inherits(tree, trigger, agent) =>
        {
            speaker().map(|found| Found {
                rule: "actor.pronoun",
                ..found
            })
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
                "actor.accused"
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
            let found = without_negator(reading, agent, found);
            Some(found).filter(|found| !is_empty_word(reading, agent, &found.value))
        }
        None => {
            let rule = denier(reading, voice, trigger, question)
                .or_else(|| defender(reading, voice, trigger))?;
            speaker().map(|found| Found { rule, ..found })
        }
    }
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

/// "greed was to blame", "rust was behind the leak": what is blamed is told, somebody or not.
///
/// "A launch by the rebels was to blame": they are, and no launch.
fn to_blame(tree: &Tree, words: &WordSets, agent: usize) -> Option<usize> {
    let copula = tree
        .head(agent)
        .filter(|&verb| tree.dep(agent) == Dep::Nsubj && tree.pos(verb) == Pos::Aux);
    let verb = copula?;
    let blame = tree
        .kid(verb, Dep::Xcomp)
        .is_some_and(|at| words.has(Set::BlameVerb, tree.lemma(at)));
    let mut behind = tree.prepositions(verb);
    let blamed = blame || behind.any(|at| words.has(Set::BehindPreposition, tree.lemma(at)));
    blamed.then(|| tree.by_phrase(agent).unwrap_or(agent))
}

/// "caused by a failed launch by the rebels", "by a rocket from their ranks": whose the thing is, if they are somebody.
fn made_by(reading: &Reading, thing: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let from = tree
        .prepositions(thing)
        .find(|&at| lexicon.words.has(Set::AgentPreposition, tree.lemma(at)))
        .and_then(|at| tree.kid(at, Dep::Pobj));
    let side = |&at: &usize| {
        let body = matches!(
            tree.label(at),
            Some(EntityLabel::Org | EntityLabel::Norp | EntityLabel::Person)
        );
        let role = lexicon.parties.role_of(tree.word(at));
        body || lexicon.words.is_somebody(tree.lemma(at))
            || lexicon.numbers.has(tree.lemma(at), Sense::Person)
            || role.is_some_and(|role| role.speaks())
    };
    let whose = tree.by_phrase(thing).or(from).filter(side);
    whose.filter(|_| is_thing(reading, thing))
}

/// "the shelling", "a rocket", "two planes": what happens or is used, and nobody who does it.
fn is_thing(reading: &Reading, agent: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let noun = tree.lemma(agent);
    let role = || lexicon.parties.role_of(tree.word(agent));
    // "boycotting the vote was wrong".
    let gerund = tree.pos(agent) == Pos::Verb && tree.tag(agent) == Tag::VBG;
    (tree.pos(agent) == Pos::Noun || gerund)
        && !lexicon.words.is_somebody(noun)
        && !lexicon.numbers.has(noun, Sense::Person)
        && !role().is_some_and(|role| role.speaks())
}

/// "The city says the dam is full, farmers say it is empty": the dam, of which the clause before told.
fn thing_before(reading: &Reading, pronoun: usize) -> Option<Found<CompactString>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let thing = |&at: &usize| {
        matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass)
            && tree.pos(at) == Pos::Noun
            && tree.tag(at) == Tag::NN
            && !words.is_somebody(tree.lemma(at))
    };
    let before = (0..pronoun).rev().find(thing)?;
    let (text, span) = phrase_text(tree, words, before);
    Some(Found::at(text, span, THING))
}

/// "crashed because of engine failure", "died in a landslide": what happened by itself, where nobody did it.
pub fn mishap(reading: &Reading, trigger: usize) -> Option<Found<CompactString>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let because = |&at: &usize| words.has(Set::CausePreposition, tree.lemma(at));
    let told = tree.prepositions(trigger).filter(because);
    let of_itself = |&noun: &usize| {
        let (text, _) = phrase_text(tree, words, noun);
        tree.is_nominal(noun) && Kin::embedded().is_mishap(&text)
    };
    // "because of X": the parser hangs both on the first.
    let under = |at: usize| tree.kid(at, Dep::Pobj).or_else(|| tree.governed(at));
    let noun = told.filter_map(under).find(of_itself)?;
    let (text, span) = phrase_text(tree, words, noun);
    Some(Found::at(text, span, THING))
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

/// "the priest's lawyer said he had resigned": the priest, and not who speaks for him.
pub(super) fn client(reading: &Reading, pronoun: usize, speaker: Option<usize>) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let person = |at: usize| {
        lexicon.words.has(Set::PersonPronoun, tree.lemma(at)) || names_person(tree, lexicon, at)
    };
    let speaker = speaker.filter(|_| lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun)))?;
    let role = lexicon.parties.role_of(tree.word(speaker));
    let serves = role.is_some_and(|role| {
        matches!(
            role.kind,
            RoleKind::Counsel | RoleKind::Spokes | RoleKind::People
        )
    });
    // "The family of the dead man, Tomas Verlane, said that he": the dead man.
    let relative = || {
        let of = tree.under_preposition(speaker, OF)?;
        let family = lexicon.parties.is_family(tree.lemma(speaker));
        let named = |at: usize| {
            let mut kids = tree.kids(at);
            kids.find(|&kid| tree.dep(kid) == Dep::Appos && tree.pos(kid) == Pos::Propn)
        };
        let person = || Some(of).filter(|&of| names_person(tree, lexicon, of));
        let whose = named(of).or_else(|| named(speaker)).or_else(person);
        whose.filter(|_| family)
    };
    // "Jane Roe's party said that she had won": a body is not she.
    let body = tree.label(speaker) == Some(EntityLabel::Org)
        || lexicon
            .words
            .has(Set::BodyNoun, &tree.word(speaker).to_lowercase());
    let serves = serves || body || lexicon.parties.is_family(tree.lemma(speaker));
    let owner = tree.possessor(speaker).filter(|&at| serves && person(at));
    owner.or_else(relative)
}

/// "A spokeswoman for Corvel said it had no plans": Corvel, for which she speaks.
fn body_spoken_for(reading: &Reading, pronoun: usize, speaker: Option<usize>) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let it = words.has(Set::ItPronoun, tree.lemma(pronoun))
        && !words.has(Set::PersonPronoun, tree.lemma(pronoun))
        && tree.tag(pronoun) != Tag::PRPS;
    let speaker = speaker.filter(|_| it)?;
    let role = lexicon.parties.role_of(tree.word(speaker));
    let serves = role.is_some_and(|role| role.kind == RoleKind::Spokes);
    let body = tree
        .prepositions(speaker)
        .filter(|&at| words.has(Set::ForPreposition, tree.lemma(at)))
        .find_map(|at| tree.governed(at))
        .or_else(|| tree.possessor(speaker))?;
    let named = tree.pos(body) == Pos::Propn && !names_person(tree, lexicon, body);
    (serves && named).then_some(body)
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
