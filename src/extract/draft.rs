//! Puts a claim together from an event and a voice.

use compact_str::{CompactString, format_compact};

use crate::lexicon::assertions::OTHER;
use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Modality, Question, Stance};
use crate::model::id::stable_id;
use crate::model::parsed::{Dep, Pos};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::Span;

use super::actor::{actor, mishap};
use super::again::OPEN_FRAME;
use super::ailment::ailment;
use super::amount::{
    counted_of, is_another_fate, is_another_toll, is_told_part, plain_figures, target_figures,
};
use super::anaphora::Memory;
use super::attacker::name_attacker;
use super::event::{Event, goes_without_place, is_premises, lacks_needed, place_in};
use super::leftover::COUNT;
use super::matter::{Part, matter_of, out_of, particle, whereabouts};
use super::named_place::names_of;
use super::phrase::phrase_text;
use super::place::{PlaceMention, located, place_of_clause, places_of};
use super::polled::is_sole;
use super::quantity::figures_of;
use super::reading::{PLAIN_QUESTION, Reading};
use super::stance::stance_found;
use super::targets::further_targets;
use super::voice::Voice;

/// The assertion that somebody made a thing up.
pub(super) const FAKE: &str = "fake";

/// The rule of a claim whose verb no frame knows.
pub const VERB_RULE: &str = "assertion.verb";

/// A claim in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(super) claim: Claim,
}

/// The claims that one voice makes of an event: one a place and, where it tells how many, one a figure.
pub fn claim_of(reading: &Reading, event: &Event, voice: &Voice, memory: &Memory) -> Vec<Claim> {
    let cleared = lacks_needed(&reading.tree, event).then(|| voice.turned());
    let voice = cleared.as_ref().unwrap_or(voice);
    let question = reading.lexicon().question(&event.frame.assertion);
    let themed = question == Question::Control;
    let mut figures = figures_of(&reading.tree, event.trigger, event.theme, &reading.figures);
    figures.retain(|figure| {
        !is_another_toll(reading, event, figure) && !is_another_fate(reading, event, figure)
    });
    if figures.is_empty() {
        figures = target_figures(reading, event.trigger);
    }
    // "is worth 40 million": the word that the frame needs carries the sum.
    if let Some(needed) = event.needed.filter(|_| figures.is_empty()) {
        figures = figures_of(&reading.tree, needed, None, &reading.figures);
    }
    if !themed && question != Question::Quantity {
        // "won with 53 percent": a share that is told for itself.
        let sole = is_sole(event);
        figures.retain(|figure| !figure.share || is_told_part(figure) && !sole);
    }
    // "none of its tanks was hit": that one was is denied, and no number is told.
    figures.retain(|figure| voice.stance == Stance::Affirm || figure.high != Some(0.0));
    let base = Draft::of_event(reading, event, voice, memory, question);
    let mut mentions = places_of(&reading.tree, reading.lexicon(), event, themed);
    // "pointed the finger at Chile": who did it, and not where.
    mentions.retain(|place| Some(place.token) != voice.accused);
    let mut drafts: Vec<Draft> = mentions
        .iter()
        .flat_map(|place| {
            names_of(reading, place, memory)
                .into_iter()
                .map(move |name| (place, name))
        })
        .map(|(place, (name, rule))| base.clone().at_place(place, name, rule))
        .collect();
    let further = further_targets(reading, event, memory, &mentions, &base);
    let unnamed = themed && drafts.is_empty() && takes_unnamed(reading, event);
    if unnamed {
        drafts.push(base.clone().at_unnamed(reading, event));
    }
    let needs_place = themed && !goes_without_place(event);
    if drafts.is_empty() && !(needs_place && figures.is_empty()) {
        drafts.push(base);
    }
    let counted = drafts
        .into_iter()
        .flat_map(|draft| counted_of(reading, event, &figures, draft))
        .chain(further);
    let mut claims: Vec<Claim> = counted.map(|draft| draft.finish(reading)).collect();
    name_attacker(reading, event, memory, &mut claims);
    claims
}

/// Who did what an event tells, and to whom: "Otieno won", "voters re-elected him": who wins is the doer, whatever made him
/// win.
fn parts_of(event: &Event) -> (Option<usize>, Option<usize>) {
    match event.frame.agent {
        Slot::None if is_sole(event) => (event.theme, None),
        _ => (event.agent, event.theme),
    }
}

/// "all troops should leave": what ought to be is what the speaker wants.
fn owes(reading: &Reading, root: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    tree.kids(root)
        .any(|kid| tree.dep(kid) == Dep::Aux && words.has(Set::OughtAux, tree.lemma(kid)))
}

/// "captured another village", "has not taken a single town": a place that the text does not name.
fn takes_unnamed(reading: &Reading, event: &Event) -> bool {
    let (tree, theme) = (&reading.tree, event.theme);
    theme.is_some_and(|theme| tree.pos(theme) == Pos::Noun)
        && place_in(tree, reading.lexicon(), theme)
}

