//! A cheap bound on how alike two names can be spelled, so that most pairs of names need no comparison letter by letter.

/// What the bound needs of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelling {
    /// Letters.
    length: u32,
    /// One bit for each letter that occurs, by its lowest six bits.
    letters: u64,
    /// The first letter.
    first: Option<char>,
}

impl Spelling {
    /// Reads a name.
    pub fn of(name: &str) -> Self {
        let letters = name.chars().map(|letter| 1u64 << (letter as u32 & 63));
        Spelling {
            length: name.chars().count() as u32,
            letters: letters.fold(0, |all, letter| all | letter),
            first: name.chars().next(),
        }
    }

    /// Whether two names may reach `least` by Jaro-Winkler; where it says no they do not.
    ///
    /// Each kind of letter that only one name has is at least one letter without a partner, and Winkler's bonus is four
    /// tenths of what is lacking at most, nothing where the first letters differ.
    pub fn may_reach(self, other: Spelling, least: f64) -> bool {
        let alone = |own: u64, other: u64| (own & !other).count_ones();
        let left = self
            .length
            .saturating_sub(alone(self.letters, other.letters));
        let right = other
            .length
            .saturating_sub(alone(other.letters, self.letters));
        let met = f64::from(left.min(right));
        if met == 0.0 {
            return self.length == other.length;
        }
        let jaro = (met / f64::from(self.length) + met / f64::from(other.length) + 1.0) / 3.0;
        let bonus = if self.first == other.first { 0.4 } else { 0.0 };
        jaro + bonus * (1.0 - jaro) >= least - 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_never_refuses_names_that_are_alike() {
        let names = [
            "",
            "a",
            "Zelensky",
            "Zelenskyy",
            "Zelenskiy",
            "Selenskyj",
            "Putin",
            "Poutine",
            "Kyiv",
            "Kiev",
            "Kharkiv",
            "Kharkov",
            "Defence Ministry",
            "Defense Ministry",
            "ministry",
            "Ministry of Defence",
            "Київ",
            "Киев",
            "the army",
            "army",
            "General Staff",
            "general staff",
            "aaaa",
            "aaab",
            "baaa",
        ];
        for left in names {
            for right in names {
                for least in [0.9, 0.92] {
                    let alike = strsim::jaro_winkler(left, right) >= least;
                    let may = Spelling::of(left).may_reach(Spelling::of(right), least);
                    assert!(may || !alike, "{left} {right}");
                }
            }
        }
    }

    #[test]
    fn the_bound_refuses_most_names_that_are_not() {
        let may = Spelling::of("Russia").may_reach(Spelling::of("Ukraine"), 0.9);
        assert!(!may);
    }
}
