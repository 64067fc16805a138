//! What a role noun with a side names: an office holder, a body, a group of its own, or nobody.

use compact_str::{CompactString, ToCompactString, format_compact};

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind, Word};

use super::PartyDecision;
use super::items::{Item, Label};
use super::kinds::{is_noun, names_body};
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
            // "Utopia's opposition leader, Jane Roe" speaks as the Utopian opposition does.
            RoleKind::Opposition => PartyDecision {
                party: Some(written()),
                ..own(PartyKind::Group)
            },
            RoleKind::Group | RoleKind::Political if state => own(PartyKind::Group),
            RoleKind::Institution if side.kind == PartyKind::Company => {
                own(PartyKind::Organization)
            }
            RoleKind::Group | RoleKind::Political | RoleKind::Company | RoleKind::Institution
                if !state =>
            {
                side
            }
            RoleKind::Institution if role.class == RIGHTS => own(PartyKind::Organization),
            RoleKind::Company | RoleKind::Institution if self.is_proper(index, head) => {
                own(PartyKind::Organization)
            }
            RoleKind::Business | RoleKind::Counsel | RoleKind::Member if state => {
                sideless(entity(written()), "party.unnamed", named.is_some())
            }
            RoleKind::Candidate if state || side.kind == PartyKind::Person => {
                sideless(entity(written()), "party.candidate", named.is_some())
            }
            // "The Utopian Cricket Board": capitals make a name of it.
            RoleKind::Institution if state && self.is_capital(index, head) => {
                let part = &self.phrase.parts[index];
                let (first, last) = (part.items[0].first, part.items[head].last);
                sideless(self.phrase.stretch(first, last).into(), "party.own", true)
            }
            RoleKind::Company | RoleKind::Institution if state => {
                sideless(entity(written()), "party.unnamed", false)
            }
            // "Neptune missiles": arms bear names that some town has too.
            RoleKind::Arms if side.rule == "party.pattern-place" => {
                sideless(entity(written()), "party.unnamed", false)
            }
            RoleKind::Outlet if side.kind != PartyKind::Outlet => {
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
            RoleKind::Body if side.rule == "party.person-out-of-office" => {
                self.of_his_day(entity(written()), side)
            }
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

    /// A noun of several words with capitals in running text ("Cricket Board").
    fn is_capital(&self, index: usize, head: usize) -> bool {
        let item = &self.phrase.parts[index].items[head];
        let words = self.phrase.words.get(item.first..item.last);
        let title = |word: &Word| word.caps == Caps::Title;
        self.at.is_some() && words.is_some_and(|words| words.len() > 1 && words.iter().all(title))
    }

    /// A role noun that ends a name of its own ("Ukrainian Grain Association").
    pub(super) fn is_proper(&self, index: usize, head: usize) -> bool {
        let items = &self.phrase.parts[index].items;
        if !items[head].role().is_some_and(|role| names_body(role.kind)) {
            return false;
        }
        let capital = self
            .phrase
            .words
            .get(items[head].first)
            .is_some_and(|w| w.caps > Caps::Lower);
        let unknown = |i: &Item<'_>| matches!(i.label, Label::Unknown);
        capital && (items[..head].iter().any(unknown) || self.is_named_for_members(items, head))
    }

    /// "The Teachers Association", "the Police Federation": in running text, capitals of the nouns before it make a name of a
    /// noun for a body.
    fn is_named_for_members(&self, items: &[Item<'_>], head: usize) -> bool {
        let own = matches!(
            items[head].role_kind(),
            Some(RoleKind::Institution | RoleKind::Company)
        );
        // A capital that begins the phrase may only begin the sentence.
        let inside = items[0].first > 0;
        let titled = || items[..head].iter().all(|item| self.is_titled_noun(item));
        own && head > 0 && inside && self.at.is_some() && titled()
    }

    /// A noun that its capital makes part of a name.
    pub(super) fn is_titled_noun(&self, item: &Item<'_>) -> bool {
        let word = self.phrase.words.get(item.first);
        item.role().is_some_and(|role| is_noun(role.kind))
            && word.is_some_and(|word| word.caps == Caps::Title)
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
