//! Claims from a compact table, and the rooms from blocking to contradictions run over them.
//!
//! Columns: `id | outlet date | party | stance | actor | assertion | place | date | quantity | object`; empty is unknown.
//! Stance: `affirm` or `deny`, then `?` for possible, `!` for planned, `+` for told with a word of admission, `-` for
//! denied by a plain negation, `^id` for a denial that points back.
//! Actor: a party, or `name/` for a name without one. Place: `Town`, `Town/Region/Country`, `part<Whole` for a facility,
//! `region:R/Country`, `country:C`; a leading `~` for a part of it. Date: a day, `first..last`, or empty.
//! Quantity: `5 person`, `>=5 person`, `<=5 person`, `100-300 person`, with `:of` after the unit. Object: words, with
//! `Party:` before them for whose it is.

use atodds::config::Config;
use atodds::lexicon::assertions::{Assertions, Ground};
use atodds::lexicon::cues::{CueClass, Cues};
use atodds::model::article::Article;
use atodds::model::claim::{
    BackReference, Claim, DateRange, Found, Modality, NEGATED, Quantity, Stance,
};
use atodds::model::cluster::{Cluster, Copy};
use atodds::model::contradiction::Contradiction;
use atodds::model::place::{Place, PlaceKind};
use atodds::model::span::{Span, TextField};
use atodds::{block, cluster, contradict, copies, score};
use compact_str::CompactString;

/// A table as claims and the articles that hold them.
pub fn parse(table: &str) -> (Vec<Claim>, Vec<Article>) {
    let mut articles: Vec<Article> = Vec::new();
    let rows = table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with("id "));
    let claims = rows.map(|line| parse_row(line, &mut articles)).collect();
    (claims, articles)
}

fn parse_row(line: &str, articles: &mut Vec<Article>) -> Claim {
    let mut cells: Vec<&str> = line.split('|').map(str::trim).collect();
    cells.resize(10, "");
    let [
        id,
        source,
        party,
        stance,
        actor,
        assertion,
        place,
        date,
        quantity,
        object,
    ] = cells[..]
    else {
        panic!("ten cells wanted: {line}");
    };
    let key = Assertions::builtin().get(assertion);
    let (stance, target) = stance
        .split_once('^')
        .map_or((stance, None), |(stance, id)| (stance, Some(id)));
    let (object_party, object) = object.split_once(':').unwrap_or(("", object));
    let (actor, actor_party) = match actor.strip_suffix('/') {
        Some(name) => (name, ""),
        None => (actor, actor),
    };
    let mut words: Vec<CompactString> = [object, place, party, actor, assertion]
        .iter()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().into())
        .collect();
    words.sort();
    words.dedup();
    Claim {
        id: id.into(),
        article: article(source, articles),
        field: TextField::Body,
        sentence: Span::default(),
        trigger: Span::new(0, 0),
        speaker: text(party),
        cue: stance.ends_with('+').then(admission),
        relayed_by: Vec::new(),
        party: text(party),
        stance: Found::implied(
            if stance.starts_with("deny") {
                Stance::Deny
            } else {
                Stance::Affirm
            },
            if stance.ends_with('-') {
                NEGATED
            } else {
                "test"
            },
        ),
        modality: found(match stance.chars().last() {
            Some('?') => Modality::Possible,
            Some('!') => Modality::Planned,
            _ => Modality::Stated,
        }),
        actor: text(actor),
        actor_party: text(actor_party),
        assertion: found(assertion.into()),
        question: key.question,
        object: text(object),
        object_party: text(object_party),
        // Places and days that a table gives are those that the sentence gives.
        place: parse_place(place.trim_start_matches('~'))
            .map(|place| Found::at(place, Span::new(0, 0), "test")),
        place_as_written: place.into(),
        partial: place.starts_with('~'),
        dates: parse_dates(date).map(|days| Found::at(days, Span::new(0, 0), "test")),
        quantity: parse_quantity(quantity).map(found),
        back_reference: target.map(|id| BackReference {
            target: Some(id.into()),
            how: "nearest".into(),
        }),
        words,
    }
}

fn admission() -> Found<CompactString> {
    Found {
        line: Cues::embedded().lines(CueClass::Confirm).next(),
        ..found("admit".into())
    }
}

fn found<T>(value: T) -> Found<T> {
    Found::implied(value, "test")
}

fn text(text: &str) -> Option<Found<CompactString>> {
    (!text.is_empty()).then(|| found(text.into()))
}

fn article(source: &str, articles: &mut Vec<Article>) -> u32 {
    let index = articles.iter().position(|article| article.key == source);
    index.unwrap_or_else(|| {
        let (outlet, date) = source.rsplit_once(' ').unwrap_or((source, ""));
        articles.push(Article {
            key: source.into(),
            outlet: Some(outlet.into()),
            published: date.parse().ok(),
            ..Article::default()
        });
        articles.len() - 1
    }) as u32
}

