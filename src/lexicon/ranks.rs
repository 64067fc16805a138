//! Ranks and offices, and by which words the bodies go whom those serve that hold them (`ranks.tsv`).

use std::sync::LazyLock;

use super::table;

/// A rank and the words of the bodies.
pub struct Rank {
    /// The rank in small letters ("chief inspector").
    pub rank: &'static str,
    /// Words of the names of bodies, in small letters.
    pub bodies: Vec<&'static str>,
    /// An officer of it may be of either side of a fight, so that no other body may speak beside it.
    pub alone: bool,
}

static RANKS: LazyLock<Vec<Rank>> = LazyLock::new(|| {
    let rows = table::rows("ranks.tsv", include_str!("data/ranks.tsv"));
    let rank = |row: table::Row<'static>| Rank {
        rank: row.column(0),
        bodies: row.column(1).split('|').collect(),
        alone: !row.column(2).is_empty(),
    };
    rows.map(rank).collect()
});

/// Of some words in small letters the longest rank that they hold.
///
/// ```
/// use atodds::lexicon::ranks;
/// let found = ranks::held_by("the chief inspector jane roe");
/// assert_eq!(found.map(|rank| rank.rank), Some("chief inspector"));
/// assert!(ranks::held_by("the minister").is_none());
/// ```
pub fn held_by(words: &str) -> Option<&'static Rank> {
    let held = RANKS.iter().filter(|rank| has(words, rank.rank));
    held.max_by_key(|rank| rank.rank.len())
}

/// The rank that a name of more words begins with ("Inspector Jane Roe").
///
/// ```
/// use atodds::lexicon::ranks;
/// let found = ranks::leading("Inspector Jane Roe");
/// assert_eq!(found.map(|rank| rank.rank), Some("inspector"));
/// assert!(ranks::leading("Jane Inspector").is_none());
/// ```
pub fn leading(name: &str) -> Option<&'static Rank> {
    let small = name.to_lowercase();
    let begins = |rank: &&Rank| {
        let rest = small.strip_prefix(rank.rank);
        rest.is_some_and(|rest| rest.starts_with(' ') && rest.trim().contains(' '))
    };
    RANKS.iter().find(begins)
}

/// Whether some words in small letters hold others whole.
pub fn has(words: &str, part: &str) -> bool {
    let ends = |at: usize| {
        let before = words[..at].chars().next_back();
        let behind = words[at + part.len()..].chars().next();
        ![before, behind]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    };
    words.match_indices(part).any(|(at, _)| ends(at))
}
