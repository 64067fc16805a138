//! Notes the bodies that a phrase for people names behind "of".

use crate::lexicon::parties::{PartyKind, RoleKind};
use crate::model::parsed::EntityLabel;

use super::kinds::names_body;
use super::names::{ArticleNames, Mentioned, Rank};
use super::newcomer::{classes_of, head_role};
use super::phrase::{Part, Phrase, Tie};
use super::standing::{Piece, label_at, speaks_of_body};
use super::{PartyContext, PartyDecision, decide};

/// Bodies behind "of" are named too ("customers of Meridian", "Jane Roe of the League").
pub(super) fn note_complements(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    (start, person): (usize, bool),
    context: &PartyContext<'_>,
) {
    let people = person || head_role(phrase) == Some(RoleKind::People);
    let ties = |part: &&Part<'_>| people && matches!(part.tie, Tie::Of | Tie::At);
    for part in phrase.parts.iter().skip(1).filter(ties) {
        let (Some(first), Some(last)) = (part.items.first(), part.items.last()) else {
            continue;
        };
        let (from, to) = (
            phrase.words[first.first].start,
            phrase.words[last.last - 1].end,
        );
        let text = &phrase.text[from..to];
        let at = piece.at.map(|offset| offset + (start + from) as u32);
        let decision = decide::decide(text, at, names, context);
        let body = Phrase::read(text, context);
        let label = label_at(piece, start + from, start + to);
        if !is_private_body(&decision, &body, label) || names.is_own_outlet(&decision.entity) {
            continue;
        }
        let counts = label.map_or(0, |label| speaks_of_body(label, text, &decision, context));
        names.note_named(&decision.entity, 0, counts);
        let (classes, nouns) = classes_of(&body, context);
        names.mentions.push(Mentioned {
            at,
            length: text.len() as u32,
            rank: Rank::Other,
            nouns,
            classes,
            role: head_role(&body),
            many: false,
            gender: None,
            person: Some(false),
            land: None,
            years: None,
            decision,
        });
    }
}

/// A firm or another body that is no state's: listed, called so by its noun, or taken for one by the parser.
fn is_private_body(
    decision: &PartyDecision,
    phrase: &Phrase<'_>,
    label: Option<EntityLabel>,
) -> bool {
    let firm = matches!(decision.kind, PartyKind::Company | PartyKind::Organization);
    let noun = head_role(phrase).is_some_and(names_body);
    let unlisted = decision.kind == PartyKind::Unlisted;
    decision.party.is_some() && (firm || unlisted && (noun || label == Some(EntityLabel::Org)))
}
