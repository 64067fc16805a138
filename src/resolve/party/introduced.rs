//! What the phrase for a speaker tells by itself: the full name, the side, and the acronym of the body that it names.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, PartyKind, RoleKind};
use crate::lexicon::vectors::Vectors;

use super::names::ArticleNames;
use super::phrase::{Phrase, Tie};
use super::{LISTED_PERSON, PartyContext, PartyDecision, decide};

/// What a phrase tells by itself.
#[derive(Debug, Default)]
pub struct Introduced {
    /// Full name of a person whom no list knows.
    pub person: Option<CompactString>,
    /// Whom that person speaks for.
    pub side: Option<CompactString>,
    /// An acronym in brackets, and the name before it.
    pub acronym: Option<(CompactString, CompactString)>,
}

/// Reads the phrase for a speaker without its article.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{ArticleNames, PartyContext, introduced};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// let read = |text| introduced(text, &ArticleNames::default(), &context);
/// let found = read("Jane Roe, spokeswoman for the Danish government");
/// assert_eq!(found.person.as_deref(), Some("Jane Roe"));
/// assert_eq!(found.side.as_deref(), Some("Denmark"));
/// assert_eq!(read("chief executive Jane Roe").side, None);
/// ```
pub fn introduced(text: &str, article: &ArticleNames, context: &PartyContext<'_>) -> Introduced {
    let phrase = Phrase::read(text, context);
    let decision = decide::decide(text, Some(0), article, context);
    let person = is_person(&phrase, &decision, context).then(|| decision.entity.clone());
    let side = decision.party.clone();
    let side = side.filter(|side| person.is_some() && *side != decision.entity);
    // "Site director Jane Roe": the capital is the sentence's.
    let word = |side: &CompactString| {
        let opens = phrase
            .words
            .first()
            .is_some_and(|w| phrase.text.get(w.start..w.end) == Some(side));
        opens && Vectors::embedded().find(&side.to_lowercase()).is_some()
    };
    let listed = decision.line.is_some();
    let side = side.filter(|side| listed || !word(side));
    let acronym = acronym_in(&phrase).zip(decision.party);
    Introduced {
        acronym: acronym.filter(|(short, full)| short != full && full.contains(' ')),
        person,
        side,
    }
}

/// A name of several words behind a noun for one who serves, or with a comma before such a noun.
fn is_person(phrase: &Phrase<'_>, decision: &PartyDecision, context: &PartyContext<'_>) -> bool {
    let name = decision.entity.as_str();
    let full = name.contains(' ') && name.split(' ').all(|word| word.len() > 1);
    // "Drivers of Corvel", "Some investors": no names, though a sentence begins with them.
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let ends = name.rsplit(' ').next().is_some_and(small);
    let particle = |word: &str| {
        let role = context.lexicon.role_of(word);
        role.is_some_and(|role| role.kind == RoleKind::Particle)
    };
    let linked = name.split(' ').any(|word| small(word) && !particle(word));
    let capital = name.starts_with(char::is_uppercase) && !name.contains(',') && !ends && !linked;
    let unlisted = matches!(decision.kind, PartyKind::Person | PartyKind::Unlisted)
        && !LISTED_PERSON.contains(&decision.rule);
    let noun = |item: &super::items::Item<'_>| {
        item.role_kind()
            .is_some_and(|kind| super::kinds::is_person_noun(kind) || super::kinds::is_staff(kind))
    };
    let served = phrase.parts.iter().flat_map(|part| &part.items).any(noun);
    full && capital && unlisted && served
}

/// The acronym in brackets, whether or not the phrase was cut at the bracket that closes.
fn acronym_in(phrase: &Phrase<'_>) -> Option<CompactString> {
    let part = phrase
        .parts
        .iter()
        .find(|part| part.tie == Tie::Bracketed)?;
    let [item] = part.items.as_slice() else {
        return None;
    };
    let word = phrase.words.get(item.first)?;
    let short = item.last - item.first == 1 && word.caps == Caps::Upper;
    short.then(|| phrase.written(item).into())
}
