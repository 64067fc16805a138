//! What a run changed, as a person reads it.

use std::collections::BTreeMap;

use crate::model::change::{Change, Hand, Voice, What};

use super::tracked::News;

/// Changes that are told one by one; the others stand in `changes.csv`.
const MOST: usize = 20;

/// Letters of a quote that are shown.
const QUOTE: usize = 160;

/// The lines that tell what changed.
pub(super) fn text(news: &News, sheet: &str) -> String {
    let Some(since) = &news.since else {
        return format!(
            "first run into {}: all of it is new\n",
            news.store.display()
        );
    };
    if news.changes.is_empty() {
        return format!("nothing changed since the run of {since}\n");
    }
    let mut text = format!("since the run of {since}: {}\n", counts(&news.changes));
    for change in news.changes.iter().take(MOST) {
        text += &line(change);
    }
    if news.changes.len() > MOST {
        text += &format!("  and {} more in {sheet}\n", news.changes.len() - MOST);
    }
    text
}

/// `2 new, 3 new voices`.
fn counts(changes: &[Change]) -> String {
    let mut counts: BTreeMap<What, usize> = BTreeMap::new();
    for change in changes {
        *counts.entry(change.what).or_default() += 1;
    }
    let told = counts.into_iter().map(|(what, count)| match (what, count) {
        (What::Voice, 1) => "1 new voice".to_owned(),
        (What::Voice, _) => format!("{count} new voices"),
        _ => format!("{count} {}", what.as_str()),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn line(change: &Change) -> String {
    let what = change.what.as_str();
    let matter = match change.what {
        What::Voice | What::Conceded | What::Superseded => brought(change),
        What::Renamed => {
            let former = change.other.as_deref().unwrap_or("");
            format!("{} (was {former})", change.note)
        }
        _ => change.note.clone(),
    };
    let place = if change.place.is_empty() { "" } else { ": " };
    format!(
        "  {what:<10} {}  {}{place}{matter}\n",
        change.contradiction, change.place
    )
}

/// Who brought it, when, in which words.
fn brought(change: &Change) -> String {
    match &change.voice {
        Some(voice) => spoken(change, voice),
        None => change.note.clone(),
    }
}

/// Who spoke for which side, where and when, in which words.
pub(super) fn spoken(change: &Change, voice: &Voice) -> String {
    let side = match voice.side {
        Some(Hand::Left) => format!("for “{}”, ", change.left.1),
        Some(Hand::Right) => format!("for “{}”, ", change.right.1),
        None => String::new(),
    };
    let outlet = voice.outlet.as_deref().unwrap_or(&voice.article);
    let party = voice
        .party
        .as_ref()
        .map_or_else(String::new, |party| format!(" ({party})"));
    let day = change
        .day
        .map_or_else(String::new, |day| format!(", {day}"));
    format!("{side}{outlet}{party}{day}: “{}”", short(&voice.quote))
}

fn short(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}
