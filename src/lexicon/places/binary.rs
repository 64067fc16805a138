//! The compact file of places, read in place: records, names, and two hash indexes from folded names to records.

use std::cmp::Ordering;

const MAGIC: &[u8] = b"ATOPLC1\n";
const SECTIONS: usize = 13;
const RECORD: usize = 20;
const NONE: u16 = u16::MAX;
/// Degrees are stored in steps of 1/40000, some three metres.
const STEPS_PER_DEGREE: f32 = 40_000.0;

/// What a name in the file comes from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The record's own name.
    Name,
    /// A spelling of the own name that a rule makes.
    Spelling,
    /// The Russian-based name that a rule makes.
    Russian,
    /// An alternate name of GeoNames.
    Alternate,
}

/// The open file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    sections: [&'static [u8]; SECTIONS],
    bucket_bits: u32,
}

/// One record, decoded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record {
    /// Number in GeoNames; 0 where it has none.
    pub geonames: u32,
    /// Degrees north and east.
    pub coordinates: Option<(f32, f32)>,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
    /// Record of the first-level region.
    pub region: Option<u32>,
    /// ISO 3166-1 code.
    pub country: &'static str,
    /// A region, not a settlement.
    pub is_region: bool,
    /// The position is the middle of the surrounding community.
    pub approximate: bool,
    /// Capital of its country.
    pub capital: bool,
}

impl Table {
    /// Reads the head and checks that every section lies within the file; `None` where the file is damaged.
    pub fn open(data: &'static [u8]) -> Option<Self> {
        let head = data.strip_prefix(MAGIC)?;
        if u32_at(head, 0)? as usize != SECTIONS {
            return None;
        }
        let mut sections: [&'static [u8]; SECTIONS] = [&[]; SECTIONS];
        for (i, section) in sections.iter_mut().enumerate() {
            let start = u32_at(head, 12 + i * 8)? as usize;
            let length = u32_at(head, 16 + i * 8)? as usize;
            *section = data.get(start..start.checked_add(length)?)?;
        }
        Some(Table {
            sections,
            bucket_bits: u32_at(head, 8)?.clamp(1, 24),
        })
    }

    /// Number of records.
    pub fn count(&self) -> u32 {
        (self.sections[1].len() / RECORD) as u32
    }

    /// The record `id`; `None` past the end.
    pub fn record(&self, id: u32) -> Option<Record> {
        let start = id as usize * RECORD;
        let raw = self.sections[1].get(start..start + RECORD)?;
        let flags = raw[19];
        let degrees = |at| u32_at(raw, at).map(|v| v as i32 as f32 / STEPS_PER_DEGREE);
        let region = u16::from_le_bytes([raw[16], raw[17]]);
        let code = usize::from(raw[18]) * 2;
        Some(Record {
            geonames: u32_at(raw, 0)?,
            coordinates: match flags & 16 {
                0 => Some((degrees(4)?, degrees(8)?)),
                _ => None,
            },
            population: u32_at(raw, 12)?,
            region: (region != NONE).then_some(u32::from(region)),
            country: text(self.sections[0].get(code..code + 2)?),
            is_region: flags & 3 == 0,
            approximate: flags & 4 != 0,
            capital: flags & 8 != 0,
        })
    }

    /// The English name of the record `id`, `""` past the end.
    pub fn name(&self, id: u32) -> &'static str {
        self.string(2, id)
    }

    /// The number after the two-letter prefix of a codifier's code (`ua:UA…`), for a record of Ukraine's register.
    pub fn register_code(&self, id: u32) -> Option<u64> {
        let index = id.checked_sub(self.first_registered())? as usize;
        u64_at(self.sections[6], index * 8)
    }

