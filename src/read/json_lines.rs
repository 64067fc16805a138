//! JSON lines: one article a line, streamed, a broken line costing itself only.

use std::io::{self, BufRead, Read};

use serde_json::Value;

use super::{Input, finish, record};
use crate::config;
use crate::model::article::{Article, Skipped};

/// Articles and what was left out.
type Loaded = (Vec<Article>, Vec<Skipped>);

/// Reads every line of a stream; line N has the key `path#N`, from 1.
pub(super) fn load(
    input: &Input,
    mut lines: Box<dyn BufRead + '_>,
    settings: &config::Read,
) -> Loaded {
    let mut loaded = Loaded::default();
    let limit = settings.max_line_mib.saturating_mul(1 << 20);
    let mut line = Vec::new();
    for number in 1.. {
        let entry = input.entry(number);
        line.clear();
        match next(&mut lines, &mut line, limit) {
            Ok(Line::End) => break,
            Ok(Line::Whole) => take(&entry, &line, settings, &mut loaded),
            Ok(Line::TooLong) => loaded.1.push(entry.skip(format!(
                "a line of more than {} MiB: raise read.max_line_mib",
                settings.max_line_mib
            ))),
            Err(error) => {
                let why = format!("the file breaks off here, the lines before were read: {error}");
                loaded.1.push(entry.skip(why));
                break;
            }
        }
    }
    if loaded.0.is_empty() && loaded.1.is_empty() {
        loaded.1.push(input.skip("no line in it holds anything"));
    }
    loaded
}

/// Reads a file that is one object or a list of objects.
pub(super) fn load_whole(input: &Input, text: &str, settings: &config::Read) -> Loaded {
    let mut loaded = Loaded::default();
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                take_value(&input.entry(index + 1), value, settings, &mut loaded);
            }
        }
        Ok(value) => take_value(input, &value, settings, &mut loaded),
        Err(error) => loaded.1.push(input.skip(format!("not JSON: {error}"))),
    }
    loaded
}

/// What was found where a line should be.
enum Line {
    Whole,
    TooLong,
    End,
}

/// Reads up to the next line end without ever holding more than `limit` bytes.
fn next(lines: &mut Box<dyn BufRead + '_>, line: &mut Vec<u8>, limit: u64) -> io::Result<Line> {
    let read = lines.by_ref().take(limit).read_until(b'\n', line)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if line.ends_with(b"\n") || (read as u64) < limit {
        return Ok(Line::Whole);
    }
    lines.skip_until(b'\n')?;
    Ok(Line::TooLong)
}

fn take(entry: &Input, line: &[u8], settings: &config::Read, loaded: &mut Loaded) {
    let line = line
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(line)
        .trim_ascii();
    if line.is_empty() {
        return;
    }
    match serde_json::from_slice::<Value>(line) {
        Ok(value) => take_value(entry, &value, settings, loaded),
        Err(error) => match String::from_utf8(line.to_vec()) {
            Ok(_) => loaded.1.push(entry.skip(format!("not JSON: {error}"))),
            // Bytes that are no UTF-8 cost a few letters, not the article.
            Err(_) => take_lossy(entry, line, settings, loaded),
        },
    }
}

fn take_lossy(entry: &Input, line: &[u8], settings: &config::Read, loaded: &mut Loaded) {
    match serde_json::from_str::<Value>(&String::from_utf8_lossy(line)) {
        Ok(value) => take_value(entry, &value, settings, loaded),
        Err(error) => loaded.1.push(entry.skip(format!("not JSON: {error}"))),
    }
}

fn take_value(entry: &Input, value: &Value, settings: &config::Read, loaded: &mut Loaded) {
    let draft = match value.as_object() {
        Some(object) => record::read(object, settings),
        None => Err("not a JSON object, as an article must be".into()),
    };
    let (articles, skipped) = finish(entry, draft, settings);
    loaded.0.extend(articles);
    loaded.1.extend(skipped);
}
