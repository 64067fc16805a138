//! A person's settings laid over the defaults, each problem told with its file and line.

use std::path::Path;

use serde::Deserialize;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::{Config, DEFAULT_TOML};
use crate::error::Error;

/// A setting of the person's file.
struct Setting {
    /// Table names and the key.
    path: Vec<String>,
    /// Byte offset of the key.
    at: usize,
    value: Value,
}

/// The defaults with the settings of `text` laid over them; `file` is named in errors.
pub(super) fn apply(text: &str, file: &Path) -> Result<Config, Error> {
    let refuse = |at: Option<usize>, what: String, hint: String| Error::Config {
        file: file.to_path_buf(),
        line: at.map(|at| line_of(text, at)),
        what,
        hint,
    };
    let defaults = defaults();
    let settings = settings(text).map_err(|error| {
        let at = error.span().map(|span| span.start);
        refuse(at, error.message().to_owned(), String::new())
    })?;
    let mut merged = defaults.clone();
    for setting in &settings {
        if !put(&mut merged, &setting.path, setting.value.clone()) {
            let (what, hint) = unknown(&defaults, &setting.path);
            return Err(refuse(Some(setting.at), what, hint));
        }
    }
    Config::deserialize(merged).map_err(|error| {
        let culprit = settings.iter().find(|setting| is_wrong(&defaults, setting));
        let what = match culprit {
            Some(setting) => format!("`{}`: {}", setting.path.join("."), error.message()),
            None => error.message().to_owned(),
        };
        let hint = "`atodds config --default` shows every setting with its meaning".to_owned();
        refuse(culprit.map(|setting| setting.at), what, hint)
    })
}

fn defaults() -> Table {
    DEFAULT_TOML.parse().unwrap_or_default()
}

/// The settings of a file in its order; tables are opened up, lists are one setting.
fn settings(text: &str) -> Result<Vec<Setting>, toml::de::Error> {
    let values: Table = text.parse()?;
    let spans = DeTable::parse(text)?;
    let mut settings = Vec::new();
    collect(spans.get_ref(), &values, &mut Vec::new(), &mut settings);
    settings.sort_by_key(|setting| setting.at);
    Ok(settings)
}

fn collect(spans: &DeTable, values: &Table, path: &mut Vec<String>, settings: &mut Vec<Setting>) {
    for (key, spanned) in spans.iter() {
        let Some(value) = values.get(key.get_ref().as_ref()) else {
            continue;
        };
        path.push(key.get_ref().to_string());
        match (spanned.get_ref(), value) {
            (DeValue::Table(spans), Value::Table(values)) if !values.is_empty() => {
                collect(spans, values, path, settings);
            }
            _ => settings.push(Setting {
                path: path.clone(),
                at: key.span().start,
                value: value.clone(),
            }),
        }
        path.pop();
    }
}

/// Puts a value in its place; false where the defaults have no such key.
fn put(table: &mut Table, path: &[String], value: Value) -> bool {
    match path {
        [] => false,
        [key] => table
            .get_mut(key)
            .map(|slot| replace(slot, value))
            .is_some(),
        [key, rest @ ..] => match table.get_mut(key) {
            Some(Value::Table(inner)) => put(inner, rest, value),
            _ => false,
        },
    }
}

/// An empty table of the person's changes nothing.
fn replace(slot: &mut Value, value: Value) {
    let empty = matches!(&value, Value::Table(table) if table.is_empty());
    if !(empty && slot.is_table()) {
        *slot = value;
    }
}

/// Whether this setting alone makes the settings unusable.
fn is_wrong(defaults: &Table, setting: &Setting) -> bool {
    let mut table = defaults.clone();
    put(&mut table, &setting.path, setting.value.clone());
    Config::deserialize(table).is_err()
}

/// What to say of a key that does not exist, and the nearest that does.
fn unknown(defaults: &Table, path: &[String]) -> (String, String) {
    let mut known = Vec::new();
    let mut table = Some(defaults);
    let mut depth = 0;
    while let Some(inner) = table {
        known = inner.keys().map(String::as_str).collect();
        table = inner.get(&path[depth]).and_then(Value::as_table);
        depth += 1;
        if depth == path.len() {
            break;
        }
    }
    let key = &path[depth - 1];
    let section = match depth {
        1 => String::new(),
        _ => format!(" in [{}]", path[..depth - 1].join(".")),
    };
    let what = format!("unknown setting `{key}`{section}");
    let nearest = known
        .iter()
        .max_by(|left, right| closeness(key, left).total_cmp(&closeness(key, right)))
        .filter(|name| closeness(key, name) > 0.8);
    let hint = match nearest {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("known here: {}", known.join(", ")),
    };
    (what, hint)
}

fn closeness(left: &str, right: &str) -> f64 {
    strsim::jaro_winkler(left, right)
}

/// Line from 1 of a byte offset.
fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().iter().take(at);
    before.filter(|byte| **byte == b'\n').count() as u32 + 1
}
