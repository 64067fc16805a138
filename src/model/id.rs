//! Stable ids: a hash of words, the same on every machine and in every run.

use compact_str::{CompactString, format_compact};

/// An id of 16 hexadecimal digits over the parts, by FNV-1a (64 bit). Parts are kept apart by a zero byte.
///
/// FNV-1a: Fowler, Noll, Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>.
pub fn stable_id<'a>(prefix: char, parts: impl IntoIterator<Item = &'a str>) -> CompactString {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for part in parts {
        part.bytes().for_each(&mut eat);
        eat(0);
    }
    format_compact!("{prefix}{hash:016x}")
}
