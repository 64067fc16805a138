//! Claims clustered and compared: speed, memory and growth on seeded claims with realistic skew.
//!
//! `cargo bench --bench cluster` measures 10 thousand and 100 thousand claims. `ATODDS_SCALE=1 cargo bench --bench cluster`
//! prints one table from 10 thousand to a million claims with one and two threads, pairs compared, and peak memory.

// A bench prints its table; it is no part of the library.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use atodds::config::Config;
use atodds::lexicon::assertions::Assertions;
use atodds::model::article::Article;
use atodds::model::claim::{Claim, DateRange, Found, Modality, Quantity, Stance};
use atodds::model::cluster::Cluster;
use atodds::model::pair::Edge;
use atodds::model::place::{Place, PlaceKind};
use atodds::model::span::{Span, TextField};
use atodds::{block, cluster, contradict, copies, score};
use criterion::{BenchmarkId, Criterion, criterion_group};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rayon::prelude::*;

/// A small generator of numbers (SplitMix64), the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Small numbers often, large ones seldom, as with names in news: about the inverse of the rank.
    fn skewed(&mut self, end: usize) -> usize {
        let share = self.next() as f64 / u64::MAX as f64;
        ((end as f64).powf(share) - 1.0) as usize
    }
}

/// What happened: claims repeat and dispute events.
struct Event {
    place: usize,
    day: Date,
    assertion: &'static str,
    actor: usize,
    object: usize,
    toll: f64,
}

const PARTIES: [&str; 6] = [
    "Russia",
    "Ukraine",
    "United States",
    "Israel",
    "Hamas",
    "United Nations",
];
const ASSERTIONS: [&str; 12] = [
    "attack",
    "capture",
    "control",
    "kill",
    "die",
    "destroy",
    "shoot_down",
    "launch",
    "agree",
    "reject",
    "talk",
    "damage",
];
const PLACES: usize = 5_000;
const OBJECTS: usize = 2_000;
const WORDS: usize = 30_000;
const START: Date = date(2022, 2, 24);

/// Claims on events of four years, six claims an event, three claims an article.
fn made(count: usize) -> (Vec<Claim>, Vec<Article>) {
    let mut dice = Dice(42);
    let events: Vec<Event> = (0..count.div_ceil(6)).map(|_| event(&mut dice)).collect();
    let mut articles: Vec<Article> = (0..count.div_ceil(3))
        .map(|index| article(index, &mut dice))
        .collect();
    articles.sort_by_key(|article| article.published);
    let claims = (0..count).map(|index| {
        let event = &events[dice.skewed(events.len())];
        claim(index, event, &articles, &mut dice)
    });
    (claims.collect(), articles)
}

fn event(dice: &mut Dice) -> Event {
    Event {
        place: dice.skewed(PLACES),
        day: START + (dice.below(1400) as i64).days(),
        assertion: ASSERTIONS[dice.skewed(ASSERTIONS.len())],
        actor: dice.skewed(PARTIES.len()),
        object: dice.skewed(OBJECTS),
        toll: (1 + dice.skewed(400)) as f64,
    }
}

fn article(index: usize, dice: &mut Dice) -> Article {
    Article {
        key: format!("{index:07}.md"),
        outlet: Some(format!("outlet {}", dice.skewed(300))),
        published: Some(START + (dice.below(1400) as i64).days()),
        ..Article::default()
    }
}

fn found<T>(value: T) -> Found<T> {
    Found::implied(value, "made")
}

