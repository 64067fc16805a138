//! Ids to what they stand for, and which ids are close to one that stands for nothing.

use crate::error::Error;
use crate::model::run::Run;

/// What an id stands for, as an index into the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A claim.
    Claim(u32),
    /// A cluster.
    Cluster(u32),
    /// A story.
    Story(u32),
    /// A contradiction.
    Contradiction(u32),
}

/// Shortest beginning of an id that may stand for the whole, if only one id begins so.
const SHORTEST: usize = 5;

/// So many ids are offered for one that is unknown, and they differ in at most so many characters.
const OFFERED: usize = 3;
const FARTHEST: usize = 4;

/// What an id, or the beginning of one, stands for.
///
/// # Errors
/// Nothing bears the id, or several do that begin so.
pub fn find(run: &Run, id: &str) -> Result<Subject, Error> {
    let id = id.trim();
    if let Some((_, subject)) = ids(run).find(|(known, _)| *known == id) {
        return Ok(subject);
    }
    let long = id.len() >= SHORTEST;
    let begun: Vec<_> = ids(run)
        .filter(|(known, _)| long && known.starts_with(id))
        .collect();
    match begun.as_slice() {
        [(_, subject)] => Ok(*subject),
        [] => Err(unknown(id, nearest(run, id))),
        several => Err(unknown(id, several.iter().map(|(known, _)| *known))),
    }
}

fn ids(run: &Run) -> impl Iterator<Item = (&str, Subject)> {
    let claims = (0..).zip(&run.claims);
    let clusters = (0..).zip(&run.clusters);
    let stories = (0..).zip(&run.stories);
    let rows = (0..).zip(&run.contradictions);
    claims
        .map(|(index, claim)| (claim.id.as_str(), Subject::Claim(index)))
        .chain(clusters.map(|(index, cluster)| (cluster.id.as_str(), Subject::Cluster(index))))
        .chain(stories.map(|(index, story)| (story.id.as_str(), Subject::Story(index))))
        .chain(rows.map(|(index, row)| (row.id.as_str(), Subject::Contradiction(index))))
}

fn unknown<'a>(id: &str, nearest: impl IntoIterator<Item = &'a str>) -> Error {
    Error::UnknownId {
        id: id.to_owned(),
        nearest: nearest
            .into_iter()
            .take(OFFERED)
            .map(str::to_owned)
            .collect(),
    }
}

fn nearest<'a>(run: &'a Run, id: &str) -> Vec<&'a str> {
    let mut near: Vec<(usize, &str)> = ids(run)
        .map(|(known, _)| (strsim::osa_distance(known, id), known))
        .filter(|&(distance, _)| distance <= FARTHEST)
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, known)| known).collect()
}
