//! Figures and findings as text for a terminal.

use std::fmt::Write;

use crate::eval::finding::Finding;
use crate::eval::gate::Drop;
use crate::eval::gold::Gold;
use crate::model::measure::{ALL, Measure};

/// One line a figure of the whole set, then a block for each metric that is told by part.
pub(super) fn measures(measures: &[Measure]) -> String {
    let mut text = String::new();
    for measure in measures.iter().filter(|measure| measure.part == ALL) {
        line(&mut text, measure.metric, measure);
    }
    let mut parts: Vec<&str> = Vec::new();
    for measure in measures.iter().filter(|measure| measure.part != ALL) {
        if !parts.contains(&measure.part.as_str()) {
            parts.push(&measure.part);
        }
    }
    for part in parts {
        let _ = writeln!(text, "\n{part}");
        for measure in measures.iter().filter(|measure| measure.part == part) {
            line(&mut text, measure.metric, measure);
        }
    }
    text
}

fn line(text: &mut String, name: &str, measure: &Measure) {
    let is_share = measure.value <= 1.0 && !name.ends_with("count");
    let value = if is_share {
        format!("{:.3}", measure.value)
    } else {
        format!("{:.1}", measure.value)
    };
    let counts = measure.counts.map_or(String::new(), |(right, total)| {
        format!("{right} of {total}")
    });
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "{}",
        format!("  {name:<28} {value:>8}  {counts}").trim_end()
    );
}

/// Gold claims that the corpus does not hold.
pub(super) fn unplaced(gold: &Gold, claims: &[u32]) -> String {
    let mut text = String::new();
    for &claim in claims {
        let claim = &gold.claims[claim as usize];
        let _ = writeln!(
            text,
            "not in the corpus: {} {} “{}”",
            claim.article, claim.id, claim.anchor
        );
    }
    text
}

/// The findings whose sort is `sort` or begins with it; counts first.
pub(super) fn findings(findings: &[Finding], sort: &str) -> String {
    let wanted: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.sort.starts_with(sort))
        .collect();
    let mut text = String::from("\n");
    for group in wanted.chunk_by(|left, right| left.sort == right.sort) {
        let _ = writeln!(text, "{:>6} {}", group.len(), group[0].sort);
    }
    for finding in wanted {
        let _ = writeln!(
            text,
            "\n{} · {}\n  text: {}",
            finding.sort, finding.place, finding.text
        );
        for (label, value) in [("gold", &finding.gold), ("ours", &finding.ours)] {
            if !value.is_empty() {
                let _ = writeln!(text, "  {label}: {value}");
            }
        }
    }
    text
}

/// Figures below their floors, and what to do.
pub(super) fn drops(drops: &[Drop]) -> String {
    let mut text = String::from("\nbelow their floors; give a --reason to lower them:\n");
    for Drop {
        metric,
        floor,
        value,
    } in drops
    {
        let value = value.map_or("not measured".to_owned(), |value| format!("{value:.4}"));
        let _ = writeln!(text, "  {metric:<28} floor {floor:.4}, measured {value}");
    }
    text
}
