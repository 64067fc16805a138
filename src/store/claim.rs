//! A whole claim to bytes and back: every field, and how each was found.

use compact_str::CompactString;

use super::pack::{Packer, Unpacker};
use super::symbols::Symbols;
use crate::model::claim::{
    BackReference, Claim, DateRange, Found, LexiconLine, Modality, Quantity, Question, Stance,
};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::{Span, TextField};

/// First byte of a packed claim; another form of packing takes another.
const FORM: u8 = 1;

/// The bytes of a claim; its article is not among them.
pub fn pack(claim: &Claim, symbols: &mut Symbols) -> Vec<u8> {
    let mut out = ClaimPacker {
        to: Packer::default(),
        symbols,
    };
    out.to.bytes.push(FORM);
    out.to.text(&claim.id);
    out.to.text(claim.field.as_str());
    out.span(claim.sentence);
    out.span(claim.trigger);
    out.text(&claim.speaker);
    out.text(&claim.cue);
    out.to.number(claim.relayed_by.len() as u64);
    for relay in &claim.relayed_by {
        out.found(relay, |to, text| to.text(text));
    }
    out.text(&claim.party);
    out.found(&claim.stance, |to, stance| to.text(stance.as_str()));
    out.found(&claim.modality, |to, modality| to.text(modality.as_str()));
    out.text(&claim.actor);
    out.text(&claim.actor_party);
    out.found(&claim.assertion, |to, text| to.text(text));
    out.to.text(claim.question.as_str());
    out.text(&claim.object);
    out.text(&claim.object_party);
    out.maybe(&claim.place, place);
    out.to.text(&claim.place_as_written);
    out.to.bytes.push(u8::from(claim.partial));
    out.maybe(&claim.dates, |to, dates| {
        to.day(dates.first);
        to.day(dates.last);
    });
    out.maybe(&claim.quantity, quantity);
    out.to.option(claim.back_reference.as_ref(), |to, back| {
        to.option(back.target.as_ref(), |to, target| to.text(target));
        to.text(&back.how);
    });
    out.to.number(claim.words.len() as u64);
    for word in &claim.words {
        out.to.text(word);
    }
    out.to.bytes
}

struct ClaimPacker<'s> {
    to: Packer,
    symbols: &'s mut Symbols,
}

impl ClaimPacker<'_> {
    fn span(&mut self, span: Span) {
        self.to.number(span.start.into());
        self.to.number(span.end.into());
    }

    fn found<T>(&mut self, found: &Found<T>, pack: impl FnOnce(&mut Packer, &T)) {
        pack(&mut self.to, &found.value);
        self.to.option(found.span, |to, span| {
            to.number(span.start.into());
            to.number(span.end.into());
        });
        let rule = self.symbols.number(found.rule);
        self.to.number(rule);
        let line = found
            .line
            .map(|line| (self.symbols.number(line.file), line.line));
        self.to.option(line, |to, (file, line)| {
            to.number(file);
            to.number(line.into());
        });
    }

    fn maybe<T>(&mut self, found: &Option<Found<T>>, pack: impl FnOnce(&mut Packer, &T)) {
        self.to.bytes.push(u8::from(found.is_some()));
        if let Some(found) = found {
            self.found(found, pack);
        }
    }

    fn text(&mut self, found: &Option<Found<CompactString>>) {
        self.maybe(found, |to, text| to.text(text));
    }
}

fn place(to: &mut Packer, place: &Place) {
    to.text(&place.key);
    to.text(&place.name);
    to.text(place.kind.as_str());
    to.option(place.region.as_ref(), |to, text| to.text(text));
    to.option(place.country.as_ref(), |to, text| to.text(text));
    to.option(place.coordinates, |to, (north, east)| {
        to.real(north.into());
        to.real(east.into());
    });
    to.option(place.part_of.as_ref(), |to, text| to.text(text));
    to.number(place.undecided.len() as u64);
    for key in &place.undecided {
        to.text(key);
    }
}

fn quantity(to: &mut Packer, quantity: &Quantity) {
    to.option(quantity.low, Packer::real);
    to.option(quantity.high, Packer::real);
    to.text(&quantity.unit);
    to.option(quantity.of.as_ref(), |to, of| to.text(of));
}

