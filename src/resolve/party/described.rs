//! Speakers whom the text describes and does not name: a side of their own ("a doctor at the hospital", "three officers").

use compact_str::{CompactString, ToCompactString};

use crate::lexicon::parties::{Role, RoleKind, Word};
use crate::lexicon::words::{Set, WordSets};

use super::PartyContext;
use super::aged;
use super::classes::{AGENCY, GROUP, INSIDER, OCCUPIER, OFFICIAL, ORGANISATION};
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::is_past;
use super::phrase::{Part, Phrase, Tie};

/// The name under which those whom `text` describes stand: the phrase without the words that point or count in front and
/// without what a comma adds. `None` where it heads no noun for people or bodies.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, described};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// let name = described("Two nurses at the clinic", &context);
/// assert_eq!(name.as_deref(), Some("nurses at the clinic"));
/// assert_eq!(described("the video", &context), None);
/// ```
pub fn described(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    if let Some(name) = aged::described(&phrase) {
        return Some(name.into());
    }
    let core = phrase.parts.first()?;
    let head = head_of(core)?;
    // "An Alban senator": no one house of that name, where nothing in the text tells which.
    let item = &core.items[head];
    let noun = item.role().or(item.or_role)?;
    // "One source", "security sources": nobody knows whose word it is.
    if is_insider(noun) && phrase.parts.len() == 1 && item.last - item.first == 1 {
        return None;
    }
    // "A former palace guard" serves nobody any more.
    let past = is_past(&core.items[..head]) && !core.definite;
    if !noun.speaks() || serves(noun) && !past || is_pointer(&phrase, core, head, noun) {
        return None;
    }
    let first = behind_count(&phrase, context)?;
    let own = |tie: Tie| !matches!(tie, Tie::Apposed | Tie::Bracketed);
    // "The regulator in a damning report": where it says so is no part of what it is.
    let report = |part: &Part<'_>| {
        let noun = head_of(part).and_then(|head| part.items[head].role());
        part.tie == Tie::In && noun.is_some_and(|noun| noun.kind == RoleKind::Text)
    };
    let parts = phrase.parts.iter();
    let parts = parts.take_while(|part| own(part.tie) && !report(part));
    let last = parts.last()?.items.last()?.last;
    let name = phrase.stretch(first, last);
    let small = |item: &Item<'_>| {
        item.first <= first && !matches!(item.label, Label::Name(_) | Label::Unknown)
    };
    let begins = core
        .items
        .first()
        .is_some_and(|item| item.first > first || small(item));
    (!name.is_empty()).then(|| {
        if begins {
            in_small(name)
        } else {
            name.to_compact_string()
        }
    })
}

/// The first word behind those that point or count: "two nurses", "one user", "some residents", "one of the sources".
fn behind_count(phrase: &Phrase<'_>, context: &PartyContext<'_>) -> Option<usize> {
    let counts = |at: usize| {
        let role = context.lexicon.longest_role(&phrase.words, at);
        // "Families of sailors" are no part of them.
        let some = |word: &Word| {
            context
                .lexicon
                .role_of(&word.key)
                .is_some_and(Role::is_some)
        };
        let small = role.filter(|(length, role)| match role.kind {
            RoleKind::Determiner => *length == 1,
            RoleKind::Quantity if *length > 1 => some(&phrase.words[at]),
            _ => *length == 1 && role.is_some(),
        });
        let digits = phrase.words[at]
            .key
            .starts_with(|c: char| c.is_ascii_digit());
        small.map_or(usize::from(digits), |(length, _)| length)
    };
    // "The 35-year-old artist", but "a 12-year-old boy": one of many.
    let definite = phrase.parts.first().is_some_and(|core| core.definite);
    let age = aged::stretch(phrase).filter(|_| definite);
    let age = age.map(|(first, _)| first);
    // "A three-member panel", "a hundred-odd economists": what a hyphen joins to a number is part of the count.
    let (mut at, mut joined) = (0, false);
    while let Some(word) = phrase.words.get(at).filter(|_| age != Some(at)) {
        let length = counts(at);
        joined = length > 0 || joined && word.glued;
        if !joined {
            break;
        }
        at += length.max(1);
    }
    (at < phrase.words.len()).then_some(at)
}

