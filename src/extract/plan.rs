//! Lays an article out for parsing: its sentences, which of them stand inside quotations, and which can hold a claim.

use crate::model::article::Article;
use crate::model::span::{Span, TextField};

use super::headline::{dateline_end, headline_speaker};
use super::quote::{Line, quotation_runs};
use super::scan::Scan;

/// A sentence before it is parsed.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The text that the span counts in.
    pub field: TextField,
    /// Where it stands.
    pub span: Span,
    /// Number of the quotation that it stands wholly inside of; `None` outside quotations.
    pub run: Option<u32>,
    /// Whether it can hold a claim and is to be parsed.
    pub wanted: bool,
}

/// The sentences of an article, title first. `split` cuts a text into sentences; `is_speaker` knows names of parties.
pub fn plan(
    article: &Article,
    scan: &Scan,
    split: &dyn Fn(&str) -> Vec<Span>,
    is_speaker: &dyn Fn(&str) -> bool,
) -> Vec<Planned> {
    let title_start =
        headline_speaker(&article.title, is_speaker).map_or(0, |(_, rest)| rest.start as usize);
    let title = placed(article, TextField::Title, title_start, split);
    let body = placed(article, TextField::Body, dateline_end(&article.body), split);
    let spans: Vec<(TextField, Span)> = title.chain(body).collect();
    let lines: Vec<Line> = spans
        .iter()
        .map(|&(field, span)| Line {
            field,
            span,
            text: span.of(article.text(field)),
        })
        .collect();
    let runs = quotation_runs(&lines);
    let mut planned = Vec::with_capacity(lines.len());
    for (line, run) in lines.iter().zip(runs) {
        let wanted = run.is_some() || line.field == TextField::Title || scan.wants(line.text);
        planned.push(Planned {
            field: line.field,
            span: line.span,
            run,
            wanted,
        });
    }
    planned
}

fn placed<'a>(
    article: &'a Article,
    field: TextField,
    start: usize,
    split: &dyn Fn(&str) -> Vec<Span>,
) -> impl Iterator<Item = (TextField, Span)> + use<'a> {
    let spans = split(&article.text(field)[start..]);
    spans.into_iter().map(move |span| {
        (
            field,
            Span::new(span.start as usize + start, span.end as usize + start),
        )
    })
}
