//! Lays an article out for parsing: its sentences, which of them stand inside quotations, and which can hold a claim.

use crate::model::article::Article;
use crate::model::span::{Span, TextField};

use super::clock::{bare_clock_end, clock_end};
use super::headline::{
    acts_in, bare_title, dateline_end, headline_parts, headline_speaker, page_label_end,
};
use super::label::{Label, Scope, label};
use super::opening::opening;
use super::quote::{Line, quotation_runs};
use super::run_on::{headline_end, run_on_parts};
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
    /// Number of its paragraph; 0 in the title.
    pub paragraph: u32,
    /// The label that opens its paragraph, where it has one.
    pub label: Option<Label>,
    /// Whether it can hold a claim and is to be parsed.
    pub wanted: bool,
}

/// What planning asks of the lists.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Names of those who can stand before the colon of a headline.
    pub speaks: &'a dyn Fn(&str) -> bool,
    /// Small words that stand before a place ("in").
    pub places: &'a dyn Fn(&str) -> bool,
    /// Nouns for those who speak ("nurse", "ministry", "radio").
    pub voice: &'a dyn Fn(&str) -> bool,
    /// Nouns for many who speak ("nurses", "police").
    pub speakers: &'a dyn Fn(&str) -> bool,
    /// Names of outlets.
    pub outlet: &'a dyn Fn(&str) -> bool,
    /// Names of sides.
    pub party: &'a dyn Fn(&str) -> bool,
    /// Names of places.
    pub place: &'a dyn Fn(&str) -> bool,
    /// Nouns for a statement or a reply.
    pub document: &'a dyn Fn(&str) -> bool,
    /// Words that end the label of a kind of page ("live").
    pub label: &'a dyn Fn(&str) -> bool,
    /// Words that say whose or what for something is ("of", "for").
    pub of: &'a dyn Fn(&str) -> bool,
    /// Other small words, behind which no name goes on ("in", "on", "to").
    pub link: &'a dyn Fn(&str) -> bool,
    /// Small words with which a sentence may begin ("the", "in"), in any case.
    pub opens: &'a dyn Fn(&str) -> bool,
    /// Ordinary words, which are nobody's name and no town's.
    pub common: &'a dyn Fn(&str) -> bool,
    /// Verbs of report with an ending ("claims", "said").
    pub reports: &'a dyn Fn(&str) -> bool,
    /// First names, in small letters.
    pub given: &'a dyn Fn(&str) -> bool,
    /// Whether an article is its own outlet's word, from the outlet, the headline and the text.
    pub issues: &'a dyn Fn(&str, &str, &str) -> bool,
}

/// A stretch of text that is a sentence without what stands before it.
struct Piece {
    field: TextField,
    span: Span,
    paragraph: u32,
    label: Option<Label>,
}

/// The sentences of an article, title first. `split` cuts a text into sentences.
pub fn plan(
    article: &Article,
    scan: &Scan,
    split: &dyn Fn(&str) -> Vec<Span>,
    known: Known<'_>,
) -> Vec<Planned> {
    let label = page_label_end(&article.title, known.label);
    let title = bare_title(article, known.outlet);
    let whole = Span::new(label.min(title.len()), title.len());
    let speaks = |name: &str| {
        (known.speaks)(name) || acts_in(&article.body, name, known.places, known.given)
    };
    let said = headline_speaker(title, &speaks, known.voice).map_or(whole, |(_, said)| said);
    let parts = |text: &str| headline_parts(text, split(text));
    let own = article.outlet.as_deref();
    let own = own.is_some_and(|outlet| (known.issues)(outlet, &article.title, &article.body));
    let mut pieces = placed(article, TextField::Title, said, &parts, (known, scan));
    let told = Span::new(dateline_end(&article.body), article.body.len());
    let told_parts = |text: &str| {
        let end = headline_end(text, title);
        let mut parts = split(&text[..end]);
        let rest = split(&text[end..]);
        let moved = |span: Span| Span::new(span.start as usize + end, span.end as usize + end);
        let rest = rest.into_iter().map(moved).collect();
        parts.extend(run_on_parts(text, rest, known, scan));
        parts
    };
    pieces.extend(placed(
        article,
        TextField::Body,
        told,
        &told_parts,
        (known, scan),
    ));
    // A label holds for all of its paragraph.
    for at in 1..pieces.len() {
        if pieces[at].label.is_none() && pieces[at].paragraph == pieces[at - 1].paragraph {
            let before = pieces[at - 1].label.as_ref();
            pieces[at].label = before
                .filter(|label| label.scope == Scope::Paragraph)
                .cloned();
        }
    }
    let lines: Vec<Line> = pieces
        .iter()
        .map(|piece| Line {
            field: piece.field,
            span: piece.span,
            text: piece.span.of(article.text(piece.field)),
        })
        .collect();
    let runs = quotation_runs(&lines);
    // What is somebody's word is a claim in whatever words.
    let whose = |at: usize| own || runs[at].is_some() || pieces[at].label.is_some();
    let wanted: Vec<bool> = (0..lines.len())
        .map(|at| {
            let line = &lines[at];
            let next = lines.get(at + 1);
            let answered =
                next.is_some_and(|next| next.field == line.field && scan.answers(next.text));
            let before = at.checked_sub(1).map(|before| &lines[before]);
            let goes_on = before.is_some_and(|before| {
                before.field == line.field && scan.wants(before.text) && scan.goes_on(line.text)
            });
            whose(at)
                || line.field == TextField::Title
                || scan.wants(line.text)
                || answered
                || goes_on
        })
        .collect();
    let planned = |((piece, run), wanted): ((Piece, Option<u32>), bool)| Planned {
        field: piece.field,
        span: piece.span,
        run,
        paragraph: piece.paragraph,
        label: piece.label,
        wanted,
    };
    pieces
        .into_iter()
        .zip(runs)
        .zip(wanted)
        .map(planned)
        .collect()
}

/// The sentences of a stretch of a text, without the clock that a ticker's entry begins with and the label of a post.
fn placed(
    article: &Article,
    field: TextField,
    stretch: Span,
    split: &dyn Fn(&str) -> Vec<Span>,
    (known, scan): (Known<'_>, &Scan),
) -> Vec<Piece> {
    let text = stretch.of(article.text(field));
    let start = stretch.start as usize;
    let mut paragraph = 0;
    let piece = |span: Span| {
        let before = &text[..span.start as usize];
        let begins = before.trim_end_matches(' ').is_empty() || before.ends_with('\n');
        paragraph += u32::from(begins && field == TextField::Body);
        let bare = if begins {
            bare_clock_end(span.of(text))
        } else {
            0
        };
        let clock = clock_end(span.of(text)).max(bare);
        let end = span.end as usize;
        let first = (span.start as usize + clock).min(end);
        let rest = text
            .get(first..end)
            .filter(|_| begins && field == TextField::Body);
        let label = rest.and_then(|rest| {
            let (tells, answers) = (
                |words: &str| scan.wants(words),
                |words: &str| scan.answers(words),
            );
            label(rest, known.party, known.place)
                .or_else(|| opening(rest, clock > 0, known, &tells, &answers))
        });
        let cut = label.as_ref().map_or(0, |label| label.end);
        let told = first + start;
        Piece {
            field,
            span: Span::new(told + cut, end + start),
            paragraph,
            label: label.map(|label| Label {
                span: Span::new(
                    told + label.span.start as usize,
                    told + label.span.end as usize,
                ),
                ..label
            }),
        }
    };
    split(text).into_iter().map(piece).collect()
}