fn parse_place(cell: &str) -> Option<Place> {
    let (kind, cell) = match cell.split_once(':') {
        Some(("region", name)) => (PlaceKind::Region, name),
        Some(("country", name)) => (PlaceKind::Country, name),
        _ => (PlaceKind::Settlement, cell),
    };
    let (name, whole) = cell
        .split_once('<')
        .map_or((cell, None), |(name, whole)| (name, Some(whole)));
    let mut own = name.split('/');
    let name = own.next().filter(|name| !name.is_empty())?;
    let mut parts = whole.map_or(own, |whole| whole.split('/'));
    if whole.is_some() {
        parts.next();
    }
    let (second, third) = (parts.next(), parts.next());
    let (region, country) = if kind == PlaceKind::Region {
        (None, second)
    } else {
        (second, third)
    };
    Some(Place {
        key: format!("test:{cell}").into(),
        name: name.into(),
        kind: if whole.is_some() {
            PlaceKind::Facility
        } else {
            kind
        },
        region: region.map(Into::into),
        country: country.map(Into::into),
        coordinates: None,
        part_of: whole.map(|whole| format!("test:{whole}").into()),
        undecided: Vec::new(),
    })
}

fn parse_dates(cell: &str) -> Option<DateRange> {
    let (first, last) = cell.split_once("..").unwrap_or((cell, cell));
    Some(DateRange {
        first: first.parse().ok()?,
        last: last.parse().ok()?,
    })
}

fn parse_quantity(cell: &str) -> Option<Quantity> {
    let (figure, unit) = cell.split_once(' ')?;
    let (unit, of) = unit
        .split_once(':')
        .map_or((unit, None), |(unit, of)| (unit, Some(of)));
    let number = |text: &str| Some(text.parse::<f64>().expect("a number"));
    let (low, high) = match figure.split_at_checked(2) {
        Some((">=", low)) => (number(low), None),
        Some(("<=", high)) => (None, number(high)),
        _ => match figure.split_once('-') {
            Some((low, high)) => (number(low), number(high)),
            None => (number(figure), number(figure)),
        },
    };
    Some(Quantity {
        low,
        high,
        unit: unit.into(),
        of: of.map(Into::into),
    })
}

/// What the rooms make of claims.
pub struct Outcome {
    pub clusters: Vec<Cluster>,
    pub contradictions: Vec<Contradiction>,
}

/// All rooms from blocking to contradictions, one after the other.
pub fn run(claims: &[Claim], articles: &[Article]) -> Outcome {
    let assertions = Assertions::builtin();
    let clustering = Config::default().cluster;
    let verdicts = cluster::Verdicts::default();
    let scorer = score::Scorer::new(claims, articles, assertions, score::Levels::builtin());
    let candidates = block::candidates(claims, articles, assertions, &Config::default().block);
    let edges = candidates
        .into_iter()
        .filter_map(|candidate| scorer.edge(candidate, clustering.least_bits));
    let components = cluster::components(claims.len(), edges.collect(), &verdicts);
    let ready = cluster::Prepared::new(claims, articles, &clustering);
    let weigh = |left, right| scorer.weigh(left, right);
    let cut = |component| cluster::cut(component, &ready, &verdicts, weigh);
    let mut clusters: Vec<Cluster> = components.iter().flat_map(cut).collect();
    clusters.sort_by(|a, b| a.claims.cmp(&b.claims));
    let copies: Vec<Copy> = copies::find(
        articles,
        copies::Agencies::builtin(),
        &Config::default().copies,
    );
    let reports = copies::Reports::new(articles.len(), &copies);
    let count = |chosen: &[u32]| reports.count(chosen, claims);
    for cluster in &mut clusters {
        cluster.independent_reports = count(&cluster.claims);
    }
    let settings = Config::default().contradict;
    let blocks = Config::default().block;
    let told = block::Told::new(claims, articles, &blocks);
    let words = told.words(|_| true);
    let place = |word, denial| words.place(word, denial);
    let context = contradict::Context::new(claims, articles, assertions, &settings, &count, &place);
    let texts = contradict::Texts::new(claims, articles);
    let told = (&texts, &settings);
    let answers = |group: &Vec<u32>| contradict::answers_within(group, claims, articles, told);
    let replies: Vec<_> = contradict::by_article(claims)
        .iter()
        .flat_map(answers)
        .collect();
    let loose = cluster::loose(&components, &clusters, &replies, &ready, &verdicts);
    let found = (0..)
        .zip(&clusters)
        .flat_map(|(index, cluster)| contradict::find(index, cluster, loose.of(index), &context));
    let contradictions = contradict::rank(found.collect(), &context);
    Outcome {
        clusters,
        contradictions,
    }
}

/// The ids of some claims in their order, joined by spaces.
pub fn ids(chosen: &[u32], claims: &[Claim]) -> String {
    let mut ids: Vec<&str> = chosen
        .iter()
        .map(|&claim| claims[claim as usize].id.as_str())
        .collect();
    ids.sort_unstable();
    ids.join(" ")
}

/// Why two claims stay apart or come together, for failed tests.
pub fn why(claims: &[Claim], articles: &[Article]) -> String {
    let assertions = Assertions::builtin();
    let scorer = score::Scorer::new(claims, articles, assertions, score::Levels::builtin());
    let candidates = block::candidates(claims, articles, assertions, &Config::default().block);
    let line = |candidate| {
        let pair = scorer.pair(candidate);
        let steps: Vec<String> = pair
            .steps
            .iter()
            .map(|step| format!("{} {} {:+.1}", step.field, step.level, step.bits))
            .collect();
        let ground = Ground::of(claims[candidate.left as usize].question).name();
        format!(
            "{} [{ground}] {:+.1} = {}\n",
            ids(&[candidate.left, candidate.right], claims),
            pair.weight,
            steps.join(", ")
        )
    };
    candidates.into_iter().map(line).collect()
}
