//! How many: a claim for each figure, and what counts as one.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect, OTHER};
use crate::lexicon::kin::Kin;
use crate::lexicon::words::Set;
use crate::model::claim::{Found, Quantity, Question};
use crate::model::parsed::{Dep, Pos};

use super::draft::Draft;
use super::event::Event;
use super::fate::{FATES, fate_beside};
use super::quantity::{Figure, MONEY_RULE, PERCENT_RULE, PERSON, figures_of};
use super::reading::Reading;
use super::tree::OF;

/// "struck depots in 141 locations": places that were hit are counted under a preposition.
pub fn target_figures<'r>(reading: &'r Reading, trigger: usize) -> Vec<&'r Figure> {
    let tree = &reading.tree;
    let counts = |figure: &&Figure| {
        figure.counted.is_some_and(|noun| {
            let target = reading
                .lexicon()
                .words
                .has(Set::TargetNoun, tree.lemma(noun));
            let near = tree
                .ancestors(noun)
                .take_while(|&at| at != trigger)
                .all(|at| !tree.is_verb(at));
            target && near && tree.is_below(noun, trigger)
        })
    };
    reading.figures.iter().filter(counts).collect()
}

/// "45 killed and 112 wounded": the wounded are counted for themselves.
pub fn is_another_toll(reading: &Reading, event: &Event, figure: &Figure) -> bool {
    let counts = |at: usize| figure.counted == Some(at) || figure.head == at;
    reading.events.iter().any(|other| {
        let toll = Assertions::builtin().get(&other.frame.assertion).effect == Effect::Toll;
        toll && other.frame.assertion != event.frame.assertion
            && other.trigger != event.trigger
            && counts(other.trigger)
    })
}

/// "confirmed one dead and 27 missing", where the parser hangs the dead on the missing.
pub fn is_another_fate(reading: &Reading, event: &Event, figure: &Figure) -> bool {
    let table = Assertions::builtin();
    let own = table.family(&event.frame.assertion);
    let beside = fate_beside(reading, figure).filter(|_| FATES.contains(&own));
    let word = reading.tree.sentence.tokens[event.trigger].span;
    let behind = word.start >= figure.span.end;
    beside.is_some_and(|fate| table.family(&fate) != own && behind)
}

/// Whether people, arms or vehicles are counted, and no places.
fn counts_movers(reading: &Reading, figure: &Figure) -> bool {
    let words = &reading.lexicon().words;
    let is = |set| words.has(set, &figure.unit);
    let moves = is(Set::PersonNoun) || is(Set::LossNoun) || is(Set::ArmsNoun) || is(Set::Mover);
    moves && !is(Set::TargetNoun)
}

/// The figures of a clause whose verb no frame knows: "holds 22 percent", "has acceptances for 41 percent of the shares".
pub(super) fn plain_figures<'r>(reading: &'r Reading, root: usize) -> Vec<&'r Figure> {
    let tree = &reading.tree;
    let object = tree.object(root);
    let mut figures = figures_of(tree, root, object, &reading.figures);
    let held = |figure: &Figure| {
        let part = figure.of.is_some() && is_told_part(figure);
        part || figure.rule == PERCENT_RULE && object == Some(figure.head)
    };
    let moved = |figure: &Figure| is_change(reading, root, figure);
    // "identified 22 dead sailors": so many are dead, whatever the verb does with them.
    let dead = |figure: &Figure| fate_beside(reading, figure).is_some();
    figures.retain(|figure| (!figure.share || held(figure) || moved(figure)) && !dead(figure));
    if figures.is_empty() {
        let measures = |figure: &&Figure| is_measure_of(reading, root, figure);
        figures.extend(reading.figures.iter().filter(measures));
    }
    if figures.is_empty() {
        let below = |figure: &&Figure| is_percent_below(reading, root, figure) || moved(figure);
        figures.extend(reading.figures.iter().filter(below));
    }
    figures
}

/// "spoke of a leak of 200,000 litres": how much there was of what a noun names.
fn is_measure_of(reading: &Reading, noun: usize, figure: &Figure) -> bool {
    let tree = &reading.tree;
    let much = |of: usize| of == figure.head || Some(of) == figure.counted;
    tree.pos(noun) == Pos::Noun
        && figure.unit != PERSON
        && tree.under_preposition(noun, OF).is_some_and(much)
}

