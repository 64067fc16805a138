//! Figures that no claim of their sentence took up: how many people, arms or places a party speaks of all the same.

use compact_str::{CompactString, format_compact};

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::numbers::Sense;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question};
use crate::model::parsed::{Dep, Pos};

use super::actor::actor;
use super::anaphora::Memory;
use super::cue::{Cue, GAUGE_RULE, gauged_at, is_sum, things_counted};
use super::draft::Draft;
use super::fate::fate_beside;
use super::fate_of_count::{by_role, fated, fated_all};
use super::level::moved;
use super::quantity::Figure;
use super::reading::Reading;
use super::salvo::{attack_with, launched};
use super::tally::{LOST, name_owner};
use super::tree::OF;
use super::voice::Voice;

/// The assertion that there are so many.
pub(super) const COUNT: &str = "count";

/// The rule of a claim that only tells a figure.
pub const FIGURE_RULE: &str = "assertion.figure";

/// The rule of an object that is told by the noun of a count.
pub const COUNTED_RULE: &str = "object.counted";

/// "together with six crew members", "speaks of 65 prisoners": a claim for each counted figure that somebody tells and
/// that none of `claims` holds.
pub fn leftover_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let left = reading
        .figures
        .iter()
        .filter(|figure| counts_something(reading, figure))
        .filter(|figure| !takes(claims, figure));
    let mut found: Vec<Claim> = left
        .flat_map(|figure| figure_claims(reading, memory, figure))
        .collect();
    let told = |figure: &Figure| takes(claims, figure) || takes(&found, figure);
    let measured = measured(reading, memory, told);
    found.extend(measured);
    found
}

/// "it put the share at 90 percent, a site reported": whoever put it there says so, and the site passes it on.
pub(super) fn gauged_by(reading: &Reading, thing: usize, voice: Voice) -> Voice {
    let gauges = |cue: &&Cue| cue.rule == GAUGE_RULE && cue.contents.contains(&thing);
    let Some(own) = reading.cues.iter().find(gauges).and_then(|cue| cue.speaker) else {
        return voice;
    };
    let outer = voice.speaker.filter(|&at| at != own);
    Voice {
        speaker: Some(own),
        relayed_by: outer.into_iter().chain(voice.relayed_by).collect(),
        ..voice
    }
}

/// What is measured is told by its noun, and nothing that was counted before.
fn of_thing(mut claim: Claim) -> Claim {
    if let Some(object) = claim.object.as_mut() {
        object.rule = COUNTED_RULE;
    }
    claim
}

/// "puts the damage at 40 million": how much somebody says of a thing that is measured.
fn measured(reading: &Reading, memory: &Memory, told: impl Fn(&Figure) -> bool) -> Vec<Claim> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let gauges = reading.cues.iter().filter(|cue| cue.rule == GAUGE_RULE);
    let measured = gauges.flat_map(|cue| {
        let thing = cue.contents.first().copied();
        let thing = thing.filter(|&thing| tree.pos(thing) == Pos::Noun)?;
        let at = gauged_at(tree, words, cue.token)?;
        let figure = reading.figures.iter().find(|figure| {
            (figure.first..=figure.last).contains(&at) || tree.is_below(figure.head, at)
        })?;
        // "put the number of fighters at 600": heads are counted, not the number.
        let tally = words.has(Set::TallyNoun, tree.lemma(thing));
        let sum = is_sum(tree, words, at);
        // "put the number of fires in the country at 61": the fires.
        let counts = reading
            .lexicon()
            .numbers
            .has(tree.lemma(thing), Sense::CountNoun);
        let counted = things_counted(tree, words, thing).filter(|_| counts && tally && !sum);
        let open = !told(figure) && (!tally || sum || counted.is_some());
        open.then_some((cue, thing, counted, figure))
    });
    measured
        .flat_map(|(cue, thing, counted, figure)| {
            let voices = reading.voices_of(thing).into_iter();
            let voices = voices.map(|voice| gauged_by(reading, thing, voice));
            let number = thing;
            let thing = counted.unwrap_or(thing);
            let (thing, of) = moved(reading, thing, figure).unwrap_or((thing, tree.lemma(thing)));
            let claims = amounts(reading, memory, cue.token, (thing, figure, of), voices);
            fated_all(reading, number, claims)
        })
        .collect()
}

