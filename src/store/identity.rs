//! By what a file and an article are known again: their content, the settings, and the program that read them.

use crate::config::Config;
use crate::model::article::Article;
use crate::read;

/// Identity of an article and of all that its claims depend on.
pub type Digest = [u8; 32];

/// Settings and program, as far as they decide what is read and what claims are drawn.
#[derive(Clone)]
pub struct Identity {
    reading: Digest,
    drawing: Digest,
}

impl Identity {
    /// Under some settings, for the program that runs.
    pub fn new(config: &Config) -> Identity {
        // Settings are plain data: writing them down cannot fail.
        let drawing = serde_json::to_vec(&(&config.lexicon, &config.resolve)).unwrap_or_default();
        let reading = serde_json::to_vec(&config.read).unwrap_or_default();
        let of = |settings: &[u8]| hash(&[env!("ATODDS_SOURCES").as_bytes(), settings]);
        Identity {
            reading: of(&reading),
            drawing: of(&drawing),
        }
    }

    /// The digest of a file.
    pub fn file(&self, digest: &read::Digest) -> Digest {
        hash(&[&self.reading, digest])
    }

    /// The digest of an article.
    pub fn article(&self, article: &Article) -> Digest {
        let published = article.published.map(|day| day.to_string());
        let optional = [&article.outlet, &article.url, &published];
        let mut parts: Vec<&[u8]> = vec![&self.drawing, article.key.as_bytes()];
        for text in optional {
            // A missing field differs from an empty one.
            parts.push(if text.is_some() { b"1" } else { b"0" });
            parts.push(text.as_deref().unwrap_or("").as_bytes());
        }
        parts.push(article.title.as_bytes());
        parts.push(article.body.as_bytes());
        for (key, value) in &article.extra {
            parts.extend([key.as_bytes(), value.as_bytes()]);
        }
        hash(&parts)
    }
}

fn hash(parts: &[&[u8]]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}