/// "has acceptances for 41 percent": a share under a preposition of the object, or of the verb beside its object.
fn is_percent_below(reading: &Reading, root: usize, figure: &Figure) -> bool {
    let tree = &reading.tree;
    let object = tree.object(root);
    let over = tree.head(figure.head).and_then(|at| tree.head(at));
    let hangs = |at: usize| Some(at) == object || at == root && object.is_some();
    figure.rule == PERCENT_RULE && tree.dep(figure.head) == Dep::Pobj && over.is_some_and(hangs)
}

/// "sales fell 12 percent", "rose by a third": by how much something changed.
fn is_change(reading: &Reading, root: usize, figure: &Figure) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !figure.share || !words.has(Set::ChangeVerb, tree.lemma(root)) {
        return false;
    }
    let direct = matches!(
        tree.dep(figure.head),
        Dep::Npadvmod | Dep::Dobj | Dep::Advmod
    );
    let by = tree
        .head(figure.head)
        .filter(|&at| words.has(Set::AgentPreposition, tree.lemma(at)));
    let beside = by.filter(|&at| tree.head(at) == Some(root)).is_some();
    direct && tree.head(figure.head) == Some(root) || beside
}

/// Whether an event counts those who did it: they had a part in it ("80 men attacked the post").
fn counts_doers(reading: &Reading, event: &Event, figure: &Figure) -> bool {
    let words = &reading.lexicon().words;
    let counts = |agent: usize| figure.counted == Some(agent) || figure.head == agent;
    // "the raid on Sevare" tells by its name which raid it was.
    let named = |theme: usize| reading.tree.pos(theme) == Pos::Propn;
    Assertions::builtin().family(&event.frame.assertion) == ATTACK
        && words.has(Set::PersonNoun, &figure.unit)
        && event.agent.is_some_and(counts)
        && !event.theme.is_some_and(named)
}

/// "logged 330 arrests": so many people were arrested.
fn counts_deeds(reading: &Reading, event: &Event, figures: &[&Figure]) -> bool {
    let deed = !reading.tree.is_verb(event.trigger) && event.theme.is_none();
    let own = |figure: &&Figure| figure.counted == Some(event.trigger);
    deed && figures.iter().all(own) && Kin::embedded().befalls_people(&event.frame.assertion)
}

/// The claims of an event: the deed, and one for each figure.
pub(super) fn counted_of(
    reading: &Reading,
    event: &Event,
    figures: &[&Figure],
    draft: Draft,
) -> Vec<Draft> {
    if let Some(figure) = counts_ground(reading, event, figures, &draft) {
        return vec![draft.with_figure(figure, &event.frame.assertion)];
    }
    let doers = figures
        .iter()
        .all(|figure| counts_doers(reading, event, figure));
    if figures.is_empty() || !doers {
        let mut drafts = draft.counted(reading, figures, &event.frame.assertion);
        if counts_deeds(reading, event, figures) {
            let told = drafts
                .iter_mut()
                .filter_map(|draft| draft.claim.quantity.as_mut());
            told.for_each(|quantity| quantity.value.unit = PERSON.into());
        }
        return drafts;
    }
    let part = CompactString::from(PART_IN);
    let mut drafts = draft.counted(reading, figures, &part);
    let told = |draft: &&mut Draft| draft.claim.quantity.is_some();
    for draft in drafts.iter_mut().filter(told) {
        draft.claim.assertion.value = part.clone();
        draft.claim.actor = None;
        draft.set_object(reading, event.agent);
    }
    drafts
}

/// "40 villages in the Corva district", "13 square kilometres in the north": so much ground is held, and not the district that
/// it lies in; "the two villages of Orlo and Tarn" are held by name.
fn counts_ground<'f>(
    reading: &Reading,
    event: &Event,
    figures: &[&'f Figure],
    draft: &Draft,
) -> Option<&'f Figure> {
    let tree = &reading.tree;
    let theme = event
        .theme
        .filter(|_| draft.claim.question == Question::Control)?;
    let several = |figure: &&&Figure| {
        let counted = figure.counted == Some(theme) || figure.head == theme;
        // "several heights near Orlo": no number.
        let number = (figure.first..=figure.last).any(|at| tree.pos(at) == Pos::Num);
        counted && number && !figure.share && figure.low > Some(1.0)
    };
    let figure = figures.iter().find(several)?;
    let place = tree.token_at(draft.claim.place.as_ref()?.span?)?;
    let preposition = tree.head(place).filter(|_| tree.dep(place) == Dep::Pobj)?;
    (tree.lemma(preposition) != OF).then_some(*figure)
}