/// The claims of a clause whose verb no frame knows: one, or one a figure.
pub fn plain_of(reading: &Reading, root: usize, voice: &Voice, memory: &Memory) -> Vec<Claim> {
    let mut draft = Draft::plain(reading, root, voice, memory).at_clause(reading, root, memory);
    let figures = plain_figures(reading, root);
    let counts = |verb| {
        reading
            .lexicon()
            .words
            .has(Set::CountVerb, reading.tree.lemma(verb))
    };
    if counts(root) && !figures.is_empty() {
        // "activists counted 212 burnt houses": only that there are so many.
        draft.claim.assertion.value = COUNT.into();
        draft.claim.actor = None;
    }
    let part = figures.iter().find(|figure| figure.share);
    if let Some(whole) = part.and_then(|figure| figure.of) {
        draft.set_whole(reading, root, whole);
    }
    let assertion = draft.claim.assertion.value.clone();
    draft
        .counted(reading, &figures, &assertion)
        .into_iter()
        .map(|draft| draft.finish(reading))
        .collect()
}

impl Draft {
    pub(super) fn bare(
        reading: &Reading,
        trigger: Span,
        assertion: Found<CompactString>,
        voice: &Voice,
        memory: &Memory,
    ) -> Self {
        let (stance, modality) = stance_found(voice, reading);
        let cue = voice.cue.map(|cue| &reading.cues[cue]);
        let cue_word = |token: usize| {
            let span = reading.tree.sentence.tokens[token].span;
            Found::at(
                CompactString::from(reading.tree.word(token)),
                span,
                "cue.list",
            )
        };
        let relay = |&head: &usize| reading.named(head, memory, "relay.outer", "speaker.pronoun");
        Draft {
            claim: Claim {
                id: CompactString::default(),
                article: reading.setting.article,
                field: reading.setting.field,
                sentence: reading.span(),
                trigger,
                speaker: reading.speaker(voice, memory),
                cue: cue.map(|cue| cue_word(cue.token).from_line(Some(cue.line))),
                relayed_by: voice.relayed_by.iter().rev().map(relay).collect(),
                party: None,
                stance,
                modality,
                actor: None,
                actor_party: None,
                assertion,
                question: PLAIN_QUESTION,
                object: None,
                object_party: None,
                place: None,
                place_as_written: CompactString::default(),
                partial: false,
                dates: None,
                quantity: None,
                back_reference: None,
                words: Vec::new(),
            },
        }
    }

    fn of_event(
        reading: &Reading,
        event: &Event,
        voice: &Voice,
        memory: &Memory,
        question: Question,
    ) -> Self {
        let trigger = reading.tree.sentence.tokens[event.trigger].span;
        let open = event
            .theme
            .is_none_or(|theme| reading.tree.pos(theme) == Pos::Pron);
        let rule = if open { OPEN_FRAME } else { "assertion.frame" };
        let assertion = Found::at(event.frame.assertion.clone(), trigger, rule)
            .from_line(Some(event.frame.line));
        let mut draft = Draft::bare(reading, trigger, assertion, voice, memory);
        draft.claim.question = question;
        let (agent, theme) = parts_of(event);
        draft.claim.actor = actor(reading, agent, event.trigger, voice, memory, question)
            .or_else(|| mishap(reading, event.trigger))
            .or_else(|| ailment(reading, event));
        // "pinned the attack on Chile": Chile is blamed, and was not attacked.
        let theme = theme.filter(|&theme| Some(theme) != voice.accused);
        draft.set_object(reading, theme);
        draft.set_person(reading, theme, voice, memory);
        if agent.is_none() {
            draft.set_owner(reading, theme, voice);
            draft.set_martyrs(reading, event);
        }
        draft.set_date(reading, event.trigger, voice, memory);
        draft
    }

