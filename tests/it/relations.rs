//! Relations that hold for any claims: symmetry, sums, order, threads, and equality with a slow reference.

use atodds::config::Config;
use atodds::lexicon::assertions::Assertions;
use atodds::model::article::Article;
use atodds::model::claim::Claim;
use atodds::model::pair::Edge;
use atodds::{block, cluster, score};
use proptest::prelude::*;
use rayon::prelude::*;

use crate::claims::{self, ids};

/// A table of up to `most` claims over few values, so that many of them meet.
fn tables(most: usize) -> impl Strategy<Value = String> {
    let pick = |values: &'static [&'static str]| proptest::sample::select(values);
    let row = (
        pick(&[
            "A 2025-12-01",
            "B 2025-12-02",
            "C 2025-12-04",
            "D 2025-12-20",
            "E",
        ]),
        pick(&["Russia", "Ukraine", "United States", ""]),
        pick(&["affirm", "affirm", "deny", "affirm?", "deny!"]),
        pick(&["Russia", "Ukraine", "missile/", ""]),
        pick(&[
            "capture",
            "control",
            "contest",
            "attack",
            "destroy",
            "die",
            "agree",
            "reject",
            "cause",
            "other:weigh",
        ]),
        pick(&[
            "Pokrovsk",
            "~Pokrovsk",
            "Kyiv",
            "dam<Kyiv",
            "region:Kherson",
            "",
        ]),
        pick(&[
            "2025-12-01",
            "2025-12-02",
            "2025-12-01..2025-12-05",
            "2025-12-15",
            "",
        ]),
        pick(&["", "", "5 person:die", "100-300 person:die", ">=20 drone"]),
        pick(&["", "dam", "power station", "Ukraine:drone", "peace plan"]),
    );
    proptest::collection::vec(row, 1..most).prop_map(|rows| {
        #[allow(clippy::type_complexity)] // one row of the table, as its columns stand
        let line = |(number, row): (usize, (&str, &str, &str, &str, &str, &str, &str, &str, &str))| {
            let (source, party, stance, actor, assertion, place, date, quantity, object) = row;
            format!("c{number:02}|{source}|{party}|{stance}|{actor}|{assertion}|{place}|{date}|{quantity}|{object}\n")
        };
        rows.into_iter().enumerate().map(line).collect()
    })
}

/// What a run found, in ids only.
fn in_ids(claims: &[Claim], articles: &[Article]) -> Vec<String> {
    let outcome = claims::run(claims, articles);
    let clusters = outcome
        .clusters
        .iter()
        .map(|cluster| format!("{} {}", cluster.id, ids(&cluster.claims, claims)));
    let rows = outcome.contradictions.iter().map(|row| {
        let quotes =
            [row.left.quote, row.right.quote].map(|quote| claims[quote as usize].id.clone());
        format!(
            "{} {} {:?} {:.4} {:?} {} | {} | {}",
            row.id,
            row.code,
            row.status,
            row.weight,
            quotes,
            ids(&row.left.claims, claims),
            ids(&row.right.claims, claims),
            row.note
        )
    });
    let mut all: Vec<String> = clusters.chain(rows).collect();
    all.sort();
    all
}

