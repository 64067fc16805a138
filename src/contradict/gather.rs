//! Clashes to rows: one row for two positions in a cluster.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::model::claim::DateRange;
use crate::model::cluster::Cluster;
use crate::model::contradiction::{Contradiction, Kind, Side, Status};
use crate::model::id::stable_id;

use super::occurrence::TWO_WINNERS;
use super::view::View;
use super::{Clash, Context, cause, note, quantity, quote, status, weight};

/// Clashes of one kind between the same two positions are one row, whoever holds them; a party against its own word has
/// a row of its own.
type Row<'a> = (Kind, Option<&'a str>, &'a str, &'a str);

/// Ends the position of a denial in which no doer is named.
const NAMELESS: char = '\u{1f}';

/// A clash and whether its sides change places in its row.
pub type Placed<'a> = (&'a Clash, bool);

/// The rows of a cluster.
pub fn rows(
    index: u32,
    cluster: &Cluster,
    views: &[View<'_>],
    clashes: &[Clash],
    context: &Context<'_>,
) -> Vec<Contradiction> {
    let mut rows: BTreeMap<Row<'_>, Vec<Placed<'_>>> = BTreeMap::new();
    for clash in clashes {
        let parties = [clash.left, clash.right].map(|claim| find(views, claim).party);
        let own = parties[0].filter(|_| parties[0] == parties[1]);
        let (left, right) = (clash.left_position.as_str(), clash.right_position.as_str());
        let swap = !is_directed(clash) && left > right;
        let (left, right) = if swap { (right, left) } else { (left, right) };
        let row = (clash.kind, own, left, right);
        rows.entry(row).or_default().push((clash, swap));
    }
    merge_nameless(&mut rows);
    let sound = rows.iter().filter(|(row, clashes)| match row.0 {
        Kind::Quantity => !quantity::agreed(clashes, views, context),
        Kind::Cause => !cause::agreed(clashes, views),
        _ => true,
    });
    sound
        .filter_map(|(row, clashes)| build(index, cluster, views, row, clashes, context))
        .collect()
}

/// A denial of what was told with and without a doer is one row: the nameless one goes into the other.
fn merge_nameless<'a>(rows: &mut BTreeMap<Row<'a>, Vec<Placed<'a>>>) {
    let nameless: Vec<Row<'a>> = rows
        .keys()
        .filter(|(kind, _, left, _)| *kind == Kind::Denial && left.ends_with(NAMELESS))
        .copied()
        .collect();
    for key in nameless {
        let deniers =
            |row: &[Placed<'a>]| -> Vec<u32> { row.iter().map(|(clash, _)| clash.right).collect() };
        let own = deniers(&rows[&key]);
        let meets = |(other, clashes): &(&Row<'a>, &Vec<Placed<'a>>)| {
            let same = other.0 == key.0 && other.1 == key.1 && **other != key;
            same && deniers(clashes).iter().any(|claim| own.contains(claim))
        };
        let target = rows.iter().find(meets).map(|(target, _)| *target);
        if let Some(target) = target {
            let clashes = rows.remove(&key).unwrap_or_default();
            rows.entry(target).or_default().extend(clashes);
        }
    }
}

/// Whether the first answer stands left: the affirming side of a denial, the side that is for a matter. In other kinds
/// the position whose name comes first does, so that each row reads the same way; so it does of two winners.
fn is_directed(clash: &Clash) -> bool {
    let winners = clash.code == TWO_WINNERS.code;
    matches!(clash.kind, Kind::Denial | Kind::Stance | Kind::Occurrence) && !winners
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
    key: &Row<'_>,
    clashes: &[Placed<'_>],
    context: &Context<'_>,
) -> Option<Contradiction> {
    let sides = |left: bool| {
        let claim = |&(clash, swap): &Placed<'_>| {
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
    let (best, swap) = strongest(clashes, views, context)?;
    let quotes = match swap {
        true => (best.right, best.left),
        false => (best.left, best.right),
    };
    let mut row = Contradiction {
        id: CompactString::default(),
        code: best.code,
        kind: best.kind,
        status: Status::Open,
        status_claim: None,
        weight: 0.0,
        cluster: index,
        dates: None,
        left: side(sides(true), quotes.0, views, context),
        right: side(sides(false), quotes.1, views, context),
        note: String::new(),
    };
    row.dates = dates(&row, context);
    let steps = weight::listed(&row, context)?;
    (row.status, row.status_claim) = status::settle(&row, views, context);
    row.weight = steps.iter().map(|step| step.bits).sum();
    row.id = id(cluster, key);
    row.note = note::write(&row, context);
    Some(row)
}

/// Bits by which a pair may be less likely right than the likeliest of its row and still be shown for being more explicit.
const NEAR_BEST: f32 = 1.5;

/// The clash that a reader is shown: of the likeliest the most explicit, in the clearest words.
fn strongest<'a, 'b>(
    clashes: &'b [Placed<'a>],
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<&'b Placed<'a>> {
    let graded = clashes.iter().map(|placed| graded(placed, views, context));
    let graded: Vec<_> = graded.collect();
    let most = graded
        .iter()
        .map(|graded| graded.0)
        .fold(f32::MIN, f32::max);
    let near = graded
        .into_iter()
        .filter(|graded| graded.0 >= most - NEAR_BEST);
    let best = near.min_by(|a, b| {
        let explicit = a.1.cmp(&b.1).then_with(|| b.0.total_cmp(&a.0));
        explicit.then_with(|| a.2.cmp(&b.2))
    });
    best.map(|(.., placed)| placed)
}

/// How likely a clash is right, how explicit its rule, and how clear its words.
fn graded<'a, 'b, 'v>(
    placed: &'b Placed<'a>,
    views: &[View<'v>],
    context: &Context<'_>,
) -> (f32, Option<usize>, impl Ord + use<'v>, &'b Placed<'a>) {
    let clash = placed.0;
    let (left, right) = (find(views, clash.left), find(views, clash.right));
    let explicit = super::place_of(clash.code);
    let clarity = (quote::clarity(left), quote::clarity(right));
    let bits = weight::pair_bits(left, right, clash.code, context);
    (bits, explicit, clarity, placed)
}

fn side(claims: Vec<u32>, quote: u32, views: &[View<'_>], context: &Context<'_>) -> Side {
    let members: Vec<&View<'_>> = claims.iter().map(|&claim| find(views, claim)).collect();
    let clearest = find(views, quote);
    Side {
        party: parties(clearest, &members),
        position: note::position(clearest, context),
        quote,
        independent_reports: (context.count)(&claims),
        claims,
    }
}

/// The party of the quote, then the others by name, separated by `|`; `None` where only outlets speak.
fn parties(clearest: &View<'_>, members: &[&View<'_>]) -> Option<CompactString> {
    let first = clearest.party;
    let mut others: Vec<&str> = members.iter().filter_map(|view| view.party).collect();
    others.sort_unstable();
    others.dedup();
    let others = others.into_iter().filter(|&party| Some(party) != first);
    let all: Vec<&str> = first.into_iter().chain(others).collect();
    (!all.is_empty()).then(|| all.join("|").into())
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

/// From kind, cluster and positions, not from the claims, so that a row keeps its id when claims join it.
fn id(cluster: &Cluster, (kind, own, left, right): &Row<'_>) -> CompactString {
    let rule = super::RULES.iter().find(|rule| rule.kind == *kind);
    let class = rule.map_or("", |rule| &rule.code[..2]);
    let parts = [class, cluster.id.as_str(), own.unwrap_or(""), left, right];
    stable_id('x', parts)
}
