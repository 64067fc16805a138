//! The one sentence that tells a reader what is at odds, from templates.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Parts;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{DateRange, Quantity, Question, Stance};
use crate::model::contradiction::{Contradiction, Status};
use crate::model::place::Place;
use crate::model::span::Span;

use super::Context;
use super::view::{View, views};

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("data/notes.tsv");

/// Most bytes of a sentence in a note.
const LONGEST_QUOTE: usize = 160;

/// Templates by name.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    templates: FxHashMap<String, String>,
}

impl Notes {
    /// The templates that are compiled in.
    pub fn builtin() -> &'static Notes {
        static NOTES: OnceLock<Notes> = OnceLock::new();
        NOTES.get_or_init(|| Notes::parse(BUILTIN))
    }

    /// Reads `name<TAB>template` lines; others are passed over.
    pub fn parse(text: &str) -> Notes {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        Notes {
            templates: pairs
                .map(|(name, template)| (name.into(), template.into()))
                .collect(),
        }
    }

    /// Several of a unit: by its own line, or else with the common ending.
    fn plural(&self, unit: &str) -> String {
        if unit.is_empty() {
            return String::new();
        }
        match self.templates.get(&format!("many {unit}")) {
            Some(plural) => plural.clone(),
            None => self.fill("many", &[("unit", unit)]),
        }
    }

    fn fill(&self, name: &str, fillers: &[(&str, &str)]) -> String {
        let template = self.templates.get(name).map_or("", String::as_str);
        fillers
            .iter()
            .fold(template.to_owned(), |text, (field, filler)| {
                text.replace(&format!("{{{field}}}"), filler)
            })
    }
}

/// What a claim holds, in a few words.
pub fn position(view: &View<'_>, context: &Context<'_>) -> String {
    stated(view, view.doer(), context)
}

fn stated(view: &View<'_>, actor: Option<&str>, context: &Context<'_>) -> String {
    let notes = context.notes;
    let quantity = view
        .claim
        .quantity
        .as_ref()
        .map(|found| amount(&found.value, notes));
    let object = view.object.filter(|_| !is_counted_thing(view));
    let quantity = quantity.filter(|_| !counts_doer(view));
    // A thing that bears the name of its place needs no place, but who holds a place is told by the place alone.
    let holds = view.claim.question == Question::Control;
    let named = |place: &&Place| {
        let same = |object: &str| object.eq_ignore_ascii_case(&place.name);
        !holds && view.object.is_some_and(same)
    };
    let place = view
        .place
        .filter(|place| !named(place))
        .map(|place| match view.claim.partial {
            true => notes.fill("part", &[("place", &place.name)]),
            false => place.name.to_string(),
        });
    // "Nobody used it" denies by its doer.
    let nobody =
        actor.is_some_and(|actor| WordSets::shared().has(Set::Negator, &actor.to_lowercase()));
    let stance = if view.denied && !nobody {
        Stance::Deny
    } else {
        Stance::Affirm
    };
    let parts = Parts {
        actor,
        object,
        place: place.as_deref(),
        quantity: quantity.as_deref(),
    };
    context
        .assertions
        .position(&view.claim.assertion.value, stance, parts)
}

/// "paid 23 billion shillings": the number names the thing, where no frame has a place for each.
fn is_counted_thing(view: &View<'_>) -> bool {
    let span = |found: Option<Span>| found.filter(|_| view.is_unknown_verb());
    let number = span(view.claim.quantity.as_ref().and_then(|found| found.span));
    let thing = span(view.claim.object.as_ref().and_then(|found| found.span));
    number
        .zip(thing)
        .is_some_and(|(number, thing)| number.overlaps(thing))
}

/// "140 girls slept there": the doer tells the number by itself.
fn counts_doer(view: &View<'_>) -> bool {
    let number = view.claim.quantity.as_ref().and_then(|found| found.span);
    let doer = view.claim.actor.as_ref().and_then(|found| found.span);
    let inside = number
        .zip(doer)
        .is_some_and(|(number, doer)| number.overlaps(doer));
    view.is_unknown_verb() && inside
}

fn amount(quantity: &Quantity, notes: &Notes) -> String {
    let number = |bound: f64| bound.to_string();
    let one = quantity.low == Some(1.0) && quantity.high == Some(1.0);
    let unit = match one {
        true => quantity.unit.to_string(),
        false => notes.plural(&quantity.unit),
    };
    let unit = unit.as_str();
    let told = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low == high => {
            notes.fill("exactly", &[("low", &number(low)), ("unit", unit)])
        }
        (Some(low), Some(high)) => notes.fill(
            "between",
            &[
                ("low", &number(low)),
                ("high", &number(high)),
                ("unit", unit),
            ],
        ),
        (Some(low), None) => notes.fill("least", &[("low", &number(low)), ("unit", unit)]),
        (None, Some(high)) => notes.fill("most", &[("high", &number(high)), ("unit", unit)]),
        (None, None) => unit.to_owned(),
    };
    told.trim_end().to_owned()
}