/// The claim of some bytes, as a claim of article `article`; `None` where they are not what [`pack`] made.
pub fn unpack(bytes: &[u8], article: u32, symbols: &Symbols) -> Option<Claim> {
    let mut from = ClaimUnpacker {
        from: Unpacker::new(bytes),
        symbols,
    };
    let claim = from.claim(article)?;
    from.from.is_done().then_some(claim)
}

struct ClaimUnpacker<'b> {
    from: Unpacker<'b>,
    symbols: &'b Symbols,
}

impl<'b> ClaimUnpacker<'b> {
    fn claim(&mut self, article: u32) -> Option<Claim> {
        if self.from.byte()? != FORM {
            return None;
        }
        // Fields stand in the order in which `pack` wrote them.
        Some(Claim {
            article,
            id: self.from.compact()?,
            field: TextField::from_name(self.from.text()?)?,
            sentence: span(&mut self.from)?,
            trigger: span(&mut self.from)?,
            speaker: self.text()?,
            cue: self.text()?,
            relayed_by: self.relays()?,
            party: self.text()?,
            stance: self.found(|from| Stance::from_name(from.text()?))?,
            modality: self.found(|from| Modality::from_name(from.text()?))?,
            actor: self.text()?,
            actor_party: self.text()?,
            assertion: self.found(Unpacker::compact)?,
            question: Question::from_name(self.from.text()?)?,
            object: self.text()?,
            object_party: self.text()?,
            place: self.maybe(unpack_place)?,
            place_as_written: self.from.compact()?,
            partial: self.from.byte()? != 0,
            dates: self.maybe(|from| {
                Some(DateRange {
                    first: from.day()?,
                    last: from.day()?,
                })
            })?,
            quantity: self.maybe(unpack_quantity)?,
            back_reference: self.from.option(|from| {
                Some(BackReference {
                    target: from.option(Unpacker::compact)?,
                    how: from.text()?.to_owned(),
                })
            })?,
            words: list(&mut self.from)?,
        })
    }

    fn found<T>(
        &mut self,
        unpack: impl FnOnce(&mut Unpacker<'b>) -> Option<T>,
    ) -> Option<Found<T>> {
        let value = unpack(&mut self.from)?;
        let span = self.from.option(span)?;
        let rule = self.symbols.text(self.from.number()?)?;
        let symbols = self.symbols;
        let line = self.from.option(|from| {
            Some(LexiconLine {
                file: symbols.text(from.number()?)?,
                line: from.small()?,
            })
        })?;
        Some(Found {
            value,
            span,
            rule,
            line,
        })
    }

    fn maybe<T>(
        &mut self,
        unpack: impl FnOnce(&mut Unpacker<'b>) -> Option<T>,
    ) -> Option<Option<Found<T>>> {
        match self.from.byte()? {
            0 => Some(None),
            _ => self.found(unpack).map(Some),
        }
    }

    fn text(&mut self) -> Option<Option<Found<CompactString>>> {
        self.maybe(Unpacker::compact)
    }

    fn relays(&mut self) -> Option<Vec<Found<CompactString>>> {
        let count = self.from.number()?;
        (0..count).map(|_| self.found(Unpacker::compact)).collect()
    }
}

fn span(from: &mut Unpacker<'_>) -> Option<Span> {
    Some(Span {
        start: from.small()?,
        end: from.small()?,
    })
}

fn list(from: &mut Unpacker<'_>) -> Option<Vec<CompactString>> {
    let count = from.number()?;
    (0..count).map(|_| from.compact()).collect()
}

fn unpack_place(from: &mut Unpacker<'_>) -> Option<Place> {
    Some(Place {
        key: from.compact()?,
        name: from.compact()?,
        kind: PlaceKind::from_name(from.text()?)?,
        region: from.option(Unpacker::compact)?,
        country: from.option(Unpacker::compact)?,
        coordinates: from.option(|from| Some((from.real()? as f32, from.real()? as f32)))?,
        part_of: from.option(Unpacker::compact)?,
        undecided: list(from)?,
    })
}

fn unpack_quantity(from: &mut Unpacker<'_>) -> Option<Quantity> {
    Some(Quantity {
        low: from.option(Unpacker::real)?,
        high: from.option(Unpacker::real)?,
        unit: from.compact()?,
        of: from.option(Unpacker::compact)?,
    })
}
