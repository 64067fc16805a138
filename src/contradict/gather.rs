//! Clashes to rows: one row for two positions in a cluster.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::model::claim::DateRange;
use crate::model::cluster::Cluster;
use crate::model::contradiction::{Contradiction, Kind, Side, Status};
use crate::model::id::stable_id;

use super::view::View;
use super::{Clash, Context, note, quantity, quote, status, weight};

/// Who holds what: the party and its position.
type Holder<'a> = (Option<&'a str>, &'a str);

/// Two clashes of one kind between the same two holders are one row.
type Row<'a> = (Kind, Holder<'a>, Holder<'a>);

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
        let left = (find(views, clash.left).party, clash.left_position.as_str());
        let right = (
            find(views, clash.right).party,
            clash.right_position.as_str(),
        );
        let swap = !is_directed(clash.kind) && left > right;
        let (left, right) = if swap { (right, left) } else { (left, right) };
        rows.entry((clash.kind, left, right))
            .or_default()
            .push((clash, swap));
    }
    let sound = rows.iter().filter(|(row, clashes)| {
        row.0 != Kind::Quantity || !quantity::agreed(clashes, views, context)
    });
    sound
        .map(|(row, clashes)| build(index, cluster, views, row, clashes, context))
        .collect()
}

/// Whether the first answer stands left: the affirming side of a denial, the side that is for a matter. In other kinds
/// the party whose name comes first does, so that each row reads the same way.
fn is_directed(kind: Kind) -> bool {
    matches!(kind, Kind::Denial | Kind::Stance | Kind::Occurrence)
}

/// The view of a claim.
pub fn find<'a, 'b>(views: &'b [View<'a>], claim: u32) -> &'b View<'a> {
    let place = views.partition_point(|view| view.index < claim);
    &views[place]
}

fn build(
    index: u32,
    cluster: &Cluster,
    views: &[View<'_>],
    holders: &Row<'_>,
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
    row.id = id(cluster, holders);
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

/// From kind, cluster, parties and positions, not from the claims, so that a row keeps its id when claims join it.
fn id(cluster: &Cluster, (kind, left, right): &Row<'_>) -> CompactString {
    let rule = super::RULES.iter().find(|rule| rule.kind == *kind);
    let class = rule.map_or("", |rule| &rule.code[..2]);
    let party = |holder: &Holder<'_>| holder.0.unwrap_or("").to_owned();
    let (left_party, right_party) = (party(left), party(right));
    stable_id(
        'x',
        [
            class,
            cluster.id.as_str(),
            left_party.as_str(),
            left.1,
            right_party.as_str(),
            right.1,
        ],
    )
}
