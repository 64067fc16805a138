//! Irregular forms of the words that the scan looks for (`irregular.tsv`), lemmas to mend (`lemmas.tsv`), and the verbs of
//! nouns that name deeds (`nominals.tsv`).

use rustc_hash::FxHashMap;

use super::overlay::{Overlay, list_rows};
use super::table;

/// Word forms.
#[derive(Debug, Default)]
pub struct Lemmas {
    mended: FxHashMap<String, String>,
    irregular: Vec<(String, String)>,
    deeds: FxHashMap<String, String>,
}

impl Lemmas {
    /// Reads the lists that are compiled in.
    pub fn embedded() -> Self {
        Lemmas::read(&Overlay::default())
    }

    /// The same with a user's lines laid over them.
    pub fn read(overlay: &Overlay) -> Self {
        let pair = |row: table::Row| (row.column(0).to_owned(), row.column(1).to_owned());
        Lemmas {
            mended: list_rows!(overlay, "lemmas.tsv")
                .into_iter()
                .map(pair)
                .collect(),
            irregular: list_rows!(overlay, "irregular.tsv")
                .into_iter()
                .map(pair)
                .collect(),
            deeds: list_rows!(overlay, "nominals.tsv")
                .into_iter()
                .map(pair)
                .collect(),
        }
    }

    /// The lemma that is meant where the lemmatizer gives a wrong one, `None` where it is right.
    pub fn meant(&self, lemma: &str) -> Option<&str> {
        self.mended.get(lemma).map(String::as_str)
    }

    /// The verb of which a noun names the deed ("warning" warn), `None` for a noun that names none.
    pub fn deed(&self, noun: &str) -> Option<&str> {
        self.deeds.get(noun).map(String::as_str)
    }

    /// Irregular forms with their lemmas.
    pub fn irregular_forms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.irregular
            .iter()
            .map(|(form, lemma)| (form.as_str(), lemma.as_str()))
    }
}
