//! News agencies, and where an article credits one.

use std::sync::OnceLock;

use crate::model::article::Article;

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("../lexicon/data/agencies.tsv");

/// Letters at the start and at the end of a body in which a credit stands.
const EDGE: usize = 300;

/// Agencies and the forms of a credit.
#[derive(Debug, Clone, Default)]
pub struct Agencies {
    /// Canonical name and form, longer forms first.
    forms: Vec<(String, String)>,
    /// Patterns with `{agency}` for the form.
    credits: Vec<String>,
}

impl Agencies {
    /// The list that is compiled in.
    pub fn builtin() -> &'static Agencies {
        static LIST: OnceLock<Agencies> = OnceLock::new();
        LIST.get_or_init(|| Agencies::parse(BUILTIN))
    }

    /// Reads a list; lines without two cells are passed over.
    pub fn parse(text: &str) -> Agencies {
        let mut list = Agencies::default();
        for line in text.lines() {
            if let Some(pattern) = line.strip_prefix("# credit: ") {
                list.credits.push(pattern.into());
            } else if let Some((name, form)) =
                line.split_once('\t').filter(|_| !line.starts_with('#'))
            {
                list.forms.push((name.into(), form.into()));
            }
        }
        list.forms
            .sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.cmp(b)));
        list
    }

    /// The agency that an article credits: as its outlet, in its dateline, or at its end.
    pub fn find_credit(&self, article: &Article) -> Option<&str> {
        let outlet = article.outlet.as_deref().unwrap_or("");
        let own = self.forms.iter().find(|(_, form)| form == outlet);
        own.map(|(name, _)| name.as_str())
            .or_else(|| self.credit_in(outlet))
            .or_else(|| {
                article
                    .extra
                    .iter()
                    .find_map(|(_, value)| self.named(value))
            })
            .or_else(|| self.credit_in(head(&article.body)))
            .or_else(|| self.credit_in(tail(&article.body)))
    }

    /// The agency that stands first in the text, however it is named there.
    pub fn find_mention(&self, article: &Article) -> Option<&str> {
        let mentions = self.forms.iter().filter_map(|(name, form)| {
            let found = find_word(&article.body, form)?;
            Some((found, name.as_str()))
        });
        mentions.min().map(|(_, name)| name)
    }

    fn named(&self, value: &str) -> Option<&str> {
        let found = self.forms.iter().find(|(_, form)| form == value.trim());
        found.map(|(name, _)| name.as_str())
    }

    fn credit_in(&self, text: &str) -> Option<&str> {
        let is_credit = |form: &str| {
            let holds =
                |pattern: &String| find_word(text, &pattern.replace("{agency}", form)).is_some();
            text.contains(form) && self.credits.iter().any(holds)
        };
        let found = self.forms.iter().find(|(_, form)| is_credit(form));
        found.map(|(name, _)| name.as_str())
    }
}

/// Where `word` stands in `text` with no letter on either side.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let edges = (
        is_letter(word.chars().next()),
        is_letter(word.chars().next_back()),
    );
    let found = text.match_indices(word).find(|(start, _)| {
        let before = text[..*start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        !(edges.0 && is_letter(before) || edges.1 && is_letter(after))
    });
    found.map(|(start, _)| start)
}

fn head(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(EDGE)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(EDGE).last();
    &text[start.map_or(0, |(at, _)| at)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(body: &str) -> Option<String> {
        let article = Article {
            body: body.into(),
            ..Article::default()
        };
        Agencies::builtin().find_credit(&article).map(Into::into)
    }

    #[test]
    fn a_dateline_or_signature_is_a_credit() {
        assert_eq!(
            credit("KYIV, Dec 2 (Reuters) - The army said so."),
            Some("Reuters".into())
        );
        assert_eq!(credit("The army said so. — AFP"), Some("AFP".into()));
        assert_eq!(
            credit("PARIS (Agence France-Presse) — The army said so."),
            Some("AFP".into())
        );
    }

    #[test]
    fn a_mention_is_no_credit() {
        assert_eq!(credit("The army said so, according to TASS."), None);
        assert_eq!(credit("A Reuters reporter saw smoke."), None);
    }
}
