//! Words that name one matter (`kin.tsv`): verbs that no frame knows and things, each with the group that it belongs to.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::table;

/// Groups of words by part of speech, and sorts of things.
#[derive(Debug, Default)]
pub struct Kin {
    verbs: FxHashMap<&'static str, &'static str>,
    nouns: FxHashMap<&'static str, &'static str>,
    people: FxHashSet<&'static str>,
    mishaps: FxHashSet<&'static str>,
    astray: FxHashSet<&'static str>,
    weapons: FxHashSet<&'static str>,
    fates: FxHashMap<&'static str, &'static str>,
    befalls: FxHashSet<&'static str>,
    armed: FxHashSet<&'static str>,
    civil: FxHashSet<&'static str>,
    opposites: FxHashMap<&'static str, Vec<&'static str>>,
    military: FxHashSet<&'static str>,
}

impl Kin {
    /// The list that is compiled in.
    pub fn embedded() -> &'static Kin {
        static KIN: OnceLock<Kin> = OnceLock::new();
        KIN.get_or_init(|| {
            let mut kin = Kin::default();
            for row in table::rows("kin.tsv", include_str!("data/kin.tsv")) {
                if let &[sort, word, group] = row.columns.as_slice() {
                    kin.insert(sort, word, group);
                }
            }
            kin
        })
    }

    fn insert(&mut self, sort: &str, word: &'static str, group: &'static str) {
        match sort {
            "verb" => _ = self.verbs.insert(word, group),
            "noun" => _ = self.nouns.insert(word, group),
            "people" => _ = self.people.insert(word),
            "mishap" => _ = self.mishaps.insert(word),
            "astray" => _ = self.astray.insert(word),
            "befalls" => _ = self.befalls.insert(word),
            "armed" => _ = self.armed.insert(word),
            "civil" => _ = self.civil.insert(word),
            "opposite" => self.opposites.entry(word).or_default().push(group),
            "military" => _ = self.military.insert(word),
            "fate" => _ = self.fates.insert(word, group),
            _ => _ = self.weapons.insert(word),
        }
    }

    /// The group of a verb's lemma, `None` for one that stands alone.
    pub fn verb(&self, lemma: &str) -> Option<&'static str> {
        self.verbs.get(lemma).copied()
    }

    /// The group of a noun's lemma, or the word itself where it stands alone.
    pub fn noun<'a>(&self, lemma: &'a str) -> &'a str {
        self.nouns.get(lemma).copied().unwrap_or(lemma)
    }

    /// The groups of a word as a noun and as a verb, where it has one.
    pub fn groups(&self, word: &str) -> [Option<&'static str>; 2] {
        [self.nouns.get(word).copied(), self.verb(word)]
    }

    /// What befell those whom a figure of an assertion counts: killed and died are one, damaged and destroyed two.
    pub fn fate<'a>(&self, assertion: &'a str) -> &'a str {
        self.fates.get(assertion).copied().unwrap_or(assertion)
    }

    /// Whether a noun's lemma names people.
    pub fn is_people(&self, lemma: &str) -> bool {
        self.people.contains(self.noun(lemma))
    }

    /// Whether what an assertion tells befalls people alone, so that those whom it counts without a noun are people.
    pub fn befalls_people(&self, assertion: &str) -> bool {
        self.befalls.contains(assertion)
    }

    /// Whether a noun's lemma names people under arms.
    pub fn is_armed(&self, lemma: &str) -> bool {
        self.armed.contains(self.noun(lemma))
    }

    /// Whether what two words say of a thing cannot both be so (open, shut), in some matter that both are words of.
    pub fn are_opposite(&self, left: &str, right: &str) -> bool {
        let matter = |group: &'static str| group.split_at(group.len().saturating_sub(1));
        let of = |word: &str| self.opposites.get(word).map_or(&[][..], Vec::as_slice);
        of(left).iter().any(|left| {
            let (own, end) = matter(left);
            let mut others = of(right).iter().map(|right| matter(right));
            others.any(|(other, last)| own == other && end != last)
        })
    }

    /// Whether some word of a phrase names people or things that no war may be waged on, and none those of a war.
    pub fn is_civil(&self, phrase: &str) -> bool {
        self.any(phrase, &self.civil) && !self.any(phrase, &self.military)
    }

    /// Whether some word of a phrase names people or things of a war, and none of a town's life.
    pub fn is_military(&self, phrase: &str) -> bool {
        let of_war = self.any(phrase, &self.military) || self.any(phrase, &self.armed);
        of_war && !self.any(phrase, &self.civil)
    }

    /// Whether some word of a phrase names people.
    pub fn names_people(&self, phrase: &str) -> bool {
        self.any(phrase, &self.people)
    }

    /// Whether some word of a phrase names what causes harm by itself (fire, malfunction) and none a weapon, unless the
    /// weapon went astray.
    pub fn is_mishap(&self, phrase: &str) -> bool {
        let alone = self.any(phrase, &self.mishaps) && !self.is_weapon(phrase);
        alone || self.any(phrase, &self.astray)
    }

    /// Whether some word of a phrase names what someone uses to do harm.
    pub fn is_weapon(&self, phrase: &str) -> bool {
        self.any(phrase, &self.weapons)
    }

    fn any(&self, phrase: &str, set: &FxHashSet<&'static str>) -> bool {
        let lower = phrase.to_lowercase();
        let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| {
            set.contains(word) || word.strip_suffix('s').is_some_and(|one| set.contains(one))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kindred_words_share_a_group_and_others_stand_alone() {
        let kin = Kin::embedded();
        assert_eq!(kin.verb("blockade"), kin.verb("seal off"));
        assert_eq!(kin.verb("sing"), None);
        assert_eq!(kin.noun("infant"), kin.noun("baby"));
        assert_ne!(kin.noun("infant"), kin.noun("soldier"));
        assert_eq!(kin.noun("violin"), "violin");
    }

    #[test]
    fn sorts_of_things_are_told_apart() {
        let kin = Kin::embedded();
        assert!(kin.is_people("sailor") && !kin.is_people("ship"));
        assert!(kin.is_mishap("A fire") && !kin.is_mishap("the missile strike and the fire"));
        assert!(kin.is_weapon("Two Neptune missiles"));
        assert!(kin.is_mishap("a failed rocket") && !kin.is_mishap("a rocket"));
    }
}
