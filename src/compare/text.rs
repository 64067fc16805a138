//! A comparison as a page for people.

use crate::page::{Page, Tone};

use super::{Comparison, Dispute, Held, HeldClaim, Standing, Words};

/// Writes a comparison on a page: contradictions first, then the claims by standing.
pub fn write(comparison: &Comparison, page: &mut Page) {
    for held in &comparison.articles {
        article(held, comparison.corpus, page);
    }
}

fn article(held: &Held, corpus: usize, page: &mut Page) {
    page.blank();
    let title = if held.title.is_empty() {
        &held.article
    } else {
        &held.title
    };
    page.line(0, Tone::Strong, title);
    let from = [
        held.outlet.as_deref(),
        held.published.as_deref(),
        Some(&held.article),
    ];
    let from: Vec<&str> = from.into_iter().flatten().collect();
    page.line(0, Tone::Faint, &from.join(", "));
    page.line(0, Tone::Plain, &summary(held, corpus));
    if let Some(of) = &held.copy_of {
        page.line(0, Tone::Plain, &format!("Most of its text stands in {of}."));
    }
    let (outside, within): (Vec<&Dispute>, Vec<&Dispute>) =
        held.disputes.iter().partition(|dispute| !dispute.within);
    disputes("Contradicts", &outside, page);
    disputes("Both sides stand in the article itself", &within, page);
    for standing in &Standing::ALL[1..] {
        claims(held, *standing, page);
    }
}

/// One line that sums an article up.
pub(super) fn summary(held: &Held, corpus: usize) -> String {
    let outside = held
        .disputes
        .iter()
        .filter(|dispute| !dispute.within)
        .count();
    let counts = Standing::ALL[1..].iter().map(|&standing| {
        let count = held.count(standing);
        format!("{count} {}", standing.as_str())
    });
    let counts: Vec<String> = counts.collect();
    format!(
        "{} claims against {corpus} articles: {outside} contradictions; of the claims {} contradict, {}.",
        held.claims.len(),
        held.count(Standing::Contradicts),
        counts.join(", ")
    )
}

fn disputes(heading: &str, disputes: &[&Dispute], page: &mut Page) {
    if disputes.is_empty() {
        return;
    }
    page.blank();
    page.line(0, Tone::Alarm, heading);
    for dispute in disputes {
        let sort = format!(
            "{} [{} {}, {}, {:.2} bits, {}]",
            dispute.note,
            dispute.code,
            dispute.kind,
            dispute.status,
            dispute.weight,
            dispute.contradiction
        );
        page.blank();
        page.line(2, Tone::Strong, &sort);
        page.labelled(
            2,
            "here",
            LABELS,
            Tone::Plain,
            &format!("“{}”", dispute.own.quote),
        );
        page.line(2 + LABELS, Tone::Faint, &voice(&dispute.own));
        page.labelled(
            2,
            "against it",
            LABELS,
            Tone::Plain,
            &format!("“{}”", dispute.other.quote),
        );
        let from = format!(
            "{}, {}",
            source(&dispute.other),
            reports(dispute.other_reports)
        );
        page.line(2 + LABELS, Tone::Faint, &from);
    }
}

/// Column in which labels end.
const LABELS: usize = 12;

fn claims(held: &Held, standing: Standing, page: &mut Page) {
    let mut chosen = held
        .claims
        .iter()
        .filter(|claim| claim.standing == standing)
        .peekable();
    if chosen.peek().is_none() {
        return;
    }
    page.blank();
    let mut heading = standing.as_str().to_owned();
    if let Some(first) = heading.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let tone = if standing == Standing::Corroborated {
        Tone::Calm
    } else {
        Tone::Strong
    };
    page.line(0, tone, &heading);
    chosen.for_each(|claim| line(claim, page));
}

fn line(claim: &HeldClaim, page: &mut Page) {
    let said = format!("{} ({})", claim.words.position, voice(&claim.words));
    match claim.standing {
        Standing::Corroborated => {
            page.line(
                2,
                Tone::Plain,
                &format!("{said}: {}", reports(claim.reports)),
            );
            cite(claim.first_report.as_ref(), page);
        }
        Standing::Denied => {
            page.line(2, Tone::Plain, &said);
            cite(claim.denied_by.as_ref(), page);
        }
        Standing::Superseded => {
            page.line(2, Tone::Plain, &said);
            cite(claim.superseded_by.as_ref(), page);
        }
        Standing::Contradicts | Standing::New => page.line(2, Tone::Plain, &said),
    }
}

fn cite(words: Option<&Words>, page: &mut Page) {
    if let Some(words) = words {
        page.line(
            4,
            Tone::Faint,
            &format!("{}: “{}”", source(words), words.quote),
        );
    }
}

fn reports(count: u32) -> String {
    match count {
        1 => "1 independent report".into(),
        count => format!("{count} independent reports"),
    }
}

/// Who says it.
pub(super) fn voice(words: &Words) -> String {
    match (&words.speaker, &words.party) {
        (Some(speaker), Some(party)) if speaker != party => format!("{speaker}, for {party}"),
        (Some(name), _) | (None, Some(name)) => name.clone(),
        (None, None) => "the outlet in its own voice".into(),
    }
}

/// Who says it, where and when.
pub(super) fn source(words: &Words) -> String {
    let outlet = words.outlet.as_deref().unwrap_or(&words.article);
    let published = words.published.as_deref().unwrap_or("no date");
    format!("{}; {outlet}, {published}", voice(words))
}
