//! The search for a cluster to merge with, or to be kept from.

use askama::Template;

use super::super::desk::Named;
use super::super::filter::{Filter, Judged};
use super::super::queue::Sort;
use super::frame::{Ask, Frame, Room};
use super::words;

/// A cluster that was found.
struct Found {
    id: String,
    question: String,
    title: String,
    days: String,
    claims: usize,
}

#[derive(Template)]
#[template(path = "join.html")]
struct Page {
    frame: Frame,
    id: String,
    question: String,
    title: String,
    search: String,
    found: Vec<Found>,
    back: String,
}

/// Clusters that are offered.
const MOST: usize = 30;

/// The page as HTML, `None` where `named` lies in no cluster.
///
/// # Errors
/// The template cannot be written.
pub fn join(named: Named, room: &Room, ask: &Ask) -> Option<askama::Result<String>> {
    let run = room.desk.run();
    let cluster = room.desk.cluster(named)?;
    let id = &run.clusters[cluster as usize].id;
    let own = room
        .desk
        .entries()
        .map(|(entry, _)| entry)
        .find(|entry| entry.cluster == cluster && entry.sort != Sort::Contradiction)?;
    let search = match ask.search.as_str() {
        "" => own.place.clone(),
        words => words.to_owned(),
    };
    let filter = Filter {
        words: search.clone(),
        judged: Judged::All,
        ..Filter::default()
    };
    let sieve = super::super::queue::Sieve::new(&filter);
    let others = room.desk.entries().map(|(entry, _)| entry).filter(|entry| {
        entry.cluster != cluster && entry.sort != Sort::Contradiction && sieve.matches_words(entry)
    });
    // Clusters on the same question first.
    let mut others: Vec<_> = others.collect();
    others.sort_by_key(|entry| entry.question != own.question);
    let found = others.into_iter().take(MOST).map(|entry| Found {
        id: entry.id.to_string(),
        question: words::question(entry.question, &entry.place),
        title: entry.title.clone(),
        days: words::days(entry.dates),
        claims: entry.claims,
    });
    let page = Page {
        frame: Frame::new("Find a cluster", &format!("/cluster/{id}/join"), room, ask),
        id: id.to_string(),
        question: words::question(own.question, &own.place),
        title: own.title.clone(),
        found: found.collect(),
        back: format!("/cluster/{id}{}", ask.filter.query()),
        search,
    };
    Some(page.render())
}
