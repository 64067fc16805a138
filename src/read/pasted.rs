//! Bare text as people paste it from a page: the headline, loose labels and values, captions, the article, a footer.

use super::draft::Draft;
use super::{days, tidy};
use crate::config;
use crate::lexicon::page_labels::{Label, PageLabels};

/// Lines after the headline among which labels are looked for; pages have some ten of them.
const HEAD_LINES: usize = 30;

/// Longest headline in characters; longer is a paragraph.
const MAX_TITLE: usize = 250;

/// A line of at least so many characters is text, not a label's value.
const PROSE: usize = 90;

/// Reads a pasted text. Nothing in it is wrong; what is no label is text.
pub(super) fn read(text: &str, settings: &config::Read) -> Draft {
    let mut draft = Draft::default();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut at = take_title(&lines, &mut draft, settings);
    at = take_head(&lines, at, &mut draft, settings);
    draft
        .paragraphs
        .extend(tidy::paragraphs(&lines[at..].join("\n")));
    draft
}

/// Takes the headline; the line where the rest begins.
fn take_title(lines: &[&str], draft: &mut Draft, settings: &config::Read) -> usize {
    let is_title = |line: &&str| !line.is_empty() && !is_page(line, settings);
    let Some(at) = lines.iter().position(is_title) else {
        return 0;
    };
    let line = lines[at];
    let later = lines[at + 1..].iter().any(|line| !line.is_empty());
    if !later || line.chars().count() > MAX_TITLE || line.ends_with('.') && line.contains(". ") {
        return 0;
    }
    draft.title = line.to_owned();
    // Labels and dates above the headline belong to it as well.
    take_head(&lines[..at], 0, draft, settings);
    at + 1
}

fn is_page(line: &str, settings: &config::Read) -> bool {
    let labels = PageLabels::get();
    let label = labels.label(line.trim_end_matches(':'));
    label.is_some() || is_url(line) || days::whole(line, settings.slash_dates).is_some()
}

/// Takes labels, values and loose dates between headline and text; the line where the text begins.
fn take_head(lines: &[&str], from: usize, draft: &mut Draft, settings: &config::Read) -> usize {
    let end = lines.len().min(from + HEAD_LINES);
    let mut at = from;
    while at < end {
        let line = lines[at];
        let (taken, next) = match line.is_empty() || tidy::is_caption(line) {
            true => (true, at + 1),
            false => take_line(lines, at, draft, settings),
        };
        if !taken && !label_follows(&lines[at..end], settings) {
            return at;
        }
        if !taken {
            draft.paragraphs.push(tidy::line(line));
        }
        at = next;
    }
    at
}

/// Whether a label or date stands after the first line before anything that reads like text.
fn label_follows(lines: &[&str], settings: &config::Read) -> bool {
    let mut head = lines.iter().filter(|line| !line.is_empty());
    let mut head = head.by_ref().take_while(|line| !is_prose(line));
    head.next().is_some() && head.any(|line| is_page(line, settings))
}

fn is_prose(line: &str) -> bool {
    line.chars().count() >= PROSE || tidy::ends_sentence(line)
}

/// Takes one line of the head, with the value after it where it is a label; whether it was one, and the next line.
fn take_line(
    lines: &[&str],
    at: usize,
    draft: &mut Draft,
    settings: &config::Read,
) -> (bool, usize) {
    let line = lines[at];
    let labels = PageLabels::get();
    if is_url(line) {
        draft.url.get_or_insert_with(|| line.to_owned());
        return (true, at + 1);
    }
    match labels.label(line.trim_end_matches(':')) {
        Some(Label::Noise | Label::Cut) => (true, at + 1),
        Some(label) => take_value(lines, at, label, draft, settings),
        None => {
            let taken = take_inline(line, draft, settings) || take_date(line, draft, settings);
            (taken, at + 1)
        }
    }
}

/// A label alone on its line: its value stands on the next line that is not empty.
fn take_value(
    lines: &[&str],
    at: usize,
    label: Label,
    draft: &mut Draft,
    settings: &config::Read,
) -> (bool, usize) {
    let value = (at + 1..lines.len()).find(|next| !lines[*next].is_empty());
    match value {
        Some(next) if is_value(lines[next], label, settings) => {
            set(draft, label, lines[at], lines[next], settings);
            (true, next + 1)
        }
        _ => (true, at + 1),
    }
}

fn is_value(line: &str, label: Label, settings: &config::Read) -> bool {
    match label {
        Label::Date | Label::Updated => days::find(line, settings.slash_dates).is_some(),
        Label::Url => is_url(line),
        _ => !is_page(line, settings) && line.chars().count() < PROSE,
    }
}

/// A label and its value on one line: `Source: CGTN`, `By Li Weichao`, `Published 3 Dec 2025`.
fn take_inline(line: &str, draft: &mut Draft, settings: &config::Read) -> bool {
    let labels = PageLabels::get();
    let split = line
        .split_once([':', '：', '|'])
        .or_else(|| line.split_once(' '));
    let Some((name, value)) = split.map(|(name, value)| (name.trim(), value.trim())) else {
        return false;
    };
    let Some(label) = labels.label(name) else {
        return false;
    };
    let with_mark = !line.starts_with(&format!("{name} "));
    let value_fits = !value.is_empty() && is_value(value, label, settings);
    let fits = match label {
        Label::Noise | Label::Cut => false,
        Label::Person => {
            value_fits && value.split_whitespace().count() <= 8 && !tidy::ends_sentence(value)
        }
        Label::Outlet => value_fits && with_mark,
        _ => value_fits && line.chars().count() < PROSE,
    };
    if fits {
        set(draft, label, name, value, settings);
    }
    fits
}

/// A date alone on its line; the first one counts.
fn take_date(line: &str, draft: &mut Draft, settings: &config::Read) -> bool {
    let day = days::whole(line, settings.slash_dates);
    if let Some(day) = day {
        draft.published.get_or_insert(day);
    }
    day.is_some()
}

fn set(draft: &mut Draft, label: Label, name: &str, value: &str, settings: &config::Read) {
    let value = value.trim();
    match label {
        Label::Outlet if draft.outlet.is_none() => draft.outlet = Some(value.to_owned()),
        Label::Url if draft.url.is_none() => draft.url = Some(value.to_owned()),
        Label::Date => {
            draft.published = days::find(value, settings.slash_dates).or(draft.published);
        }
        Label::Updated if draft.published.is_none() => {
            draft.published = days::find(value, settings.slash_dates);
        }
        _ => {
            let name = name.trim_end_matches(':').to_lowercase();
            draft.extra.push((name, value.to_owned()));
        }
    }
}

fn is_url(line: &str) -> bool {
    (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(' ')
}
