//! Which states an article is about, where it was written, and where it is at each point.

use compact_str::CompactString;

use super::ArticleNames;

impl ArticleNames {
    /// Whether the article names the state or something that belongs to it.
    pub fn ties_to(&self, country: &str) -> bool {
        self.ties.contains_key(country)
    }

    /// Whether the article names the state or something of it, or is written in it.
    pub(in crate::resolve::party) fn tells_or_is_in(&self, country: &str) -> bool {
        let here = [self.dateline(), self.home()];
        self.ties_to(country) || here.into_iter().flatten().any(|own| own == country)
    }

    /// Whether nothing but one name that some place of the state bears ties a longer article to it.
    pub(in crate::resolve::party) fn is_stray(&self, country: &str) -> bool {
        let told = self.tells_or_is_in(country);
        let once = self.scene.get(country).is_none_or(|&times| times < 2);
        !told && once && self.starts.len() > SHORT
    }

    /// Whether a longer article says more of a state than one word ("the Danish ship").
    pub(in crate::resolve::party) fn tells_of(&self, country: &str) -> bool {
        let once = self.scene.get(country).is_none_or(|&times| times < 2);
        let titled = self.led.iter().any(|state| state == country);
        !once || titled || self.starts.len() <= SHORT
    }

    /// Whether the article names the state, something that belongs to it, or a place that lies in it.
    pub(in crate::resolve::party) fn touches(&self, country: &str) -> bool {
        self.scene.contains_key(country)
    }

    /// The state that the article names most, with its places; `None` where two are named equally often, or where only
    /// places in it are named and the dateline is another's.
    pub fn most_tied(&self) -> Option<&CompactString> {
        let top = self.scene.values().max()?;
        let mut first = self.scene.iter().filter(|(_, n)| *n == top);
        let state = first.next()?.0;
        let told = self.ties_to(state) || self.dateline() == Some(state);
        (told && first.next().is_none()).then_some(state)
    }

    /// The one state that the article is about: named, with its places, at least twice as often as any other.
    pub fn scene(&self) -> Option<&CompactString> {
        let state = self.most_tied()?;
        let top = self.scene.get(state)?;
        let others = self.scene.iter().filter(|(other, _)| *other != state);
        let second = others.map(|(_, n)| *n).max().unwrap_or(0);
        (second * 2 <= *top).then_some(state)
    }

    /// The one state of which the article tells anything.
    pub(in crate::resolve::party) fn sole_state(&self) -> Option<&CompactString> {
        let mut states = self.scene.keys();
        let state = states.next().filter(|_| states.next().is_none())?;
        let told = self.ties_to(state) || self.dateline() == Some(state);
        told.then_some(state)
    }

    /// The one state that the article names or in which its places lie.
    pub(in crate::resolve::party) fn sole_scene(&self) -> Option<&CompactString> {
        let mut states = self.scene.keys();
        states.next().filter(|_| states.next().is_none())
    }

    /// Whether a state is among those that the article names most, within a factor of two.
    pub(in crate::resolve) fn is_main(&self, country: &str) -> bool {
        let most = self.scene.values().max().copied().unwrap_or(0);
        self.scene.get(country).is_some_and(|&own| own * 2 >= most)
    }

    /// The one other state that the article is about beside one of those that it is about.
    pub(in crate::resolve) fn other_main(&self, own: &str) -> Option<&CompactString> {
        let others = |state: &&CompactString| *state != own && self.is_main(state);
        let mut main = self.scene.keys().filter(others);
        let other = main.next().filter(|_| self.is_main(own))?;
        main.next().is_none().then_some(other)
    }

    /// Whether no state is named more often than this one.
    pub(in crate::resolve::party) fn is_named_most(&self, country: &str) -> bool {
        let most = self.scene.values().max().copied().unwrap_or(0);
        most > 0 && self.scene.get(country) == Some(&most)
    }

    /// The state of the place at the very start of the body, unless nothing else belongs to it and another is named again and
    /// again: many write of a state from another ("DUBAI (Reuters) - Iran said").
    pub(in crate::resolve::party) fn dateline(&self) -> Option<&CompactString> {
        let first = |place: Option<u32>| place.is_some_and(|at| at < DATELINE);
        let mut early = self.places.iter().filter(|(place, _)| first(*place));
        let (_, country) = early.next()?;
        let written = 1 + early.filter(|(_, own)| own == country).count() as u32;
        let named = self.scene.get(country).is_some_and(|&n| n > written);
        let other = |(own, &times): (&CompactString, &u32)| own != country && times >= NAMED_AGAIN;
        (named || self.apart || !self.ties.iter().any(other)).then_some(country)
    }

    pub(in crate::resolve::party) fn note_place(
        &mut self,
        at: Option<u32>,
        country: CompactString,
    ) {
        *self.scene.entry(country.clone()).or_default() += 1;
        self.note_scene(at, country);
    }

    /// Whether all places of the article lie in a state.
    pub(in crate::resolve::party) fn plays_in(&self, state: &str) -> bool {
        !self.places.is_empty() && self.places.iter().all(|(_, own)| own == state)
    }

    /// Notes that the text is in a state at this point, without counting it as named once more.
    pub(in crate::resolve::party) fn note_scene(
        &mut self,
        at: Option<u32>,
        country: CompactString,
    ) {
        self.places.push((at, country));
    }

    /// The state of the place that was named last before byte `at` of the body.
    pub(in crate::resolve::party) fn place_before(
        &self,
        at: Option<u32>,
    ) -> Option<&CompactString> {
        let before =
            |place: Option<u32>| at.is_none_or(|limit| place.is_none_or(|own| own < limit));
        let mut earlier = self.places.iter().rev().filter(|(place, _)| before(*place));
        earlier.next().map(|(_, country)| country)
    }

    /// The state of the place named last within `reach` bytes before byte `at`; in a title, that of all its places.
    pub(in crate::resolve::party) fn place_within(
        &self,
        at: Option<u32>,
        reach: u32,
    ) -> Option<&CompactString> {
        let near = |place: &Option<u32>| match (at, *place) {
            (Some(at), Some(place)) => place < at && at - place <= reach,
            (Some(_), None) => false,
            (None, place) => place.is_none(),
        };
        let mut earlier = self.places.iter().rev().filter(|(place, _)| near(place));
        let (_, first) = earlier.next()?;
        let one = at.is_some() || earlier.all(|(_, country)| country == first);
        one.then_some(first)
    }

    pub(in crate::resolve::party) fn tie(&mut self, country: &CompactString) {
        if !country.is_empty() {
            *self.ties.entry(country.clone()).or_default() += 1;
            *self.scene.entry(country.clone()).or_default() += 1;
        }
    }

    /// Notes that the article touches a state without naming it.
    pub(in crate::resolve::party) fn touch(&mut self, country: &str) {
        if country.is_empty() {
            return;
        }
        self.scene.entry(country.into()).or_default();
    }
}

/// Sentences of an article that may name a single place and no state.
const SHORT: usize = 4;

/// How often an article names the state that it is about, at least.
const NAMED_AGAIN: u32 = 3;

/// Bytes in which the dateline's place stands.
pub(in crate::resolve::party) const DATELINE: u32 = 24;