/// "The coast guard", "prosecutors": a body without an owner, under the words for it. `None` for other phrases.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, body_alone};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// assert_eq!(body_alone("The coast guard", &context).as_deref(), Some("coast guard"));
/// assert_eq!(body_alone("the company", &context), None);
/// ```
pub fn body_alone(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let body = |item: &Item<'_>| {
        item.role().is_some_and(|noun| {
            let named = ![OFFICIAL, OCCUPIER].contains(&noun.class.as_str());
            matches!(noun.kind, RoleKind::Body | RoleKind::Force) && named
        })
    };
    let head = head_of(core)?;
    // "The coast guard laboratory", "the union's infirmary": that of the body.
    let inner = core.items[head].role_kind() == Some(RoleKind::Institution);
    let owner = core.items[..head].iter().rposition(body).filter(|_| inner);
    let ends = owner.unwrap_or(head);
    let body = body(&core.items[ends]);
    let (first, last) = (core.items.first()?.first, core.items[ends].last);
    // "The regional task force": one of several, which may serve somebody whom the text names.
    // An agency has its field before its noun ("the regional labour inspectorate").
    let plain = |item: &Item<'_>| {
        matches!(item.label, Label::Other) || item.role_kind() == Some(RoleKind::Elsewhere)
    };
    let agency = core.items[ends]
        .role()
        .is_some_and(|noun| noun.class == AGENCY);
    let first_word = ends == 0 || agency && core.definite && core.items[..ends].iter().all(plain);
    let alone = body && first_word && !core.indefinite && core.owner.is_none();
    let name = phrase.stretch(first, last);
    let opens = first == 0;
    alone.then(|| {
        if opens {
            in_small(name)
        } else {
            name.to_compact_string()
        }
    })
}

/// "Valdoran police": a body with one word before it that no list knows, under both words. `None` for other phrases.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, body_of_unlisted};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// assert_eq!(body_of_unlisted("The Valdoran police", &context).as_deref(), Some("Valdoran police"));
/// assert_eq!(body_of_unlisted("the police", &context), None);
/// ```
pub fn body_of_unlisted(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let [land, body] = core.items.as_slice() else {
        return None;
    };
    let noun = body.role()?;
    let organ = matches!(noun.kind, RoleKind::Body | RoleKind::Force);
    let lone = land.last - land.first == 1 && matches!(land.label, Label::Unknown);
    (organ && lone).then(|| phrase.stretch(land.first, body.last).into())
}

/// "The diocese", "the weightlifting federation": one institution without a name, under the words for it, for an article that
/// tells of no other. `None` for other phrases.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, institution_alone};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// assert_eq!(institution_alone("the diocese", &context).as_deref(), Some("diocese"));
/// assert_eq!(institution_alone("the Zurich-based airline", &context).as_deref(), Some("airline"));
/// assert_eq!(institution_alone("a diocese", &context), None);
/// assert_eq!(institution_alone("the company", &context), None);
/// ```
pub fn institution_alone(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let noun = core.items[head_of(core)?].role()?;
    let points = core.definite && core.owner.is_none() && !core.same && !noun.many;
    // "The Alba-based airline": where it is, and not whose.
    let items = match core.items.as_slice() {
        [_, based, rest @ ..] if based.role_kind() == Some(RoleKind::Based) => rest,
        all => all,
    };
    let named = |item: &Item<'_>| {
        matches!(
            item.label,
            Label::Name(_) | Label::Unknown | Label::Possessive
        )
    };
    let any = [ORGANISATION, GROUP].contains(&noun.class.as_str());
    // "The airline", while any firm of the article may be "the company".
    let trade =
        noun.kind == RoleKind::Company && !WordSets::shared().has(Set::FirmNoun, &noun.noun);
    let own = (noun.kind == RoleKind::Institution || trade) && !any && !items.iter().any(named);
    let (first, last) = (items.first()?.first, items.last()?.last);
    (points && own).then(|| phrase.stretch(first, last).into())
}

/// "The rebels", "the opposition": many without a name, under the noun for them. `None` for other phrases.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, group_alone};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// assert_eq!(group_alone("The rebels", &context).as_deref(), Some("rebels"));
/// assert_eq!(group_alone("The rebel commander", &context).as_deref(), Some("rebels"));
/// assert_eq!(group_alone("a rebel", &context), None);
/// ```
pub fn group_alone(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let [item] = core.items.as_slice() else {
        return None;
    };
    let noun = item.role()?;
    let group = matches!(noun.kind, RoleKind::Group | RoleKind::Opposition);
    let lone = group && core.definite && core.owner.is_none();
    // "The rebel commander": one of the rebels.
    let many = noun.many || noun.kind == RoleKind::Opposition;
    lone.then(|| match many {
        true => in_small(phrase.written(item)),
        false => noun.class.as_str().into(),
    })
}

