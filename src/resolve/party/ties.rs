//! Which states an article names, which lead it, and where its places lie.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::parties::{Caps, FormKind, PartyKind, Role, RoleKind, Word};
use crate::lexicon::words::{Set, WordSets};

use super::PartyContext;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_person_noun};
use super::names::ArticleNames;
use super::names::lands::DATELINE;
use super::phrase::DEFINITE;
use super::standing::{Piece, qualifies};

/// A political party that an article names in several words, such as parties of many lands bear ("Democratic Alliance").
pub(super) struct Movement {
    name: CompactString,
    country: CompactString,
    /// Whether a title names it and not only where something is.
    led: bool,
}

/// Notes the states to which political parties belong, where more of the article tells of the state: a place in it, another
/// party of it, its name, or who publishes.
pub(super) fn note_movements(names: &mut ArticleNames, movements: &[Movement]) {
    let told = |movement: &&Movement| {
        let other = |own: &Movement| own.country == movement.country && own.name != movement.name;
        let (country, side) = (&movement.country, names.side());
        let here = names.touches(country) || names.tells_or_is_in(country);
        here || side == Some(country) || movements.iter().any(other)
    };
    let told: Vec<&Movement> = movements.iter().filter(told).collect();
    for movement in told {
        names.tie(&movement.country);
        if movement.led {
            names.note_lead(&movement.country);
        }
    }
}

/// Notes the states to which the names of a sentence belong, and those that lead a title; gives the political parties, which
/// tell of their state only where something else does ([`note_movements`]).
pub(super) fn note_ties(
    names: &mut ArticleNames,
    items: &[Item<'_>],
    title: bool,
    context: &PartyContext<'_>,
) -> Vec<Movement> {
    let mut movements = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Label::Name(hits) = &item.label else {
            continue;
        };
        let mut strong = hits.iter().filter(|m| !m.form.weak);
        let Some(first) = strong.next() else { continue };
        if strong.all(|m| m.entry.canonical == first.entry.canonical) {
            let spelled = item.last - item.first > 1;
            let led = title && !is_bound_for(items, at, first.form.kind);
            if first.entry.kind == PartyKind::Political && spelled {
                movements.push(Movement {
                    name: first.entry.canonical.clone(),
                    country: first.entry.country.clone(),
                    led,
                });
            } else if first.entry.kind == PartyKind::Outlet && first.entry.speaks_for.is_empty() {
                // "Reuters reported": who passes a word on says nothing of the land that it is about.
                names.touch(&first.entry.country);
            } else {
                names.tie(&first.entry.country);
                if led {
                    names.note_lead(&first.entry.country);
                }
            }
            // "Georgia" beside "Abkhazia" is the state that claims it.
            if first.entry.is_de_facto()
                && let Some(claimant) = (context.country_of)(&first.entry.canonical)
            {
                names.touch(&claimant);
            }
            if first.entry.kind == PartyKind::Group {
                names.note_group(&first.entry.canonical);
            }
            if spelled {
                names.note_spelled(&first.entry.canonical);
            }
            let full = spelled || first.entry.kind != PartyKind::Person;
            if full && first.form.kind == FormKind::Name {
                names.note_full(&first.entry.canonical);
            }
        }
    }
    movements
}

