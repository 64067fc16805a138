//! Why two claims make no row: the rule that comes nearest, and what the two would have to share for it to hold.
//!
//! No rule tells what it missed; so each field in which the two differ is made equal in turn, then each two of them, until
//! a rule holds. What had to be changed is what the rule lacks.

use compact_str::CompactString;

use crate::lexicon::parties::is_one_side;
use crate::model::claim::{Claim, Found, Modality, Stance};
use crate::model::pair::Step;

use super::clash::{Opposed, least};
use super::facts::{Fact, of_each, voice};
use super::reply::is_rule_of_replies;
use super::view::view_of;
use super::{Clash, Context, RULES, Rule, weight};

/// What keeps two claims from making a row.
pub enum Lack {
    /// A rule holds for them, but their ground is less than it asks for.
    Ground(&'static Rule, Vec<Step>, f32),
    /// A rule holds for them, but a row of the two is less likely right than one that is listed.
    Weight(&'static Rule, Vec<Step>, f32),
    /// A rule of answers holds for them, which takes only the likeliest word for each answer.
    Chosen(&'static Rule),
    /// A rule holds for them; the row that it makes shows other claims, or was left out beside a surer one.
    Nothing(&'static Rule),
    /// A rule would hold, were it not for these fields.
    Fields(&'static Rule, Vec<&'static str>),
    /// No rule would hold, whatever two fields were the same.
    Rules,
}

impl Lack {
    /// The rule that holds or comes nearest, `None` where none comes near.
    pub fn rule(&self) -> Option<&'static Rule> {
        match self {
            Lack::Ground(rule, ..) | Lack::Weight(rule, ..) | Lack::Fields(rule, _) => Some(rule),
            Lack::Chosen(rule) | Lack::Nothing(rule) => Some(rule),
            Lack::Rules => None,
        }
    }

    /// The steps that are worth too little.
    pub fn steps(&self) -> &[Step] {
        match self {
            Lack::Ground(_, steps, _) | Lack::Weight(_, steps, _) => steps,
            _ => &[],
        }
    }

    /// What is lacking, in one sentence.
    pub fn text(&self) -> String {
        let Some(rule) = self.rule() else {
            return "No rule comes near: the two differ in more than two fields.".into();
        };
        let short = |what: &str, asked: f32| {
            let bits: f32 = self.steps().iter().map(|step| step.bits).sum();
            format!("holds for them, but {what} is worth {bits:.2} bits, and {asked:.2} are wanted")
        };
        let lacks = match self {
            Lack::Ground(.., asked) => short("their ground", *asked),
            Lack::Weight(.., asked) => short("such a row", *asked),
            Lack::Chosen(_) => "holds for them, but an answer is held against the likeliest word alone".into(),
            Lack::Nothing(_) => {
                "holds for them, but the row is left out beside a surer one, or other claims drew them apart".into()
            }
            Lack::Fields(_, fields) => {
                let wanted: Vec<&str> = fields.iter().map(|field| wanted(field)).collect();
                format!("would hold if {}", wanted.join(" and "))
            }
            Lack::Rules => String::new(),
        };
        format!("{} ({}) {lacks}.", rule.code, rule.why)
    }
}

/// What would have to be so for a rule to hold.
fn wanted(field: &str) -> &'static str {
    match field {
        "date" => "both told one day",
        "place" => "both named one place",
        "object" => "both named one thing that it was done to",
        "actor" => "both named one doer",
        "modality" => "both were stated as fact",
        "partial" => "both spoke of the whole",
        "party" => "two sides spoke",
        "assertion" => "both asserted one thing",
        _ => "one affirmed what the other denies",
    }
}

/// What keeps two claims of a run from making a row.
pub fn find(left: u32, right: u32, context: &Context<'_>) -> Lack {
    let claims = [left, right].map(|claim| context.claims[claim as usize].clone());
    let found = |claims: &[Claim; 2], asked| holding(claims, (left, right), asked, context);
    if let Some((rule, clash)) = found(&claims, true) {
        return of_row(rule, (clash.left, clash.right), context);
    }
    if let Some((rule, clash)) = found(&claims, false) {
        return Lack::Ground(rule, clash.steps, least(rule, context));
    }
    for changes in changes() {
        let mut changed = claims.clone();
        let differ = changes.iter().all(|change| (change.make)(&mut changed));
        if !differ {
            continue;
        }
        if let Some((rule, _)) = found(&changed, false) {
            return Lack::Fields(rule, changes.iter().map(|change| change.field).collect());
        }
    }
    Lack::Rules
}

/// What keeps two claims for which a rule holds on enough ground from being listed.
fn of_row(rule: &'static Rule, pair: (u32, u32), context: &Context<'_>) -> Lack {
    let (steps, asked) = weight::of_pair(pair, rule.code, context);
    let bits: f32 = steps.iter().map(|step| step.bits).sum();
    match bits >= asked {
        false => Lack::Weight(rule, steps, asked),
        true if is_rule_of_replies(rule.code) => Lack::Chosen(rule),
        true => Lack::Nothing(rule),
    }
}

/// The first rule that holds for two claims as they are given, with its clash, on as much ground as it asks for or on any.
fn holding(
    claims: &[Claim; 2],
    (left, right): (u32, u32),
    asked: bool,
    context: &Context<'_>,
) -> Option<(&'static Rule, Clash)> {
    let facts = facts(claims, (left, right), context);
    let left = view_of(left, &claims[0], &facts[0], context);
    let right = view_of(right, &claims[1], &facts[1], context);
    let opposed = Opposed::of(&left, &right)?;
    let hold = |rule: &'static Rule| {
        let least = if asked {
            least(rule, context)
        } else {
            f32::MIN
        };
        Some((rule, opposed.clash(rule, least, context)?))
    };
    RULES.iter().find_map(hold)
}

fn facts<'c>(
    claims: &'c [Claim; 2],
    (left, right): (u32, u32),
    context: &Context<'c>,
) -> Vec<Fact<'c>> {
    let mut facts = of_each(claims, context.articles, context.assertions);
    for (fact, index) in facts.iter_mut().zip([left, right]) {
        fact.since = context.facts[index as usize].since;
    }
    facts
}

