//! What a role noun with a side names: an office holder, a body, a group of its own, or nobody.

use compact_str::{CompactString, ToCompactString, format_compact};

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::items::{Item, Label};
use super::side::Reading;
use super::tenure::follow;

impl Reading<'_, '_> {
    /// What a role noun with a side names.
    pub(super) fn of_role(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: PartyDecision,
    ) -> PartyDecision {
        let state = side.kind == PartyKind::State;
        let name = || self.name_of(index, head, role, &side);
        match role.kind {
            RoleKind::Office if state => match self.office(role, &side) {
                Some(holder) => holder,
                None => self.serving(name(), side),
            },
            // "Utopia's opposition leader, Jane Roe" speaks as the Utopian opposition does.
            RoleKind::Opposition => PartyDecision {
                party: Some(self.described(index, head, role, &side)),
                ..own(name(), PartyKind::Group, role)
            },
            RoleKind::Group | RoleKind::Political if state => self
                .sole_rebels(role, &side)
                .unwrap_or_else(|| own(name(), PartyKind::Group, role)),
            RoleKind::Group | RoleKind::Political => side,
            RoleKind::Company | RoleKind::Institution => self.of_body(index, head, role, side),
            RoleKind::Outlet | RoleKind::StateMedia => self.of_media(index, head, role, side),
            RoleKind::Text => side,
            // "His lawyer", of one who speaks for a firm: the man's own.
            RoleKind::Counsel if side.kind == PartyKind::Person => PartyDecision {
                party: Some(side.entity.clone()),
                ..self.serving(name(), side)
            },
            RoleKind::Body if side.rule == "party.person-out-of-office" => {
                self.of_his_day(name(), side)
            }
            _ => match unnamed_rule(role, &side) {
                Some(rule) => {
                    // A person who is named is a side of his own; arms are not.
                    let own = role.kind != RoleKind::Arms && self.apposed_person(index).is_some();
                    sideless(name(), rule, own)
                }
                None => self.serving(name(), side),
            },
        }
    }

    /// "Utopian rebels say": in a headline, the one armed group of that land which the article names.
    fn sole_rebels(&self, role: &Role, side: &PartyDecision) -> Option<PartyDecision> {
        let group = self
            .article
            .sole_group()
            .filter(|_| role.many && self.at.is_none())?;
        let entry = self.context.lexicon.named(group, self.context.date)?;
        let here = Some(&entry.country) == side.party.as_ref() && role.kind == RoleKind::Group;
        here.then(|| PartyDecision {
            entity: group.clone(),
            kind: entry.kind,
            party: Some(follow(self.context.lexicon, group, self.context.date)),
            rule: "party.role-in-article",
            line: Some(entry.line),
        })
    }

    /// The name that a comma gives to whom the noun describes, or the description.
    fn name_of(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: &PartyDecision,
    ) -> CompactString {
        let named = self.apposed_person(index);
        named.unwrap_or_else(|| self.described(index, head, role, side))
    }

    /// What a noun for a company or an institution names: those of a state are their own, or nobody's.
    fn of_body(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: PartyDecision,
    ) -> PartyDecision {
        let institution = role.kind == RoleKind::Institution;
        let state = side.kind == PartyKind::State;
        let firms = institution && side.kind == PartyKind::Company;
        let name = || self.name_of(index, head, role, &side);
        // "One of Europe's largest manufacturers", "Corvel's rivals": others than whose they are.
        let others = role.many && role.kind == RoleKind::Company && self.is_marked(index, head);
        if others && side.kind != PartyKind::Company {
            return sideless(name(), "party.unnamed", false);
        }
        if !firms && !state {
            return side;
        }
        if firms || institution && role.class == RIGHTS || self.is_proper(index, head) {
            return own(name(), PartyKind::Organization, role);
        }
        // "The Utopian Cricket Board", "Utopian Cruise Line": capitals make a name of it.
        if self.is_capital(index, head) {
            let part = &self.phrase.parts[index];
            let (first, last) = (part.items[0].first, part.items[head].last);
            return sideless(self.phrase.stretch(first, last).into(), "party.own", true);
        }
        sideless(name(), "party.unnamed", false)
    }

