//! A reviewer's verdict on claims, clusters and contradictions, and what became of it in a run.

use compact_str::CompactString;
use jiff::Timestamp;
use jiff::civil::Date;

/// A claim as a verdict names it: by its words, so that it is found again after any re-run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Key made from outlet, day, sentence and what is claimed in it.
    pub key: CompactString,
    /// Who published it, for the reader once the text is gone; `None` where unknown.
    pub outlet: Option<String>,
    /// Day of publication, for the same reader.
    pub published: Option<Date>,
    /// The sentence, for the same reader.
    pub sentence: String,
}

/// Whether two positions contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    /// They do.
    Right,
    /// They do not.
    Wrong,
    /// The reviewer cannot tell.
    Unsure,
}

/// A field of a claim that a reviewer can correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The side that the speaker speaks for.
    Party,
    /// Where.
    Place,
    /// When.
    Date,
    /// Affirmed or denied.
    Stance,
    /// How many.
    Quantity,
}

/// What a reviewer decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// Whether two claims contradict each other.
    Contradiction {
        /// The claim quoted on one side.
        left: Mark,
        /// The claim quoted on the other.
        right: Mark,
        /// Whether they do.
        answer: Answer,
    },
    /// The claims belong together.
    Keep {
        /// All claims of the cluster.
        claims: Vec<Mark>,
    },
    /// A claim does not belong with the others.
    Eject {
        /// The claim.
        claim: Mark,
        /// The others.
        from: Vec<Mark>,
    },
    /// A cluster holds two matters.
    Split {
        /// Claims on one matter.
        one: Vec<Mark>,
        /// Claims on the other.
        other: Vec<Mark>,
    },
    /// Two clusters are one matter.
    Merge {
        /// Claims of one.
        one: Vec<Mark>,
        /// Claims of the other.
        other: Vec<Mark>,
    },
    /// Two clusters are never one matter.
    Never {
        /// Claims of one.
        one: Vec<Mark>,
        /// Claims of the other.
        other: Vec<Mark>,
    },
    /// A field of a claim was read wrong.
    Correct {
        /// The claim.
        claim: Mark,
        /// The field.
        field: Field,
        /// The right value as the reviewer wrote it; `""` where the text gives none.
        value: String,
    },
    /// Words of the reviewer that change nothing.
    Note {
        /// What they are about.
        on: Vec<Mark>,
        /// The words.
        text: String,
    },
    /// An earlier verdict does not count.
    Undo {
        /// Its id.
        of: CompactString,
    },
    /// An earlier verdict counts again.
    Redo {
        /// Its id.
        of: CompactString,
    },
}

impl Judgement {
    /// Every claim that it names.
    pub fn marks(&self) -> Vec<&Mark> {
        match self {
            Judgement::Contradiction { left, right, .. } => vec![left, right],
            Judgement::Keep { claims } => claims.iter().collect(),
            Judgement::Eject { claim, from } => std::iter::once(claim).chain(from).collect(),
            Judgement::Split { one, other }
            | Judgement::Merge { one, other }
            | Judgement::Never { one, other } => one.iter().chain(other).collect(),
            Judgement::Correct { claim, .. } => vec![claim],
            Judgement::Note { on, .. } => on.iter().collect(),
            Judgement::Undo { .. } | Judgement::Redo { .. } => Vec::new(),
        }
    }
}

/// A judgement with who gave it and when. None is ever changed or deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Stable id, made from all that it holds.
    pub id: CompactString,
    /// The reviewer's name.
    pub who: String,
    /// When it was given.
    pub when: Timestamp,
    /// What was decided.
    pub judgement: Judgement,
}

/// What became of a verdict in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was obeyed.
    Obeyed,
    /// It was obeyed for the claims that are there; so many are gone.
    Partly(u32),
    /// The text that it is about is gone.
    Gone,
    /// A later verdict, whose id this is, says otherwise and was obeyed.
    Overruled(CompactString),
    /// The claims are there, but the program no longer holds them against each other.
    Idle,
    /// The value of a correction cannot be read.
    Unreadable,
    /// It was undone.
    Undone,
}

/// The verdicts that count, in the order in which they were given, each with its place in `verdicts`.
///
/// Undo and redo marks themselves are left out; ties in time are broken by id.
pub fn in_force(verdicts: &[Verdict]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..verdicts.len()).collect();
    order.sort_by_key(|&at| (verdicts[at].when, verdicts[at].id.as_str()));
    let mut undone: Vec<&str> = Vec::new();
    for &at in &order {
        match &verdicts[at].judgement {
            Judgement::Undo { of } => undone.push(of),
            Judgement::Redo { of } => undone.retain(|id| id != of),
            _ => {}
        }
    }
    let counts = |&at: &usize| {
        let mark = matches!(
            verdicts[at].judgement,
            Judgement::Undo { .. } | Judgement::Redo { .. }
        );
        !mark && !undone.contains(&verdicts[at].id.as_str())
    };
    order.into_iter().filter(counts).collect()
}
