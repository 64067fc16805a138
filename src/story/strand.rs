//! A growing story: the sum of its articles' profiles, so that the mean likeness to all of them costs as much as to one.

use rustc_hash::FxHashMap;

use super::profile::{Profile, TOP_WORDS, mean_of};
use crate::lexicon::vectors::nearness;

/// Articles that were found to be one story so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Strand {
    /// Its articles in the order in which they came.
    pub articles: Vec<u32>,
    words: FxHashMap<u64, f32>,
    sense: Vec<f32>,
    /// First and last day of publication; `None` where no article is dated.
    pub days: Option<(i32, i32)>,
}

impl Strand {
    /// Takes an article in, published on `day`.
    pub fn add(&mut self, article: u32, profile: &Profile, day: Option<i32>) {
        self.articles.push(article);
        for &(word, weight) in &profile.words {
            *self.words.entry(word).or_default() += weight;
        }
        add(&mut self.sense, &profile.sense);
        self.spread(day.map(|day| (day, day)));
    }

    /// Takes in all of a later one.
    pub fn absorb(&mut self, other: Strand) {
        self.articles.extend(other.articles);
        for (word, weight) in other.words {
            *self.words.entry(word).or_default() += weight;
        }
        add(&mut self.sense, &other.sense);
        self.spread(other.days);
    }

    fn spread(&mut self, days: Option<(i32, i32)>) {
        self.days = match (self.days, days) {
            (Some(own), Some(other)) => Some((own.0.min(other.0), own.1.max(other.1))),
            (own, other) => own.or(other),
        };
    }

    /// How alike an article is to those of the story, on average, 0 to 1.
    pub fn likeness(&self, profile: &Profile) -> f32 {
        let weight = |word: &u64| self.words.get(word).copied().unwrap_or(0.0);
        let same: f32 = profile
            .words
            .iter()
            .map(|(word, own)| own * weight(word))
            .sum();
        let count = self.articles.len().max(1) as f32;
        mean_of(same / count, nearness(&self.sense, &profile.sense) / count)
    }

    /// How alike the articles of two stories are, on average, 0 to 1.
    pub fn likeness_to(&self, other: &Strand) -> f32 {
        let (few, many) = match self.words.len() <= other.words.len() {
            true => (self, other),
            false => (other, self),
        };
        // In the order of the words, so that the sum is the same whichever way they lie.
        let mut words: Vec<(&u64, &f32)> = few.words.iter().collect();
        words.sort_unstable_by_key(|(word, _)| **word);
        let weight = |word: &u64| many.words.get(word).copied().unwrap_or(0.0);
        let same: f32 = words
            .into_iter()
            .map(|(word, own)| own * weight(word))
            .sum();
        let pairs = (self.articles.len() * other.articles.len()).max(1) as f32;
        mean_of(same / pairs, nearness(&self.sense, &other.sense) / pairs)
    }

    /// Whether at most so many days lie between the two, where both are dated.
    pub fn is_near(&self, days: Option<(i32, i32)>, most: i32) -> bool {
        let (Some(own), Some(other)) = (self.days, days) else {
            return true;
        };
        own.0.max(other.0).saturating_sub(own.1.min(other.1)) <= most
    }

    /// The weightiest words, the weightiest first.
    pub fn top(&self) -> Vec<u64> {
        let mut words: Vec<(u64, f32)> = self
            .words
            .iter()
            .map(|(&word, &weight)| (word, weight))
            .collect();
        words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        words
            .into_iter()
            .take(TOP_WORDS)
            .map(|(word, _)| word)
            .collect()
    }
}

fn add(sum: &mut Vec<f32>, other: &[f32]) {
    if sum.len() < other.len() {
        sum.resize(other.len(), 0.0);
    }
    sum.iter_mut()
        .zip(other)
        .for_each(|(sum, part)| *sum += part);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::article::Article;

    fn profile(title: &str) -> Profile {
        Profile::of(&Article {
            title: title.into(),
            ..Article::default()
        })
    }

    #[test]
    fn a_sum_tells_the_mean_likeness_to_each() {
        let titles = [
            "Governor denies that the dam had cracked",
            "Engineers found cracks in the dam in March",
            "Dam at Velia bursts, governor blamed",
            "Cracked dam: governor was warned",
        ];
        let all: Vec<Profile> = titles.iter().map(|title| profile(title)).collect();
        let strand = |members: &[usize]| {
            let mut strand = Strand::default();
            for &member in members {
                strand.add(member as u32, &all[member], None);
            }
            strand
        };
        let mean = |left: &[usize], right: &[usize]| {
            let pairs = left
                .iter()
                .flat_map(|&a| right.iter().map(move |&b| (a, b)));
            let sum: f32 = pairs.map(|(a, b)| all[a].likeness(&all[b])).sum();
            sum / (left.len() * right.len()) as f32
        };
        let (first, second) = (strand(&[0, 1, 2]), strand(&[3]));
        assert!((first.likeness(&all[3]) - mean(&[0, 1, 2], &[3])).abs() < 1e-4);
        assert!((first.likeness_to(&second) - mean(&[0, 1, 2], &[3])).abs() < 1e-4);
        let mut whole = strand(&[0, 1]);
        whole.absorb(strand(&[2, 3]));
        assert!((whole.likeness(&all[0]) - mean(&[0, 1, 2, 3], &[0])).abs() < 1e-4);
    }
}
