//! Which words of a text stand behind a first name or inside a longer name, read once for all who ask.

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::lexicon::parties::{RoleKind, fold};
use crate::model::parsed::{Entity, EntityLabel};

use super::Placed;

/// Words that a text has as parts of names; a name goes over no line's end.
#[derive(Debug, Default)]
pub(super) struct Borne<'t> {
    behind_first_name: FxHashSet<&'t str>,
    inside_name: FxHashSet<&'t str>,
    /// Last words of what the parser takes for persons of several words.
    surnames: FxHashSet<CompactString>,
}

impl<'t> Borne<'t> {
    pub fn read(text: &'t str, lexicon: &Lexicon) -> Self {
        let mut borne = Borne::default();
        for line in text.lines() {
            let words: Vec<Piece> = line.split_whitespace().map(Piece::new).collect();
            for (at, pair) in words.windows(2).enumerate() {
                let (last, word) = (&pair[0], &pair[1]);
                if !last.is_name() || !last.closing.is_empty() || !word.opening.is_empty() {
                    continue;
                }
                if lexicon.parties.is_first_name(&fold(last.bare)) {
                    borne.behind_first_name.insert(word.bare);
                }
                let earlier = at.checked_sub(1).and_then(|at| words.get(at));
                if earlier.is_some_and(|earlier| last.goes_on_from(earlier, lexicon)) {
                    borne.inside_name.insert(word.bare);
                }
            }
        }
        borne
    }

    /// Notes the surnames of whom the parser takes for persons.
    pub fn note_persons(&mut self, sentences: &[Placed]) {
        for sentence in sentences.iter().map(|placed| &placed.sentence) {
            let several = |entity: &&Entity| {
                entity.label == EntityLabel::Person && entity.first < entity.last
            };
            let surnames = sentence.entities.iter().filter(several);
            let surnames = surnames.map(|entity| sentence.word(entity.last as usize));
            self.surnames.extend(surnames.map(CompactString::from));
        }
    }

    /// "Idris Buzarin": whether the text has the word behind a first name, or at the end of a person's name.
    pub fn is_surname(&self, word: &str) -> bool {
        self.behind_first_name.contains(word) || self.surnames.contains(word)
    }

    /// "the rebel Idris Buzarin": whether the text has the word behind another with a capital that begins no sentence.
    pub fn is_part_of_name(&self, word: &str) -> bool {
        self.inside_name.contains(word)
    }
}

/// What stands between two spaces: a word with the marks around it.
#[derive(Debug)]
struct Piece<'t> {
    opening: &'t str,
    bare: &'t str,
    closing: &'t str,
}

impl<'t> Piece<'t> {
    fn new(text: &'t str) -> Self {
        let mark = |c: char| !c.is_alphanumeric();
        let behind = text.trim_start_matches(mark);
        let bare = behind.trim_end_matches(mark);
        let (opening, closing) = (text.len() - behind.len(), &behind[bare.len()..]);
        let owner = POSSESSIVES
            .iter()
            .find_map(|ending| bare.strip_suffix(ending));
        Piece {
            opening: &text[..opening],
            bare: owner.unwrap_or(bare),
            // Whose it is ends a name as a mark does.
            closing: owner.map_or(closing, |owner| &behind[owner.len()..]),
        }
    }

    fn is_name(&self) -> bool {
        self.bare.starts_with(char::is_uppercase) && self.bare.ends_with(char::is_alphabetic)
    }

    /// Whether the word stands in the sentence of the one before it; the stop of a title ("Col.") ends none.
    fn goes_on_from(&self, earlier: &Piece, lexicon: &Lexicon) -> bool {
        let title = || {
            let role = lexicon.parties.role_of(earlier.bare);
            earlier.closing == "." && role.is_some_and(|role| role.kind == RoleKind::Title)
        };
        let open = !earlier.bare.is_empty() && matches!(earlier.closing, "" | ",");
        self.opening.is_empty() && (open || title())
    }
}

/// The endings that say whose something is.
const POSSESSIVES: [&str; 2] = ["'s", "’s"];
