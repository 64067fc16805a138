//! "The bombardment of Gaza": whose a deed is tell the words before it, not those that name what it was done to.

use crate::lexicon::frames::Frame;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question, THING};

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// The words of a claim's doer that can tell whose deed it is: of a deed those before what it was done to.
    pub(super) fn doer_of(&self, claim: &Claim) -> Option<Found<compact_str::CompactString>> {
        let actor = claim.actor.as_ref()?;
        let deed = self
            .before_target(&actor.value)
            .filter(|_| actor.rule == THING);
        Some(Found {
            value: deed.unwrap_or(&actor.value).into(),
            ..actor.clone()
        })
    }

    /// "The bombardment" of "the bombardment of Gaza"; `None` where the words name no deed, or nothing behind it.
    fn before_target<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (parties, lexicon) = (self.lexicon.parties, self.lexicon);
        let mut blanks = text.match_indices(' ').map(|(at, _)| text.split_at(at));
        let (before, _) = blanks.find(|(_, rest)| {
            let word = rest.trim_start().split(' ').next();
            word.is_some_and(|word| parties.is_of(word))
        })?;
        let noun = before.rsplit(' ').next()?.to_lowercase();
        let does = |frame: &Frame| lexicon.question(&frame.assertion) == Question::Responsibility;
        let deed = lexicon.frames.of_noun(&noun).iter().any(does);
        (deed && !lexicon.words.has(Set::ArmsNoun, &noun)).then_some(before)
    }
}
