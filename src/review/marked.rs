//! A claim's sentence inside its paragraph, cut into stretches that say what each holds.

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::span::Span;

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// Whether it belongs to the claim's sentence.
    pub sentence: bool,
    /// What it holds, such as `speaker`; `""` for plain words.
    pub mark: &'static str,
}

/// Bytes of a paragraph that are shown to either side of the sentence: a page that was pasted as one paragraph would
/// bury it.
const AROUND: usize = 900;

/// The paragraph of a claim, marked.
pub fn paragraph(claim: &Claim, article: &Article) -> Vec<Stretch> {
    let text = article.text(claim.field);
    let sentence = claim.sentence;
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    if text.get(start..end).is_none() {
        return Vec::new();
    }
    let (first, last) = bounds(text, start, end);
    let marks = marks(claim);
    let mut cuts = vec![first, start, end, last];
    for (span, _) in &marks {
        cuts.extend([span.start as usize, span.end as usize]);
    }
    cuts.retain(|&cut| (first..=last).contains(&cut) && text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let stretch = |pair: &[usize]| {
        let span = Span::new(pair[0], pair[1]);
        let mark = marks.iter().find(|(own, _)| own.holds(span));
        Stretch {
            text: span.of(text).to_owned(),
            sentence: sentence.holds(span),
            mark: mark.map_or("", |(_, name)| name),
        }
    };
    cuts.windows(2).map(stretch).collect()
}

/// First and last byte of the paragraph around a sentence, cut where it is very long.
fn bounds(text: &str, start: usize, end: usize) -> (usize, usize) {
    let blank = "\n\n";
    let first = text[..start].rfind(blank).map_or(0, |at| at + blank.len());
    let last = text[end..].find(blank).map_or(text.len(), |at| end + at);
    let mut near = start.saturating_sub(AROUND).max(first);
    let mut far = (end + AROUND).min(last);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    while !text.is_char_boundary(far) {
        far -= 1;
    }
    (near, far)
}

/// What is marked, the narrower matter first where two overlap.
fn marks(claim: &Claim) -> Vec<(Span, &'static str)> {
    let span = |span: Option<Span>, name| span.map(|span| (span, name));
    let found = [
        Some((claim.trigger, "trigger")),
        span(claim.cue.as_ref().and_then(|found| found.span), "cue"),
        span(
            claim.quantity.as_ref().and_then(|found| found.span),
            "figure",
        ),
        span(claim.dates.as_ref().and_then(|found| found.span), "date"),
        span(claim.place.as_ref().and_then(|found| found.span), "place"),
        span(
            claim.speaker.as_ref().and_then(|found| found.span),
            "speaker",
        ),
        span(claim.actor.as_ref().and_then(|found| found.span), "actor"),
    ];
    let filled = found
        .into_iter()
        .flatten()
        .filter(|(span, _)| span.start < span.end);
    filled.collect()
}
