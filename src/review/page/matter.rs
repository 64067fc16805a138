//! One matter: a contradiction or a cluster, its positions side by side.

use std::collections::BTreeMap;

use askama::Template;

use crate::model::contradiction::{Contradiction, Side};

use super::super::desk::Named;
use super::super::record;
use super::card::{Card, cards};
use super::frame::{Ask, Frame, Room};
use super::{queue, words};

/// A position with those who hold it.
struct Position {
    party: String,
    words: String,
    note: String,
    cards: Vec<Card>,
}

/// Another contradiction of the cluster.
struct Other {
    link: String,
    note: String,
}

#[derive(Template)]
#[template(path = "matter.html")]
struct Page {
    frame: Frame,
    id: String,
    cluster: String,
    is_dispute: bool,
    question: String,
    lead: String,
    days: String,
    claims: usize,
    outlets: usize,
    reports: u32,
    status: String,
    judged: String,
    score: String,
    positions: Vec<Position>,
    rest: Vec<Card>,
    others: Vec<Other>,
    history: Vec<String>,
    hidden: usize,
    next: String,
    previous: String,
    join: String,
    whole: String,
}

/// Claims shown on one page; a cluster of thousands would only be scrolled past.
const MOST: usize = 120;

/// The page of a contradiction, cluster or claim as HTML; `None` where it lies in no cluster.
///
/// # Errors
/// The template cannot be written.
pub fn matter(named: Named, room: &Room, ask: &Ask) -> Option<askama::Result<String>> {
    let cluster = room.desk.cluster(named)?;
    let row = match named {
        Named::Row(row) => Some(&room.desk.run().contradictions[row as usize]),
        _ => None,
    };
    Some(page(cluster, row, room, ask).render())
}

fn page(index: u32, row: Option<&Contradiction>, room: &Room, ask: &Ask) -> Page {
    let run = room.desk.run();
    let cluster = &run.clusters[index as usize];
    let id = row.map_or(&cluster.id, |row| &row.id);
    let kind = if row.is_some() {
        "contradiction"
    } else {
        "cluster"
    };
    let path = format!("/{kind}/{id}");
    let shown: Vec<u32> = cluster.claims.iter().copied().take(MOST).collect();
    let place = shown
        .iter()
        .find_map(|&claim| run.claims[claim as usize].place.as_ref());
    let place = place.map_or("", |place| place.value.name.as_str());
    let asked = cluster
        .claims
        .first()
        .map(|&claim| run.claims[claim as usize].question);
    let question = asked.map_or_else(String::new, |asked| words::question(asked, place));
    let beside = |forward| room.desk.neighbour(id, &ask.filter, forward);
    let link =
        |forward| beside(forward).map_or_else(String::new, |entry| queue::link(entry, &ask.filter));
    let answer = row.and_then(|row| room.desk.answer(row));
    let positions = match row {
        Some(row) => vec![side(&row.left, room), side(&row.right, room)],
        None => positions(&shown, room),
    };
    Page {
        frame: Frame::new(&question, &path, room, ask),
        id: id.to_string(),
        cluster: cluster.id.to_string(),
        is_dispute: row.is_some(),
        lead: row.map_or_else(String::new, |row| row.note.clone()),
        days: words::days(dates(row, &shown, room)),
        claims: cluster.claims.len(),
        outlets: outlets(&cluster.claims, room),
        reports: cluster.independent_reports,
        status: row.map_or("", |row| row.status.as_str()).into(),
        judged: answer.map_or_else(String::new, |(answer, at)| {
            format!(
                "{} by {}",
                record::answer_name(answer),
                room.journal.verdicts()[at].who
            )
        }),
        score: score(row, answer.is_some() || ask.filter.scores, room),
        positions,
        rest: rest(row, &shown, room),
        others: others(index, row, room, ask),
        history: history(&shown, room),
        hidden: cluster.claims.len() - shown.len(),
        next: link(true),
        previous: link(false),
        join: format!("/cluster/{}/join{}", cluster.id, ask.filter.query()),
        whole: format!("/cluster/{}{}", cluster.id, ask.filter.query()),
        question,
    }
}