fn claim(index: usize, event: &Event, articles: &[Article], dice: &mut Dice) -> Claim {
    let after = event.day + (dice.skewed(20) as i64).days();
    let article = articles
        .partition_point(|article| article.published < Some(after))
        .min(articles.len() - 1);
    let party = dice.chance(80).then(|| PARTIES[dice.skewed(PARTIES.len())]);
    let actor = if dice.chance(85) {
        event.actor
    } else {
        dice.below(PARTIES.len())
    };
    let key = if dice.chance(75) {
        event.assertion
    } else {
        ASSERTIONS[dice.below(ASSERTIONS.len())]
    };
    let counted = ["kill", "die", "launch", "shoot_down"].contains(&key) && dice.chance(60);
    let mut words: Vec<_> = (0..12)
        .map(|_| format!("w{}", dice.skewed(WORDS)).into())
        .collect();
    words.push(format!("e{}x{}", event.place, event.object).into());
    words.sort();
    words.dedup();
    Claim {
        id: format!("c{index:08x}").into(),
        article: article as u32,
        field: TextField::Body,
        sentence: Span::new(0, 100 + dice.below(200)),
        trigger: Span::new(0, 0),
        speaker: party.map(|party| found(party.into())),
        cue: None,
        relayed_by: Vec::new(),
        party: party.map(|party| found(party.into())),
        stance: found(if dice.chance(18) {
            Stance::Deny
        } else {
            Stance::Affirm
        }),
        modality: found(if dice.chance(10) {
            Modality::Possible
        } else {
            Modality::Stated
        }),
        actor: Some(found(PARTIES[actor].into())),
        actor_party: Some(found(PARTIES[actor].into())),
        assertion: found(key.into()),
        question: Assertions::builtin().get(key).question,
        object: dice
            .chance(60)
            .then(|| found(format!("thing{} part{}", event.object, event.object % 50).into())),
        object_party: None,
        place: dice.chance(85).then(|| found(place(event.place, dice))),
        place_as_written: "".into(),
        partial: dice.chance(8),
        dates: dice.chance(70).then(|| {
            found(DateRange {
                first: event.day,
                last: event.day,
            })
        }),
        quantity: counted.then(|| found(toll(event.toll, dice))),
        back_reference: None,
        words,
    }
}

/// One claim in twelve names the place in a spelling that no list knows.
fn place(number: usize, dice: &mut Dice) -> Place {
    let variant = dice.chance(8);
    let name = if variant {
        format!("Placename{number}skoye")
    } else {
        format!("Placename{number}ske")
    };
    Place {
        key: if variant {
            format!("name:{name}")
        } else {
            format!("gn:{number}")
        }
        .into(),
        name: name.into(),
        kind: if variant {
            PlaceKind::Unlisted
        } else {
            PlaceKind::Settlement
        },
        region: Some(format!("Region {}", number % 200).into()),
        country: Some(format!("Country {}", number % 20).into()),
        coordinates: None,
        part_of: None,
        undecided: Vec::new(),
    }
}

fn toll(base: f64, dice: &mut Dice) -> Quantity {
    let figure = base + dice.skewed(20) as f64;
    Quantity {
        low: Some(figure),
        high: (!dice.chance(20)).then_some(figure),
        unit: "person".into(),
        of: None,
    }
}