/// The claims of those who say how much a thing is or comes to; `of` is what is measured of it.
pub(super) fn amounts(
    reading: &Reading,
    memory: &Memory,
    verb: usize,
    (thing, figure, of): (usize, &Figure, &str),
    voices: impl Iterator<Item = Voice>,
) -> Vec<Claim> {
    let of = format_compact!("{COUNT}:{of}");
    let said = voices.filter(|voice| reading.is_said(voice));
    let drafts = said.flat_map(|voice| {
        let draft = Draft::figure(reading, verb, thing, &voice, memory);
        draft.counted(reading, &[figure], &of)
    });
    drafts
        .map(|draft| of_thing(draft.finish(reading)))
        .collect()
}

fn takes(claims: &[Claim], figure: &Figure) -> bool {
    claims.iter().any(|claim| holds(claim, figure))
}

/// Whether a claim tells a figure.
pub(super) fn holds(claim: &Claim, figure: &Figure) -> bool {
    let span = claim.quantity.as_ref().and_then(|quantity| quantity.span);
    span.is_some_and(|span| span.overlaps(figure.span))
}

fn counts_something(reading: &Reading, figure: &Figure) -> bool {
    let words = &reading.lexicon().words;
    let sets = [
        Set::PersonNoun,
        Set::LossNoun,
        Set::ArmsNoun,
        Set::TargetNoun,
    ];
    // "471 dead": a word for harm is an event, or the parser lost it.
    let harm = |noun: usize| {
        let lemma = reading.tree.lemma(noun);
        reading.tree.pos(noun) == Pos::Adj || !reading.lexicon().frames.of_noun(lemma).is_empty()
    };
    // "one contractor said", "two sister ships": who speaks, and what kind, are not counted.
    let aside = |noun: usize| {
        reading.tree.dep(noun) == Dep::Compound
            || reading.cues.iter().any(|cue| cue.speaker == Some(noun))
    };
    // "acknowledged one dead and 27 missing": what the parser lost, the word beside the number tells.
    let told = || fate_beside(reading, figure).is_some();
    figure
        .counted
        .is_none_or(|noun| (!harm(noun) || told()) && !aside(noun))
        && !figure.unit.is_empty()
        && !figure.share
        && (sets.iter().any(|&set| words.has(set, &figure.unit))
            || is_gauged(reading, figure)
            || figure
                .counted
                .is_some_and(|noun| is_spoken_of(reading, noun)))
}

/// "would speak only of 200 jobs", "speaks of three hurt": whatever they are, they are all that is said.
fn is_spoken_of(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let speaks = |verb: usize| words.has(Set::SpeakVerb, tree.lemma(verb));
    is_only_told(reading, noun) && tree.head_verb(noun).is_some_and(speaks)
}

/// "put the number of operatives at 800": whatever they are, somebody counts them.
fn is_gauged(reading: &Reading, figure: &Figure) -> bool {
    let gauges = |at: usize| {
        reading
            .cues
            .iter()
            .any(|cue| cue.token == at && cue.rule == GAUGE_RULE)
    };
    figure.counted.is_none() && reading.tree.ancestors(figure.head).any(gauges)
}

/// "put its losses at 90 fighters", "speaks of 65 prisoners": the verb only tells the number.
fn is_only_told(reading: &Reading, noun: usize) -> bool {
    let tree = &reading.tree;
    let words = &reading.lexicon().words;
    let verb = tree.head_verb(noun);
    let of = || tree.head(noun).is_some_and(|at| tree.lemma(at) == OF);
    verb.is_some_and(|verb| {
        let cue = reading.cues.iter().any(|cue| cue.token == verb);
        let object = tree.dep(noun) == Dep::Dobj || tree.dep(noun) == Dep::Pobj && of();
        let gauges = words.has(Set::GaugeVerb, tree.lemma(verb)) && tree.dep(noun) == Dep::Pobj;
        cue && (object || gauges)
    })
}

fn figure_claims(reading: &Reading, memory: &Memory, figure: &Figure) -> Vec<Claim> {
    let noun = figure.counted.unwrap_or(figure.head);
    let root = reading.tree.head_verb(noun).unwrap_or(noun);
    let told = reading.voices_of(noun);
    let attack = attack_with(reading, noun);
    // "struck the port with 40 drones": told by the outlet as the attack is.
    let said = |voice: &&Voice| attack.is_some() || reading.is_said(voice);
    let claim = |voice: &Voice| {
        let own = reading.tree.kid(noun, Dep::Acl).unwrap_or(root);
        let mut draft = Draft::figure(reading, root, noun, voice, memory);
        draft.claim.actor = doer_of_row(reading, noun, voice, memory);
        let draft = draft.at_clause(reading, own, memory);
        // Figures of different verbs are not rivals, but for a number that is only told ("speaks of 65 prisoners").
        let of = match is_only_told(reading, noun) {
            true => CompactString::from(COUNT),
            false => format_compact!("{COUNT}:{}", reading.tree.lemma(root)),
        };
        let drafts = draft.counted(reading, &[figure], &of).into_iter();
        let claims = drafts.map(|draft| draft.finish(reading));
        claims
            .map(|claim| match attack {
                Some(attack) => launched(reading, memory, (attack, voice), claim),
                None => claim,
            })
            .collect::<Vec<Claim>>()
    };
    told.iter()
        .filter(said)
        .flat_map(claim)
        .map(|claim| as_loss(reading, root, claim))
        .map(|claim| as_fate(reading, figure, claim))
        .collect()
}

