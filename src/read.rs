//! Files to articles: the only room that knows formats.

mod days;
mod decode;
mod draft;
mod front_matter;
mod json_lines;
mod lost;
mod markdown;
mod open;
mod page;
mod page_meta;
mod pasted;
mod record;
mod sniff;
mod tidy;
mod walk;

use std::path::PathBuf;

use crate::config;
use crate::model::article::{Article, Skipped};

use draft::Draft;
use open::Opened;
use sniff::Kind;

pub use lost::restore;
pub use walk::walk;

/// A file that may hold articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it lies.
    pub path: PathBuf,
    /// The path as the person gave it, with `/` separators; it names the file in `skipped.csv`.
    pub shown: String,
    /// Path below the folder that was given; the key of its article.
    pub key: String,
}

impl Input {
    fn skip(&self, why: impl Into<String>) -> Skipped {
        Skipped {
            file: self.shown.clone(),
            why: why.into(),
        }
    }

    /// Key and name of entry `number` (from 1) of a file that holds many.
    fn entry(&self, number: usize) -> Input {
        Input {
            path: self.path.clone(),
            shown: format!("{}#{number}", self.shown),
            key: format!("{}#{number}", self.key),
        }
    }
}

/// Digest of a file's bytes and of the names under which it is read.
pub type Digest = [u8; 32];

/// Knows a file again that was read before; `None` where it cannot be read.
pub fn digest(input: &Input) -> Option<Digest> {
    let mut hasher = blake3::Hasher::new();
    for name in [&input.key, &input.shown] {
        hasher.update(name.as_bytes());
        hasher.update(&[0]);
    }
    let file = std::fs::File::open(&input.path).ok()?;
    hasher.update_reader(file).ok()?;
    Some(*hasher.finalize().as_bytes())
}

/// Reads one file: its articles in the order of the file, and what could not be read, with the reason.
///
/// Nothing in a file is an error, whatever its encoding, size or kind: it becomes an article or a reason.
pub fn load(input: &Input, settings: &config::Read) -> (Vec<Article>, Vec<Skipped>) {
    match open::open(&input.path, settings) {
        Ok(Opened::Lines(lines)) => json_lines::load(input, lines, settings),
        Ok(Opened::Bytes(bytes)) => from_bytes(input, &bytes, settings),
        Err(why) => (Vec::new(), vec![input.skip(why)]),
    }
}

/// The same for bytes that are at hand, such as standard input; `name` stands for the file and is the article's key.
pub fn load_bytes(
    name: &str,
    bytes: &[u8],
    settings: &config::Read,
) -> (Vec<Article>, Vec<Skipped>) {
    let input = Input {
        path: PathBuf::from(name),
        shown: name.to_owned(),
        key: name.to_owned(),
    };
    match bytes.is_empty() {
        true => (Vec::new(), vec![input.skip("it is empty")]),
        false => from_bytes(&input, bytes, settings),
    }
}

fn from_bytes(
    input: &Input,
    bytes: &[u8],
    settings: &config::Read,
) -> (Vec<Article>, Vec<Skipped>) {
    let text = match decode::decode(bytes) {
        Ok(text) => text,
        Err(why) => return (Vec::new(), vec![input.skip(why)]),
    };
    let draft = match sniff::kind(&text, &input.path, settings) {
        Err(why) => Err(why),
        Ok(Kind::JsonLines) => return json_lines::load(input, Box::new(text.as_bytes()), settings),
        Ok(Kind::Json) => return json_lines::load_whole(input, &text, settings),
        Ok(Kind::Html) => page::read(text, settings),
        Ok(Kind::FrontMatter) => front_matter::read(&text, settings),
        Ok(Kind::Markdown) => Ok(pasted::read(&markdown::clean(&text), settings)),
        Ok(Kind::Text) => Ok(pasted::read(&text, settings)),
    };
    finish(input, draft, settings)
}

/// A draft as an article under its input's key, or the reason why there is none.
fn finish(
    input: &Input,
    draft: Result<Draft, String>,
    settings: &config::Read,
) -> (Vec<Article>, Vec<Skipped>) {
    match draft {
        Err(why) => (Vec::new(), vec![input.skip(why)]),
        Ok(draft) if draft.is_empty() => {
            let why = "no text: neither a title nor a body was found in it";
            (Vec::new(), vec![input.skip(why)])
        }
        Ok(draft) => {
            let notes = draft.notes.iter().map(|note| input.skip(note)).collect();
            (vec![draft.into_article(&input.key, settings)], notes)
        }
    }
}