/// The family of attacks.
pub(super) const ATTACK: &str = "strike";

/// The assertion that such a share of those who could came.
const TURNOUT: &str = "turnout";

/// The assertion that so many had a part in something.
const PART_IN: &str = "attend";

/// "a third", "fewer than half", but not "most" and "all", which tell no number.
pub(super) fn is_told_part(figure: &Figure) -> bool {
    let part = |share: f64| 0.0 < share && share < WHOLE;
    let exact = figure.low == figure.high || figure.low.unwrap_or(0.0) == 0.0;
    figure.rule == PERCENT_RULE || exact && figure.high.is_some_and(part)
}

/// Per cent of the whole.
const WHOLE: f64 = 100.0;

impl Draft {
    /// The claim for each figure, besides the claim of the deed itself where somebody is said to have done it.
    pub fn counted(
        self,
        reading: &Reading,
        figures: &[&Figure],
        assertion: &CompactString,
    ) -> Vec<Draft> {
        let control = self.claim.question == Question::Control;
        if control && self.claim.place.is_some() && figures.iter().all(|figure| !figure.share) {
            // "200 aid trucks entered the strip": those who came are counted beside.
            let movers = figures
                .iter()
                .filter(|figure| counts_movers(reading, figure));
            let movers: Vec<Draft> = movers
                .map(|figure| self.clone().with_figure(figure, assertion))
                .collect();
            return std::iter::once(self).chain(movers).collect();
        }
        if let (true, Some(share), true) = (
            control,
            figures.first().filter(|figure| figure.share),
            self.claim.place.is_some(),
        ) {
            // "holds 70 percent of the town": how much of it, besides that it holds a part.
            let much = is_told_part(share).then(|| self.clone().with_figure(share, assertion));
            return std::iter::once(self.with_share(share, assertion))
                .chain(much)
                .collect();
        }
        if figures.is_empty() {
            return vec![self.uncounted()];
        }
        // "65 prisoners were aboard": that they were, and how many.
        let state = Assertions::builtin().get(assertion).effect == Effect::State
            && self.claim.question == Question::Occurrence;
        let done_by = self.claim.actor.is_some()
            && (state || self.claim.question == Question::Responsibility)
            || control;
        // "agreed to its offer of 2.1 billion euros": an offer, whatever its sum.
        let sum = |figure: &&Figure| figure.rule == MONEY_RULE;
        let of_sum = self.claim.question == Question::Stance && figures.iter().all(sum);
        let done = done_by && (!control || self.claim.place.is_some());
        let deed = (done || of_sum).then(|| self.clone());
        let numbers = figures
            .iter()
            .map(|figure| self.clone().with_figure(figure, assertion));
        deed.into_iter().chain(numbers).collect()
    }

    /// A type of assertion that counts, without a number, only says that it happened.
    fn uncounted(mut self) -> Draft {
        if self.claim.question == Question::Quantity {
            self.claim.question = Question::Occurrence;
        }
        self
    }

    fn with_figure(mut self, figure: &Figure, assertion: &CompactString) -> Draft {
        // "the turnout was 107,000": so many people came.
        let came = self.claim.assertion.value == TURNOUT && !figure.share;
        if came {
            self.claim.assertion.value = PART_IN.into();
        }
        self.claim.question = Question::Quantity;
        self.claim.quantity = Some(match came {
            true => quantity(figure, &self.claim.assertion.value),
            false => quantity(figure, assertion),
        });
        self
    }

    /// "70 % of the city": the claim on the place keeps its question and tells the share.
    fn with_share(mut self, figure: &Figure, assertion: &CompactString) -> Draft {
        self.claim.partial |= figure.high.is_none_or(|high| high < WHOLE);
        self.claim.quantity = Some(quantity(figure, assertion));
        self
    }
}

fn quantity(figure: &Figure, assertion: &CompactString) -> Found<Quantity> {
    let of = (!assertion.starts_with(OTHER)).then(|| assertion.clone());
    // "1,900 walked out", "38 were detained".
    let people = figure.unit.is_empty() && Kin::embedded().befalls_people(assertion);
    let unit = match people && !figure.share {
        true => PERSON.into(),
        false => figure.unit.clone(),
    };
    let value = Quantity {
        low: figure.low,
        high: figure.high,
        unit,
        of,
    };
    Found::at(value, figure.span, figure.rule)
}
