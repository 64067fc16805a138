//! Which growing stories an article may belong to: those that share its weightiest words.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Settings;
use super::profile::Profile;
use super::strand::Strand;

/// Growing stories under the weightiest words of their articles.
pub(super) struct Shelf<'s> {
    under: FxHashMap<u64, Vec<u32>>,
    /// Which story stands under which word already.
    noted: FxHashSet<(u32, u64)>,
    settings: &'s Settings,
}

impl<'s> Shelf<'s> {
    pub fn new(settings: &'s Settings) -> Self {
        Shelf {
            under: FxHashMap::default(),
            noted: FxHashSet::default(),
            settings,
        }
    }

    /// Puts a story under the weightiest words of an article that it took in.
    pub fn note(&mut self, place: u32, profile: &Profile) {
        for &word in &profile.top {
            if self.noted.insert((place, word)) {
                self.under.entry(word).or_default().push(place);
            }
        }
    }

    /// The story to whose articles one is most alike on average, the earliest of equals; `None` where none is alike enough.
    pub fn nearest(
        &mut self,
        profile: &Profile,
        day: Option<i32>,
        strands: &[Strand],
    ) -> Option<u32> {
        let candidates = self.candidates(profile, day, strands);
        let likeness = |&place: &u32| (strands[place as usize].likeness(profile), Reverse(place));
        let best = candidates.iter().map(likeness);
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        (best.0 >= self.settings.least_likeness).then_some(best.1.0)
    }

    /// Those that share most of the weightiest words, of those that are still told.
    fn candidates(&mut self, profile: &Profile, day: Option<i32>, strands: &[Strand]) -> Vec<u32> {
        let most = self.settings.days;
        let told = |place: &u32| strands[*place as usize].is_near(day.map(|day| (day, day)), most);
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for word in &profile.top {
            let Some(places) = self.under.get_mut(word) else {
                continue;
            };
            // Articles come by day, so what is over is over for all that follow.
            places.retain(told);
            if places.len() <= self.settings.common_word {
                for &place in &*places {
                    *shared.entry(place).or_default() += 1;
                }
            }
        }
        let mut found: Vec<(u32, u32)> = shared.into_iter().collect();
        found.sort_unstable_by_key(|&(place, words)| (Reverse(words), place));
        found.truncate(self.settings.neighbours);
        found.into_iter().map(|(place, _)| place).collect()
    }
}