/// "Taria's president", "the army's chief": whose chief he is, where the text tells no more of them. `None` for other phrases.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, chief_of};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// assert_eq!(chief_of("Taria's president", &context).as_deref(), Some("Taria"));
/// assert_eq!(chief_of("The army's chief", &context).as_deref(), Some("army"));
/// assert_eq!(chief_of("the president", &context), None);
/// ```
pub fn chief_of(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let core = phrase.parts.first()?;
    let (owner, last, office) = match core.items.as_slice() {
        [owner, mark, office, ..] if matches!(mark.label, Label::Possessive) => {
            (owner, owner.last, office)
        }
        // A noun that the lists have with its mark.
        [owner, office, ..] if owner.role().is_some() && owner.last - owner.first > 1 => {
            (owner, owner.last - 1, office)
        }
        _ => return None,
    };
    let leads = |noun: &Role| {
        matches!(
            noun.kind,
            RoleKind::Office | RoleKind::Minister | RoleKind::Head | RoleKind::Spokes
        )
    };
    let body = |noun: &Role| matches!(noun.kind, RoleKind::Body | RoleKind::Force);
    let side = match &owner.label {
        Label::Unknown => true,
        Label::Role(noun) => body(noun),
        _ => false,
    };
    let owned = side && office.role().is_some_and(leads);
    let name = phrase.stretch(owner.first, last);
    owned.then(|| match owner.role() {
        Some(_) => in_small(name),
        None => name.to_compact_string(),
    })
}

/// The noun of a phrase that points to one person ("the surgeon"), or in a headline may ("surgeon says"); `None` for others.
pub fn person_noun(
    text: &str,
    headline: bool,
    context: &PartyContext<'_>,
) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let core = phrase.parts.first()?;
    let noun = core.items[head_of(core)?].role()?;
    let person = matches!(noun.kind, RoleKind::People | RoleKind::Opposition) || is_insider(noun);
    let points = core.definite || headline && !core.indefinite;
    (person && points && !noun.many && noun.speaks()).then(|| noun.noun.clone())
}

/// The noun of a phrase that speaks of one person whom it does not name ("a doctor at the clinic"); `None` for others.
pub fn lone_person(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let core = phrase.parts.first()?;
    let noun = core.items[head_of(core)?].role()?;
    let people = noun.kind == RoleKind::People || is_insider(noun);
    let one = people && !noun.many && core.indefinite;
    one.then(|| noun.noun.clone())
}

/// "A military source ... the source": one of whom no more is told.
fn is_insider(noun: &Role) -> bool {
    noun.class == INSIDER
}

/// The word that begins a sentence has its capital from there.
fn in_small(name: &str) -> CompactString {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(char::is_lowercase) => {
            let mut small: CompactString = first.to_lowercase().collect();
            small.push_str(letters.as_str());
            small
        }
        _ => name.to_compact_string(),
    }
}

/// Nouns for those who serve a side that the text left out.
fn serves(noun: &Role) -> bool {
    let staff = matches!(
        noun.kind,
        RoleKind::Office | RoleKind::Minister | RoleKind::Spokes | RoleKind::Local
    );
    staff || noun.class == OFFICIAL
}

/// "The company", "gang says", "the suspect": whom the text named before or names elsewhere; not "the victims", "a company",
/// "the district's hospital".
fn is_pointer(phrase: &Phrase<'_>, core: &Part<'_>, head: usize, noun: &Role) -> bool {
    let told = phrase
        .parts
        .get(1)
        .is_some_and(|part| part.tie != Tie::Apposed);
    let owned = core.items[..head]
        .iter()
        .any(|i| matches!(i.label, Label::Possessive));
    // "One source": none that was named before.
    let counted = core.items[..head].iter();
    let counted = counted.filter_map(Item::role).any(Role::is_some);
    if told || owned || counted || phrase.has(RoleKind::Quantity) {
        return false;
    }
    let people = noun.kind == RoleKind::People;
    if core.definite {
        return !(people && noun.many);
    }
    !people && !noun.many && !core.indefinite
}
