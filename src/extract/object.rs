//! What it was done to, and whose that is.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::frames::Condition;
use crate::lexicon::words::Set;
use crate::model::claim::{Found, ONE_PERSON, Question};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::actor::client;
use super::anaphora::{Memory, is_pronoun};
use super::draft::{Draft, FAKE};
use super::event::Event;
use super::phrase::{object_key, phrase_text};
use super::reading::Reading;
use super::speaker::points_to_speaker;
use super::tree::{OF, Tree};
use super::voice::Voice;

/// "responsibility for the explosion", "denied the accusation": a deed or a report is the matter, not a thing acted on.
fn names_a_deed(reading: &Reading, theme: usize, shown: bool) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let lemma = tree.lemma(theme);
    let deed = lexicon.frames.of_noun(lemma).iter().any(|frame| {
        // "links", "a hand": a part in a deed only where the deed stands behind them.
        frame.condition != Condition::Deed && lexicon.question(&frame.assertion) != Question::Stance
    });
    let report = lexicon.words.has(Set::BackNoun, lemma) && !shown;
    tree.pos(theme) == Pos::Noun && (deed || report)
}

/// "hundreds of civilians", "700 of the garrison's men", "nothing but a depot": the civilians, the men, the depot.
fn counted_thing(reading: &Reading, theme: usize) -> usize {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(theme);
    let measure = tree.pos(theme) == Pos::Num
        || [Set::MeasureNoun, Set::QuantifierPronoun]
            .into_iter()
            .any(|set| words.has(set, lemma));
    let named = tree.under_preposition(theme, OF).filter(|_| measure);
    let only = || {
        let preposition = tree
            .prepositions(theme)
            .find(|&kid| words.has(Set::NothingBut, tree.lemma(kid)))?;
        tree.governed(preposition)
    };
    named
        .filter(|&inner| tree.is_nominal(inner))
        .or_else(only)
        .unwrap_or(theme)
}

/// "five Pakistani fighter jets": the side before a noun, where the parser hangs it on a noun between.
fn named_side(tree: &Tree, noun: usize) -> Option<usize> {
    let between = tree
        .kids(noun)
        .filter(|&kid| tree.dep(kid) == Dep::Compound);
    between
        .filter_map(|kid| tree.nationality(kid))
        .find(|&side| tree.label(side) == Some(EntityLabel::Norp))
}

/// "a baby", "the guard": one, and nobody in general ("any guard", "a single guard", "no guard").
fn is_one_person(reading: &Reading, theme: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let any = [Set::AnyWord, Set::Negator, Set::LimitWord];
    let general = |kid: usize| any.into_iter().any(|set| words.has(set, tree.lemma(kid)));
    tree.tag(theme) == Tag::NN
        && words.is_somebody(tree.lemma(theme))
        && !tree.kids(theme).any(general)
}

/// Family of the assertions that people died.
pub(super) const DEATH: &str = "death";

/// Family of the assertions that a meeting, a vote or a sale was called off.
const CALLED_OFF: &str = "cancel";

/// Family of the assertions that somebody left or kept a post.
pub(super) const LEAVING: &str = "leave_post";

/// The name at the end of a phrase or of a part of it ("chief executive Carla Reyes", "Hendrik Bosman, chief executive of
/// Tarvia"), as objects are written; `None` where there is none.
fn person_key(phrase: &str) -> Option<CompactString> {
    let name = |part: &str| {
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let mut words: Vec<&str> = part.rsplit(' ').take_while(capital).collect();
        words.reverse();
        (!words.is_empty()).then(|| words.join(" ").to_lowercase().into())
    };
    phrase.split(", ").find_map(name)
}

