//! Words that report, and what they make of what is reported (`cues.tsv`).

use rustc_hash::FxHashMap;

use crate::model::claim::{LexiconLine, Modality};

use super::overlay::{Overlay, list_rows};
use super::table::Fault;

/// What a cue makes of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueClass {
    /// The speaker holds it true.
    Say,
    /// The speaker holds it true against an expectation or another's word.
    Confirm,
    /// The speaker holds it false.
    Deny,
    /// The speaker takes no side but shows doubt.
    Doubt,
    /// X accuses Y of Z: Y did Z.
    Accuse,
    /// X attributes Z to Y: Y did Z.
    Attribute,
    /// X holds Y responsible for Z.
    Hold,
    /// The speaker means to do it.
    Plan,
    /// The speaker passes on another's words.
    Relay,
    /// The speaker knows it, which is the word of whoever says so.
    Know,
    /// The speaker takes no side.
    Neutral,
}

/// Part of speech a cue counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CuePart {
    /// Verb.
    Verb,
    /// Noun.
    Noun,
    /// Adjective or participle as a predicate.
    Adjective,
}

/// A line of `cues.tsv`.
#[derive(Debug, Clone, Copy)]
pub struct CueEntry {
    /// What it makes of its content.
    pub class: CueClass,
    /// The modality that it gives to its content, `None` for as it stands.
    pub modality: Option<Modality>,
    /// Where it stands in the list.
    pub line: LexiconLine,
}

/// The cue list.
#[derive(Debug, Default)]
pub struct Cues {
    entries: [FxHashMap<String, CueEntry>; 3],
}

impl Cues {
    /// Reads the list that is compiled in.
    pub fn embedded() -> Self {
        Cues::read(&Overlay::default(), &mut Vec::new())
    }

    /// The same with a user's lines laid over it; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Self {
        let mut cues = Cues::default();
        for row in list_rows!(overlay, "cues.tsv") {
            let (Some(part), Some(class)) = (part(row.column(1)), class(row.column(2))) else {
                faults.push(row.fault("part of speech or class is none of those in the header"));
                continue;
            };
            let entry = CueEntry {
                class,
                modality: modality(row.column(3)),
                line: row.line,
            };
            cues.entries[part as usize].insert(row.column(0).to_owned(), entry);
        }
        cues
    }

    /// The cue that `lemma` (lower case) is as that part of speech.
    pub fn find(&self, lemma: &str, part: CuePart) -> Option<&CueEntry> {
        self.entries[part as usize].get(lemma)
    }

    /// What `lemma` (lower case) is as a noun and as an adjective, where it is a cue.
    pub fn nominal(&self, lemma: &str) -> impl Iterator<Item = &CueEntry> {
        let parts = [CuePart::Noun, CuePart::Adjective];
        parts
            .into_iter()
            .filter_map(move |part| self.find(lemma, part))
    }

    /// Where the cues of a class stand in the list.
    pub fn lines(&self, class: CueClass) -> impl Iterator<Item = LexiconLine> {
        let entries = self.entries.iter().flat_map(|part| part.values());
        entries
            .filter(move |entry| entry.class == class)
            .map(|entry| entry.line)
    }

    /// The verbs that deny, for the scan.
    pub fn denying_verbs(&self) -> impl Iterator<Item = &str> {
        self.lemmas().filter(|lemma| {
            self.find(lemma, CuePart::Verb)
                .is_some_and(|entry| entry.class == CueClass::Deny)
        })
    }

    /// Every cue lemma, for the scan.
    pub fn lemmas(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .flat_map(|part| part.keys().map(String::as_str))
    }
}

fn class(name: &str) -> Option<CueClass> {
    Some(match name {
        "say" => CueClass::Say,
        "confirm" => CueClass::Confirm,
        "deny" => CueClass::Deny,
        "doubt" => CueClass::Doubt,
        "accuse" => CueClass::Accuse,
        "attribute" => CueClass::Attribute,
        "hold" => CueClass::Hold,
        "plan" => CueClass::Plan,
        "relay" => CueClass::Relay,
        "know" => CueClass::Know,
        "none" => CueClass::Neutral,
        _ => return None,
    })
}

fn part(name: &str) -> Option<CuePart> {
    Some(match name {
        "v" => CuePart::Verb,
        "n" => CuePart::Noun,
        "a" => CuePart::Adjective,
        _ => return None,
    })
}

fn modality(name: &str) -> Option<Modality> {
    match name {
        "planned" => Some(Modality::Planned),
        "possible" => Some(Modality::Possible),
        _ => None,
    }
}
