//! Lays an article out for parsing: its sentences, which of them stand inside quotations, and which can hold a claim.

use crate::model::article::Article;
use crate::model::span::{Span, TextField};

use super::headline::{bare_clock_end, clock_end, dateline_end, headline_parts, headline_speaker};
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
    let whole = Span::new(0, article.title.len());
    let said = headline_speaker(&article.title, is_speaker).map_or(whole, |(_, said)| said);
    let parts = |text: &str| headline_parts(text, split(text));
    let title = placed(article, TextField::Title, said, &parts);
    let told = Span::new(dateline_end(&article.body), article.body.len());
    let body = placed(article, TextField::Body, told, split);
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

/// The sentences of a stretch of a text, without the clock that a ticker's entry begins with.
fn placed<'a>(
    article: &'a Article,
    field: TextField,
    stretch: Span,
    split: &dyn Fn(&str) -> Vec<Span>,
) -> impl Iterator<Item = (TextField, Span)> + use<'a> {
    let text = stretch.of(article.text(field));
    let start = stretch.start as usize;
    split(text).into_iter().map(move |span| {
        let begins = text[..span.start as usize].trim_end_matches(' ').is_empty()
            || text[..span.start as usize].ends_with('\n');
        let bare = if begins {
            bare_clock_end(span.of(text))
        } else {
            0
        };
        let clock = clock_end(span.of(text)).max(bare);
        let (first, end) = (span.start as usize + clock, span.end as usize);
        (field, Span::new(first.min(end) + start, end + start))
    })
}
