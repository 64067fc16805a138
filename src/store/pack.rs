//! Numbers and texts to bytes and back, small and without a promise to anybody but the store itself.

use compact_str::CompactString;
use jiff::civil::Date;

/// Bytes under construction.
#[derive(Default)]
pub struct Packer {
    /// The bytes so far.
    pub bytes: Vec<u8>,
}

impl Packer {
    /// A whole number, seven bits a byte, the lowest first.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A text with its length before it.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A number with a fraction, bit by bit.
    pub fn real(&mut self, real: f64) {
        self.bytes.extend_from_slice(&real.to_bits().to_le_bytes());
    }

    /// A day.
    pub fn day(&mut self, day: Date) {
        self.bytes.extend_from_slice(&day.year().to_le_bytes());
        self.bytes.extend([day.month() as u8, day.day() as u8]);
    }

    /// Whether there is a value, and the value.
    pub fn option<T>(&mut self, value: Option<T>, pack: impl FnOnce(&mut Self, T)) {
        self.bytes.push(u8::from(value.is_some()));
        if let Some(value) = value {
            pack(self, value);
        }
    }
}

/// Bytes that are being read; every method gives `None` where they end too early or make no sense.
pub struct Unpacker<'b> {
    bytes: &'b [u8],
}

impl<'b> Unpacker<'b> {
    /// From the first byte.
    pub fn new(bytes: &'b [u8]) -> Self {
        Unpacker { bytes }
    }

    /// Whether all was read.
    pub fn is_done(&self) -> bool {
        self.bytes.is_empty()
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    /// A whole number.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A whole number that fits.
    pub fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'b str> {
        let length = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// A text as claims keep it.
    pub fn compact(&mut self) -> Option<CompactString> {
        self.text().map(CompactString::from)
    }

    /// A number with a fraction.
    pub fn real(&mut self) -> Option<f64> {
        let bytes = self.take(8)?.try_into().ok()?;
        Some(f64::from_bits(u64::from_le_bytes(bytes)))
    }

    /// A day.
    pub fn day(&mut self) -> Option<Date> {
        let year = i16::from_le_bytes(self.take(2)?.try_into().ok()?);
        let (month, day) = (self.byte()?, self.byte()?);
        Date::new(year, month as i8, day as i8).ok()
    }

    /// A value that may be missing.
    pub fn option<T>(&mut self, unpack: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            _ => unpack(self).map(Some),
        }
    }
}