/// What one pass found, and how long each room took.
#[derive(Default)]
struct Pass {
    pairs: u64,
    edges: usize,
    clusters: usize,
    largest: usize,
    rows: usize,
    seconds: Vec<(&'static str, f64)>,
}

/// The rooms from blocking to contradictions, as the pipeline chains them.
fn pass(claims: &[Claim], articles: &[Article]) -> Pass {
    let (config, assertions) = (Config::default(), Assertions::builtin());
    let mut pass = Pass::default();
    let mut start = Instant::now();
    let mut lap = |name, pass: &mut Pass| {
        pass.seconds.push((name, start.elapsed().as_secs_f64()));
        start = Instant::now();
    };
    let prepared = block::Prepared::new(claims, articles, assertions, &config.block);
    let tables = (0..block::RULES.len())
        .into_par_iter()
        .map(|rule| prepared.table(rule))
        .collect();
    let blocks = prepared.join(tables);
    drop(prepared);
    lap("block", &mut pass);
    let scorer = score::Scorer::new(claims, articles, assertions, score::Levels::builtin());
    lap("features", &mut pass);
    let (edges, pairs) = weighed(claims.len() as u32, &blocks, &scorer, &config);
    drop(blocks);
    (pass.pairs, pass.edges) = (pairs, edges.len());
    lap("score", &mut pass);
    let verdicts = cluster::Verdicts::default();
    let ready = cluster::Prepared::new(claims, articles, &config.cluster);
    let components = cluster::components(claims.len(), edges, &verdicts);
    let weigh = |left, right| scorer.weigh(left, right);
    let cut = |component| cluster::cut(component, &ready, &verdicts, weigh);
    let clusters: Vec<Cluster> = components.par_iter().flat_map_iter(cut).collect();
    pass.clusters = clusters.len();
    pass.largest = clusters
        .iter()
        .map(|cluster| cluster.claims.len())
        .max()
        .unwrap_or(0);
    lap("cluster", &mut pass);
    let reports = copies::Reports::new(articles.len(), &[]);
    let count = |chosen: &[u32]| reports.count(chosen, claims);
    let context =
        contradict::Context::new(claims, articles, assertions, &config.contradict, &count);
    let find =
        |(index, cluster): (usize, &Cluster)| contradict::find(index as u32, cluster, &context);
    let mut rows: Vec<_> = clusters
        .par_iter()
        .enumerate()
        .flat_map_iter(find)
        .collect();
    contradict::rank(&mut rows);
    pass.rows = rows.len();
    lap("contradict", &mut pass);
    pass
}

fn weighed(
    claims: u32,
    blocks: &block::Blocks,
    scorer: &score::Scorer<'_>,
    config: &Config,
) -> (Vec<Edge>, u64) {
    let weigh = |left: u32| {
        let partners = blocks.partners(left);
        let pairs = partners.len() as u64;
        let edges = partners
            .into_iter()
            .filter_map(|candidate| scorer.edge(candidate, config.cluster.least_bits));
        (edges.collect::<Vec<_>>(), pairs)
    };
    let all: Vec<(Vec<Edge>, u64)> = (0..claims).into_par_iter().map(weigh).collect();
    let pairs = all.iter().map(|(_, pairs)| pairs).sum();
    (
        all.into_iter().flat_map(|(edges, _)| edges).collect(),
        pairs,
    )
}

/// Peak memory of the process in MiB, 0 where the system does not tell.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

fn table() {
    println!("claims\tthreads\tseconds\tpairs\tedges\tclusters\tlargest\trows\tpeak MiB\tby room");
    let sizes = std::env::var("ATODDS_SIZES").unwrap_or("10000,100000,1000000".into());
    for size in sizes.split(',').filter_map(|size| size.parse().ok()) {
        let (claims, articles) = made(size);
        for threads in [1, 2] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            let Ok(pool) = pool else { continue };
            let start = Instant::now();
            let pass = pool.install(|| pass(&claims, &articles));
            let rooms: Vec<String> = pass
                .seconds
                .iter()
                .map(|(room, seconds)| format!("{room} {seconds:.1}"))
                .collect();
            println!(
                "{size}\t{threads}\t{:.1}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                start.elapsed().as_secs_f64(),
                pass.pairs,
                pass.edges,
                pass.clusters,
                pass.largest,
                pass.rows,
                peak_mib(),
                rooms.join(", ")
            );
        }
    }
}

fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("claims");
    group.sample_size(10);
    for size in [10_000, 100_000] {
        let (claims, articles) = made(size);
        group.bench_with_input(BenchmarkId::from_parameter(size), &size, |bencher, _| {
            bencher.iter(|| pass(&claims, &articles).rows);
        });
    }
    group.finish();
}

criterion_group!(benches, sizes);

fn main() {
    if std::env::var_os("ATODDS_SCALE").is_some() {
        table();
    } else {
        benches();
    }
}
