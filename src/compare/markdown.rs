//! A comparison as Markdown, for a note or an issue.

use super::text::{source, summary, voice};
use super::{Comparison, Dispute, Held, HeldClaim, Standing};

/// The comparison as a Markdown page.
pub fn markdown(comparison: &Comparison) -> String {
    let pages = comparison.articles.iter();
    let pages: Vec<String> = pages.map(|held| article(held, comparison.corpus)).collect();
    pages.join("\n")
}

fn article(held: &Held, corpus: usize) -> String {
    let title = if held.title.is_empty() {
        &held.article
    } else {
        &held.title
    };
    let mut text = format!("# {}\n\n{}\n", plain(title), plain(&summary(held, corpus)));
    if let Some(of) = &held.copy_of {
        text += &format!("\nMost of its text stands in {}.\n", plain(of));
    }
    let headings = [
        (false, "Contradicts"),
        (true, "Both sides stand in the article itself"),
    ];
    for (within, heading) in headings {
        let chosen = held
            .disputes
            .iter()
            .filter(|dispute| dispute.within == within);
        section(&mut text, heading, chosen.map(dispute).collect());
    }
    for standing in &Standing::ALL[1..] {
        let chosen = held
            .claims
            .iter()
            .filter(|claim| claim.standing == *standing);
        section(&mut text, standing.as_str(), chosen.map(claim).collect());
    }
    text
}

fn section(text: &mut String, heading: &str, entries: Vec<String>) {
    if !entries.is_empty() {
        *text += &format!("\n## {heading}\n\n{}", entries.concat());
    }
}

fn dispute(dispute: &Dispute) -> String {
    format!(
        "- **{}** ({} {}, {}, `{}`)\n  - here: “{}” ({})\n  - against it: “{}” ({}, {} independent)\n",
        plain(&dispute.note),
        dispute.code,
        plain(dispute.kind),
        dispute.status,
        dispute.contradiction,
        plain(&dispute.own.quote),
        plain(&voice(&dispute.own)),
        plain(&dispute.other.quote),
        plain(&source(&dispute.other)),
        dispute.other_reports
    )
}

fn claim(claim: &HeldClaim) -> String {
    let answer = claim
        .denied_by
        .as_ref()
        .filter(|_| claim.standing == Standing::Denied);
    let answer = answer
        .or(claim.superseded_by.as_ref())
        .or(claim.first_report.as_ref());
    let mut text = format!(
        "- {} ({})",
        plain(&claim.words.position),
        plain(&voice(&claim.words))
    );
    if claim.reports > 0 {
        text += &format!(", {} independent reports", claim.reports);
    }
    text.push('\n');
    if let Some(words) = answer {
        text += &format!("  - {}: “{}”\n", plain(&source(words)), plain(&words.quote));
    }
    text
}

/// Text on one line in which nothing is markup.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut plain = String::new();
    for letter in words.join(" ").chars() {
        if "\\`*_[]<>|#".contains(letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
