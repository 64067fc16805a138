//! The blocks of one rule as one sorted list, and who stands near whom in it.

use super::keys::{Facts, Rule, UNDATED};

/// A claim under one of its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    day: i32,
    likeness: u32,
    rank: u32,
    claim: u32,
}

/// How one rule sees two claims, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// It proposes the pair.
    Proposed,
    /// They share a key, but so many other claims stand between them in the order of the block.
    Crowded {
        /// Claims that stand between.
        between: u32,
        /// Neighbours to either side that a claim meets.
        reach: u32,
    },
    /// They share a key, but lie so many days apart.
    Days {
        /// Days between their first days.
        apart: i32,
        /// The most that may lie between.
        window: i32,
    },
    /// They share no key.
    NoKey,
}

/// The blocks of one rule.
pub struct Table {
    entries: Vec<Entry>,
    /// Where each claim stands in `entries`: `positions[offsets[claim]..offsets[claim + 1]]`.
    positions: Vec<u32>,
    offsets: Vec<u32>,
}

impl Table {
    /// Sorts all claims under their keys; blocks of one claim are left out.
    pub fn build(facts: &[Facts<'_>], rule: &Rule) -> Self {
        let mut entries = Vec::new();
        let mut keys = Vec::new();
        for (claim, fact) in (0..).zip(facts) {
            keys.clear();
            (rule.keys)(fact, &mut keys);
            keys.sort_unstable();
            keys.dedup();
            entries.extend(keys.iter().map(|&key| entry(key, claim, fact)));
        }
        entries.sort_unstable();
        drop_single(&mut entries);
        let (positions, offsets) = invert(&entries, facts.len());
        Table {
            entries,
            positions,
            offsets,
        }
    }

    /// How the rule of this table sees two claims; the surest meeting where they share several keys.
    pub fn meeting(&self, left: u32, right: u32, window: i32, reach: u32) -> Meeting {
        let places = |claim: u32| {
            let (start, end) = (
                self.offsets[claim as usize],
                self.offsets[claim as usize + 1],
            );
            &self.positions[start as usize..end as usize]
        };
        let mut best = Meeting::NoKey;
        for &own in places(left) {
            let key = self.entries[own as usize].key;
            let shared = |&&other: &&u32| self.entries[other as usize].key == key;
            if let Some(&other) = places(right).iter().find(shared) {
                best = best.min(self.meeting_at(own, other, window, reach));
            }
        }
        best
    }

    fn meeting_at(&self, own: u32, other: u32, window: i32, reach: u32) -> Meeting {
        let (first, last) = (own.min(other) as usize, own.max(other) as usize);
        let day = self.entries[own as usize].day;
        let apart = self.entries[last]
            .day
            .saturating_sub(self.entries[first].day);
        if !is_near(day, self.entries[other as usize].day, window) {
            Meeting::Days { apart, window }
        } else if (last - first) as u32 > reach {
            Meeting::Crowded {
                between: (last - first) as u32 - 1,
                reach,
            }
        } else {
            Meeting::Proposed
        }
    }

    /// Calls `met` with every claim within `reach` places of `claim` in one of its blocks and at most `window` days off.
    pub fn neighbours(&self, claim: u32, window: i32, reach: u32, mut met: impl FnMut(u32)) {
        let slots =
            self.offsets[claim as usize] as usize..self.offsets[claim as usize + 1] as usize;
        for &position in &self.positions[slots] {
            let position = position as usize;
            let own = &self.entries[position];
            // Undated claims stand last, behind those that are too late, so what is far is passed over.
            let near = |other: &&Entry| is_near(own.day, other.day, window);
            let reach = reach as usize;
            let after = self.entries[position + 1..].iter().take(reach);
            let before = self.entries[..position].iter().rev().take(reach);
            let one_key = |other: &&Entry| other.key == own.key;
            let after = after.take_while(one_key).filter(near);
            let before = before.take_while(one_key).filter(near);
            after.chain(before).for_each(|other| met(other.claim));
        }
    }
}

/// A claim without any day is near to all, as a missing date is no difference.
fn is_near(left: i32, right: i32, window: i32) -> bool {
    left == UNDATED || right == UNDATED || (left - right).abs() <= window
}

fn entry(key: u64, claim: u32, fact: &Facts<'_>) -> Entry {
    Entry {
        key,
        day: fact.day,
        likeness: fact.likeness,
        rank: fact.rank,
        claim,
    }
}

fn drop_single(entries: &mut Vec<Entry>) {
    let mut kept = 0;
    let mut start = 0;
    while start < entries.len() {
        let key = entries[start].key;
        let length = entries[start..]
            .iter()
            .take_while(|entry| entry.key == key)
            .count();
        if length > 1 {
            entries.copy_within(start..start + length, kept);
            kept += length;
        }
        start += length;
    }
    entries.truncate(kept);
    entries.shrink_to_fit();
}

fn invert(entries: &[Entry], claims: usize) -> (Vec<u32>, Vec<u32>) {
    let mut offsets = vec![0u32; claims + 1];
    for entry in entries {
        offsets[entry.claim as usize + 1] += 1;
    }
    for claim in 0..claims {
        offsets[claim + 1] += offsets[claim];
    }
    let mut next = offsets.clone();
    let mut positions = vec![0u32; entries.len()];
    for (position, entry) in (0..).zip(entries) {
        positions[next[entry.claim as usize] as usize] = position;
        next[entry.claim as usize] += 1;
    }
    (positions, offsets)
}