impl Draft {
    pub(super) fn set_object(&mut self, reading: &Reading, theme: Option<usize>) {
        // "As for the servers, they were hacked".
        let theme = theme.map(|theme| reading.topic_in_front(theme).unwrap_or(theme));
        let theme = theme.map(|theme| counted_thing(reading, theme));
        // "shot one down": the plane that was told of.
        let of_toll = Assertions::builtin()
            .get(&self.claim.assertion.value)
            .effect
            == Effect::Toll;
        let nothing = |theme| {
            let words = &reading.lexicon().words;
            words.has(Set::Negator, reading.tree.lemma(theme))
        };
        let named = |&theme: &usize| {
            heads_object(&reading.tree, theme)
                && !nothing(theme)
                && !(of_toll && is_bare_count(&reading.tree, theme))
        };
        let Some(theme) = theme.filter(named) else {
            return;
        };
        // "the video is a fake": a thing that is shown, and no report.
        let words = &reading.lexicon().words;
        let shown = self.claim.assertion.value == FAKE
            && words.has(Set::ExhibitNoun, reading.tree.lemma(theme));
        // What was caused is a deed, and so is what was called off.
        let ended = Assertions::builtin().family(&self.claim.assertion.value) == CALLED_OFF;
        let of_deed = self.claim.question == Question::Cause || ended;
        if !of_deed && names_a_deed(reading, theme, shown) {
            return;
        }
        let (_, span) = phrase_text(&reading.tree, &reading.lexicon().words, theme);
        self.claim.object = Some(Found::at(
            object_key(&reading.tree, theme),
            span,
            match is_one_person(reading, theme) {
                true => ONE_PERSON,
                false => "object.theme",
            },
        ));
        let owner = reading
            .tree
            .owner(theme)
            .or_else(|| named_side(&reading.tree, theme));
        if let Some(owner) = owner.filter(|&owner| !is_pronoun(&reading.tree, owner)) {
            let (text, span) = phrase_text(&reading.tree, &reading.lexicon().words, owner);
            self.claim.object_party = Some(Found::at(text, span, "object.owner"));
        }
    }

    /// "said that he was fired", "they sacked her": the person for whom the pronoun stands, where he has a name.
    pub(super) fn set_person(
        &mut self,
        reading: &Reading,
        theme: Option<usize>,
        voice: &Voice,
        memory: &Memory,
    ) {
        let (tree, words) = (&reading.tree, &reading.lexicon().words);
        // "I was fired", but not "we were fired".
        let means_many = |at: usize| reading.lexicon().parties.means_many(tree.lemma(at));
        let own = |at: usize| words.has(Set::OwnPronoun, tree.lemma(at)) && !means_many(at);
        let stands = |&at: &usize| words.has(Set::PersonPronoun, tree.lemma(at)) || own(at);
        // "coach Marek Holub left of his own accord", where the parser takes the name for an apposition.
        let name = |&at: &usize| tree.dep(at) == Dep::Appos && tree.pos(at) == Pos::Propn;
        let leaves = Assertions::builtin().family(&self.claim.assertion.value) == LEAVING;
        // "the shipping line Tallink": what the thing is called.
        let calls = |at: usize| {
            let label = tree.label(at);
            label == Some(EntityLabel::Person)
                || matches!(label, Some(EntityLabel::Org | EntityLabel::Product))
                    && tree.head(at).is_some_and(|noun| noun + 1 == at)
        };
        let person = |&at: &usize| leaves || calls(at);
        let role = theme.filter(|&at| tree.tag(at) == Tag::NN);
        let apposed = role.and_then(|role| tree.kids(role).find(name));
        if let (Some(name), Some(object)) = (apposed.filter(person), self.claim.object.as_mut()) {
            object.value = object_key(tree, name);
        }
        let Some(pronoun) = theme.filter(stands) else {
            return;
        };
        // "Her family said that she had been beaten": she.
        let client = client(reading, pronoun, voice.speaker);
        let client = client.map(|at| phrase_text(tree, words, at).0);
        if let Some(name) = client.and_then(|name| person_key(&name)) {
            let span = tree.sentence.tokens[pronoun].span;
            self.claim.object = Some(Found::at(name, span, "object.client"));
            return;
        }
        // Of the dead a text tells many, and nobody tells of his own death.
        if Assertions::builtin().family(&self.claim.assertion.value) == DEATH {
            return;
        }
        let unknown = |&at: &usize| tree.pos(at) == Pos::Propn && tree.label(at).is_none();
        let himself = points_to_speaker(reading, pronoun, voice.speaker)
            || voice.speaker.filter(unknown).is_some();
        let speaker = self.claim.speaker.as_ref().filter(|_| himself);
        let named = speaker.and_then(|speaker| person_key(&speaker.value));
        let told = || {
            let antecedent = memory.antecedent(tree, reading.lexicon(), pronoun);
            person_key(antecedent.filter(|_| !memory.is_without_persons())?)
        };
        if let Some(name) = named.or_else(told) {
            let span = tree.sentence.tokens[pronoun].span;
            self.claim.object = Some(Found::at(name, span, "object.pronoun"));
        }
    }

