//! The queue: what there is to judge, with its filters.

use askama::Template;

use crate::model::claim::Question;
use crate::model::contradiction::Status;

use super::super::filter::Filter;
use super::super::queue::{Entry, Sort};
use super::frame::{Ask, Frame, Room};
use super::words;

/// One line of the queue.
struct Line {
    link: String,
    id: String,
    sort: &'static str,
    badge: &'static str,
    question: String,
    title: String,
    days: String,
    claims: usize,
    status: &'static str,
    judged: bool,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct Page<'r> {
    frame: Frame,
    filter: &'r Filter,
    facets: &'r super::super::queue::Facets,
    kinds: [(&'static str, &'static str); 5],
    questions: Vec<&'static str>,
    statuses: Vec<&'static str>,
    from: String,
    to: String,
    lines: Vec<Line>,
    total: usize,
    number: usize,
    last: usize,
    before: String,
    after: String,
}

/// Names of the sorts in a list to choose from.
const KINDS: [(&str, &str); 5] = [
    ("", "all but single claims"),
    ("contradiction", "contradictions"),
    ("merge", "uncertain merges"),
    ("cluster", "other clusters"),
    ("single", "single claims"),
];

const QUESTIONS: [Question; 6] = [
    Question::Control,
    Question::Occurrence,
    Question::Responsibility,
    Question::Quantity,
    Question::Cause,
    Question::Stance,
];

const STATUSES: [Status; 4] = [
    Status::Open,
    Status::Superseded,
    Status::Conceded,
    Status::Rejected,
];

/// The page as HTML.
///
/// # Errors
/// The template cannot be written.
pub fn queue(room: &Room, ask: &Ask) -> askama::Result<String> {
    let filter = &ask.filter;
    let page = room.desk.page(filter);
    let turn = |number: usize| match (1..=page.last).contains(&number) {
        true => format!("/{}", filter.on_page(number).query()),
        false => String::new(),
    };
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    let shown = Page {
        frame: Frame::new("Queue", "/", room, ask),
        filter,
        facets: room.desk.facets(),
        kinds: KINDS,
        questions: QUESTIONS.map(Question::as_str).to_vec(),
        statuses: STATUSES.map(Status::as_str).to_vec(),
        from: day(filter.from),
        to: day(filter.to),
        lines: page
            .entries
            .iter()
            .map(|(entry, judged)| line(entry, *judged, filter))
            .collect(),
        total: page.total,
        number: page.number,
        last: page.last,
        before: turn(page.number - 1),
        after: turn(page.number + 1),
    };
    shown.render()
}

/// The address of an entry within a filter.
pub fn link(entry: &Entry, filter: &Filter) -> String {
    let room = match entry.sort {
        Sort::Contradiction => "contradiction",
        _ => "cluster",
    };
    format!("/{room}/{}{}", entry.id, filter.query())
}

fn line(entry: &Entry, judged: bool, filter: &Filter) -> Line {
    Line {
        link: link(entry, filter),
        id: entry.id.to_string(),
        sort: match entry.sort {
            Sort::Contradiction => "contradiction",
            Sort::Merge => "uncertain merge",
            Sort::Cluster => "cluster",
            Sort::Single => "single claim",
        },
        badge: entry.sort.name(),
        question: words::question(entry.question, &entry.place),
        title: entry.title.clone(),
        days: words::days(entry.dates),
        claims: entry.claims,
        status: entry.status,
        judged,
    }
}
