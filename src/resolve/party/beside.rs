//! What a name is called by the noun beside it: a company, another body, and never a town by a noun for a person.

use crate::lexicon::parties::{Caps, Gender, PartyKind, RoleKind, Word};
use crate::model::parsed::EntityLabel;

use super::items::{Item, Label};
use super::kinds::{is_noun, is_person_noun};
use super::names::ArticleNames;
use super::phrase::Phrase;
use super::standing::{Piece, label_at};
use super::{PartyContext, PartyDecision};

/// Whether a noun for a body stands right before the name that ends the phrase.
pub(super) fn is_called_body(phrase: &Phrase<'_>) -> bool {
    let items = phrase.parts.first().map(|core| core.items.as_slice());
    let Some([.., noun, name]) = items else {
        return false;
    };
    let body = matches!(
        noun.role_kind(),
        Some(RoleKind::Institution | RoleKind::Company)
    );
    body && matches!(name.label, Label::Unknown)
}

/// Whether a phrase that names `decision` calls it a company ("Meridian Nordic, the airline").
pub(super) fn is_called_company(phrase: &Phrase<'_>, decision: &PartyDecision) -> bool {
    let mut items = phrase.parts.iter().flat_map(|part| &part.items);
    let called = items.any(|item| item.role_kind() == Some(RoleKind::Company));
    let firm = matches!(decision.kind, PartyKind::Unlisted | PartyKind::Company);
    called && firm && decision.party.is_some()
}

/// "Auralis, Utopia's fourth-largest producer of iron ore": a name that a comma calls a company, whatever words stand between.
pub(super) fn note_companies(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
) {
    let comma = |item: &Item<'_>| words[item.first].key == ",";
    for [name, maker] in items.array_windows() {
        // "A Meridian Airbus A320": who flies what another made is a company.
        let made = matches!(maker.label, Label::Other) && words[maker.first].caps > Caps::Lower;
        if made && matches!(name.label, Label::Unknown) {
            let (start, end) = (words[name.first].start, words[name.last - 1].end);
            names.companies.insert(piece.text[start..end].into());
        }
    }
    for pair in items.windows(2).enumerate() {
        let (at, [name, mark]) = pair else { continue };
        if !matches!(name.label, Label::Unknown) || !comma(mark) {
            continue;
        }
        let beside = items[at + 2..].iter().take(ASIDE_ITEMS);
        let beside = beside.take_while(|item| !matches!(item.label, Label::Mark));
        let mut heads = beside.filter(|item| item.role().is_some_and(|role| is_noun(role.kind)));
        let firm = heads.next().and_then(Item::role_kind) == Some(RoleKind::Company);
        let acts = || {
            let second = items.get(at + 2);
            second.is_some_and(|item| item.role_kind() == Some(RoleKind::Determiner))
                || items
                    .get(at + 3)
                    .is_some_and(|item| matches!(item.label, Label::Possessive))
        };
        let (start, end) = (words[name.first].start, words[name.last - 1].end);
        if firm && acts() {
            names.companies.insert(piece.text[start..end].into());
        }
    }
}

/// "Its Utopian supplier Vanpak", "their rival, Corvel": a name behind the noun for a body that somebody else has.
pub(super) fn note_partners(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
) {
    let whose = |item: &Item<'_>| matches!(item.role_kind(), Some(RoleKind::Its | RoleKind::Their));
    let body = |item: &Item<'_>| {
        let role = item.role().filter(|role| !role.many);
        let rival = |kind| matches!(kind, RoleKind::Company | RoleKind::People);
        role.is_some_and(|role| rival(role.kind))
    };
    let comma = |item: &&Item<'_>| words[item.first].key == ",";
    for (at, _) in items.iter().enumerate().filter(|(_, item)| whose(item)) {
        let behind = items[at + 1..].iter().take(PARTNER_ITEMS);
        let Some(noun) = { behind }.position(body) else {
            continue;
        };
        let beyond = &items[at + noun + 2..];
        let beyond = beyond.get(usize::from(beyond.first().is_some_and(|item| comma(&item)))..);
        let name = beyond.and_then(<[_]>::first);
        if let Some(name) = name.filter(|item| matches!(item.label, Label::Unknown)) {
            let (start, end) = (words[name.first].start, words[name.last - 1].end);
            names.partners.insert(piece.text[start..end].into());
        }
    }
}

