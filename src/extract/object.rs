//! What it was done to, and whose that is.

use crate::lexicon::frames::Condition;
use crate::lexicon::words::Set;
use crate::model::claim::{Found, Question};
use crate::model::parsed::Pos;

use super::anaphora::is_pronoun;
use super::draft::{Draft, FAKE};
use super::phrase::{object_key, phrase_text};
use super::reading::{Reading, heads_object};
use super::speaker::points_to_speaker;
use super::tree::OF;
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

impl Draft {
    pub(super) fn set_object(&mut self, reading: &Reading, theme: Option<usize>) {
        let theme = theme.map(|theme| counted_thing(reading, theme));
        let Some(theme) = theme.filter(|&theme| heads_object(&reading.tree, theme)) else {
            return;
        };
        // "the video is a fake": a thing that is shown, and no report.
        let words = &reading.lexicon().words;
        let shown = self.claim.assertion.value == FAKE
            && words.has(Set::ExhibitNoun, reading.tree.lemma(theme));
        if names_a_deed(reading, theme, shown) {
            return;
        }
        let (_, span) = phrase_text(&reading.tree, &reading.lexicon().words, theme);
        self.claim.object = Some(Found::at(
            object_key(&reading.tree, theme),
            span,
            "object.theme",
        ));
        let owner = reading.tree.owner(theme);
        if let Some(owner) = owner.filter(|&owner| !is_pronoun(&reading.tree, owner)) {
            let (text, span) = phrase_text(&reading.tree, &reading.lexicon().words, owner);
            self.claim.object_party = Some(Found::at(text, span, "object.owner"));
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
    }
}