/// A difference between two claims, and how it is taken away.
struct Change {
    /// The field in which they differ, as a reader is told it.
    field: &'static str,
    /// Makes them the same; `false` where they are.
    make: fn(&mut [Claim; 2]) -> bool,
}

/// Every single difference, then every two, in the order in which a reader would look for them.
fn changes() -> impl Iterator<Item = Vec<&'static Change>> {
    let single = CHANGES.iter().map(|change| vec![change]);
    let pairs = CHANGES.iter().enumerate().flat_map(|(at, first)| {
        CHANGES[at + 1..]
            .iter()
            .map(move |second| vec![first, second])
    });
    single.chain(pairs)
}

const CHANGES: &[Change] = &[
    Change {
        field: "date",
        make: |pair| level(pair, |claim| &mut claim.dates),
    },
    Change {
        field: "place",
        make: |pair| level(pair, |claim| &mut claim.place),
    },
    Change {
        field: "object",
        make: |pair| {
            let named = level(pair, |claim| &mut claim.object);
            level(pair, |claim| &mut claim.object_party) || named
        },
    },
    Change {
        field: "actor",
        make: |pair| {
            let named = level(pair, |claim| &mut claim.actor);
            level(pair, |claim| &mut claim.actor_party) || named
        },
    },
    Change {
        field: "modality",
        make: |pair| {
            let stated = |claim: &Claim| claim.modality.value == Modality::Stated;
            let differ = !pair.iter().all(stated);
            for claim in pair {
                claim.modality.value = Modality::Stated;
            }
            differ
        },
    },
    Change {
        field: "partial",
        make: |pair| std::mem::take(&mut pair[0].partial) | std::mem::take(&mut pair[1].partial),
    },
    Change {
        field: "party",
        make: stand_in,
    },
    Change {
        field: "assertion",
        make: |pair| {
            let differ = pair[0].assertion.value != pair[1].assertion.value;
            pair[1].question = pair[0].question;
            pair[1].assertion = pair[0].assertion.clone();
            differ
        },
    },
    Change {
        field: "stance",
        make: |pair| {
            pair[1].stance.value = match pair[0].stance.value {
                Stance::Affirm => Stance::Deny,
                Stance::Deny => Stance::Affirm,
            };
            true
        },
    },
];

/// Gives the second claim what the first tells, or the first what only the second does.
fn level<T: Clone + PartialEq>(
    pair: &mut [Claim; 2],
    field: impl Fn(&mut Claim) -> &mut Option<Found<T>>,
) -> bool {
    let [left, right] = pair;
    let (own, other) = (field(left), field(right));
    let told = |found: &Option<Found<T>>| found.as_ref().map(|found| found.value.clone());
    let differ = told(own) != told(other);
    match own {
        Some(_) => *other = own.clone(),
        None => *own = other.clone(),
    }
    differ
}

/// Lets another side speak in the second claim where one side speaks in both, and some side where nobody does.
fn stand_in(pair: &mut [Claim; 2]) -> bool {
    let voices = [voice(&pair[0]), voice(&pair[1])].map(|name| name.map(str::to_owned));
    let one = matches!(&voices, [Some(a), Some(b)] if is_one_side(a, b));
    let silent = [voices[0].is_none(), voices[1].is_none() || one];
    for ((claim, silent), name) in pair.iter_mut().zip(silent).zip(STAND_INS) {
        if silent {
            claim.speaker = None;
            claim.party = Some(Found {
                value: CompactString::const_new(name),
                span: None,
                rule: "party.stand-in",
                line: None,
            });
        }
    }
    silent.contains(&true)
}

/// Names of two sides that stand in for those that do not speak.
const STAND_INS: [&str; 2] = ["\u{1f}one", "\u{1f}other"];
