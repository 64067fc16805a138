//! One sentence under the extractor's eye: its tree, cues and events, and the claims that come of them.

mod rooms;

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::cues::CueClass;
use crate::lexicon::frames::Slot;
use crate::model::claim::{Claim, Found, Question, Stance};
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Tag};
use crate::model::span::{Span, TextField};

use super::Drawn;
use super::again::{Tally, take_over};
use super::anaphora::Memory;
use super::beside::is_circumstance;
use super::cue::{Cue, find_cues, is_verdict, judged_as_made_up, verb_speaker};
use super::date::{DateMention, find_dates_after};
use super::draft::{VERB_RULE, claim_of};
use super::elected::proclaiming;
use super::event::{Event, find_events, is_carried_out};
use super::phrase::{content_words, phrase_text};
use super::place::places_of;
use super::plain::plain_claims;
use super::quantity::{Figure, find_figures, is_tallied};
use super::tree::Tree;
use super::voice::{Voice, contents_by_token, is_reason, voices};

/// Where a sentence stands.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Index of the article in the run.
    pub article: u32,
    /// Its key.
    pub key: &'a str,
    /// Title or body.
    pub field: TextField,
    /// Day of publication.
    pub dateline: Option<jiff::civil::Date>,
}

/// A sentence with everything that was found in it.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Where it stands.
    pub setting: Setting<'a>,
    /// Its tree.
    pub tree: Tree<'a>,
    /// Its reporting words.
    pub cues: Vec<Cue>,
    /// Its assertions.
    pub events: Vec<Event<'a>>,
    /// Whose words the whole sentence is, where it stands inside a quotation, under a headline's "Speaker:" or
    /// behind a name and a colon of its own.
    pub quoted_by: Option<Found<CompactString>>,
    /// Whether the outlet is a body that publishes its own word, so that what nobody else says here is said by it.
    pub own_word: bool,
    /// The sentence before asks whether something is so.
    pub after_question: bool,
    /// Its dates.
    pub dates: Vec<DateMention>,
    /// Its numbers.
    pub figures: Vec<Figure>,
    /// The last single day that the sentences before named.
    pub earlier: Option<jiff::civil::Date>,
    pub(super) contents: Vec<Vec<usize>>,
    lexicon: &'a Lexicon,
}

impl<'a> Reading<'a> {
    /// Reads a sentence; `earlier` is the last single day that the sentences before named.
    pub fn new(
        setting: Setting<'a>,
        sentence: &'a ParsedSentence,
        earlier: Option<jiff::civil::Date>,
        lexicon: &'a Lexicon,
    ) -> Self {
        let tree = Tree::mended(sentence, lexicon);
        let mut cues = find_cues(&tree, lexicon);
        let proclaims = proclaiming(&tree, &lexicon.words, setting.field);
        cues.retain(|cue| !proclaims.contains(&cue.token));
        let contents = contents_by_token(&tree, &cues);
        let figures = find_figures(&tree, &lexicon.numbers);
        let dates = find_dates_after(&tree, setting.dateline, earlier, &lexicon.dates);
        let mut events = find_events(&tree, lexicon);
        events.retain(|event| !proclaims.contains(&event.trigger));
        let accuses = |at: usize| {
            cues.iter()
                .any(|cue| cue.token == at && cue.accused.is_some() && !cue.proceeds())
        };
        let blames = |at: usize| {
            let told = |cue: &Cue| {
                cue.blames_for_told(at)
                    && !super::blamed::lays_what_was_told(&tree, &lexicon.words, cue)
            };
            cues.iter().any(told)
        };
        events.retain(|event| {
            judged_as_made_up(&tree, &lexicon.cues, &lexicon.words, event.trigger).is_none()
        });
        events.retain(|event| match &event.frame.agent {
            Slot::Accused => blames(event.trigger),
            _ => !accuses(event.trigger) && !is_verdict(&tree, &cues, event.trigger, event.theme),
        });
        Reading {
            setting,
            tree,
            cues,
            events,
            quoted_by: None,
            own_word: false,
            after_question: false,
            dates,
            earlier,
            figures,
            contents,
            lexicon,
        }
    }

    /// The sentence's bytes in its field.
    pub fn span(&self) -> Span {
        let start = self.tree.sentence.offset as usize;
        Span::new(start, start + self.tree.sentence.text.len())
    }

