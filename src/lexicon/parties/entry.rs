//! One entry of the party lists and the forms that name it, read from a row.

use compact_str::CompactString;
use jiff::civil::Date;

use super::roles::{Gender, gender_of};
use super::table::{day, forms};
use crate::lexicon::table::Row;
use crate::model::claim::LexiconLine;

/// What sort of entity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartyKind {
    /// State, de facto state, or region with a voice of its own.
    State,
    /// Government body.
    Government,
    /// Armed force of a state.
    Force,
    /// Armed or other group that answers to itself.
    Group,
    /// Political party or movement.
    Political,
    /// International body.
    Body,
    /// Company.
    Company,
    /// Other organisation.
    Organization,
    /// News agency, paper, broadcaster.
    Outlet,
    /// Person.
    Person,
    /// Known from the article alone.
    Unlisted,
}

impl PartyKind {
    /// Whether it is a state or one of its bodies or forces.
    pub fn is_public(self) -> bool {
        matches!(
            self,
            PartyKind::State | PartyKind::Government | PartyKind::Force
        )
    }

    /// Whether such a body publishes nothing but its own word.
    pub fn issues_own_word(self) -> bool {
        matches!(
            self,
            PartyKind::State
                | PartyKind::Government
                | PartyKind::Force
                | PartyKind::Group
                | PartyKind::Political
                | PartyKind::Body
        )
    }

    fn from_label(label: &str) -> Option<Self> {
        Some(match label {
            "government" => Self::Government,
            "force" => Self::Force,
            "group" => Self::Group,
            "political" => Self::Political,
            "body" => Self::Body,
            "company" => Self::Company,
            "organization" => Self::Organization,
            "outlet" => Self::Outlet,
            _ => return None,
        })
    }
}

/// What a form says about the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    /// Its name, or a variant or part of it.
    Name,
    /// Adjective or noun of its people.
    Demonym,
    /// Capital that stands for the state.
    Capital,
    /// Seat of government that stands for the state.
    Seat,
}

/// A form as the list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The words, without the mark of weakness.
    pub written: CompactString,
    /// What it says.
    pub kind: FormKind,
    /// Needs support by another mention of the entity or its country.
    pub weak: bool,
}

/// A line of `states.tsv`, `parties.tsv` or `people.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyEntry {
    /// The name by which the program calls it.
    pub canonical: CompactString,
    /// Sort of entity.
    pub kind: PartyKind,
    /// The side it speaks for; its own name where it speaks for itself.
    pub speaks_for: CompactString,
    /// Who backs, funds or owns it, separated by `|`; decides nothing.
    pub backed_by: CompactString,
    /// State to which it belongs, for choosing between namesakes; empty where unknown.
    pub country: CompactString,
    /// Office of a person (a class of `roles.tsv`, or free words), status of a state; else empty.
    pub office: CompactString,
    /// Gender of a person that the list tells.
    pub gender: Option<Gender>,
    /// First day on which the line holds; `None` where open.
    pub from: Option<Date>,
    /// Last day on which the line holds; `None` where open.
    pub to: Option<Date>,
    /// Where the line stands.
    pub line: LexiconLine,
}

impl PartyEntry {
    /// Whether the line holds on a day; without a day only an open end counts.
    pub fn holds_on(&self, on: Option<Date>) -> bool {
        match on {
            Some(day) => self.from.is_none_or(|f| f <= day) && self.to.is_none_or(|t| day <= t),
            None => self.to.is_none(),
        }
    }

    /// Whether it is a land with authorities of its own that a state claims.
    pub fn is_de_facto(&self) -> bool {
        self.kind == PartyKind::State && self.office == DE_FACTO && self.speaks_for_itself()
    }

    /// Whether it speaks for no side but its own.
    pub fn speaks_for_itself(&self) -> bool {
        self.speaks_for == self.canonical
    }
}

/// Status of a land whose authorities hold it while a state claims it.
const DE_FACTO: &str = "de facto";

/// An entry together with the form that found it.
#[derive(Debug, Clone, Copy)]
pub struct PartyMatch<'a> {
    /// The entry.
    pub entry: &'a PartyEntry,
    /// The form.
    pub form: &'a Form,
}

/// An entry with its forms, or what is wrong with the row.
pub(super) type Read = Result<(PartyEntry, Vec<Form>), String>;

/// canonical, iso, names, demonyms, capitals, seats, status, speaks_for, from, to, source, note
pub(super) fn read_state(row: &Row<'_>) -> Read {
    let mut entry = blank(row, PartyKind::State, [8, 9])?;
    entry.speaks_for = own_or(&entry.canonical, row.column(7));
    entry.country = entry.canonical.clone();
    entry.office = row.column(6).into();
    let kinds = [
        (2, FormKind::Name),
        (3, FormKind::Demonym),
        (4, FormKind::Capital),
        (5, FormKind::Seat),
    ];
    let mut all = Vec::new();
    for (cell, kind) in kinds {
        all.extend(forms(row, cell, kind));
    }
    Ok(with_own_name(entry, all))
}

/// canonical, forms, kind, speaks_for, backed_by, country, from, to, source, note
pub(super) fn read_party(row: &Row<'_>) -> Read {
    let kind = PartyKind::from_label(row.column(2))
        .ok_or_else(|| format!("unknown kind {:?}", row.column(2)))?;
    let mut entry = blank(row, kind, [6, 7])?;
    entry.speaks_for = own_or(&entry.canonical, row.column(3));
    entry.backed_by = row.column(4).into();
    entry.country = row.column(5).into();
    let all = forms(row, 1, FormKind::Name).collect();
    Ok(with_own_name(entry, all))
}

/// canonical, forms, office, speaks_for, country, from, to, source, note
pub(super) fn read_person(row: &Row<'_>) -> Read {
    let mut entry = blank(row, PartyKind::Person, [5, 6])?;
    entry.speaks_for = own_or(&entry.canonical, row.column(3));
    entry.country = row.column(4).into();
    entry.office = row.column(2).into();
    entry.gender = gender_of(row.column(8)).or(Some(Gender::Male));
    let all = forms(row, 1, FormKind::Name).collect();
    Ok(with_own_name(entry, all))
}

fn blank(row: &Row<'_>, kind: PartyKind, [from, to]: [usize; 2]) -> Result<PartyEntry, String> {
    if row.column(0).is_empty() {
        return Err("no canonical name".to_owned());
    }
    Ok(PartyEntry {
        canonical: row.column(0).into(),
        kind,
        speaks_for: CompactString::default(),
        backed_by: CompactString::default(),
        country: CompactString::default(),
        office: CompactString::default(),
        gender: None,
        from: day(row, from)?,
        to: day(row, to)?,
        line: row.line,
    })
}

fn own_or(canonical: &CompactString, cell: &str) -> CompactString {
    if cell.is_empty() {
        canonical.clone()
    } else {
        cell.into()
    }
}

fn with_own_name(entry: PartyEntry, mut forms: Vec<Form>) -> (PartyEntry, Vec<Form>) {
    if forms.iter().all(|f| f.written != entry.canonical) {
        forms.push(Form {
            written: entry.canonical.clone(),
            kind: FormKind::Name,
            weak: false,
        });
    }
    (entry, forms)
}
