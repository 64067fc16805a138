//! Text that opens with fields between `---` lines: the form that people keep articles in.

use super::draft::Draft;
use super::{days, markdown, record, tidy};
use crate::config;

/// The line that opens and closes the fields.
const FENCE: &str = "---";

/// Whether a text opens with front matter, and not with a rule across the page.
pub(super) fn opens(text: &str) -> bool {
    let mut lines = text.trim_start().lines();
    let fenced = lines.next().is_some_and(|line| line.trim_end() == FENCE);
    let next = lines.find(|line| !line.trim().is_empty());
    fenced && next.is_some_and(|line| field(line).is_some() || line.starts_with('#'))
}

/// Reads fields and body; trouble in a line is noted with its number and the rest is read.
pub(super) fn read(text: &str, settings: &config::Read) -> Result<Draft, String> {
    let blank = text.len() - text.trim_start().len();
    let first_line = text[..blank].matches('\n').count() + 1;
    let (head, body) = split(&text[blank..]).ok_or_else(|| {
        format!("line {first_line}: the front matter that opens here is never closed: add a line `---` before the text")
    })?;
    let mut notes = Vec::new();
    let fields = fields(head, first_line + 1, &mut notes);
    let mut draft = Draft {
        notes,
        ..Draft::default()
    };
    for (line, name, value) in fields {
        take(&mut draft, line, name, value, settings);
    }
    let text = match draft.title.is_empty() {
        true => {
            let (title, text) = markdown::clean_with_title(body);
            draft.title = title;
            text
        }
        false => markdown::clean(body),
    };
    draft.paragraphs = tidy::paragraphs(&text);
    Ok(draft)
}

fn split(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once('\n')?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), FENCE | "...") {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// The fields with their line numbers; an indented line or a list entry goes on with the field before it.
fn fields(head: &str, first: usize, notes: &mut Vec<String>) -> Vec<(usize, String, String)> {
    let mut fields: Vec<(usize, String, String)> = Vec::new();
    for (index, line) in head.lines().enumerate() {
        let number = first + index;
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let goes_on = line.starts_with([' ', '-']);
        match (goes_on, fields.last_mut(), field(line)) {
            (true, Some((_, _, value)), _) => go_on(value, text),
            (false, _, Some((name, value))) => {
                fields.push((number, name.to_owned(), unquote(value)))
            }
            _ => notes.push(format!(
                "line {number}: `{text}` is not `key: value`, left out"
            )),
        }
    }
    fields
}

fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    let named = !name.trim().is_empty() && name.len() <= 64 && name.chars().all(plain);
    named.then(|| (name.trim(), value.trim()))
}

fn go_on(value: &mut String, text: &str) {
    // `>` and `|` announce a text of several lines, `- ` an entry of a list.
    if matches!(value.as_str(), ">" | "|" | ">-" | "|-") {
        value.clear();
    }
    let entry = text.strip_prefix("- ");
    if !value.is_empty() {
        value.push_str(if entry.is_some() { "; " } else { " " });
    }
    value.push_str(&unquote(entry.unwrap_or(text)));
}

/// A value without its quotation marks.
fn unquote(value: &str) -> String {
    let inner = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    if value.len() < 2 {
        value.to_owned()
    } else if let Some(inner) = inner('\'') {
        inner.replace("''", "'")
    } else if let Some(inner) = inner('"') {
        inner.replace("\\\"", "\"").replace("\\\\", "\\")
    } else {
        value.to_owned()
    }
}

fn take(draft: &mut Draft, line: usize, name: String, value: String, settings: &config::Read) {
    let fields = &settings.fields;
    let is = |names: &[String]| names.iter().any(|known| known.eq_ignore_ascii_case(&name));
    if value.is_empty() {
    } else if is(&fields.outlet) && draft.outlet.is_none() {
        draft.outlet = Some(value);
    } else if is(&fields.url) && draft.url.is_none() {
        draft.url = Some(value);
    } else if is(&fields.title) && draft.title.is_empty() {
        draft.title = value;
    } else if is(&fields.date) && draft.published.is_none() {
        draft.published =
            days::find(&value, settings.slash_dates).or_else(|| record::unix_day(&value));
        if draft.published.is_none() {
            draft.notes.push(format!(
                "line {line}: `{value}` is no date that can be read, the article is taken as undated: write YYYY-MM-DD"
            ));
        }
    } else {
        draft.extra.push((name, value));
    }
}
