//! How near two words are in meaning, and how common each is, from an embedded table of word vectors.
//!
//! The table knows the 50,000 commonest English words; `data/vectors/PROVENANCE.md` tells where it comes from. It is read
//! in place: opening it costs nothing, and a word is found by halving.

static FILE: &[u8] = include_bytes!("data/vectors.bin");

const MAGIC: &[u8] = b"ATODDSV1";
/// Bytes before the first section.
const HEAD: usize = 16;

/// The table of word vectors.
#[derive(Debug, Clone, Copy)]
pub struct Vectors {
    ends: &'static [u8],
    ranks: &'static [u8],
    rows: &'static [u8],
    text: &'static [u8],
    dimensions: usize,
}

/// The vector of one word.
#[derive(Debug, Clone, Copy)]
pub struct Vector {
    components: &'static [u8],
    /// 1 / length.
    shrink: f32,
}

impl Vectors {
    /// The table as the program ships it; empty if the file were damaged, which a test rules out.
    pub fn embedded() -> Vectors {
        Vectors::open(FILE).unwrap_or(Vectors {
            ends: &[],
            ranks: &[],
            rows: &[],
            text: &[],
            dimensions: 0,
        })
    }

    /// Reads the head; `None` where the sections do not fit the file.
    fn open(file: &'static [u8]) -> Option<Vectors> {
        file.strip_prefix(MAGIC)?;
        let (words, dimensions) = (number(file, 2)? as usize, number(file, 3)? as usize);
        let (ends, rest) = file.get(HEAD..)?.split_at_checked(words * 4)?;
        let (ranks, rest) = rest.split_at_checked(words * 4)?;
        let (rows, text) = rest.split_at_checked(words * dimensions)?;
        Some(Vectors {
            ends,
            ranks,
            rows,
            text,
            dimensions,
        })
    }

    /// Number of words in the table.
    pub fn len(&self) -> usize {
        self.ends.len() / 4
    }

    /// Whether the table holds no word.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The place of a word of small letters in the table, `None` where it is not among the commonest.
    pub fn find(&self, word: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            match self.word(middle).cmp(word.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle as u32),
            }
        }
        None
    }

    fn word(&self, place: usize) -> &'static [u8] {
        let end = |place: usize| number(self.ends, place).unwrap_or(0) as usize;
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or(&[])
    }

    /// The vector at a place that [`Vectors::find`] gave.
    pub fn at(&self, place: u32) -> Option<Vector> {
        let start = place as usize * self.dimensions;
        let components = self.rows.get(start..start + self.dimensions)?;
        let length = (dot(components, components) as f32).sqrt();
        let shrink = 1.0 / length.max(1.0);
        Some(Vector { components, shrink })
    }

    /// The vector of a word of small letters, `None` where the table lacks it.
    pub fn of(&self, word: &str) -> Option<Vector> {
        self.at(self.find(word)?)
    }

    /// How near two words of small letters are, from -1 to 1: chance pairs reach 0.36 once in a hundred times and 0.56 once in
    /// a thousand. `None` where the table lacks one of them.
    ///
    /// ```
    /// use atodds::lexicon::vectors::Vectors;
    /// let vectors = Vectors::embedded();
    /// assert!(vectors.similarity("blast", "explosion") > Some(0.8));
    /// assert!(vectors.similarity("blast", "banana") < Some(0.2));
    /// ```
    pub fn similarity(&self, left: &str, right: &str) -> Option<f32> {
        Some(self.of(left)?.similarity(self.of(right)?))
    }

    /// How rare a word of small letters is in English news and reference text, in bits: `log2(rank · H)` by Zipf's law with
    /// exponent 1, where `H` is the harmonic number of the table's length. A word that the table lacks is as rare as its last.
    pub fn rarity(&self, word: &str) -> f32 {
        let rank = self
            .find(word)
            .and_then(|place| number(self.ranks, place as usize));
        self.rarity_of_rank(rank.unwrap_or(self.len().max(1) as u32))
    }

    fn rarity_of_rank(&self, rank: u32) -> f32 {
        const EULER: f32 = 0.577_215_7;
        let harmonic = (self.len().max(1) as f32).ln() + EULER;
        (rank as f32 * harmonic).log2()
    }
}

