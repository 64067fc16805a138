//! Reads a part of a phrase by its head: a listed name, a role noun, an unlisted name, or none of these.

use compact_str::{CompactString, ToCompactString, format_compact};

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::items::{Item, Label};
use super::phrase::{Part, Tie};
use super::side::{Reading, with_rule};
use super::{anaphora, unlisted};

impl<'a> Reading<'_, 'a> {
    /// Whom part `index` names and for whom that speaks; `None` where it tells nothing.
    pub fn resolve(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        match &item.label {
            Label::Name(_) => self.by_name(index, head),
            Label::Unknown => unlisted::resolve(self, index, head),
            Label::Role(role) => self.by_role(index, head, role),
            _ => self.by_plain_noun(index, head),
        }
    }

    fn by_name(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let item = &self.part(index)?.items[head];
        let Some(found) = self.named(item) else {
            return match item.or_role {
                Some(role) => self.by_role(index, head, role),
                None => unlisted::resolve(self, index, head),
            };
        };
        if found.rule != "party.person-out-of-office" {
            return Some(found);
        }
        self.office_beside(index, head, found)
    }

    /// One whose listed term is over speaks for a side again when the text gives an office and no "former".
    fn office_beside(
        &self,
        index: usize,
        head: usize,
        found: PartyDecision,
    ) -> Option<PartyDecision> {
        let side = match self.role_before(index, head) {
            Some(side) => Some(side),
            None => self.apposed_side(index),
        };
        match side {
            Some(side) if side.party.is_some() && side.kind != PartyKind::Unlisted => {
                Some(PartyDecision {
                    entity: found.entity,
                    kind: PartyKind::Person,
                    ..side
                })
            }
            _ => Some(found),
        }
    }

    /// The side of a role noun that stands before a name in the same part ("governor Igor Kobzev").
    pub fn role_before(&self, index: usize, name: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..name];
        let at = items
            .iter()
            .rposition(|i| i.role().is_some_and(|r| is_noun(r.kind)))?;
        let role = items[at].role()?;
        if is_past(items) {
            return None;
        }
        self.by_role(index, at, role)
    }

    /// The side of a role noun in the next part, set off by a comma ("X, spokesman for Y").
    pub fn apposed_side(&self, index: usize) -> Option<PartyDecision> {
        let later = self.phrase.parts.iter().enumerate().skip(index + 1);
        let mut apposed = later.filter(|(_, part)| part.tie == Tie::Apposed);
        apposed.find_map(|(at, part)| {
            let head = head_of(part)?;
            let told =
                part.items[head].role().is_some_and(|r| is_noun(r.kind)) && !is_past(&part.items);
            if told { self.resolve(at) } else { None }
        })
    }

    fn by_role(&self, index: usize, head: usize, role: &'a Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let before = &part.items[..head];
        if role.kind == RoleKind::People || is_past(before) {
            return self.for_themselves(index);
        }
        if let Some(person) = self.person_behind_of(index) {
            return Some(person);
        }
        let side = self
            .before(before, role.kind)
            .or_else(|| self.complement(index, role.kind));
        match side {
            Some(side) => Some(self.of_role(index, head, role, side)),
            None => self.bare_role(index, head, role),
        }
    }

    /// "President of Ukraine Volodymyr Zelensky": the person at the end of an "of" that has more in it.
    fn person_behind_of(&self, index: usize) -> Option<PartyDecision> {
        let part = self
            .part(index + 1)
            .filter(|p| p.tie == Tie::Of && p.items.len() > 1)?;
        let last = part.items.last()?;
        let owner = part
            .items
            .iter()
            .any(|i| matches!(i.label, Label::Possessive));
        let person = last.is_person()
            && !owner
            && !part.items[..part.items.len() - 1]
                .iter()
                .any(|i| i.role().is_some());
        if person {
            self.by_name(index + 1, part.items.len() - 1)
        } else {
            None
        }
    }

    /// The side that "of", "for", "at" and "in" give a role noun.
    fn complement(&self, index: usize, role: RoleKind) -> Option<PartyDecision> {
        let own = self.phrase.parts.iter().enumerate().skip(index + 1);
        for (at, part) in own {
            let fits = match part.tie {
                Tie::Of => true,
                Tie::At => !matches!(role, RoleKind::Body | RoleKind::Force),
                Tie::In => is_seated(role),
                _ => break,
            };
            let found = if fits {
                self.complement_at(at, role)
            } else {
                None
            };
            if found.as_ref().is_some_and(|f| f.party.is_some()) {
                return found;
            }
        }
        None
    }

    fn complement_at(&self, index: usize, role: RoleKind) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        let place = if matches!(item.label, Label::Unknown) {
            self.state_of_place(item)
        } else {
            None
        };
        if let Some(place) = place.filter(|_| self.named(item).is_none()) {
            return self.before(&part.items[..head], role).or(Some(place));
        }
        let unlisted = matches!(item.label, Label::Unknown) && self.named(item).is_none();
        if unlisted
            && matches!(
                role,
                RoleKind::Body | RoleKind::Force | RoleKind::Office | RoleKind::Minister
            )
        {
            return None;
        }
        if matches!(item.label, Label::Other) {
            return self.before(&part.items[..head], role);
        }
        self.resolve(index)
    }

    /// What a role noun with a side names.
    fn of_role(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: PartyDecision,
    ) -> PartyDecision {
        let named = self.apposed_person(index);
        let entity = |text: CompactString| named.clone().unwrap_or(text);
        let written = || self.described(index, head, role, &side);
        let own = |kind: PartyKind| {
            let name = entity(written());
            PartyDecision {
                party: Some(name.clone()),
                entity: name,
                kind,
                rule: "party.own",
                line: Some(role.line),
            }
        };
        let state = side.kind == PartyKind::State;
        match role.kind {
            RoleKind::Office if state => self
                .office(role, &side)
                .unwrap_or_else(|| self.serving(entity(written()), side.clone())),
            RoleKind::Group | RoleKind::Political | RoleKind::Opposition if state => {
                own(PartyKind::Group)
            }
            RoleKind::Opposition => own(PartyKind::Group),
            RoleKind::Institution if side.kind == PartyKind::Company => {
                own(PartyKind::Organization)
            }
            RoleKind::Group | RoleKind::Political | RoleKind::Company | RoleKind::Institution
                if !state =>
            {
                side
            }
            RoleKind::Company | RoleKind::Institution if self.is_proper(index, head) => {
                own(PartyKind::Organization)
            }
            RoleKind::Candidate if state => {
                sideless(entity(written()), "party.candidate", named.is_some())
            }
            RoleKind::Company | RoleKind::Institution | RoleKind::Outlet if state => {
                sideless(entity(written()), "party.unnamed", false)
            }
            RoleKind::Outlet => PartyDecision {
                entity: entity(side.entity.clone()),
                ..side
            },
            RoleKind::StateMedia => PartyDecision {
                rule: "party.state-media",
                entity: written(),
                ..side
            },
            RoleKind::Text => side,
            _ => self.serving(entity(written()), side),
        }
    }

    /// Who holds an office of a state on the day.
    fn office(&self, role: &Role, side: &PartyDecision) -> Option<PartyDecision> {
        let holder =
            self.context
                .lexicon
                .holder(&role.class, side.party.as_deref()?, self.context.date)?;
        Some(PartyDecision {
            entity: holder.canonical.clone(),
            kind: PartyKind::Person,
            party: side.party.clone(),
            rule: "party.office",
            line: Some(holder.line),
        })
    }

    fn serving(&self, entity: CompactString, side: PartyDecision) -> PartyDecision {
        let rule = match side.rule {
            "party.demonym" => "party.demonym-body",
            "party.pattern-place" => "party.pattern-governor",
            "party.state" | "party.capital" | "party.seat" => "party.pattern-body",
            other => other,
        };
        let kind = if side.kind == PartyKind::State {
            PartyKind::Government
        } else {
            side.kind
        };
        PartyDecision {
            entity,
            kind,
            rule,
            ..side
        }
    }

    /// "Russian foreign ministry": the same words for "Russia's foreign ministry" and "the ministry of foreign affairs of Russia".
    fn described(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: &PartyDecision,
    ) -> CompactString {
        if self.is_proper(index, head) {
            let part = &self.phrase.parts[index];
            let (first, last) = (part.items[0].first, part.items[head].last);
            return self.phrase.stretch(first, last).to_compact_string();
        }
        let owner = match side.kind {
            PartyKind::State => self.context.lexicon.adjective(&side.entity),
            _ => &side.entity,
        };
        let own = matches!(
            role.kind,
            RoleKind::Group | RoleKind::Political | RoleKind::Institution
        );
        let noun = self
            .phrase
            .written(&self.phrase.parts[index].items[head])
            .to_lowercase();
        format_compact!(
            "{owner} {}",
            if own {
                noun.as_str()
            } else {
                role.class.as_str()
            }
        )
    }

    /// A role noun that ends a name of its own ("Ukrainian Grain Association").
    fn is_proper(&self, index: usize, head: usize) -> bool {
        let items = &self.phrase.parts[index].items;
        if !items[head].role().is_some_and(|role| names_body(role.kind)) {
            return false;
        }
        let capital = self
            .phrase
            .words
            .get(items[head].first)
            .is_some_and(|w| w.caps > Caps::Lower);
        capital
            && items[..head]
                .iter()
                .any(|i| matches!(i.label, Label::Unknown))
    }

    /// The person named after the role, within the part or behind a comma.
    fn apposed_person(&self, index: usize) -> Option<CompactString> {
        let later = self
            .phrase
            .parts
            .iter()
            .skip(index + 1)
            .filter(|p| p.tie == Tie::Apposed);
        let names = later.filter_map(|part| {
            let item = &part.items[head_of(part)?];
            match item.label {
                Label::Name(_) if item.is_person() => self.named(item).map(|d| d.entity),
                Label::Unknown if item.last - item.first > 1 => {
                    Some(self.phrase.written(item).into())
                }
                _ => None,
            }
        });
        { names }.next()
    }

    fn bare_role(&self, index: usize, head: usize, role: &'a Role) -> Option<PartyDecision> {
        if let Some(found) = self.apposed_name(index) {
            return Some(found);
        }
        let definite = self.part(index)?.definite;
        anaphora::bare_role(self, role, definite).or_else(|| {
            let name = self.described_alone(index, head)?;
            Some(name)
        })
    }

    /// A name of its own whose last word is a role noun and whose side nothing tells.
    fn described_alone(&self, index: usize, head: usize) -> Option<PartyDecision> {
        self.is_proper(index, head).then(|| {
            let part = &self.phrase.parts[index];
            let name = self
                .phrase
                .stretch(part.items[0].first, part.items[head].last)
                .to_compact_string();
            PartyDecision {
                party: Some(name.clone()),
                entity: name,
                kind: PartyKind::Unlisted,
                rule: "party.own",
                line: None,
            }
        })
    }

    /// A name behind a comma says whom the role noun means ("the militant group, Hamas").
    fn apposed_name(&self, index: usize) -> Option<PartyDecision> {
        let later = self.phrase.parts.iter().enumerate().skip(index + 1);
        let mut apposed = later.filter(|(_, p)| matches!(p.tie, Tie::Apposed | Tie::Bracketed));
        apposed.find_map(|(at, part)| {
            let item = &part.items[head_of(part)?];
            let named = matches!(item.label, Label::Name(_) | Label::Unknown);
            if named { self.resolve(at) } else { None }
        })
    }

    /// People, and those out of office: nobody's side; a name among them is a side of its own.
    fn for_themselves(&self, index: usize) -> Option<PartyDecision> {
        let found = self.apposed_name(index)?;
        let own = found.kind == PartyKind::Unlisted || found.kind == PartyKind::Person;
        own.then(|| with_rule(&found, found.rule))
    }

    fn by_plain_noun(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let _ = head;
        self.for_themselves(index)
    }
}