/// The same claims and articles in another order.
fn shuffled(claims: &[Claim], articles: &[Article], seed: u64) -> (Vec<Claim>, Vec<Article>) {
    let order = |count: usize, salt: u64| {
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&index| {
            (index as u64 + 1)
                .wrapping_mul(seed | 1)
                .wrapping_add(salt)
                .rotate_left(29)
                ^ seed
        });
        order
    };
    let article_order = order(articles.len(), 7);
    let mut claims: Vec<Claim> = order(claims.len(), 3)
        .into_iter()
        .map(|index| claims[index].clone())
        .collect();
    for claim in &mut claims {
        let moved = article_order
            .iter()
            .position(|&old| old == claim.article as usize);
        claim.article = moved.expect("an article") as u32;
    }
    let articles = article_order
        .into_iter()
        .map(|index| articles[index].clone())
        .collect();
    (claims, articles)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn order_of_the_input_does_not_matter(table in tables(24), seed in any::<u64>()) {
        let (claims, articles) = claims::parse(&table);
        let (other_claims, other_articles) = shuffled(&claims, &articles, seed);
        prop_assert_eq!(in_ids(&claims, &articles), in_ids(&other_claims, &other_articles));
    }

    #[test]
    fn weights_are_symmetric_and_the_sum_of_their_steps(table in tables(12)) {
        let (claims, articles) = claims::parse(&table);
        let scorer = score::Scorer::new(&claims, &articles, Assertions::builtin(), score::Levels::builtin());
        for candidate in block::candidates(&claims, &articles, Assertions::builtin(), &Config::default().block) {
            let pair = scorer.pair(candidate);
            let sum: f32 = pair.steps.iter().map(|step| step.bits).sum();
            prop_assert!(candidate.left < candidate.right);
            prop_assert_eq!(pair.weight, sum);
            prop_assert_eq!(pair.weight, scorer.weigh(candidate.left, candidate.right));
            prop_assert_eq!(pair.weight, scorer.weigh(candidate.right, candidate.left));
        }
    }

    #[test]
    fn clusters_equal_those_of_a_slow_reference(table in tables(16)) {
        let (claims, articles) = claims::parse(&table);
        let config = Config::default();
        let verdicts = cluster::Verdicts::default();
        let found = claims::run(&claims, &articles).clusters;
        let mut found: Vec<Vec<u32>> = found.into_iter().map(|cluster| cluster.claims).collect();
        found.sort();
        prop_assert_eq!(found, slow_clusters(&claims, &articles, &config, &verdicts));
    }

    #[test]
    fn sides_of_a_row_are_apart_and_their_quotes_are_theirs(table in tables(24)) {
        let (claims, articles) = claims::parse(&table);
        for row in claims::run(&claims, &articles).contradictions {
            prop_assert!(row.left.claims.contains(&row.left.quote));
            prop_assert!(row.right.claims.contains(&row.right.quote));
            prop_assert!(row.left.claims.iter().all(|claim| !row.right.claims.contains(claim)), "{}", row.note);
            prop_assert!(row.left.claims.is_sorted() && row.right.claims.is_sorted());
        }
    }

    #[test]
    fn threads_do_not_matter(table in tables(24)) {
        let (claims, articles) = claims::parse(&table);
        let config = Config::default();
        let verdicts = cluster::Verdicts::default();
        let edges = edges(&claims, &articles, &config);
        let ready = cluster::Prepared::new(&claims, &articles, &config.cluster);
        let scorer = score::Scorer::new(&claims, &articles, Assertions::builtin(), score::Levels::builtin());
        let components = cluster::components(claims.len(), edges, &verdicts);
        let cut = |component| cluster::cut(component, &ready, &verdicts, |left, right| scorer.weigh(left, right));
        let one: Vec<_> = components.iter().flat_map(cut).collect();
        let many: Vec<_> = components.par_iter().flat_map_iter(cut).collect();
        prop_assert_eq!(one, many);
    }
}

fn edges(claims: &[Claim], articles: &[Article], config: &Config) -> Vec<Edge> {
    let scorer = score::Scorer::new(
        claims,
        articles,
        Assertions::builtin(),
        score::Levels::builtin(),
    );
    let candidates = block::candidates(claims, articles, Assertions::builtin(), &config.block);
    candidates
        .into_iter()
        .filter_map(|candidate| scorer.edge(candidate, config.cluster.least_bits))
        .collect()
}