/// "Control of Gharyan, the spokesman, Jane Roe, said": no town is a spokesman.
pub(super) fn is_place_beside_person(
    piece: &Piece<'_>,
    words: &[Word],
    (here, there): ((usize, usize), (usize, usize)),
    context: &PartyContext<'_>,
) -> bool {
    let (first, last) = (&words[here.0], &words[here.1 - 1]);
    let label = label_at(piece, first.start, last.end);
    let place = || (context.country_of)(&piece.text[first.start..last.end]).is_some();
    let begins = (there.0..there.1.min(there.0 + 3)).find_map(|at| {
        let role = context.lexicon.longest_role(words, at)?.1;
        is_noun(role.kind).then_some(role.kind)
    });
    let leads = |kind| matches!(kind, RoleKind::Business | RoleKind::Head);
    let serves = begins.is_some_and(|kind| is_person_noun(kind) || leads(kind));
    let person = serves && label != Some(EntityLabel::Person);
    // "In the hills of Lestia, its negotiator, Jane Roe, said": a name behind a preposition has no negotiator of its own.
    let owner = there
        .0
        .checked_sub(1)
        .and_then(|at| context.lexicon.longest_role(words, at));
    let its = owner.is_some_and(|(_, role)| matches!(role.kind, RoleKind::Its | RoleKind::Their));
    let link = here
        .0
        .checked_sub(1)
        .and_then(|at| context.lexicon.longest_role(words, at));
    let behind = link
        .is_some_and(|(_, role)| matches!(role.kind, RoleKind::Of | RoleKind::In | RoleKind::At));
    let told = begins.is_some_and(is_person_noun) && place();
    // "The milk came from Velba, the head of Tarn Foods, Jane Roe, said": nor one who leads another.
    let of = (there.0..there.1).any(|at| {
        let role = context.lexicon.longest_role(words, at);
        role.is_some_and(|(_, role)| role.kind == RoleKind::Of)
    });
    let other = begins.is_some_and(leads) && of;
    person && (told || behind && (its || other)) || is_another_named(words, (here, there), context)
}

/// "Tarn has broken off talks with Velba, chief executive Jane Roe said": a bare name, and behind the comma a person who leads
/// somebody and has a name of her own.
fn is_another_named(
    words: &[Word],
    (here, there): ((usize, usize), (usize, usize)),
    context: &PartyContext<'_>,
) -> bool {
    let noun = |at: usize| {
        let (length, role) = context.lexicon.longest_role(words, at)?;
        is_noun(role.kind).then_some((at + length, role.kind))
    };
    let bare = (here.0..here.1).all(|at| noun(at).is_none() && words[at].caps == Caps::Title);
    let Some((end, kind)) = noun(there.0) else {
        return false;
    };
    let name = words.get(end..end + 2).unwrap_or_default();
    let named = name.len() == 2 && name.iter().all(|word| word.caps == Caps::Title);
    let leads = matches!(kind, RoleKind::Business | RoleKind::Head);
    bare && leads && named && end + 2 <= there.1
}

/// Whether the phrase is an unlisted name behind "the" and nothing else.
pub(super) fn is_named_with_article(phrase: &Phrase<'_>) -> bool {
    let core = phrase.parts.first().filter(|core| core.definite);
    core.is_some_and(
        |core| matches!(core.items.as_slice(), [name] if matches!(name.label, Label::Unknown)),
    )
}

/// The gender that the lists tell of a person.
pub(super) fn listed_gender(
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) -> Option<Gender> {
    let person = decision.kind == PartyKind::Person && decision.line.is_some();
    let line = context
        .lexicon
        .named(&decision.entity, context.date)
        .filter(|_| person)?;
    line.gender
}

/// The gender that the first name of a person tells whom no list knows ("Jane Roe").
pub(super) fn named_gender(
    decision: &PartyDecision,
    names: &ArticleNames,
    context: &PartyContext<'_>,
) -> Option<Gender> {
    let person = decision.kind == PartyKind::Person || names.is_person_name(&decision.entity);
    let own = person && decision.line.is_none() && decision.entity.contains(' ');
    own.then(|| context.lexicon.gender_told(&decision.entity))
        .flatten()
}

/// Items behind "its" within which the noun for a partner stands.
const PARTNER_ITEMS: usize = 3;

/// Items behind a comma within which the noun for a company stands.
const ASIDE_ITEMS: usize = 8;