    /// Draws the claims of the sentence, and notes whom and what it named.
    pub fn claims(&self, memory: &mut Memory, drawn: &mut Drawn) {
        let mut own = Drawn::default();
        let mut covered = vec![false; self.tree.len()];
        let mut answering = Vec::new();
        if self.is_question() {
            super::asked::ask(self, memory, &mut own);
        } else {
            // "does not buy that": the words of an answer are no deed.
            let deeds = self.events.iter();
            for event in deeds.filter(|event| super::back::idiom(self, event.trigger).is_none()) {
                self.event_claims(event, memory, &mut covered, &mut own);
            }
            let claims = &mut own.claims;
            take_over(claims, &mut memory.deed, self.lexicon);
            plain_claims(self, memory, &covered, claims);
            self.other_claims(memory, claims);
            self.counts(memory, claims);
            memory.note_tallies(Tally::all(&*claims));
            let pointers = super::back::pointers(self, memory, claims);
            // "that did not happen" tells nothing beside what it answers.
            claims.retain(|claim| {
                let same = |pointer: &Claim| pointer.trigger == claim.trigger;
                let says = claim.assertion.rule != VERB_RULE && !self.is_blank(claim);
                // "accuses the West of spreading lies about the war": a charge of its own.
                let says = says || super::charged::tells_charge(self, claim);
                says || !pointers.iter().any(same)
            });
            answering = pointers.iter().filter_map(answerer).collect();
            claims.extend(pointers);
            let hoaxes = super::hoax::hoax_claims(self, memory, &own.claims);
            own.claims.extend(hoaxes);
            super::outlet::tell(self, memory, &covered, &mut own);
            super::outlet::set_aside_daily(self, &mut own);
            own.claims
                .retain(|claim| !super::actor::is_asked(self, claim));
            for claim in &mut own.claims {
                super::accused::name_as_written(self, claim);
                super::accused::blame_traded(self, claim);
            }
        }
        self.note(memory);
        self.note_answering(memory, &answering);
        memory.note_held(&own.claims, self.lexicon);
        let words = content_words(&self.tree, &self.lexicon.words);
        own.claims
            .iter_mut()
            .for_each(|claim| claim.words.clone_from(&words));
        drawn.claims.extend(own.claims);
        drawn.aside.extend(own.aside);
        drawn.untold.extend(own.untold);
        drawn.asked.extend(own.asked);
    }

    pub(super) fn event_claims(
        &self,
        event: &Event,
        memory: &Memory,
        covered: &mut [bool],
        own: &mut Drawn,
    ) {
        for voice in &self.tellers(event) {
            let voice = &self.finder(event, voice);
            if !self.stands_alone(event, voice) {
                continue;
            }
            let made = claim_of(self, event, voice, memory);
            // "denies having been told of the attack": that there was one is not what is denied.
            let said = self.is_said(voice) || self.tree.is_verb(event.trigger);
            covered[self.clause(event.trigger)] |= said && !made.is_empty();
            if voice.presupposed {
                own.aside.extend(made.iter().map(|claim| claim.id.clone()));
            }
            own.claims.extend(made);
        }
    }

    /// "found 93 dead", "counts 40 dead": the word of report is the event's own, and whose it is speaks.
    fn finder(&self, event: &Event, voice: &Voice) -> Voice {
        let mut voice = voice.clone();
        let own = self.cues.iter().position(|cue| {
            let says = matches!(cue.class, CueClass::Say | CueClass::Confirm);
            cue.token == event.trigger && says
        });
        // "the league logged 57 attacks": whoever counts them.
        if voice.speaker.is_none() && self.is_logged(event.trigger) {
            let logs = self.clause(event.trigger);
            voice.speaker = verb_speaker(&self.tree, &self.lexicon.words, logs);
        }
        if let Some(own) = own.filter(|_| voice.speaker.is_none()) {
            voice.speaker = self.cues[own].speaker;
            voice.cue = voice.speaker.map(|_| own).or(voice.cue);
        }
        let kind = Assertions::builtin().get(&event.frame.assertion);
        // "police counted 31 dead, the paper wrote": the count is the police's, whoever passes it on.
        let says = |cue: usize| self.cues[cue].class == CueClass::Say;
        if let Some(own) = own
            && let Some(finder) = self.cues[own].speaker
            && voice.stance == Stance::Affirm
            && matches!(kind.effect, Effect::Toll | Effect::Count)
            && voice
                .cue
                .is_some_and(|cue| cue != own && says(cue) && self.cues[cue].token > event.trigger)
            && let Some(outer) = voice.speaker.filter(|&outer| outer != finder)
        {
            voice.speaker = Some(finder);
            voice.cue = Some(own);
            voice.relayed_by.insert(0, outer);
        }
        // "Utopia rejects the plan": whose stand it is tells it, where nobody else does; a headline sums up in the outlet's
        // own words who is for or against.
        let in_title = self.setting.field == TextField::Title;
        let stance = kind.is_uttered() && !(in_title && kind.is_side());
        if stance && voice.speaker.is_none() && voice.cue.is_none() && !self.is_somebodys() {
            let (tree, lexicon) = (&self.tree, self.lexicon);
            let speaks = |agent: usize| {
                let name = phrase_text(tree, &lexicon.words, agent).0;
                let named = tree
                    .label(agent)
                    .is_some_and(|label| ACTORS.contains(&label));
                let named = named || lexicon.parties.can_speak(&name);
                tree.is_nominal(agent) && named
            };
            // "was dismissed by an expert": the by-phrase takes the stand as a subject does.
            let by = |agent: usize| tree.agent(event.trigger) == Some(agent);
            let taken = |agent: usize| {
                tree.is_verb(event.trigger) && (!tree.is_passive(event.trigger) || by(agent))
            };
            voice.speaker = event.agent.filter(|&agent| taken(agent) && speaks(agent));
        }
        voice
    }

