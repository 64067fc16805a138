//! Text without what belongs to the page around it: wrapped lines joined, captions and footers dropped.

use crate::lexicon::page_labels::{Label, PageLabels};

/// Longest caption in bytes; a longer paragraph that ends in a credit is text.
const MAX_CAPTION: usize = 700;

/// Widest line in characters of a text that was wrapped by a machine.
const MAX_WRAP: usize = 120;

/// Narrowest full line in characters of such a text; narrower lines are entries of a list.
const MIN_WRAP: usize = 40;

/// Longest name of an outlet in bytes at the end of what a page adds to a text.
const MAX_OUTLET: usize = 60;

/// Longest paragraph in bytes that a page lists after the article.
const MAX_LISTED: usize = 200;

/// One line with single blanks.
pub(super) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Text to paragraphs: blank lines part them, and so do line ends unless the text was wrapped.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<&str> = Vec::new();
    for next in text.lines().map(str::trim).chain([""]) {
        if !next.is_empty() {
            block.push(next);
        } else if !block.is_empty() {
            paragraphs.extend(unwrap_lines(&block));
            block.clear();
        }
    }
    paragraphs
}

/// The paragraphs of a block of lines without a blank line in it.
fn unwrap_lines(block: &[&str]) -> Vec<String> {
    let wrapped = is_wrapped(block);
    let mut paragraphs: Vec<String> = Vec::new();
    for (index, text) in block.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| block[before]);
        match (paragraphs.last_mut(), before) {
            (Some(last), Some(before)) if wrapped || goes_on(before, text) => {
                last.push(' ');
                last.push_str(&line(text));
            }
            _ => paragraphs.push(line(text)),
        }
    }
    paragraphs
}

/// Whether a machine broke these lines: of one width, and few of them end where a sentence ends.
fn is_wrapped(block: &[&str]) -> bool {
    let Some((_, full)) = block.split_last().filter(|(_, full)| !full.is_empty()) else {
        return false;
    };
    let width = |text: &&str| text.chars().count();
    let widest = block.iter().map(width).max().unwrap_or(0);
    let even = full.iter().all(|text| width(text) * 5 >= widest * 3);
    let ended = full.iter().filter(|text| ends_sentence(text)).count();
    (MIN_WRAP..=MAX_WRAP).contains(&widest) && even && ended * 2 <= full.len()
}

/// Whether a line goes on in the next one.
fn goes_on(line: &str, next: &str) -> bool {
    let open = line.ends_with([',', ';', '-', '–', '—']);
    open || !ends_sentence(line) && next.starts_with(char::is_lowercase)
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', ':', '…'])
}

/// Drops captions with a credit, lines of the page, and what the page lists after the article.
pub(super) fn strip_page(paragraphs: &mut Vec<String>) {
    let labels = PageLabels::get();
    if let Some(end) = list_start(paragraphs) {
        paragraphs.truncate(end);
    }
    paragraphs.iter_mut().for_each(cut_tail);
    paragraphs.iter_mut().for_each(cut_footer);
    let only = paragraphs.len() == 1;
    let noise = |text: &String| {
        text.is_empty()
            || labels.label(text) == Some(Label::Noise)
            || labels.tails.contains(&text.as_str())
    };
    paragraphs.retain(|text| only || !is_caption(text) && !noise(text));
}

/// "The army said so. Continue reading...": the link behind the beginning of a text is none of its words.
fn cut_tail(text: &mut String) {
    let cut = |tail: &&str| {
        let told = text.strip_suffix(*tail)?.trim_end();
        // "to read more" ends a sentence of the text.
        let ended = ends_sentence(tail) || ends_sentence(told);
        (!told.is_empty() && ended).then_some(told.len())
    };
    if let Some(end) = PageLabels::get().tails.iter().find_map(cut) {
        text.truncate(end);
    }
}

/// "The post HEADLINE appeared first on OUTLET.": what a page adds of itself behind a text.
fn cut_footer(text: &mut String) {
    let found = PageLabels::get().footers.iter().find_map(|(start, end)| {
        let at = text.rfind(start)?;
        let parted = at == 0 || ends_sentence(text[..at].trim_end());
        let outlet = text[at..].split_once(end)?.1;
        (parted && outlet.len() <= MAX_OUTLET).then_some(at)
    });
    if let Some(at) = found {
        text.truncate(text[..at].trim_end().len());
    }
}

/// Where the page's own lists begin after the article.
fn list_start(paragraphs: &[String]) -> Option<usize> {
    let is_cut = |text: &String| {
        let label = text.trim_end_matches(':');
        PageLabels::get().label(label) == Some(Label::Cut)
    };
    (1..paragraphs.len()).find(|&at| {
        is_cut(&paragraphs[at]) && paragraphs[at..].iter().all(|text| text.len() < MAX_LISTED)
    })
}

/// Whether a paragraph is the caption of a picture, told by its credit.
pub(super) fn is_caption(text: &str) -> bool {
    let labels = PageLabels::get();
    let end = text.trim_end_matches([')', ']', ' ']);
    let starts = |credit: &&str| text.starts_with(*credit);
    let ends = |credit: &&str| end.ends_with(*credit);
    text.len() <= MAX_CAPTION
        && (labels.credit_starts.iter().any(starts) || labels.credit_ends.iter().any(ends))
}

/// The byte where `text` goes on after repeating the headline; `None` where it does not repeat it.
pub(super) fn repeats(text: &str, title: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    for expected in title.chars().filter(|c| c.is_alphanumeric()) {
        let (_, found) = rest.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let end = rest.peek().map_or(text.len(), |(at, _)| *at);
    let tail = &text[end..];
    let closed = tail.trim_start_matches(['"', '”', '’', '\'', ')']);
    let stops = closed.starts_with(['.', '!', '?', '|']);
    let after = if stops {
        closed.trim_start_matches(['.', '!', '?', '|', ' '])
    } else {
        closed
    };
    let ended = !title.is_empty() && (stops || closed.is_empty());
    ended.then(|| text.len() - after.len())
}
