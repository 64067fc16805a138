//! What a run changed in what is known of a contradiction.

use compact_str::CompactString;
use jiff::civil::Date;

use super::contradiction::{Kind, Status};

/// What happened to a contradiction; in the order in which a reader wants to hear of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// It was not known before.
    New,
    /// It was gone and is back.
    Returned,
    /// Another article spoke for one of its sides.
    Voice,
    /// The side that denied said the same.
    Conceded,
    /// Later news made it moot.
    Superseded,
    /// A reviewer rejected it.
    Rejected,
    /// It had been settled and is open again.
    Reopened,
    /// It goes on under another id, as its cluster was merged, split, or found an earlier claim.
    Renamed,
    /// No article bears it any more.
    Gone,
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hand {
    /// The affirming or earlier side.
    Left,
    /// The other side.
    Right,
}

/// The claim that brought a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voice {
    /// The side that it spoke for; `None` where it spoke for neither, as news that supersede both do.
    pub side: Option<Hand>,
    /// The party whose word it is; `None` for the outlet's own.
    pub party: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Key of the article.
    pub article: String,
    /// Id of the claim.
    pub claim: CompactString,
    /// The sentence.
    pub quote: String,
}

/// One change of one contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Id of the contradiction.
    pub contradiction: CompactString,
    /// What happened.
    pub what: What,
    /// Day of publication of the article that brought it; `None` where undated, or where no article did.
    pub day: Option<Date>,
    /// Kind of contradiction.
    pub kind: Kind,
    /// Where it stands now, or stood last.
    pub status: Status,
    /// The place that its quotes name, `""` for none.
    pub place: String,
    /// Party and position of the left side.
    pub left: (Option<String>, String),
    /// Party and position of the right side.
    pub right: (Option<String>, String),
    /// One sentence for a reader.
    pub note: String,
    /// The claim that brought it; `None` where it came by a claim's leaving.
    pub voice: Option<Voice>,
    /// The id that it had before, for [`What::Renamed`].
    pub other: Option<CompactString>,
}