    /// A noun is a claim of its own only when it tells who did it or what it was done to; in the outlet's own voice,
    /// or where the text takes it for granted, only when it tells both.
    fn stands_alone(&self, event: &Event, voice: &Voice) -> bool {
        let cause = |cue: usize| super::blamed::brings_about(self, &self.cues[cue], event.trigger);
        if voice.cue.is_some_and(cause) {
            return false;
        }
        // "could not say what caused the blast": that something did is no claim.
        let asked = event.agent.filter(|&agent| self.tree.tag(agent) == Tag::WP);
        let cause = || self.lexicon.question(&event.frame.assertion) == Question::Cause;
        if asked.is_some() && cause() {
            return false;
        }
        if self.tree.is_verb(event.trigger) {
            let nobody = event.agent.is_none() && voice.cue.is_none() && !self.is_somebodys();
            // "whom the town should blame": nobody has been blamed.
            if nobody && event.frame.agent == Slot::Accused && voice.accused.is_none() {
                return false;
            }
            if nobody && self.lexicon.question(&event.frame.assertion) == Question::Stance {
                return false;
            }
            let counts = Assertions::builtin().get(&event.frame.assertion).effect == Effect::Count;
            if nobody && counts && !self.is_toll(event) {
                return false;
            }
            let hard = matches!(
                self.lexicon.question(&event.frame.assertion),
                Question::Control | Question::Responsibility
            );
            return !voice.presupposed
                || voice.cue.is_some()
                    && is_reason(&self.tree, &self.lexicon.words, event.trigger)
                || hard && event.agent.is_some()
                || self.takes_side(event)
                || is_tallied(&self.tree, event.trigger, &self.figures)
                // "a flood that left 35 dead".
                || self.tree.dep(event.trigger) == Dep::Relcl && self.is_toll(event)
                || voice.speaker.is_some() && is_circumstance(self, event.trigger)
                || self.is_headline(event.trigger);
        }
        if self.is_passed(event.trigger) || self.is_logged(event.trigger) {
            return self.is_logged(event.trigger);
        }
        let placed = || !places_of(&self.tree, self.lexicon, event, false).is_empty();
        let agent = event.agent.is_some() || voice.accused.is_some();
        let carried = is_carried_out(&self.tree, self.lexicon, event.trigger);
        let theme = event.theme.is_some() || placed() || carried;
        let doerless = matches!(event.frame.agent, Slot::None) && !voice.presupposed;
        let weak = voice.cue.is_none() && !self.is_somebodys() || voice.presupposed;
        if weak && !self.is_headline(event.trigger) {
            (agent || doerless) && theme || self.is_toll(event)
        } else {
            theme
                || self.is_told_to_be(event.trigger)
                || agent && !self.is_denied(voice)
                || self.is_reported(event.trigger)
                || self.is_toll(event)
        }
    }

    /// "denied the attack": which attack, the text has told before; "the fire cannot be blamed on rust" is whole.
    fn is_denied(&self, voice: &Voice) -> bool {
        let cue = voice.cue.map(|cue| &self.cues[cue]);
        cue.is_some_and(|cue| cue.class == CueClass::Deny && cue.accused.is_none())
    }

    /// The verb of the clause that a token stands in.
    fn clause(&self, token: usize) -> usize {
        if self.tree.is_verb(token) {
            token
        } else {
            self.tree.head_verb(token).unwrap_or(token)
        }
    }

    /// Who says what a token names.
    pub fn voices_of(&self, token: usize) -> Vec<Voice> {
        let one = voices(
            &self.tree,
            &self.cues,
            &self.contents,
            &self.lexicon.words,
            token,
        );
        let each = one.into_iter().flat_map(|voice| {
            let also = self.mates(&voice).map(|mate| Voice {
                speaker: Some(mate),
                owner: None,
                denier: None,
                ..voice.clone()
            });
            let also: Vec<Voice> = also.collect();
            std::iter::once(voice).chain(also)
        });
        each.collect()
    }

    /// The lists.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }
}

/// Where whoever gives an answer is named.
fn answerer(pointer: &Claim) -> Option<Span> {
    pointer.speaker.as_ref()?.span
}

/// The question of a claim without a frame: whether it is so.
pub const PLAIN_QUESTION: Question = Question::Occurrence;

/// Labels of those who act.
const ACTORS: [EntityLabel; 4] = [
    EntityLabel::Org,
    EntityLabel::Gpe,
    EntityLabel::Norp,
    EntityLabel::Person,
];
