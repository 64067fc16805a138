//! A JSON object to an article: fields under whatever names the settings give them.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::draft::Draft;
use super::{days, decode, page, tidy};
use crate::config;

/// Reads one object. Fields that nothing asks for are kept.
///
/// # Errors
/// It holds neither a title nor a text; the message names what it does hold.
pub(super) fn read(object: &Map<String, Value>, settings: &config::Read) -> Result<Draft, String> {
    let fields = &settings.fields;
    let mut draft = Draft {
        outlet: text(object, &fields.outlet).map(|text| tidy::line(&text)),
        url: text(object, &fields.url),
        title: text(object, &fields.title).map_or_else(String::new, |text| plain(&text)),
        ..Draft::default()
    };
    let body = text(object, &fields.text);
    if body.is_none() && draft.title.is_empty() && !has_any(object, fields) {
        let names: Vec<&str> = object.keys().map(String::as_str).take(12).collect();
        return Err(format!(
            "neither a title nor a text among the fields {}: name them in [read.fields]",
            names.join(", ")
        ));
    }
    draft.paragraphs = tidy::paragraphs(&plain(&body.unwrap_or_default()));
    take_date(&mut draft, object, settings);
    keep_rest(&mut draft, object, fields);
    Ok(draft)
}

/// Whether it has a field for a title or a text at all, if only an empty one.
fn has_any(object: &Map<String, Value>, fields: &config::Fields) -> bool {
    let mut names = fields.title.iter().chain(&fields.text);
    names.any(|name| find(object, name).is_some())
}

fn take_date(draft: &mut Draft, object: &Map<String, Value>, settings: &config::Read) {
    let Some(value) = text(object, &settings.fields.date) else {
        return;
    };
    draft.published = days::find(&value, settings.slash_dates).or_else(|| unix_day(&value));
    if draft.published.is_none() {
        draft.notes.push(format!(
            "`{value}` is no date that can be read, the article is taken as undated: write YYYY-MM-DD"
        ));
    }
}

/// The day of a number of seconds or milliseconds since 1970 written as text.
pub(super) fn unix_day(text: &str) -> Option<Date> {
    let whole = text.split('.').next()?;
    (whole.len() >= 9)
        .then(|| whole.parse().ok())
        .flatten()
        .and_then(days::from_unix)
}

/// The first of the named fields that holds something.
fn text(object: &Map<String, Value>, names: &[String]) -> Option<String> {
    names
        .iter()
        .find_map(|name| find(object, name).and_then(as_text))
}

/// A field by name, whatever its case; a dot looks into an object.
fn find<'o>(object: &'o Map<String, Value>, name: &str) -> Option<&'o Value> {
    let direct = object.get(name).or_else(|| {
        let mut entries = object.iter();
        entries
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    });
    direct.or_else(|| {
        let (outer, inner) = name.split_once('.')?;
        find(find(object, outer)?.as_object()?, inner)
    })
}

/// A value as text; a list gives its first entry, `None` for nothing and for objects.
fn as_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => decode::clean(text).trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(values) => return values.first().and_then(as_text),
        Value::Object(_) | Value::Null => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Keeps what no field of the article took.
fn keep_rest(draft: &mut Draft, object: &Map<String, Value>, fields: &config::Fields) {
    let taken: Vec<&str> = [
        &fields.outlet,
        &fields.url,
        &fields.date,
        &fields.title,
        &fields.text,
    ]
    .into_iter()
    .filter_map(|names| {
        names
            .iter()
            .find(|name| find(object, name).and_then(as_text).is_some())
    })
    .map(String::as_str)
    .collect();
    for (key, value) in object {
        let used = taken.iter().any(|name| name.eq_ignore_ascii_case(key));
        if let Some(text) = as_text(value).filter(|_| !used) {
            draft.extra.push((key.clone(), text));
        }
    }
}

/// Text without tags and character references, which feeds leave in their fields.
fn plain(text: &str) -> String {
    let tagged = text.match_indices('<').any(|(at, _)| {
        text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
    });
    let referenced = text.match_indices('&').any(|(at, _)| {
        let end = text[at..].find(';').unwrap_or(0);
        (3..=9).contains(&end)
    });
    match tagged || referenced {
        true => page::fragment(text),
        false => text.to_owned(),
    }
}
