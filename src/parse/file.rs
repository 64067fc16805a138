//! The container of the model: named sections of one little-endian file, read in place.

use bytemuck::Pod;
use rustc_hash::FxHashMap;

#[cfg(target_endian = "big")]
compile_error!("the model file is read in place, which needs a little-endian machine");

/// The file is not the one that this program was built for.
#[derive(Debug, thiserror::Error)]
#[error("model file: section `{section}`: {what}")]
pub(crate) struct Broken {
    section: String,
    what: &'static str,
}

/// Gives `T`, or tells which section is broken.
pub(crate) type Opened<T> = Result<T, Broken>;

/// An opened container.
pub(crate) struct File {
    sections: FxHashMap<&'static str, &'static [u8]>,
}

const MAGIC: &[u8] = b"ATODDSM1";
const VERSION: u32 = 1;
/// Bytes of a line of the table: name, offset, length.
const LINE: usize = 48;

impl File {
    /// Reads the table of sections.
    pub fn open(bytes: &'static [u8]) -> Opened<Self> {
        let mut head = Cursor::new("head", bytes);
        if head.take(MAGIC.len())? != MAGIC || head.number()? != VERSION {
            return Err(broken("head", "not a model file of this version"));
        }
        let count = head.number()? as usize;
        let sections = (0..count)
            .map(|_| {
                let mut line = Cursor::new("table", head.take(LINE)?);
                let name = line.take(32)?;
                let (offset, length) = (line.key()? as usize, line.key()? as usize);
                let name =
                    std::str::from_utf8(name).map_err(|_| broken("table", "a name is not text"))?;
                let data = offset
                    .checked_add(length)
                    .and_then(|end| bytes.get(offset..end));
                let data = data.ok_or_else(|| broken(name, "reaches beyond the file"))?;
                Ok((name.trim_end_matches('\0'), data))
            })
            .collect::<Opened<_>>()?;
        Ok(File { sections })
    }

    /// The bytes of a section.
    pub fn section(&self, name: &str) -> Opened<&'static [u8]> {
        self.sections
            .get(name)
            .copied()
            .ok_or_else(|| broken(name, "missing"))
    }

    /// Whether the section exists.
    pub fn has(&self, name: &str) -> bool {
        self.sections.contains_key(name)
    }

    /// A section as numbers, in place.
    pub fn values<T: Pod>(&self, name: &str) -> Opened<&'static [T]> {
        let bytes = self.section(name)?;
        bytemuck::try_cast_slice(bytes)
            .map_err(|_| broken(name, "its size or place does not fit its type"))
    }

    /// A section as numbers, of which there must be `count`.
    pub fn exactly<T: Pod>(&self, name: &str, count: usize) -> Opened<&'static [T]> {
        let values = self.values(name)?;
        if values.len() == count {
            Ok(values)
        } else {
            Err(broken(
                name,
                "holds another count of numbers than the network needs",
            ))
        }
    }

    /// A section that holds one number.
    pub fn value<T: Pod>(&self, name: &str) -> Opened<T> {
        Ok(self.exactly::<T>(name, 1)?[0])
    }

    /// A section to be read piece by piece.
    pub fn cursor(&self, name: &'static str) -> Opened<Cursor> {
        Ok(Cursor::new(name, self.section(name)?))
    }
}

/// Reads a section from its start.
pub(crate) struct Cursor {
    section: &'static str,
    rest: &'static [u8],
}

impl Cursor {
    fn new(section: &'static str, rest: &'static [u8]) -> Self {
        Cursor { section, rest }
    }

    fn take(&mut self, count: usize) -> Opened<&'static [u8]> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| broken(self.section, "ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Opened<[u8; N]> {
        self.take(N)?
            .try_into()
            .map_err(|_| broken(self.section, "ends too early"))
    }

    /// One byte.
    pub fn byte(&mut self) -> Opened<u8> {
        Ok(self.array::<1>()?[0])
    }

    /// A 32-bit number.
    pub fn number(&mut self) -> Opened<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A 64-bit hash.
    pub fn key(&mut self) -> Opened<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A text of up to 65,535 bytes.
    pub fn text(&mut self) -> Opened<&'static str> {
        let length = u16::from_le_bytes(self.array()?);
        std::str::from_utf8(self.take(length.into())?)
            .map_err(|_| broken(self.section, "holds bytes that are not text"))
    }

    /// As many items as the 32-bit number before them says.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Opened<T>) -> Opened<Vec<T>> {
        (0..self.number()?).map(|_| item(self)).collect()
    }

    /// As many items as the byte before them says.
    pub fn short_list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Opened<T>,
    ) -> Opened<Vec<T>> {
        (0..self.byte()?).map(|_| item(self)).collect()
    }

    /// An error at this place.
    pub fn broken(&self, what: &'static str) -> Broken {
        broken(self.section, what)
    }
}

/// An error in a section.
pub(crate) fn broken(section: &str, what: &'static str) -> Broken {
    Broken {
        section: section.trim_end_matches('\0').to_owned(),
        what,
    }
}