/// The sentence for a row.
pub fn write(row: &Contradiction, context: &Context<'_>) -> String {
    let quotes = views(&[row.left.quote, row.right.quote], context);
    let notes = context.notes;
    let left = clause(&quotes[0], context);
    let answers = [&super::reply::REPLIED, &super::reply::REPLIED_ELSEWHERE];
    let accounts = [
        &super::reply::OTHER_ACCOUNT,
        &super::reply::OTHER_ACCOUNT_ELSEWHERE,
    ];
    let right = if answers.iter().any(|rule| rule.code == row.code) {
        let (who, what) = (name(&quotes[1], context), quote(&quotes[1], context));
        notes.fill("answers", &[("who", &who), ("what", &what)])
    } else if accounts.iter().any(|rule| rule.code == row.code) {
        let (who, what) = (name(&quotes[1], context), quote(&quotes[1], context));
        notes.fill("otherwise", &[("who", &who), ("what", &what)])
    } else if quotes[1].denied && !quotes[0].denied {
        notes.fill("denies", &[("who", &name(&quotes[1], context))])
    } else {
        clause(&quotes[1], context)
    };
    let date = row
        .dates
        .map_or(String::new(), |dates| day_or_days(dates, notes));
    let status = status(row, context);
    notes.fill(
        "row",
        &[
            ("left", &left),
            ("date", &date),
            ("right", &right),
            ("status", &status),
        ],
    )
}

/// `Russia says that it captured Pokrovsk`.
fn clause(view: &View<'_>, context: &Context<'_>) -> String {
    let own = view.party.is_some() && view.actor_party == view.party;
    let it = context.notes.fill("it", &[]);
    let actor = if own { Some(it.as_str()) } else { view.doer() };
    let position = stated(view, actor, context);
    // "died of typhoid": the template does not tell of what.
    let quoted = view.is_unknown_verb() && !view.denied || super::cause::is_of_death(view);
    let position = if quoted {
        quote(view, context)
    } else {
        position
    };
    let template = match (view.is_planned(), view.is_stated()) {
        _ if quoted => "quoted",
        (true, _) => "plans",
        (_, true) => "says",
        _ => "supposes",
    };
    context.notes.fill(
        template,
        &[("who", &name(view, context)), ("what", &position)],
    )
}

/// The sentence of a claim whose verb no template states, cut at a word where it is long.
fn quote(view: &View<'_>, context: &Context<'_>) -> String {
    let article = context.articles.get(view.claim.article as usize);
    let text = article.map_or("", |article| article.text(view.claim.field));
    let sentence = view.claim.sentence.of(text);
    let words = sentence.split_whitespace();
    let mut kept = String::new();
    for word in words {
        if kept.len() + word.len() >= LONGEST_QUOTE {
            kept.push('…');
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept
}

/// Who speaks in the quote of a side.
fn name(view: &View<'_>, context: &Context<'_>) -> String {
    match view.party.or(view.outlet) {
        Some(name) => name.to_owned(),
        None => context.notes.fill("report", &[]),
    }
}

fn day_or_days(dates: DateRange, notes: &Notes) -> String {
    let (first, last) = (dates.first.to_string(), dates.last.to_string());
    let template = if first == last { "day" } else { "days" };
    notes.fill(template, &[("first", &first), ("last", &last)])
}

fn status(row: &Contradiction, context: &Context<'_>) -> String {
    let Some(claim) = row.status_claim else {
        return String::new();
    };
    let view = &views(&[claim], context)[0];
    let date = context
        .articles
        .get(view.claim.article as usize)
        .and_then(|article| article.published);
    let date = date.map_or(String::new(), |date| {
        context
            .notes
            .fill("said-on", &[("date", &date.to_string())])
    });
    let template = match row.status {
        Status::Conceded => "conceded",
        Status::Superseded => "superseded",
        Status::Open | Status::Rejected => return String::new(),
    };
    let who = view
        .party
        .or(view.outlet)
        .map_or_else(|| context.notes.fill("report", &[]), str::to_owned);
    let what = position(view, context);
    context
        .notes
        .fill(template, &[("who", &who), ("what", &what), ("date", &date)])
}
