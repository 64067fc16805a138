//! Bodies that share a name with another, and are sides of their own: by their land, a number, capitals, or no land at all.

use crate::lexicon::parties::{Caps, PartyKind, PartyMatch, Role, RoleKind};
use crate::lexicon::vectors::Vectors;
use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::classes::{AGENCY, BOARD};
use super::items::{Item, Label};
use super::kinds::{is_member, is_noun, is_own_side};
use super::own_land::is_of_land;
use super::phrase::{Part, Tie};
use super::side::Reading;
use super::unlisted;

impl<'a> Reading<'_, 'a> {
    /// "The Republican Party of Utopia", "the Utopian Republican Party": another than the listed one of that name, which is at
    /// home elsewhere.
    pub(super) fn of_namesake(
        &self,
        index: usize,
        head: usize,
        found: &PartyDecision,
    ) -> Option<PartyDecision> {
        if found.kind == PartyKind::Body {
            return self.of_land_before(index, head, found);
        }
        if !matches!(found.kind, PartyKind::Political | PartyKind::Organization) {
            return None;
        }
        let (lexicon, date) = (self.context.lexicon, self.context.date);
        let home = &lexicon.named(&found.entity, date)?.country;
        let abroad = |item: &Item<'_>| match &item.label {
            Label::Name(hits) if !home.is_empty() => hits
                .iter()
                .all(|m| m.entry.kind == PartyKind::State && m.entry.country != *home),
            _ => false,
        };
        let part = self.part(index)?;
        let own = &part.items[head];
        let next = self.part(index + 1).filter(|next| next.tie == Tie::Of);
        if let Some(land) = next
            .and_then(|next| next.items.first())
            .filter(|i| abroad(i))
        {
            return Some(unlisted::own(self.phrase.stretch(own.first, land.last)));
        }
        let before = part.items[..head].last().filter(|i| abroad(i))?;
        Some(unlisted::own(self.phrase.stretch(before.first, own.last)))
    }

    /// "The Utopian Red Cross": what is called in short as a body of states is, with a land right before it, that land's own.
    fn of_land_before(
        &self,
        index: usize,
        head: usize,
        found: &PartyDecision,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let (own, land) = (&part.items[head], part.items[..head].last()?);
        let words = own.last - own.first;
        let short = words > 1 && found.entity.split(' ').count() > words;
        let state = |m: &PartyMatch<'_>| m.entry.kind == PartyKind::State;
        let lands = matches!(&land.label, Label::Name(hits) if hits.iter().all(state));
        (short && lands).then(|| unlisted::own(self.phrase.stretch(land.first, own.last)))
    }

    /// "The Harbour Board": capitals make a body of its own of the noun for those who lead one.
    pub(super) fn named_board(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..=head];
        let capital = self.phrase.words.get(items[head].first)?.caps > Caps::Lower;
        // "The Accident Investigation Board": other nouns with capitals, too, but no first word of a sentence.
        let inside = items[0].first > 0 && self.at.is_some();
        let name = items[..head]
            .iter()
            .all(|i| matches!(i.label, Label::Unknown) || inside && self.is_titled_noun(i));
        let own = role.class == BOARD && capital && name && head > 0;
        own.then(|| unlisted::own(self.phrase.stretch(items[0].first, items[head].last)))
    }

    /// "The Count Office": in running text, capitals make a body of its own of an office that nothing else tells of.
    pub(super) fn named_office(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let words = &self.phrase.words;
        let item = &self.part(index)?.items[head];
        let title = |at: &usize| words.get(*at).is_some_and(|word| word.caps == Caps::Title);
        // The first word of a sentence has its capital from there.
        let opens = usize::from(self.article.begins_sentence(self.at));
        let first = (opens..=item.first).rev().take_while(title).last()?;
        let name = words.get(first..item.first)?;
        let listed = |at: usize| self.context.lexicon.longest_name(words, at).is_some();
        let plain = !name.is_empty() && !(first..item.first).any(listed);
        let office = role.class == AGENCY && role.kind == RoleKind::Body && index == 0;
        (office && plain && self.at.is_some())
            .then(|| unlisted::own(self.phrase.stretch(first, item.last)))
    }

    /// "Kuki organisations": a town somewhere is called so, in a land of which the article tells nothing else.
    pub(super) fn is_stray_place(&self, role: &Role, side: &PartyDecision) -> bool {
        is_own_side(role.kind) && self.is_of_stray_state(side)
    }

    /// "The Lesk Army": capitals make a name of a region and the noun for an army, which is its own, and no state's.
    pub(super) fn is_army_by_name(&self, index: usize, head: usize, side: &PartyDecision) -> bool {
        let items = &self.phrase.parts[index].items;
        let (first, army) = (items[0].first, &items[head]);
        let words = &self.phrase.words[first..army.last];
        let titled = words.iter().all(|word| word.caps == Caps::Title);
        let noun = self.phrase.words.get(army.first).map(|word| &word.key);
        let army = army.last - army.first == 1
            && noun.is_some_and(|noun| WordSets::shared().has(Set::ArmyNoun, noun));
        side.rule == "party.pattern-place" && titled && army && self.at.is_some()
    }

    /// Whether an office of a state is given to a name that is but a town's, in a state that the article does not name.
    pub(super) fn is_stray_land(&self, role: &Role, side: &PartyDecision) -> bool {
        is_of_land(role) && self.is_of_stray_state(side)
    }

    /// Whether nothing but a place that bears the name ties a side to its state.
    fn is_of_stray_state(&self, side: &PartyDecision) -> bool {
        // "The government of Zahran", in the Zahran Standard: the name of the outlet tells of no state.
        let outlet = self.context.outlet.unwrap_or_default();
        let words = self.phrase.words.iter();
        let titled = words.filter(|word| word.caps == Caps::Title && word.start > 0);
        let mut named = titled.map(|word| &self.phrase.text[word.start..word.end]);
        let named = named.any(|word| outlet.split(' ').any(|own| own == word));
        let told = match named {
            true => self.article.ties_to(&side.entity),
            false => self.article.tells_or_is_in(&side.entity),
        };
        side.rule == "party.pattern-place" && !told
    }

    /// "The rights group Spring-96", "the union 3F": a name with a number behind the noun for a body.
    pub(super) fn behind_its_noun(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items;
        let noun = items[..head]
            .iter()
            .rposition(|i| i.role_kind().is_some_and(is_own_side))?;
        let name = self
            .phrase
            .stretch(items.get(noun + 1)?.first, items[head].last);
        let letters = name.chars().any(char::is_uppercase);
        let digits = name.chars().any(|c| c.is_ascii_digit());
        (letters && digits).then(|| unlisted::own(name))
    }

    /// "UBW Local 418": the body of which a number is one branch.
    pub(super) fn numbered(&self, part: &Part<'a>) -> Option<PartyDecision> {
        let (last, before) = part.items.split_last()?;
        let (number, first) = (self.phrase.written(last), before.first()?);
        let whole = self.phrase.stretch(first.first, last.last);
        let name = matches!(first.label, Label::Unknown);
        // "UTW Local": the noun for people is the branch.
        let branch = last.role_kind() == Some(RoleKind::People)
            && self.phrase.words.get(last.first)?.caps == Caps::Title;
        let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        let counts = digits || branch;
        (name && counts).then(|| unlisted::own(whole))
    }

    /// "The leader of Together for Utopia": a list or movement under a plain word with a capital that goes on behind "for".
    pub(super) fn slogan(&self, index: usize) -> Option<&'a str> {
        let [word] = self.part(index)?.items.as_slice() else {
            return None;
        };
        let next = self.part(index + 1).filter(|p| p.tie == Tie::Of)?;
        let (first, last) = (next.items.first()?, next.items.last()?);
        let named = |item: &Item<'_>| matches!(item.label, Label::Unknown | Label::Name(_));
        let words = &self.phrase.words;
        let link = self.context.lexicon.longest_role(words, word.last);
        let stands_for = link.is_some_and(|(_, role)| role.kind == RoleKind::For);
        let plain = word.last - word.first == 1
            && Vectors::embedded()
                .find(&words.get(word.first)?.key)
                .is_some();
        let slogan = matches!(word.label, Label::Unknown) && plain && stands_for;
        (slogan && named(first)).then(|| self.phrase.stretch(word.first, last.last))
    }

    /// "The Office for Utopia": a body with a capital that deals with a land is not the land's.
    pub(super) fn name_through_for(&self, index: usize, head: usize) -> Option<&'a str> {
        let part = self.part(index)?;
        let next = self.part(index + 1).filter(|p| p.tie == Tie::Of)?;
        let (body, first) = (&part.items[head], next.items.first()?);
        let capital = |at: usize| {
            self.phrase
                .words
                .get(at)
                .is_some_and(|w| w.caps > Caps::Lower)
        };
        let deals = self.phrase.words.get(body.last).is_some_and(|_| {
            let role = self
                .context
                .lexicon
                .longest_role(&self.phrase.words, body.last);
            role.is_some_and(|(_, role)| role.kind == RoleKind::For)
        });
        let land = matches!(&first.label, Label::Name(hits) if hits.iter().any(|m| m.entry.kind == PartyKind::State));
        let noun = body.role_kind() == Some(RoleKind::Body) && capital(body.first);
        let alone = head == 0 && next.items.len() == 1;
        (noun && deals && land && alone).then(|| self.phrase.stretch(body.first, first.last))
    }

    /// A name that goes on behind "of" ("Committee for the Defence of Journalists").
    pub(super) fn name_through_of(&self, index: usize, head: usize) -> Option<&'a str> {
        let part = self.part(index)?;
        let next = self.part(index + 1).filter(|p| p.tie == Tie::Of)?;
        let last = next.items.last()?;
        let capital = |item: &Item<'_>| {
            let word = self.phrase.words.get(item.first);
            word.is_some_and(|w| w.caps > Caps::Lower)
        };
        // "Centre for Global Studies": "global" is no noun.
        let noun = |item: &Item<'_>| item.role().is_some_and(|role| is_noun(role.kind));
        // "The National Union of Mineworkers": by those who are its members.
        let members = |item: &Item<'_>| item.role().is_some_and(is_member);
        let plain =
            |item: &Item<'_>| capital(item) && (!noun(item) || members(item)) && !item.is_person();
        let proper = capital(&part.items[head]) && next.items.iter().all(plain);
        // "Committee for the Defence of Journalists".
        let beyond = self.phrase.parts[index + 2..].iter().take_while(|part| {
            let named = |item: &Item<'_>| capital(item) && !item.is_person();
            part.tie == Tie::Of && part.items.iter().all(named)
        });
        let last = beyond
            .last()
            .and_then(|part| part.items.last())
            .unwrap_or(last);
        proper.then(|| self.phrase.stretch(part.items[0].first, last.last))
    }

    /// "Many Americans", "thousands of Israelis": people, not their state.
    pub(super) fn is_some_of(&self, part: &Part<'_>) -> bool {
        let people = |item: &Item<'_>| item.role_kind() == Some(RoleKind::People);
        self.phrase.has(RoleKind::Quantity) || part.items.iter().any(people)
    }
}
