//! By what a file and an article are known again: their content, the settings, and the program that read them.

use std::path::Path;

use walkdir::WalkDir;

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
        let program = env!("ATODDS_SOURCES").as_bytes();
        let own = own_lists(&config.lexicon.overlay);
        Identity {
            reading: hash(&[program, &reading]),
            drawing: hash(&[program, &drawing, &own]),
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

/// A digest of a person's own word lists, which change without the settings' changing.
fn own_lists(folder: &Path) -> Digest {
    if folder.as_os_str().is_empty() {
        return hash(&[]);
    }
    let files = WalkDir::new(folder).sort_by_file_name();
    let files = files
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for entry in files {
        parts.push(entry.path().as_os_str().as_encoded_bytes().to_vec());
        // A list that cannot be read is told by whoever loads it.
        parts.push(std::fs::read(entry.path()).unwrap_or_default());
    }
    hash(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn hash(parts: &[&[u8]]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}