/// Average linkage as one would write it without any thought of speed.
fn slow_clusters(
    claims: &[Claim],
    articles: &[Article],
    config: &Config,
    verdicts: &cluster::Verdicts,
) -> Vec<Vec<u32>> {
    let scorer = score::Scorer::new(
        claims,
        articles,
        Assertions::builtin(),
        score::Levels::builtin(),
    );
    let ready = cluster::Prepared::new(claims, articles, &config.cluster);
    let edges = edges(claims, articles, config);
    let rank = |claim: u32| {
        let published = articles[claims[claim as usize].article as usize].published;
        (
            published.is_none(),
            published,
            claims[claim as usize].id.clone(),
        )
    };
    let earliest = |cluster: &Vec<u32>| cluster.iter().map(|&claim| rank(claim)).min();
    let mut clusters: Vec<Vec<u32>> = (0..claims.len() as u32).map(|claim| vec![claim]).collect();
    loop {
        clusters.sort_by_key(earliest);
        let mut best: Option<(f64, usize, usize)> = None;
        for low in 0..clusters.len() {
            for high in low + 1..clusters.len() {
                let pairs = || {
                    clusters[low]
                        .iter()
                        .flat_map(|&a| clusters[high].iter().map(move |&b| (a, b)))
                };
                let linked = edges.iter().any(|edge| {
                    pairs().any(|(a, b)| (edge.left, edge.right) == (a.min(b), a.max(b)))
                });
                let excluded =
                    pairs().any(|(a, b)| cluster::find_exclusion(a, b, &ready, verdicts).is_some());
                let sum: i64 = pairs()
                    .map(|(a, b)| (scorer.weigh(a, b).clamp(-12.0, 12.0) * 1000.0).round() as i64)
                    .sum();
                let mean = sum as f64 / pairs().count() as f64;
                let enough = mean >= f64::from(config.cluster.least_bits) * 1000.0;
                if linked && !excluded && enough && best.is_none_or(|(most, _, _)| mean > most) {
                    best = Some((mean, low, high));
                }
            }
        }
        let Some((_, low, high)) = best else { break };
        let gone = clusters.remove(high);
        clusters[low].extend(gone);
    }
    for cluster in &mut clusters {
        cluster.sort_unstable();
    }
    clusters.sort();
    clusters
}

#[test]
fn reviewers_verdicts_join_and_part() {
    let table = "\
a|A 2025-12-01|Russia|affirm|Russia|capture|Pokrovsk|2025-12-01||
b|B 2025-12-02|Russia|affirm|Russia|capture|Pokrovsk|2025-12-01||
c|C 2025-12-02|Russia|affirm|Russia|capture|Vovchansk|2025-12-01||
";
    let (claims, articles) = claims::parse(table);
    let config = Config::default();
    let scorer = score::Scorer::new(
        &claims,
        &articles,
        Assertions::builtin(),
        score::Levels::builtin(),
    );
    let ready = cluster::Prepared::new(&claims, &articles, &config.cluster);
    let cut = |together: Vec<(u32, u32)>, apart: Vec<(u32, u32)>| {
        let verdicts = cluster::Verdicts { together, apart };
        let components =
            cluster::components(claims.len(), edges(&claims, &articles, &config), &verdicts);
        let cut = |component| {
            cluster::cut(component, &ready, &verdicts, |left, right| {
                scorer.weigh(left, right)
            })
        };
        let clusters = components.iter().flat_map(cut);
        clusters
            .map(|cluster| ids(&cluster.claims, &claims))
            .collect::<Vec<_>>()
    };
    assert_eq!(cut(vec![], vec![]), ["a b", "c"]);
    assert_eq!(cut(vec![], vec![(1, 0)]), ["a", "b", "c"]);
    assert_eq!(cut(vec![(2, 0)], vec![]), ["a b c"]);
    assert_eq!(cut(vec![(2, 0)], vec![(1, 0)]), ["a c", "b"]);
}

#[test]
fn a_cluster_keeps_its_id_when_it_grows() {
    let first = "x|A 2025-12-01|Russia|affirm|Russia|capture|Pokrovsk|2025-12-01||\n";
    let more = "b|B 2025-12-02|Ukraine|deny|Russia|capture|Pokrovsk|||\na|C 2025-12-03|Russia|affirm|Russia|control|Pokrovsk|||\n";
    let clusters = |table: &str| {
        let (claims, articles) = claims::parse(table);
        claims::run(&claims, &articles).clusters
    };
    let (one, grown) = (clusters(first), clusters(&format!("{first}{more}")));
    assert_eq!(grown.len(), 1);
    assert_eq!(one[0].id, grown[0].id);
}

#[test]
fn a_common_word_does_not_bring_claims_together_but_two_rare_ones_do() {
    let table = "\
a|A 2021-01-01|Union|affirm|Union|other:besmirch||||gruffalo quagmire
b|B 2021-01-02|Guild|affirm|Guild|other:besmirch||||quagmire gruffalo
c|C 2021-01-02|Guild|affirm|Guild|other:applaud||||sunrise
";
    let (claims, articles) = claims::parse(table);
    let found = block::candidates(
        &claims,
        &articles,
        Assertions::builtin(),
        &Config::default().block,
    );
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].left, found[0].right, found[0].rule),
        (0, 1, "object")
    );
}
