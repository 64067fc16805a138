//! Claims made from a seed, skewed as news is: a few hot places and events, many that are told once, spellings, gaps.

use atodds::lexicon::assertions::Assertions;
use atodds::model::article::Article;
use atodds::model::claim::{Claim, DateRange, Found, Modality, Quantity, Stance};
use atodds::model::id::stable_id;
use atodds::model::place::{Place, PlaceKind};
use atodds::model::span::{Span, TextField};
use compact_str::{CompactString, format_compact};
use jiff::{ToSpan, civil::Date};

/// SplitMix64 (Steele, Lea, Flood 2014).
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// True in so many of a hundred throws.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// A rank below `end`: rank r comes up about 1/(r+1) times as often as rank 0.
    pub fn rank(&mut self, end: usize) -> usize {
        let unit = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let rank = ((end as f64 + 1.0).powf(unit) - 1.0) as usize;
        rank.min(end - 1)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const PARTIES: [&str; 12] = [
    "Russia",
    "Ukraine",
    "United States",
    "Israel",
    "Hamas",
    "Iran",
    "China",
    "United Nations",
    "India",
    "Pakistan",
    "Sudan",
    "Turkey",
];

/// Types of assertion, the frequent ones more than once.
const TYPES: [&str; 16] = [
    "attack",
    "attack",
    "attack",
    "kill",
    "kill",
    "destroy",
    "capture",
    "control",
    "advance",
    "injure",
    "intercept",
    "accept",
    "reject",
    "demand",
    "cause",
    "talk",
];

const OBJECTS: [&str; 10] = [
    "drone",
    "missile",
    "dam",
    "power plant",
    "peace plan",
    "hospital",
    "bridge",
    "ceasefire",
    "refinery",
    "convoy",
];

/// Of a hundred places, those that the text gives and the article does not lend: of the sample corpus 37, of a live ticker 60.
const PLACES_TOLD: usize = 50;

/// The same of days: 23 and 16.
const DAYS_TOLD: usize = 20;

const FIRST: Date = Date::constant(2022, 1, 1);
const DAYS: usize = 1_400;

/// What happened, as all reports of it share it.
struct Event {
    kind: &'static str,
    place: usize,
    day: Date,
    actor: usize,
    object: &'static str,
    count: f64,
    words: [usize; 5],
}

/// So many claims, and the articles that hold them, about a dozen each.
pub fn make(count: usize, seed: u64) -> (Vec<Claim>, Vec<Article>) {
    let mut dice = Dice(seed);
    let places = (count / 20).clamp(3, 30_000);
    let events: Vec<Event> = (0..(count / 6).max(2))
        .map(|_| event(&mut dice, places))
        .collect();
    let articles: Vec<Article> = (0..count.div_ceil(12))
        .map(|index| article(&mut dice, index))
        .collect();
    // Events by day, so that an article tells of what happened shortly before.
    let mut by_day: Vec<usize> = (0..events.len()).collect();
    by_day.sort_by_key(|&event| events[event].day);
    let mut claims = Vec::with_capacity(count);
    for index in 0..count {
        let article = index / 12;
        let published = articles[article].published.unwrap_or(FIRST);
        let end = by_day.partition_point(|&event| events[event].day <= published);
        let back = dice.rank((events.len() / 40).max(2));
        let event = &events[by_day[end.saturating_sub(1 + back)]];
        claims.push(claim(&mut dice, index, article, event));
    }
    (claims, articles)
}

fn event(dice: &mut Dice, places: usize) -> Event {
    Event {
        kind: dice.of(&TYPES),
        place: dice.rank(places),
        day: FIRST + (dice.below(DAYS) as i64).days(),
        actor: dice.rank(PARTIES.len()),
        object: dice.of(&OBJECTS),
        count: (1 + dice.rank(500)) as f64,
        words: std::array::from_fn(|_| 200 + dice.below(40_000)),
    }
}

fn article(dice: &mut Dice, index: usize) -> Article {
    Article {
        key: format!("{index:07}.md"),
        outlet: Some(format!("Outlet {}", dice.rank(300))),
        published: (!dice.percent(2)).then(|| FIRST + (dice.below(DAYS) as i64).days()),
        ..Article::default()
    }
}

fn claim(dice: &mut Dice, index: usize, article: usize, event: &Event) -> Claim {
    let party = PARTIES[dice.rank(PARTIES.len())];
    let denied = dice.percent(8);
    let kind = event.kind;
    let counted = matches!(kind, "kill" | "injure" | "intercept") && !dice.percent(20);
    let place = (!dice.percent(15)).then(|| place(event.place));
    let name = place
        .as_ref()
        .map_or(CompactString::default(), |place| place.name.clone());
    Claim {
        id: stable_id('c', [format!("{index}").as_str()]),
        article: article as u32,
        field: TextField::Body,
        sentence: Span::new(0, 160),
        trigger: Span::new(0, 4),
        speaker: text(party),
        cue: None,
        relayed_by: Vec::new(),
        party: if dice.percent(70) { text(party) } else { None },
        stance: found(if denied { Stance::Deny } else { Stance::Affirm }),
        modality: found(if dice.percent(10) {
            Modality::Planned
        } else {
            Modality::Stated
        }),
        actor: if dice.percent(85) {
            text(&spelled(dice, PARTIES[event.actor]))
        } else {
            None
        },
        actor_party: if dice.percent(75) {
            text(PARTIES[event.actor])
        } else {
            None
        },
        assertion: found(kind.into()),
        question: Assertions::builtin().get(kind).question,
        object: if dice.percent(60) {
            text(event.object)
        } else {
            None
        },
        object_party: if dice.percent(30) {
            text(PARTIES[(event.actor + 1) % 12])
        } else {
            None
        },
        place: place.map(|place| told(dice, place, PLACES_TOLD)),
        place_as_written: name,
        partial: dice.percent(5),
        dates: dice
            .percent(60)
            .then(|| days(dice, event.day))
            .map(|days| told(dice, days, DAYS_TOLD)),
        quantity: counted.then(|| found(quantity(dice, event))),
        back_reference: None,
        words: words(dice, event),
    }
}

/// Every name has three spellings.
fn spelled(dice: &mut Dice, name: &str) -> String {
    match dice.below(6) {
        0 => format!("{name}n army"),
        1 => name.replace('a', "aa"),
        _ => name.to_owned(),
    }
}

fn days(dice: &mut Dice, day: Date) -> DateRange {
    let off = if dice.percent(15) { 1 } else { 0 };
    DateRange {
        first: day,
        last: day + i64::from(off).days(),
    }
}

fn quantity(dice: &mut Dice, event: &Event) -> Quantity {
    let count = if dice.percent(70) {
        event.count
    } else {
        event.count + dice.below(9) as f64
    };
    Quantity {
        low: Some(count),
        high: (!dice.percent(20)).then_some(count),
        unit: if event.kind == "intercept" {
            "drone".into()
        } else {
            "person".into()
        },
        of: None,
    }
}

fn place(rank: usize) -> Place {
    Place {
        key: format_compact!("gn:{rank}"),
        name: format_compact!("Town {rank}"),
        kind: PlaceKind::Settlement,
        region: Some(format_compact!("Region {}", rank % 40)),
        country: Some(if rank.is_multiple_of(3) {
            "Ukraine".into()
        } else {
            "Russia".into()
        }),
        coordinates: None,
        part_of: None,
        undecided: Vec::new(),
    }
}

/// Some words of the event, and words that stand everywhere.
fn words(dice: &mut Dice, event: &Event) -> Vec<CompactString> {
    let mut numbers: Vec<usize> = event
        .words
        .iter()
        .copied()
        .filter(|_| dice.percent(50))
        .collect();
    let more = 5 + dice.below(6);
    numbers.extend((0..more).map(|_| dice.rank(30_000)));
    let mut words: Vec<CompactString> = numbers
        .iter()
        .map(|word| format_compact!("w{word}"))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// What the text gives in so many of a hundred claims, and the article lends in the others.
fn told<T>(dice: &mut Dice, value: T, share: usize) -> Found<T> {
    if dice.percent(share) {
        Found::at(value, Span::new(0, 4), "made")
    } else {
        found(value)
    }
}

fn found<T>(value: T) -> Found<T> {
    Found::implied(value, "made")
}

fn text(text: &str) -> Option<Found<CompactString>> {
    Some(found(text.into()))
}
