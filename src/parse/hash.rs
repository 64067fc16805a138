//! The hashes by which the model knows words: of strings, and of a string's number in the rows of a hashed table.

use rustc_hash::FxHashMap;

use super::file::{File, Opened};

const M: u64 = 0xc6a4_a793_5bd1_e995;

/// MurmurHash64A with seed 1, spaCy's number for a string that is no symbol.
pub(crate) fn murmur(bytes: &[u8]) -> u64 {
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let mut key = 0u64;
        for (place, byte) in word.iter().enumerate() {
            key |= u64::from(*byte) << (8 * place);
        }
        key = key.wrapping_mul(M);
        key ^= key >> 47;
        hash = (hash ^ key.wrapping_mul(M)).wrapping_mul(M);
    }
    let rest = words.remainder();
    if !rest.is_empty() {
        let tail = rest
            .iter()
            .rev()
            .fold(0u64, |tail, byte| tail << 8 | u64::from(*byte));
        hash = (hash ^ tail).wrapping_mul(M);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(M);
    hash ^ hash >> 47
}

/// Four row numbers for a key, MurmurHash3 x64 128 of its eight bytes; the caller takes them modulo the table's rows.
pub(crate) fn rows(key: u64, seed: u32) -> [u32; 4] {
    let seed = u64::from(seed);
    let mixed = key
        .wrapping_mul(0x87c3_7b91_1142_53d5)
        .rotate_left(31)
        .wrapping_mul(0x4cf5_ad43_2745_937f);
    let mut low = seed ^ mixed ^ 8;
    let mut high = seed ^ 8;
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    low = finish(low);
    high = finish(high);
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    [
        low as u32,
        (low >> 32) as u32,
        high as u32,
        (high >> 32) as u32,
    ]
}

fn finish(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ hash >> 33
}

/// Strings that spaCy numbers by hand instead of hashing them.
pub(crate) struct Symbols(FxHashMap<&'static str, u64>);

impl Symbols {
    /// Reads the table.
    pub fn open(file: &File) -> Opened<Self> {
        let list = file
            .cursor("symbols")?
            .list(|cursor| Ok((cursor.text()?, cursor.key()?)))?;
        Ok(Symbols(list.into_iter().collect()))
    }

    /// The number of a string, 0 for the empty one.
    pub fn number(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        self.0
            .get(text)
            .copied()
            .unwrap_or_else(|| murmur(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_spacy() {
        assert_eq!(murmur(b"apple"), 8566208034543834098);
        assert_eq!(murmur("coffee".as_bytes()), 3197928453018144401);
    }
}