    /// A claim whose verb no frame knows.
    pub fn plain(reading: &Reading, root: usize, voice: &Voice, memory: &Memory) -> Self {
        let tree = &reading.tree;
        let complement = tree
            .kids(root)
            .find(|&kid| matches!(tree.dep(kid), Dep::Attr | Dep::Acomp | Dep::Oprd | Dep::Prt))
            .or_else(|| whereabouts(reading, root))
            .or_else(|| particle(reading, root));
        let matter = matter_of(tree, reading.lexicon(), root);
        let name = match (matter, complement) {
            (Some(matter), _) => format_compact!("{OTHER}{}", matter.key(tree, reading.lexicon())),
            (None, Some(complement)) => {
                format_compact!("{OTHER}{} {}", tree.lemma(root), tree.lemma(complement))
            }
            (None, None) => format_compact!("{OTHER}{}", tree.lemma(root)),
        };
        let trigger = tree.sentence.tokens[root].span;
        let mut draft = Draft::bare(
            reading,
            trigger,
            Found::at(name, trigger, VERB_RULE),
            voice,
            memory,
        );
        let subject = match matter {
            Some(matter) => matter.doer(tree, root),
            None if tree.is_passive(root) => tree.agent(root),
            None => tree.subject(root),
        };
        if matter.is_some_and(|matter| matter.part == Part::Omitter) {
            draft.claim.stance.value = match draft.claim.stance.value {
                Stance::Affirm => Stance::Deny,
                Stance::Deny => Stance::Affirm,
            };
        }
        if owes(reading, root) {
            draft.claim.question = Question::Stance;
        }
        draft.claim.actor = actor(reading, subject, root, voice, memory, PLAIN_QUESTION);
        let object = match matter {
            Some(matter) => matter.object(tree, reading.lexicon(), root),
            // "the party had been offered five ministries": the ministries.
            None => tree
                .kid(root, Dep::Dobj)
                .filter(|&at| {
                    let counted = tree.kids(at).any(|kid| tree.dep(kid) == Dep::Nummod);
                    counted && tree.is_passive(root)
                })
                .or_else(|| tree.object(root))
                .or_else(|| out_of(reading, root))
                .or(complement),
        };
        draft.set_object(reading, object);
        draft.set_date(reading, root, voice, memory);
        draft
    }

    /// "85% of the trains are running": what the part is of.
    fn set_whole(&mut self, reading: &Reading, root: usize, whole: usize) {
        let tree = &reading.tree;
        let of_subject = tree
            .subject(root)
            .is_some_and(|at| tree.is_below(whole, at));
        if of_subject && self.claim.object.is_none() && !tree.is_passive(root) {
            self.claim.actor = None;
            self.set_object(reading, Some(whole));
        }
    }

    /// A part, without a name, of what the sentence names around it ("three barracks in the X district"), or a whole house.
    fn at_unnamed(mut self, reading: &Reading, event: &Event) -> Self {
        let (tree, lexicon) = (&reading.tree, reading.lexicon());
        let around = located(tree, lexicon, event).filter(|mention| mention.anaphoric == 0);
        if let Some(house) = event.theme.filter(|&at| is_premises(tree, lexicon, at)) {
            self.claim.place_as_written = phrase_text(tree, &lexicon.words, house).0;
            return self;
        }
        if let Some(mention) = around {
            self = self.at_place(&mention, mention.name.clone(), mention.rule);
        }
        self.claim.partial = true;
        self
    }

    /// "was in X when it happened", "met in X": the place that a clause names whose verb no frame knows.
    pub(super) fn at_clause(self, reading: &Reading, root: usize, memory: &Memory) -> Self {
        let mention = place_of_clause(&reading.tree, reading.lexicon(), root);
        let named = mention.and_then(|mention| {
            let (name, rule) = names_of(reading, &mention, memory).into_iter().next()?;
            Some((mention, name, rule))
        });
        match named {
            Some((mention, name, rule)) => self.at_place(&mention, name, rule),
            None => self,
        }
    }

    pub(super) fn at_place(
        mut self,
        mention: &PlaceMention,
        name: CompactString,
        rule: &'static str,
    ) -> Self {
        let place = Place {
            key: format_compact!("name:{}", name.to_lowercase()),
            name,
            kind: PlaceKind::Unlisted,
            region: mention.region.clone(),
            country: None,
            coordinates: None,
            part_of: None,
            undecided: Vec::new(),
        };
        self.claim.place = Some(Found::at(place, mention.span, rule));
        self.claim.place_as_written = mention.name.clone();
        self.claim.partial = mention.partial;
        self
    }

    /// Gives the claim its id.
    pub fn finish(mut self, reading: &Reading) -> Claim {
        let claim = &mut self.claim;
        let stance = if claim.stance.value == Stance::Affirm {
            "+"
        } else {
            "-"
        };
        let modality = if claim.modality.value == Modality::Stated {
            ""
        } else {
            "?"
        };
        let offset = format_compact!("{}", claim.trigger.start - claim.sentence.start);
        let speaker = claim
            .speaker
            .as_ref()
            .map_or("", |speaker| speaker.value.as_str());
        let quantity = claim
            .quantity
            .as_ref()
            .map_or(CompactString::default(), |found| {
                format_compact!(
                    "{:?}-{:?} {}",
                    found.value.low,
                    found.value.high,
                    found.value.unit
                )
            });
        let place = claim
            .place
            .as_ref()
            .map_or("", |found| found.value.name.as_str());
        let parts = [
            reading.setting.key,
            &reading.tree.sentence.text,
            &claim.assertion.value,
            offset.as_str(),
            stance,
            modality,
            speaker,
            place,
            &quantity,
        ];
        claim.id = stable_id('c', parts);
        self.claim
    }
}