    /// The code of a first-level region outside Ukraine, such as `SY.09`.
    pub fn region_code(&self, id: u32) -> Option<&'static str> {
        (id < self.first_registered()).then(|| self.string(4, id))
    }

    /// The record with the key `key`, see [`crate::model::place::Place::key`].
    pub fn find_key(&self, key: &str) -> Option<u32> {
        let (kind, rest) = key.split_once(':')?;
        let (first, last) = (self.first_registered(), self.first_numbered());
        match kind {
            "adm" => search(0, first, |id| self.string(4, id).cmp(rest)),
            "ua" => {
                let code: u64 = rest.strip_prefix("UA")?.parse().ok()?;
                search(first, last, |id| self.register_code(id).cmp(&Some(code)))
            }
            "gn" => {
                let number: u32 = rest.parse().ok()?;
                search(last, self.count(), |id| {
                    self.record(id).map(|r| r.geonames).cmp(&Some(number))
                })
            }
            _ => None,
        }
    }

    /// Records whose folded name is `key`.
    pub fn exact(&self, key: &str) -> Postings {
        self.postings(key, 7)
    }

    /// Records whose loose key is `key`.
    pub fn loose(&self, key: &str) -> Postings {
        self.postings(key, 10)
    }

    fn first_registered(&self) -> u32 {
        (self.sections[4].len() / 4) as u32
    }

    fn first_numbered(&self) -> u32 {
        self.first_registered() + (self.sections[6].len() / 8) as u32
    }

    fn string(&self, section: usize, index: u32) -> &'static str {
        let index = index as usize;
        let start = match index {
            0 => Some(0),
            _ => u32_at(self.sections[section], (index - 1) * 4),
        };
        let end = u32_at(self.sections[section], index * 4);
        match (start, end) {
            (Some(start), Some(end)) => text(
                self.sections[section + 1]
                    .get(start as usize..end as usize)
                    .unwrap_or(&[]),
            ),
            _ => "",
        }
    }

    fn postings(&self, key: &str, section: usize) -> Postings {
        let hash = digest(key);
        let bucket = (hash >> (64 - self.bucket_bits)) as usize;
        let print = (hash >> (40 - self.bucket_bits)) as u32 & 0xFF_FFFF;
        let starts = self.sections[section];
        let (Some(first), Some(last)) =
            (u32_at(starts, bucket * 4), u32_at(starts, bucket * 4 + 4))
        else {
            return Postings::default();
        };
        let entries = self.sections[section + 1];
        (first..last)
            .map(|entry| entry as usize * 6)
            .find(|&at| u24_at(entries, at) == Some(print))
            .and_then(|at| u24_at(entries, at + 3))
            .map_or_else(Postings::default, |reference| {
                Postings::of(reference, self.sections[section + 2])
            })
    }
}

/// The records that one name leads to, with what the name comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Postings {
    single: Option<u32>,
    list: &'static [u8],
}

impl Postings {
    fn of(reference: u32, lists: &'static [u8]) -> Self {
        if reference >> 23 == 0 {
            return Postings {
                single: Some(reference),
                list: &[],
            };
        }
        let start = (reference & 0x7F_FFFF) as usize * 3;
        let count = u24_at(lists, start).unwrap_or(0) as usize;
        Postings {
            single: None,
            list: lists.get(start + 3..start + 3 + count * 3).unwrap_or(&[]),
        }
    }
}

impl Iterator for Postings {
    type Item = (u32, Origin);

    fn next(&mut self) -> Option<Self::Item> {
        let reference = self.single.take().or_else(|| {
            let first = u24_at(self.list, 0)?;
            self.list = &self.list[3..];
            Some(first)
        })?;
        let origin = match reference >> 19 & 3 {
            0 => Origin::Name,
            1 => Origin::Spelling,
            2 => Origin::Russian,
            _ => Origin::Alternate,
        };
        Some((reference & 0x7_FFFF, origin))
    }
}

/// 64-bit FNV-1a with a last mixing step, as the builder computes it.
fn digest(key: &str) -> u64 {
    let mut hash = key.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    });
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    hash ^ (hash >> 29)
}

fn search(mut low: u32, mut high: u32, compare: impl Fn(u32) -> Ordering) -> Option<u32> {
    while low < high {
        let middle = low + (high - low) / 2;
        match compare(middle) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Some(middle),
        }
    }
    None
}

fn text(bytes: &'static [u8]) -> &'static str {
    std::str::from_utf8(bytes).unwrap_or("")
}

fn u24_at(data: &[u8], at: usize) -> Option<u32> {
    let raw = data.get(at..at + 3)?;
    Some(u32::from_le_bytes([raw[0], raw[1], raw[2], 0]))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

fn u64_at(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}
