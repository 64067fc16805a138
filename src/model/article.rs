//! An article as every reader of files delivers it, and an input that could not be read.

use jiff::civil::Date;

use super::span::TextField;

/// One article, whatever file format it came in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// Path below the corpus folder with `/` separators; `#N` (from 1) is added for line N of a file that holds many.
    pub key: String,
    /// Who published it, as written; `None` where the text does not tell.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The dateline: day of publication in the outlet's own clock; `None` where unknown.
    pub published: Option<Date>,
    /// The headline, `""` where there is none.
    pub title: String,
    /// Clean running text; paragraphs are separated by a blank line.
    pub body: String,
    /// Any other front-matter keys, in the order of the file.
    pub extra: Vec<(String, String)>,
}

impl Article {
    /// The text of one field.
    pub fn text(&self, field: TextField) -> &str {
        match field {
            TextField::Title => &self.title,
            TextField::Body => &self.body,
        }
    }
}

/// An input that became no article, or a part of one that was left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Path as given, with `#N` for a line of a file.
    pub file: String,
    /// Why, for a person: what was wrong and what to do.
    pub why: String,
}
