//! Chooses among the entries that a listed name can mean: by day, by what the article names, by the states in play.

use compact_str::CompactString;
use jiff::civil::Date;

use crate::lexicon::parties::{PartyEntry, PartyKind, PartyLexicon, PartyMatch};

use super::names::ArticleNames;
use super::{PartyContext, PartyDecision};

/// The entry that a name means here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen<'a> {
    /// The entry.
    pub found: PartyMatch<'a>,
    /// Its line does not hold on the article's day.
    pub lapsed: bool,
}

/// Weight of the article giving the name in full: more than all the rest together.
const NAMED_IN_FULL: i32 = 8;
/// Weight of a country that the phrase itself names.
const COUNTRY_NEAR: i32 = 4;
/// Weight of a country that the article names elsewhere.
const COUNTRY_IN_ARTICLE: i32 = 2;
/// Weight of a line that holds on the day.
const IN_OFFICE: i32 = 3;
/// Weight of a form that needs no support.
const STRONG_FORM: i32 = 1;

/// The entry that is meant, `None` where nothing decides between namesakes or a weak form has no support.
pub(super) fn choose<'a>(
    hits: &[PartyMatch<'a>],
    near: &[CompactString],
    article: &ArticleNames,
    context: &PartyContext<'a>,
) -> Option<Chosen<'a>> {
    let mut best: Option<(i32, Chosen<'a>)> = None;
    let mut tied = false;
    for chosen in one_per_name(hits, context.date) {
        let support = support(&chosen, near, article);
        if chosen.found.form.weak && support < COUNTRY_IN_ARTICLE {
            continue;
        }
        if chosen.found.form.weak && support == COUNTRY_IN_ARTICLE && is_passing(&chosen, article) {
            continue;
        }
        let score = support
            + if chosen.lapsed { 0 } else { IN_OFFICE }
            + if chosen.found.form.weak {
                0
            } else {
                STRONG_FORM
            };
        match best {
            Some((top, _)) if score < top => {}
            Some((top, best)) if score == top => {
                tied |= best.found.entry.speaks_for != chosen.found.entry.speaks_for
            }
            _ => (best, tied) = (Some((score, chosen)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, chosen)| chosen)
}

/// "The General Staff" is not that of a state that the article names in passing.
fn is_passing(chosen: &Chosen<'_>, article: &ArticleNames) -> bool {
    let entry = chosen.found.entry;
    let body = matches!(entry.kind, PartyKind::Government | PartyKind::Force);
    body && !article.is_main(&entry.country)
}

fn support(chosen: &Chosen<'_>, near: &[CompactString], article: &ArticleNames) -> i32 {
    let entry = chosen.found.entry;
    let country = &entry.country;
    if article.names_in_full(&entry.canonical) {
        NAMED_IN_FULL
    } else if !country.is_empty() && near.contains(country) {
        COUNTRY_NEAR
    } else if article.ties_to(country)
        || entry.kind != PartyKind::Person && article.touches(country)
    {
        COUNTRY_IN_ARTICLE
    } else {
        0
    }
}

/// One entry for each name: the line that holds on the day, else the one nearest to it.
fn one_per_name<'a>(hits: &[PartyMatch<'a>], on: Option<Date>) -> Vec<Chosen<'a>> {
    let mut chosen: Vec<Chosen<'a>> = Vec::new();
    for &found in hits {
        let this = Chosen {
            found,
            lapsed: !found.entry.holds_on(on),
        };
        match chosen
            .iter_mut()
            .find(|c| c.found.entry.canonical == found.entry.canonical)
        {
            Some(other) if nearer(&this, other, on) => *other = this,
            Some(_) => {}
            None => chosen.push(this),
        }
    }
    if on.is_none() {
        last_lines_hold(&mut chosen);
    }
    chosen
}

/// Without a day, the last line of a name holds.
fn last_lines_hold(chosen: &mut [Chosen<'_>]) {
    for line in chosen {
        line.lapsed = false;
    }
}

fn nearer(this: &Chosen<'_>, other: &Chosen<'_>, on: Option<Date>) -> bool {
    if this.lapsed != other.lapsed {
        return other.lapsed;
    }
    distance(this.found.entry, on) < distance(other.found.entry, on)
}

/// Days between the day and the term; 0 inside it. Without a day, later terms are nearer.
fn distance(entry: &PartyEntry, on: Option<Date>) -> i64 {
    let ordinal = |date: Date| {
        i64::from(date.year()) * 372 + i64::from(date.month()) * 31 + i64::from(date.day())
    };
    let Some(day) = on.map(ordinal) else {
        return -entry.from.map_or(0, ordinal);
    };
    let before = entry.from.map_or(0, |from| ordinal(from) - day);
    let after = entry.to.map_or(0, |to| day - ordinal(to));
    before.max(after).max(0)
}

/// What the chosen entry says: its name, and the side at the end of the chain of who speaks for whom.
pub(super) fn decision(
    chosen: &Chosen<'_>,
    rule: &'static str,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let entry = chosen.found.entry;
    let out_of_office =
        entry.kind == PartyKind::Person && chosen.lapsed && !entry.speaks_for_itself();
    let party = if out_of_office {
        entry.canonical.clone()
    } else {
        follow(context.lexicon, &entry.speaks_for, context.date)
    };
    PartyDecision {
        entity: entry.canonical.clone(),
        kind: entry.kind,
        party: Some(party),
        rule: if out_of_office {
            "party.person-out-of-office"
        } else {
            rule
        },
        line: Some(entry.line),
    }
}

/// Chains are short: a person, his group, the state that took it over.
const LONGEST_CHAIN: usize = 4;

/// The side for which `name` speaks on a day, followed to the end.
pub(super) fn follow(lexicon: &PartyLexicon, name: &str, on: Option<Date>) -> CompactString {
    let mut side: CompactString = name.into();
    for _ in 0..LONGEST_CHAIN {
        match lexicon.named(&side, on) {
            Some(entry) if entry.speaks_for != side => side = entry.speaks_for.clone(),
            _ => break,
        }
    }
    side
}