/// "The army used 80 drones and nine missiles": the army, of the last of a row as of the first.
fn doer_of_row(
    reading: &Reading,
    noun: usize,
    voice: &Voice,
    memory: &Memory,
) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    let in_row = |theme: usize| theme != noun && tree.conjuncts(theme).contains(&noun);
    let event = reading
        .events
        .iter()
        .find(|event| event.agent.is_some() && event.theme.is_some_and(in_row))?;
    let deed = reading.lexicon().question(&event.frame.assertion) == Question::Responsibility;
    let agent = event.agent.filter(|_| deed);
    agent.and_then(|_| {
        actor(
            reading,
            agent,
            event.trigger,
            voice,
            memory,
            Question::Quantity,
        )
    })
}

/// "24 injured and eight missing": they are not only so many.
fn as_fate(reading: &Reading, figure: &Figure, mut claim: Claim) -> Claim {
    if claim.assertion.value != COUNT {
        return claim;
    }
    let told = || fate_beside(reading, figure).or_else(|| as_role(reading, figure));
    if let Some(fate) = told() {
        if let Some(quantity) = claim.quantity.as_mut() {
            quantity.value.of = Some(fate.clone());
        }
        claim.assertion.value = fate;
        if figure.counted.is_none() {
            claim.object = None;
        }
    }
    claim
}

/// "spoke of 900 marchers", "estimated the crowd at 900": that so many came, where the figure is all that is told.
fn as_role(reading: &Reading, figure: &Figure) -> Option<CompactString> {
    let tree = &reading.tree;
    let spoken = figure.counted.filter(|&noun| is_only_told(reading, noun));
    let gauged = || {
        let verb = tree.head_verb(figure.head)?;
        tree.object(verb).filter(|_| is_gauged(reading, figure))
    };
    by_role(reading, spoken.or_else(gauged)?)
}

/// "put Russia's losses at 920 soldiers": what they befell is told by the noun of the count.
fn as_loss(reading: &Reading, root: usize, mut claim: Claim) -> Claim {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let lost = |&noun: &usize| {
        let lemma = tree.lemma(noun);
        let sets = [Set::TallyNoun, Set::HarmNoun];
        let other = lexicon.frames.of_noun(lemma).iter().any(|frame| {
            let toll = Assertions::builtin().get(&frame.assertion).effect == Effect::Toll;
            toll && frame.assertion != LOST
        });
        sets.into_iter().all(|set| lexicon.words.has(set, lemma)) && !other
    };
    let object = tree.object(root);
    let subject = tree.kid(root, Dep::Nsubj);
    let told = [object, subject].into_iter().flatten();
    if let Some(fated) = told.filter_map(|noun| fated(reading, noun, &claim)).next() {
        return fated;
    }
    let Some(noun) = object.filter(lost) else {
        return claim;
    };
    if let Some(quantity) = claim.quantity.as_mut() {
        quantity.value.of = Some(LOST.into());
    }
    claim.assertion.value = LOST.into();
    name_owner(reading, noun, &mut claim);
    claim.actor = claim.object_party.clone();
    claim
}

impl Draft {
    /// A claim that there is what a noun counts, in the clause of `root`.
    pub(super) fn figure(
        reading: &Reading,
        root: usize,
        noun: usize,
        voice: &Voice,
        memory: &Memory,
    ) -> Self {
        let mut draft = Draft::plain(reading, root, voice, memory);
        let span = reading.tree.sentence.tokens[noun].span;
        let claim = &mut draft.claim;
        claim.trigger = span;
        claim.assertion = Found::at(CompactString::from(COUNT), span, FIGURE_RULE);
        claim.question = Question::Quantity;
        claim.actor = None;
        draft.set_object(reading, Some(noun));
        draft.date_figure(reading, root, memory);
        draft
    }
}
