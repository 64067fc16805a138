//! Small pieces of a run as they stand in the store.

use rusqlite::Row;

use super::pack::{Packer, Unpacker};
use super::trouble::broken;
use crate::model::article::Article;
use crate::model::run::Sentence;
use crate::model::span::{Span, TextField};

/// The sentences of one article as bytes.
pub fn pack_sentences(sentences: &[Sentence]) -> Vec<u8> {
    let mut to = Packer::default();
    for sentence in sentences {
        let kind = u64::from(sentence.field == TextField::Title) * 2 + u64::from(sentence.parsed);
        to.number(kind);
        to.number(sentence.span.start.into());
        to.number(sentence.span.end.into());
    }
    to.bytes
}

/// The sentences of article `article`; `None` where the bytes make no sense.
pub fn unpack_sentences(bytes: &[u8], article: u32) -> Option<Vec<Sentence>> {
    let mut from = Unpacker::new(bytes);
    let mut sentences = Vec::new();
    while !from.is_done() {
        let kind = from.number()?;
        sentences.push(Sentence {
            article,
            field: if kind & 2 == 2 {
                TextField::Title
            } else {
                TextField::Body
            },
            parsed: kind & 1 == 1,
            span: Span {
                start: from.small()?,
                end: from.small()?,
            },
        });
    }
    Some(sentences)
}

/// Other fields of an article as a list.
pub fn extra(article: &Article) -> String {
    serde_json::to_string(&article.extra).unwrap_or_default()
}

/// Columns that [`article`] reads.
pub const ARTICLE: &str = "article.article, key, outlet, url, published, title, body, extra";

/// An article from the columns [`ARTICLE`].
pub fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    let published: Option<String> = row.get(4)?;
    let published = published.map(|day| day.parse().map_err(|_| broken("a day that is none")));
    let extra = serde_json::from_str(row.get_ref(7)?.as_str()?);
    Ok(Article {
        key: row.get(1)?,
        outlet: row.get(2)?,
        url: row.get(3)?,
        published: published.transpose()?,
        title: row.get(5)?,
        body: row.get(6)?,
        extra: extra.map_err(|_| broken("fields of an article that are no JSON"))?,
    })
}
