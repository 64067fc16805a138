//! "Had captured Bakhmut": a town that is taken or held is what "the town" stands for, whatever the parser took its name for.

use crate::lexicon::Lexicon;
use crate::model::claim::{Claim, Question};

use super::Memory;

impl Memory {
    /// Notes the settlements on whose control a sentence has claims.
    pub fn note_held(&mut self, claims: &[Claim], lexicon: &Lexicon) {
        let held = claims
            .iter()
            .filter(|claim| claim.question == Question::Control);
        for place in held.filter_map(|claim| claim.place.as_ref()) {
            let name = place.value.name.as_str();
            let named = place.rule == THEME && lexicon.is_settlement(name);
            if named && !lexicon.is_party(name) {
                self.note_settlement(name);
            }
        }
    }
}

/// The rule of a place that a deed was done to.
const THEME: &str = "place.theme";
