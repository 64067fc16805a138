//! Clashes to rows: one row for two positions in a cluster.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::model::claim::DateRange;
use crate::model::cluster::Cluster;
use crate::model::contradiction::{Contradiction, Kind, Side, Status};
use crate::model::id::stable_id;

use super::view::View;
use super::{Clash, Context, note, quote, status, weight};

/// What two clashes of one row have in common: kind, the two parties in order, the matter.
type Row<'a> = (Kind, Option<&'a str>, Option<&'a str>, &'a str);

/// The rows of a cluster.
pub fn rows(
    index: u32,
    cluster: &Cluster,
    views: &[View<'_>],
    clashes: &[Clash],
    context: &Context<'_>,
) -> Vec<Contradiction> {
    let mut rows: BTreeMap<Row<'_>, Vec<(&Clash, bool)>> = BTreeMap::new();
    for clash in clashes {
        let (left, right) = (find(views, clash.left), find(views, clash.right));
        let swap = swaps(clash, left, right);
        let (first, second) = if swap { (right, left) } else { (left, right) };
        let row = (clash.kind, first.party, second.party, clash.matter.as_str());
        rows.entry(row).or_default().push((clash, swap));
    }
    rows.values()
        .map(|clashes| row(index, cluster, views, clashes, context))
        .collect()
}

/// Whether the sides change places so that each row reads the same way: the affirming side of a denial stands left, and
/// otherwise the party whose name comes first.
fn swaps(clash: &Clash, left: &View<'_>, right: &View<'_>) -> bool {
    clash.kind != Kind::Denial && clash.kind != Kind::Stance && left.party > right.party
}

fn find<'a, 'b>(views: &'b [View<'a>], claim: u32) -> &'b View<'a> {
    let place = views.partition_point(|view| view.index < claim);
    &views[place]
}

fn row(
    index: u32,
    cluster: &Cluster,
    views: &[View<'_>],
    clashes: &[(&Clash, bool)],
    context: &Context<'_>,
) -> Contradiction {
    let sides = |left: bool| {
        let claim = |&(clash, swap): &(&Clash, bool)| {
            if left != swap {
                clash.left
            } else {
                clash.right
            }
        };
        let mut claims: Vec<u32> = clashes.iter().map(claim).collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    };
    let best = clashes.iter().map(|(clash, _)| *clash).min_by(|a, b| {
        let explicit = super::RULES.iter().position(|rule| rule.code == a.code);
        let other = super::RULES.iter().position(|rule| rule.code == b.code);
        explicit.cmp(&other).then(b.bits().total_cmp(&a.bits()))
    });
    let (code, kind) = best.map_or(("", Kind::Denial), |clash| (clash.code, clash.kind));
    let mut row = Contradiction {
        id: CompactString::default(),
        code,
        kind,
        status: Status::Open,
        status_claim: None,
        weight: 0.0,
        cluster: index,
        dates: None,
        left: side(sides(true), views, context),
        right: side(sides(false), views, context),
        note: String::new(),
    };
    row.dates = dates(&row, context);
    (row.status, row.status_claim) = status::settle(&row, views, context);
    row.weight = weight::steps(&row, context)
        .iter()
        .map(|step| step.bits)
        .sum();
    row.id = id(
        &row,
        cluster,
        clashes.first().map_or("", |(clash, _)| &clash.matter),
    );
    row.note = note::write(&row, context);
    row
}

fn side(claims: Vec<u32>, views: &[View<'_>], context: &Context<'_>) -> Side {
    let members: Vec<&View<'_>> = claims.iter().map(|&claim| find(views, claim)).collect();
    let clearest = quote::clearest(&members);
    Side {
        party: clearest
            .and_then(|view| view.party)
            .map(CompactString::from),
        position: clearest.map_or(String::new(), |view| note::position(view, context)),
        quote: clearest.map_or(0, |view| view.index),
        independent_reports: (context.count)(&claims),
        claims,
    }
}

/// First and last day that the claims of both sides speak of.
fn dates(row: &Contradiction, context: &Context<'_>) -> Option<DateRange> {
    let claims = row.left.claims.iter().chain(&row.right.claims);
    let dates = claims.filter_map(|&claim| context.claims[claim as usize].dates.as_ref());
    dates.map(|found| found.value).reduce(|a, b| DateRange {
        first: a.first.min(b.first),
        last: a.last.max(b.last),
    })
}

/// From kind, cluster, parties and matter, not from the claims, so that a row keeps its id when claims join it.
fn id(row: &Contradiction, cluster: &Cluster, matter: &str) -> CompactString {
    let kind = super::find_rule(row.code).map_or("", |rule| &rule.code[..2]);
    let party = |side: &Side| {
        side.party
            .as_ref()
            .map_or(String::new(), |party| party.to_string())
    };
    let (left, right) = (party(&row.left), party(&row.right));
    stable_id(
        'x',
        [
            kind,
            cluster.id.as_str(),
            left.as_str(),
            right.as_str(),
            matter,
        ],
    )
}
