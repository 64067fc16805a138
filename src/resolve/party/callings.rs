//! What a phrase calls those of whom it speaks: the noun of each part that tells who they are, and whose kin they are.

use compact_str::{CompactString, ToCompactString};

use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::{Set, WordSets};

use super::PartyContext;
use super::items::{Item, Label};
use super::kinds::is_noun;
use super::phrase::{Part, Phrase, Tie};

/// One noun by which a phrase calls somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calling {
    /// The noun, the mark of many left out.
    pub noun: CompactString,
    /// The class of the noun.
    pub class: CompactString,
    /// What it does.
    pub kind: RoleKind,
    /// It stands for many.
    pub many: bool,
    /// The words of its part up to it, in small letters.
    pub words: Vec<CompactString>,
    /// No name stands in its part.
    pub nameless: bool,
    /// The name of whose kin they are.
    pub kin_of: Option<CompactString>,
}

/// The nouns by which a phrase calls those of whom it speaks, of its core and of what commas set beside it.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, callings};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// let found = callings("The mother of Jonas Pell", &context);
/// assert_eq!(found[0].noun, "mother");
/// assert_eq!(found[0].kin_of.as_deref(), Some("Jonas Pell"));
/// ```
pub fn callings(text: &str, context: &PartyContext<'_>) -> Vec<Calling> {
    let phrase = Phrase::read(text, context);
    let parts = phrase.parts.iter().enumerate();
    let parts = parts.filter(|(_, part)| matches!(part.tie, Tie::Core | Tie::Apposed));
    parts
        .filter_map(|(at, part)| calling(&phrase, at, part))
        .collect()
}

fn calling(phrase: &Phrase<'_>, at: usize, part: &Part<'_>) -> Option<Calling> {
    let noun = |item: &Item<'_>| item.role().is_some_and(|role| is_noun(role.kind));
    let head = part.items.iter().rposition(noun)?;
    let role = part.items[head].role()?;
    let named = |item: &Item<'_>| matches!(item.label, Label::Name(_) | Label::Unknown);
    let (first, last) = (part.items.first()?.first, part.items[head].last);
    let words = phrase.words[first..last].iter();
    let kin = WordSets::shared().has(Set::KinNoun, &role.noun);
    Some(Calling {
        noun: role.noun.clone(),
        class: role.class.clone(),
        kind: role.kind,
        many: role.many,
        words: words.map(|word| word.key.to_compact_string()).collect(),
        nameless: !part.items.iter().any(named),
        kin_of: kin_of(phrase, at, head).filter(|_| kin || role.class == super::classes::FAMILY),
    })
}

/// "The mother of Jane Roe", "Jane Roe's mother", "the Roe family".
fn kin_of(phrase: &Phrase<'_>, at: usize, head: usize) -> Option<CompactString> {
    let name = |item: &Item<'_>| match item.label {
        Label::Unknown => true,
        Label::Name(_) => item.is_person(),
        _ => false,
    };
    let before = &phrase.parts[at].items[..head];
    let behind = phrase.parts.get(at + 1).filter(|part| part.tie == Tie::Of);
    let behind = behind.map_or(&[][..], |part| &part.items);
    let found = before.iter().find(|item| name(item));
    let found = found.or_else(|| behind.iter().find(|item| name(item)))?;
    Some(phrase.written(found).into())
}

impl Calling {
    /// Whether what a headline calls somebody may be short for this.
    pub fn is_long_for(&self, short: &Calling) -> bool {
        let same = self.noun == short.noun && self.many == short.many;
        same && short.words.iter().all(|word| self.words.contains(word))
    }
}
