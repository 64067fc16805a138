//! Notes the owners that a phrase names besides ("Meridian's chief executive", "the Houthis' channel").

use crate::lexicon::parties::PartyKind;
use crate::model::parsed::EntityLabel;

use super::beside::listed_gender;
use super::classes::OWNER;
use super::head::head_of;
use super::items::{Item, Label};
use super::names::{ArticleNames, Mentioned, Rank};
use super::phrase::Phrase;
use super::standing::{Piece, label_at, speaks_of_body};
use super::{PartyContext, decide};

/// Owners inside a phrase are named too ("Meridian's chief executive", "the Houthis' channel").
pub(super) fn note_owners(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    start: usize,
    context: &PartyContext<'_>,
) {
    for pair in phrase.parts.iter().flat_map(|part| part.items.windows(2)) {
        let named = matches!(pair[0].label, Label::Name(_) | Label::Unknown);
        if named && matches!(pair[1].label, Label::Possessive) {
            note_owner(names, piece, phrase, (start, &pair[0]), context);
        }
    }
}

fn note_owner(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    (start, item): (usize, &Item<'_>),
    context: &PartyContext<'_>,
) {
    let (first, last) = (
        phrase.words[item.first].start,
        phrase.words[item.last - 1].end,
    );
    let at = piece.at.map(|offset| offset + (start + first) as u32);
    let owner = &phrase.text[first..last];
    let decision = decide::decide(owner, at, names, context);
    if decision.party.is_none() || names.is_own_outlet(&decision.entity) {
        return;
    }
    let label = label_at(piece, start + first, start + last);
    let organisation = label.map_or(0, |label| speaks_of_body(label, owner, &decision, context));
    names.note_named(&decision.entity, 1, organisation);
    let firm = matches!(decision.kind, PartyKind::Unlisted | PartyKind::Company);
    if firm && is_managed(phrase) && !names.persons.contains(&decision.entity) {
        names.companies.insert(decision.entity.clone());
    }
    names.mentions.push(Mentioned {
        at,
        length: owner.len() as u32,
        rank: Rank::Other,
        nouns: Vec::new(),
        classes: Vec::new(),
        role: None,
        many: false,
        gender: listed_gender(&decision, context),
        person: label.map(|label| label == EntityLabel::Person),
        land: None,
        years: None,
        decision,
    });
}

/// Whether the phrase is headed by a noun for those who manage a company.
fn is_managed(phrase: &Phrase<'_>) -> bool {
    let core = phrase.parts.first();
    let staff = core.and_then(|core| core.items[head_of(core)?].role());
    staff.is_some_and(|role| [EXECUTIVE, OWNER].contains(&role.class.as_str()))
}

/// Class of those who manage a company.
const EXECUTIVE: &str = "executive";