impl Vector {
    /// The cosine of the angle between two vectors, from -1 to 1.
    pub fn similarity(self, other: Vector) -> f32 {
        dot(self.components, other.components) as f32 * self.shrink * other.shrink
    }

    /// Adds the vector, drawn to length 1 and taken `times`, to a sum, which an empty one begins.
    fn add_to(self, sum: &mut Vec<f32>, times: f32) {
        sum.resize(self.components.len(), 0.0);
        for (sum, &byte) in sum.iter_mut().zip(self.components) {
            *sum += f32::from(byte.cast_signed()) * self.shrink * times;
        }
    }
}

/// What words mean together: the mean of their vectors by their weights, of length 1; empty where there is none.
pub fn meaning(words: impl Iterator<Item = (Vector, f32)>) -> Vec<f32> {
    let mut sum = Vec::new();
    words.for_each(|(vector, weight)| vector.add_to(&mut sum, weight));
    let length = nearness(&sum, &sum).sqrt();
    if length > 0.0 {
        sum.iter_mut().for_each(|component| *component /= length);
    }
    sum
}

/// The cosine of the angle between two of [`meaning`], from -1 to 1; 0 where one is empty. Of sums of such it is the sum of
/// the cosines.
pub fn nearness(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

/// The sum of products of signed bytes.
fn dot(left: &[u8], right: &[u8]) -> i32 {
    let signed = |byte: u8| i32::from(byte.cast_signed());
    let products = left.iter().zip(right);
    products.map(|(&a, &b)| signed(a) * signed(b)).sum()
}

fn number(section: &[u8], place: usize) -> Option<u32> {
    let bytes = section.get(place * 4..place * 4 + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_table_is_whole_and_sorted() {
        let vectors = Vectors::open(FILE).unwrap();
        assert_eq!(vectors.len(), 50_000);
        for place in 1..vectors.len() {
            assert!(vectors.word(place - 1) < vectors.word(place));
        }
        let last = vectors.len() - 1;
        let end = number(vectors.ends, last).unwrap() as usize;
        assert_eq!(end, vectors.text.len());
        assert!(vectors.at(last as u32).is_some());
    }

    #[test]
    fn every_word_is_found_and_no_other() {
        let vectors = Vectors::embedded();
        for place in 0..vectors.len() {
            let word = std::str::from_utf8(vectors.word(place)).unwrap();
            assert_eq!(vectors.find(word), Some(place as u32));
        }
        for absent in ["", "Blast", "zzzzzz", "blast-", "é"] {
            assert_eq!(vectors.find(absent), None);
        }
    }

    #[test]
    fn ranks_are_a_permutation() {
        let vectors = Vectors::embedded();
        let rank = |place| number(vectors.ranks, place).unwrap();
        let mut ranks: Vec<u32> = (0..vectors.len()).map(rank).collect();
        ranks.sort_unstable();
        assert!(ranks.iter().zip(1..).all(|(&rank, wanted)| rank == wanted));
    }

    #[test]
    fn kindred_words_stand_nearer_than_others() {
        let vectors = Vectors::embedded();
        let near = |left, right| vectors.similarity(left, right).unwrap();
        for (word, kindred, other) in [
            ("talks", "negotiations", "bridge"),
            ("crew", "sailors", "price"),
            ("poisoned", "contaminated", "elected"),
            ("rocket", "missile", "minister"),
            ("fraud", "rigged", "drowned"),
        ] {
            assert!(near(word, kindred) > near(word, other) + 0.2, "{word}");
        }
        assert!((near("missile", "missile") - 1.0).abs() < 1e-3);
    }

    #[test]
    fn common_words_are_less_rare() {
        let vectors = Vectors::embedded();
        assert!(vectors.rarity("the") < vectors.rarity("minister"));
        assert!(vectors.rarity("minister") < vectors.rarity("sabotage"));
        assert!(vectors.rarity("sabotage") < vectors.rarity("qwxzv"));
    }
}
