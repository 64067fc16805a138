//! The full names by which the texts of a story call a body that its claims have by the noun alone: "Alba General Hospital" for
//! "the hospital".

use compact_str::CompactString;
use indexmap::IndexSet;

use crate::lexicon::parties::{PartyLexicon, RoleKind};

/// For each noun the one name that ends in it, where all that the texts call so is one body.
pub(super) fn bodies_told(
    nouns: &IndexSet<CompactString>,
    texts: &[&str],
    lexicon: &PartyLexicon,
) -> Vec<CompactString> {
    nouns
        .iter()
        .filter_map(|noun| body_called(noun, texts, lexicon))
        .collect()
}

/// The longest name that ends in the noun, where every other is a part of it.
fn body_called(noun: &str, texts: &[&str], lexicon: &PartyLexicon) -> Option<CompactString> {
    let names = texts
        .iter()
        .flat_map(|text| names_ending(noun, text, lexicon));
    let names: IndexSet<CompactString> = names.collect();
    let longest = names.iter().max_by_key(|name| name.len())?;
    let part = |name: &CompactString| {
        longest.starts_with(name.as_str()) || longest.ends_with(name.as_str())
    };
    names.iter().all(part).then(|| longest.clone())
}

/// The stretches of words with capitals that end in the noun.
fn names_ending(noun: &str, text: &str, lexicon: &PartyLexicon) -> Vec<CompactString> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| -> String {
        let word = word
            .trim_end_matches(['\'', '’', 's'])
            .trim_matches(|c: char| !c.is_alphanumeric());
        word.to_lowercase()
    };
    let plain = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let is_noun = |word: &str| plain(word) == noun || bare(word) == noun;
    let in_name = |word: &str| {
        let ends = word.ends_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’');
        let capital = word.starts_with(char::is_uppercase);
        capital && ends && !is_small_word(&plain(word), lexicon)
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| is_noun(word)) {
        let first = (0..at)
            .rev()
            .take_while(|&left| in_name(words[left]))
            .last();
        if let Some(first) = first {
            let end = word
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(word.len());
            let mut name = words[first..at].join(" ");
            name.push(' ');
            name.push_str(&word[..end]);
            found.push(name.into());
        }
    }
    found
}

/// "The", "at": words that begin a sentence with a capital and no name.
fn is_small_word(word: &str, lexicon: &PartyLexicon) -> bool {
    let role = lexicon.role_of(word);
    role.is_some_and(|role| {
        use RoleKind::{And, At, Determiner, In, Near, Of};
        matches!(role.kind, And | At | Determiner | In | Near | Of)
    })
}