fn score(row: Option<&Contradiction>, shown: bool, room: &Room) -> String {
    let Some(row) = row.filter(|_| shown) else {
        return String::new();
    };
    let rows = &room.desk.run().contradictions;
    let rank = rows
        .iter()
        .position(|own| own.id == row.id)
        .map_or(0, |at| at + 1);
    format!(
        "rule {} ({}), {:.2} bits, rank {rank} of {}",
        row.code,
        row.kind.as_str(),
        row.weight,
        rows.len()
    )
}

fn side(side: &Side, room: &Room) -> Position {
    // The clearest quote comes first.
    let mut shown = cards(&side.claims, room);
    let quote = &room.desk.run().claims[side.quote as usize].id;
    shown.sort_by_key(|card| card.id != quote.as_str());
    Position {
        party: side
            .party
            .as_deref()
            .unwrap_or("The outlets themselves")
            .into(),
        words: side.position.clone(),
        note: counted(side.claims.len(), side.independent_reports),
        cards: shown,
    }
}

fn counted(claims: usize, reports: u32) -> String {
    let plural =
        |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    format!(
        "{}, {}",
        plural(claims, "claim"),
        plural(reports as usize, "independent report")
    )
}

/// Claims of one party with one stance stand together, the fullest position first.
fn positions(claims: &[u32], room: &Room) -> Vec<Position> {
    let run = room.desk.run();
    let mut groups: BTreeMap<(Option<&str>, &str), Vec<u32>> = BTreeMap::new();
    for &claim in claims {
        let own = &run.claims[claim as usize];
        groups
            .entry((own.party_name(), words::stance(own)))
            .or_default()
            .push(claim);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, claims)| std::cmp::Reverse(claims.len()));
    let position = |((party, stance), claims): ((Option<&str>, &str), Vec<u32>)| Position {
        party: party.unwrap_or("The outlets themselves").into(),
        words: stance.into(),
        note: String::new(),
        cards: cards(&claims, room),
    };
    groups.into_iter().map(position).collect()
}

/// Claims of the cluster that stand on neither side.
fn rest(row: Option<&Contradiction>, claims: &[u32], room: &Room) -> Vec<Card> {
    let Some(row) = row else { return Vec::new() };
    let is_side = |claim: &u32| row.left.claims.contains(claim) || row.right.claims.contains(claim);
    let rest: Vec<u32> = claims
        .iter()
        .copied()
        .filter(|claim| !is_side(claim))
        .collect();
    cards(&rest, room)
}

fn others(cluster: u32, own: Option<&Contradiction>, room: &Room, ask: &Ask) -> Vec<Other> {
    let rows = room.desk.run().contradictions.iter();
    let others =
        rows.filter(|row| row.cluster == cluster && own.is_none_or(|own| own.id != row.id));
    let other = |row: &Contradiction| Other {
        link: format!("/contradiction/{}{}", row.id, ask.filter.query()),
        note: row.note.clone(),
    };
    others.map(other).collect()
}

fn outlets(claims: &[u32], room: &Room) -> usize {
    let run = room.desk.run();
    let outlet = |&claim: &u32| {
        run.articles[run.claims[claim as usize].article as usize]
            .outlet
            .as_deref()
    };
    claims
        .iter()
        .filter_map(outlet)
        .collect::<std::collections::BTreeSet<_>>()
        .len()
}

fn dates(
    row: Option<&Contradiction>,
    claims: &[u32],
    room: &Room,
) -> Option<crate::model::claim::DateRange> {
    let run = room.desk.run();
    let own = claims
        .iter()
        .filter_map(|&claim| run.claims[claim as usize].dates.as_ref());
    let joined = own
        .map(|dates| dates.value)
        .reduce(|a, b| crate::model::claim::DateRange {
            first: a.first.min(b.first),
            last: a.last.max(b.last),
        });
    row.map_or(joined, |row| row.dates)
}

/// Verdicts on the cluster or its contradictions, in the order in which they were given.
fn history(claims: &[u32], room: &Room) -> Vec<String> {
    let verdicts = room.journal.verdicts();
    let all = claims
        .iter()
        .flat_map(|&claim| room.desk.verdicts_on(claim));
    let mut places: Vec<usize> = all.copied().collect();
    places.sort_unstable();
    places.dedup();
    let line = |at: usize| {
        let verdict = &verdicts[at];
        let when = verdict.when.strftime("%Y-%m-%d %H:%M UTC");
        format!(
            "{when}, {}: {}",
            verdict.who,
            words::verdict(&verdict.judgement)
        )
    };
    places.into_iter().map(line).collect()
}