    /// "said that 15 of its fighters were captured": the speaker's.
    pub(super) fn set_owner(&mut self, reading: &Reading, theme: Option<usize>, voice: &Voice) {
        let tree = &reading.tree;
        let theme = theme.map(|theme| counted_thing(reading, theme));
        let owner = theme.and_then(|theme| tree.possessor(theme));
        let own = owner.filter(|&owner| {
            is_pronoun(tree, owner) && points_to_speaker(reading, owner, voice.speaker)
        });
        if let (Some(owner), None, Some(speaker)) =
            (own, &self.claim.object_party, &self.claim.speaker)
        {
            let span = tree.sentence.tokens[owner].span;
            self.claim.object_party = Some(Found::at(speaker.value.clone(), span, "object.own"));
        }
        let them = theme.and_then(|theme| side_counted(reading, theme));
        if let (Some(them), None) = (them, &self.claim.object_party) {
            let (text, span) = phrase_text(tree, &reading.lexicon().words, them);
            self.claim.object_party = Some(Found::at(text, span, "object.pronoun"));
        }
    }

    /// "23 soldiers embraced martyrdom": a side has martyrs of its own only.
    pub(super) fn set_martyrs(&mut self, reading: &Reading, event: &Event) {
        let (tree, words) = (&reading.tree, &reading.lexicon().words);
        let mut told = [Some(event.trigger), event.needed].into_iter().flatten();
        let word = told.find(|&at| words.has(Set::MartyrWord, tree.lemma(at)));
        if let (Some(word), None, Some(speaker)) =
            (word, &self.claim.object_party, &self.claim.speaker)
        {
            let span = tree.sentence.tokens[word].span;
            self.claim.object_party = Some(Found::at(speaker.value.clone(), span, "object.own"));
        }
    }
}

/// "Its troops took the pass from the rebels, killing 25 of them": the rebels, the last side that the sentence names before
/// and that does not do it.
fn side_counted(reading: &Reading, theme: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let pronoun = tree.under_preposition(theme, OF).unwrap_or(theme);
    let third = lexicon.words.has(Set::ThirdPronoun, tree.lemma(pronoun));
    if !third || !lexicon.parties.means_many(tree.lemma(pronoun)) {
        return None;
    }
    let does = |at: usize| matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Poss);
    let side = |&at: &usize| {
        let many = tree.tag(at) == Tag::NNS && lexicon.words.is_somebody(tree.lemma(at));
        !does(at) && (many || tree.pos(at) == Pos::Propn && lexicon.is_party(tree.word(at)))
    };
    (0..theme.min(pronoun)).rev().find(side)
}

/// "killed 22", "wounded two": how many they were, and not who; "an Il-76" is a thing.
fn is_bare_count(tree: &Tree, theme: usize) -> bool {
    let word = tree.word(theme);
    let letters = word.contains(char::is_alphabetic);
    let digits = word.contains(|letter: char| letter.is_ascii_digit());
    tree.pos(theme) == Pos::Num && !(letters && digits)
}

/// Whether a token can head an object: nouns, names, numbers.
fn heads_object(tree: &Tree, token: usize) -> bool {
    matches!(tree.pos(token), Pos::Noun | Pos::Propn | Pos::Num)
}