    /// Whether the mark of an owner stands before a noun.
    fn is_marked(&self, index: usize, head: usize) -> bool {
        let before = self.phrase.parts[index].items[..head].iter();
        { before }.any(|item| matches!(item.label, Label::Possessive))
    }

    /// What a noun for an outlet names: the outlet that owns it, the voice of a state, or nobody.
    fn of_media(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: PartyDecision,
    ) -> PartyDecision {
        if role.kind == RoleKind::StateMedia {
            return PartyDecision {
                rule: "party.state-media",
                entity: self.described(index, head, role, &side),
                ..side
            };
        }
        if side.kind != PartyKind::Outlet {
            let name = self.name_of(index, head, role, &side);
            return sideless(name, "party.unnamed", false);
        }
        match self.apposed_person(index) {
            Some(entity) => PartyDecision { entity, ..side },
            None => side,
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

    /// "The Biden administration" stays its state's when its head is out of office.
    fn of_his_day(&self, entity: CompactString, side: PartyDecision) -> PartyDecision {
        let lexicon = self.context.lexicon;
        let Some(term) = lexicon
            .lines_of(&side.entity)
            .find(|line| !line.speaks_for_itself())
        else {
            return self.serving(entity, side);
        };
        PartyDecision {
            entity,
            kind: PartyKind::Government,
            party: Some(follow(lexicon, &term.speaks_for, self.context.date)),
            rule: "party.pattern-body",
            line: Some(term.line),
        }
    }

    fn serving(&self, entity: CompactString, side: PartyDecision) -> PartyDecision {
        let rule = match side.rule {
            "party.demonym" => "party.demonym-body",
            "party.pattern-place" => "party.pattern-governor",
            "party.state" | "party.capital" | "party.seat" => "party.pattern-body",
            other => other,
        };
        // "The president's supreme court": a body, and no person.
        let head = self.phrase.parts.first().and_then(|core| core.items.last());
        let organ = head.and_then(Item::role_kind) == Some(RoleKind::Body);
        let public =
            organ && side.kind == PartyKind::Person && side.party.as_ref() != Some(&side.entity);
        let kind = if side.kind == PartyKind::State || public {
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
        if owner.ends_with(role.class.as_str()) {
            return owner.into();
        }
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
}

/// Class of the bodies of a state that watch over it.
const RIGHTS: &str = "rights commission";

/// Described, with a side of its own or none.
fn sideless(entity: CompactString, rule: &'static str, own: bool) -> PartyDecision {
    PartyDecision {
        party: own.then(|| entity.clone()),
        entity,
        kind: PartyKind::Unlisted,
        rule,
        line: None,
    }
}

/// A side of its own that a role noun names.
fn own(name: CompactString, kind: PartyKind, role: &Role) -> PartyDecision {
    PartyDecision {
        party: Some(name.clone()),
        entity: name,
        kind,
        rule: "party.own",
        line: Some(role.line),
    }
}

/// Class of those who stand by another.
const ALLY: &str = "ally";

/// By which rule the noun names somebody who has not the side that stands beside it, `None` where he has.
fn unnamed_rule(role: &Role, side: &PartyDecision) -> Option<&'static str> {
    let state = side.kind == PartyKind::State;
    match role.kind {
        RoleKind::Business | RoleKind::Counsel | RoleKind::Member if state => Some("party.unnamed"),
        // "Utopia's allies": other states.
        RoleKind::Staff if state && role.class == ALLY => Some("party.unnamed"),
        // "Utopia captain Jane Roe": of its team, and no officer.
        RoleKind::Staff
            if side.rule == "party.state" && WordSets::shared().has(Set::TeamNoun, &role.noun) =>
        {
            Some("party.unnamed")
        }
        RoleKind::Candidate if state || side.kind == PartyKind::Person => Some("party.candidate"),
        // "Neptune missiles": arms bear names that some town has too.
        RoleKind::Arms if side.rule == "party.pattern-place" => Some("party.unnamed"),
        _ => None,
    }
}
