//! A place that a name was resolved to.

use compact_str::CompactString;

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// City, town, village.
    Settlement,
    /// First- or second-level region of a country.
    Region,
    /// A whole country.
    Country,
    /// River, sea, lake, mountain.
    Natural,
    /// Plant, dam, base, airport, bridge, hospital, district and the like, in or near a settlement.
    Facility,
    /// A name in a place's position that no list knows.
    Unlisted,
}

/// A resolved place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Stable key: `gn:<GeoNames id>`, `ua:<KATOTTH code>`, `adm:<GeoNames region code>`, `iso:<country>`, `own:<listed or overlay key>`, `of:<key>:<kind>` for a thing
    /// named after a place, or `name:<folded name>` for an unlisted one.
    pub key: CompactString,
    /// Canonical English name.
    pub name: CompactString,
    /// Sort of place.
    pub kind: PlaceKind,
    /// First-level region, canonical English name; `None` where unknown or not in one.
    pub region: Option<CompactString>,
    /// Country, short English name; `None` where unknown.
    pub country: Option<CompactString>,
    /// Degrees north and east; `None` where unknown.
    pub coordinates: Option<(f32, f32)>,
    /// Key of the settlement or region of which this is a part (a facility's town, a quarter's city); `None` if it stands alone.
    pub part_of: Option<CompactString>,
    /// Keys of other places that the name could mean when nothing decided between them; empty when decided.
    pub undecided: Vec<CompactString>,
}

impl Place {
    /// Whether this place is `other`, or `other` lies in it as far as their fields tell.
    pub fn holds(&self, other: &Place) -> bool {
        let inside = match self.kind {
            PlaceKind::Country => other.country.as_ref() == Some(&self.name),
            PlaceKind::Region => {
                other.region.as_ref() == Some(&self.name)
                    && (self.country.is_none()
                        || other.country.is_none()
                        || self.country == other.country)
            }
            _ => false,
        };
        self.key == other.key || other.part_of.as_ref() == Some(&self.key) || inside
    }

    /// Whether an undecided name, or one that is only that of its region ("the Gaza hospital"), leaves open that this is
    /// `other`.
    pub fn may_be(&self, other: &Place) -> bool {
        self.names_some_in_whole(other)
            || other.names_some_in_whole(self)
            || self.undecided.contains(&other.key)
            || other.undecided.contains(&self.key)
            || self
                .undecided
                .iter()
                .any(|key| other.undecided.contains(key))
    }

    /// "the Gaza hospital": a thing that bears no name but that of the town or region around it may be any such thing there.
    fn names_some_in_whole(&self, other: &Place) -> bool {
        let Some(thing) = self.bare_thing().filter(|_| other.kind == self.kind) else {
            return false;
        };
        let such = match other.bare_thing() {
            Some(own) => own == thing,
            None => other.name.to_lowercase().replace(' ', "-").ends_with(thing),
        };
        let whole = self.part_of.as_deref().unwrap_or("");
        let country = self.country == other.country;
        let within = match whole.split_once(':') {
            Some(("adm", _)) => country && self.region == other.region,
            Some(("iso", _)) => country,
            _ => other.part_of.as_deref() == Some(whole),
        };
        such && within
    }

    /// What a thing is that is named after the town or region around it ("hospital"); `None` for what has a name of its own.
    fn bare_thing(&self) -> Option<&str> {
        let thing = self.key.strip_prefix("of:")?.rsplit_once(':')?.1;
        (self.kind == PlaceKind::Facility).then_some(thing)
    }
}