/// The item that heads a part: the last that is no modifier, owner's mark or small word; a plain word behind a noun
/// of persons does not head it ("officials familiar with the talks").
pub(super) fn head_of(part: &Part<'_>) -> Option<usize> {
    let last = part.items.iter().rposition(|item| match &item.label {
        Label::Name(_) | Label::Unknown | Label::Other => true,
        Label::Role(role) => is_noun(role.kind) || is_pronoun(role.kind),
        Label::Possessive | Label::Mark => false,
    })?;
    if !matches!(part.items[last].label, Label::Other) {
        return Some(last);
    }
    let noun = part.items[..last]
        .iter()
        .rposition(|i| !matches!(i.label, Label::Other));
    let person = |at: &usize| {
        part.items[*at].role_kind().is_some_and(is_person_noun) || part.items[*at].is_person()
    };
    noun.filter(person).or(Some(last))
}

/// Nouns that always stand for persons.
fn is_person_noun(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(
        kind,
        Office | Minister | Spokes | Local | Staff | Member | Opposition | People
    )
}

/// Nouns that end names of bodies, not descriptions of persons.
fn names_body(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(
        kind,
        Body | Force | Political | Group | Company | Institution | Local
    )
}

fn sideless(entity: CompactString, rule: &'static str, own: bool) -> PartyDecision {
    PartyDecision {
        party: own.then(|| entity.clone()),
        entity,
        kind: PartyKind::Unlisted,
        rule,
        line: None,
    }
}

fn is_past(items: &[Item<'_>]) -> bool {
    items.iter().any(|i| i.role_kind() == Some(RoleKind::Past))
}

/// Offices of a place: "officials in Kyiv".
fn is_seated(role: RoleKind) -> bool {
    matches!(
        role,
        RoleKind::Local
            | RoleKind::Staff
            | RoleKind::Body
            | RoleKind::Spokes
            | RoleKind::Office
            | RoleKind::Head
    )
}

pub(super) fn is_pronoun(kind: RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::He
            | RoleKind::She
            | RoleKind::It
            | RoleKind::They
            | RoleKind::First
            | RoleKind::Relative
    )
}

/// Whether a role can head a phrase.
pub(super) fn is_noun(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(
        kind,
        Office
            | Minister
            | Body
            | Force
            | Spokes
            | Local
            | Staff
            | Head
            | Member
            | Opposition
            | Candidate
            | Political
            | Group
            | Company
            | Institution
            | Outlet
            | StateMedia
            | People
            | Text
    )
}
