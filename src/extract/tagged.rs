//! "“The rebels burned the mill!” General Brek said.": a mark inside of the quotation ends its sentence, so that who said it
//! stands in one of its own.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::anaphora::Memory;
use super::cue::verb_entry;
use super::reading::Reading;

/// Who speaks by the sentence right behind the last one of a quotation, where that says nothing else.
pub(super) fn tag_behind(
    last: &Reading,
    behind: &Reading,
    memory: &Memory,
) -> Option<CompactString> {
    let next = last.setting.field == behind.setting.field
        && behind.span().start <= last.span().end + A_BLANK;
    let subject = bare_report(behind).filter(|_| next && ends_sharply(last))?;
    let name = behind.named(subject, memory, "speaker.subject", "speaker.pronoun");
    Some(name.value)
}

/// Bytes between two sentences of a paragraph.
const A_BLANK: u32 = 1;

/// Whether the quotation ends with a mark of its own that ends a sentence.
fn ends_sharply(reading: &Reading) -> bool {
    let text = reading.tree.sentence.text.trim_end();
    let words = text.trim_end_matches(['"', '”', '»', '’', '\'']);
    words.len() < text.len() && words.ends_with(['?', '!'])
}

/// The subject of a report that is the whole sentence and tells nothing: "General Brek said on Monday."
fn bare_report(reading: &Reading) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let root = (0..tree.len()).find(|&at| tree.head(at).is_none())?;
    let entry = verb_entry(tree, &lexicon.cues, root)?;
    let says = matches!(
        entry.class,
        CueClass::Say | CueClass::Confirm | CueClass::Neutral
    );
    let subject = tree.kid(root, Dep::Nsubj).filter(|&at| at < root)?;
    let named = tree.pos(subject) == Pos::Propn || lexicon.words.is_somebody(tree.lemma(subject));
    let heard = lexicon.words.has(Set::TellingVerb, tree.lemma(root));
    let tells = tree.kids(root).any(|kid| match tree.dep(kid) {
        Dep::Ccomp | Dep::Xcomp | Dep::Conj | Dep::Acomp | Dep::Attr => true,
        Dep::Dobj => !heard,
        _ => false,
    });
    let quotes = (0..tree.len()).any(|at| lexicon.words.has(Set::DoubleQuote, tree.word(at)));
    (says && named && !tells && !quotes).then_some(subject)
}
