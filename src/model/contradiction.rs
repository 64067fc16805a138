//! A contradiction: two positions in one cluster that cannot both be true.

use compact_str::CompactString;

use super::claim::DateRange;

/// What kind of contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One denies what the other says.
    Denial,
    /// Two exclusive holders of a place.
    RivalControl,
    /// Two different doers, or a denied one.
    Responsibility,
    /// Disjoint figures.
    Quantity,
    /// Exclusive causes.
    Cause,
    /// It happened, it did not.
    Occurrence,
    /// A party is said to accept and to reject the same matter.
    Stance,
}

/// Where the contradiction stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Neither side has given in.
    Open,
    /// Later news made it moot.
    Superseded,
    /// The side that denied later said the same.
    Conceded,
    /// A reviewer judged it no contradiction.
    Rejected,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The party that holds the position; `None` for the outlets' own voice.
    pub party: Option<CompactString>,
    /// The position in a few words, such as `Russia holds Pokrovsk`.
    pub position: String,
    /// Index of the claim with the clearest quote.
    pub quote: u32,
    /// Indices of all claims of this side, ascending.
    pub claims: Vec<u32>,
    /// Independent reports among them.
    pub independent_reports: u32,
}

/// Two opposed positions in one cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// Stable id.
    pub id: CompactString,
    /// Stable rule code, such as `C101`.
    pub code: &'static str,
    /// Kind.
    pub kind: Kind,
    /// Status.
    pub status: Status,
    /// Index of the claim that conceded or superseded it; `None` when open.
    pub status_claim: Option<u32>,
    /// Weight in bits, for ranking.
    pub weight: f32,
    /// Index of the cluster.
    pub cluster: u32,
    /// First and last day of what is disputed; `None` when no claim is dated.
    pub dates: Option<DateRange>,
    /// One side; the affirming or earlier one.
    pub left: Side,
    /// The other side.
    pub right: Side,
    /// One sentence for a reader who does not know the program.
    pub note: String,
}
