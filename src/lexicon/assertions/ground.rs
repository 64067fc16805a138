//! The three grounds on which claims can meet.

use crate::model::claim::Question;

/// The ground on which claims can meet at all; claims of different grounds are never held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ground {
    /// Who controls a place.
    Control,
    /// An event: whether it happened, who did it, what caused it, how many it struck.
    Event,
    /// What a party accepts, plans or holds.
    Stance,
}

impl Ground {
    /// All of them, in the order of their declaration.
    pub const ALL: [Ground; 3] = [Ground::Control, Ground::Event, Ground::Stance];

    /// The ground of a question.
    pub fn of(question: Question) -> Self {
        match question {
            Question::Control => Ground::Control,
            Question::Occurrence
            | Question::Responsibility
            | Question::Cause
            | Question::Quantity => Ground::Event,
            Question::Stance => Ground::Stance,
        }
    }

    /// Its name in data files.
    pub fn name(self) -> &'static str {
        match self {
            Ground::Control => "control",
            Ground::Event => "event",
            Ground::Stance => "stance",
        }
    }
}