/// "Leaves for Spain", "a blast in Spain": the state only tells where.
fn is_bound_for(items: &[Item<'_>], at: usize, form: FormKind) -> bool {
    let before = at.checked_sub(1).and_then(|at| items[at].role_kind());
    form != FormKind::Demonym
        && matches!(
            before,
            Some(RoleKind::In | RoleKind::For | RoleKind::At | RoleKind::Link)
        )
}

/// Notes in which states the places of a sentence lie.
pub(super) fn note_places(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) {
    for (index, item) in items.iter().enumerate() {
        let (start, end) = (words[item.first].start, words[item.last - 1].end);
        let at = piece.at.map(|offset| offset + start as u32);
        let before = index.checked_sub(1).map(|at| &items[at]);
        let within = before.and_then(Item::role_kind) == Some(RoleKind::In)
            && !index
                .checked_sub(2)
                .is_some_and(|at| is_stake(words, &items[at]));
        let placed = within || is_told_place(words, item.first, context);
        // "Over the Lenna": no town.
        let river = before
            .and_then(Item::role)
            .is_some_and(|r| r.class == DEFINITE)
            && items.get(index + 1).is_none_or(|next| ends_name(next));
        let owns = matches!(items.get(index + 1), Some(i) if matches!(i.label, Label::Possessive));
        match &item.label {
            Label::Unknown => {
                let name = &piece.text[start..end];
                if item.last - item.first == 1 {
                    names.capitals.insert(name.into());
                }
                if at.is_none() && names.titled.contains_key(name) {
                    continue;
                }
                let surname = item.last - item.first == 1 && names.surnames.contains(name);
                let called = before.is_some_and(|before| is_called(words, before, item));
                let town = !river && (!surname && !called || placed);
                if let Some(country) = (context.country_of)(name).filter(|_| town) {
                    // "The government of Zahran said" is no dateline.
                    let of = before.and_then(Item::role_kind) == Some(RoleKind::Of);
                    let at = at.map(|at| if of { at.max(DATELINE) } else { at });
                    names.note_place(at, country.into());
                }
                let told = is_before_its_state(&items[index + 1..]);
                if (placed || told) && !owns && !qualifies(piece, start, end) {
                    names.note_placed(name);
                }
            }
            // "in Kyiv", "across Utopia": the place, not its government.
            Label::Name(hits) if placed && !owns => {
                let state = |form| matches!(form, FormKind::Name | FormKind::Capital);
                let mut states = hits
                    .iter()
                    .filter(|m| m.entry.kind == PartyKind::State && state(m.form.kind));
                if let Some(found) = states.next() {
                    names.note_scene(at, found.entry.country.clone());
                }
            }
            _ => {}
        }
    }
}

/// "Governor Halden": a title with a capital makes a surname of the one word behind it, whatever town is called so.
fn is_called(words: &[Word], title: &Item<'_>, name: &Item<'_>) -> bool {
    let person = |role: &Role| is_person_noun(role.kind) && !role.many;
    let capital = words[title.first].caps > Caps::Lower;
    let lone = name.last - name.first == 1 && title.last == name.first;
    capital && lone && title.role().is_some_and(person)
}

/// "The streets of Alquera, Utopia, were empty": a comma tells the state in which a town lies.
fn is_before_its_state(behind: &[Item<'_>]) -> bool {
    let [mark, state, rest @ ..] = behind else {
        return false;
    };
    let name = |item: &Item<'_>| match &item.label {
        Label::Name(hits) => hits
            .iter()
            .any(|m| m.entry.kind == PartyKind::State && m.form.kind == FormKind::Name),
        _ => false,
    };
    // "Corvane, Utopia's largest dairy": a firm.
    let owns = matches!(rest.first(), Some(item) if matches!(item.label, Label::Possessive));
    matches!(mark.label, Label::Mark) && name(state) && !owns
}

/// "Shares in Meridian", "confidence in Meridian": no place.
fn is_stake(words: &[Word], before: &Item<'_>) -> bool {
    let noun = before.last.checked_sub(1).and_then(|at| words.get(at));
    noun.is_some_and(|noun| WordSets::shared().has(Set::StakeNoun, &noun.key))
}

/// "The village of Alba": the noun tells that the name behind it is a place's.
fn is_told_place(words: &[Word], first: usize, context: &PartyContext<'_>) -> bool {
    let place = |noun: &Word| WordSets::shared().has(Set::PlacePronounNoun, &noun.key);
    match words.get(first.saturating_sub(2)..first) {
        Some([noun, link]) => context.lexicon.is_of(&link.key) && place(noun),
        _ => false,
    }
}

/// Whether a name before this item stands alone, and tells nothing of a noun ("the Kherson region").
fn ends_name(next: &Item<'_>) -> bool {
    let linked = next.role().is_some_and(|role| !is_noun(role.kind));
    matches!(next.label, Label::Mark) || linked
}

impl ArticleNames {
    /// Notes a state that the title names.
    fn note_lead(&mut self, country: &CompactString) {
        if !country.is_empty() && !self.led.contains(country) {
            self.led.push(country.clone());
        }
    }

    /// Whether a place of a state stands in the sentence of byte `at` of the body, before it, or in the sentence before.
    pub(super) fn is_place_close(&self, state: &str, at: Option<u32>) -> bool {
        let here = self.sentence_of(at);
        let close = |place: &Option<u32>| {
            let before = place.is_some() && *place < at;
            before && self.sentence_of(*place) + 1 >= here
        };
        let mut places = self.places.iter();
        places.any(|(place, own)| own == state && close(place))
    }

    /// The state in which the article is written, where it is about it too.
    pub(super) fn main_dateline(&self) -> Option<&CompactString> {
        self.dateline().filter(|state| self.is_main(state))
    }

    /// The one state that the title names, where the article is about it.
    pub(super) fn titled_state(&self) -> Option<&CompactString> {
        let [lead] = self.led.as_slice() else {
            return None;
        };
        self.is_main(lead).then_some(lead)
    }

    /// The same, where most of the article's places lie in it.
    pub(super) fn lead(&self) -> Option<&CompactString> {
        let lead = self.titled_state()?;
        let mut lie: FxHashMap<&CompactString, u32> = FxHashMap::default();
        for (_, state) in &self.places {
            *lie.entry(state).or_default() += 1;
        }
        let here = lie.remove(lead)?;
        lie.values().all(|&other| other < here).then_some(lead)
    }
}
