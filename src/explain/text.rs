//! Explanations as text for people.

use crate::page::{Page, Tone};

use super::source::{Bits, Source};
use super::{
    ClaimWhy, ClusterWhy, ContradictionWhy, Explanation, PairWhy, RowWhy, SideWhy, StoryWhy, Told,
};

/// Column in which labels end.
const LABELS: usize = 14;

/// Writes an explanation on a page.
pub fn write(explanation: &Explanation, page: &mut Page) {
    page.blank();
    match explanation {
        Explanation::Claim(why) => claim(why, page),
        Explanation::Pair(why) => pair(why, page),
        Explanation::Cluster(why) => cluster(why, page),
        Explanation::Story(why) => story(why, page),
        Explanation::Contradiction(why) => contradiction(why, page),
    }
}

fn heading(page: &mut Page, text: &str) {
    page.blank();
    page.line(0, Tone::Strong, text);
}

fn cite(page: &mut Page, indent: usize, source: &Source) {
    page.quote(indent, &source.quote);
    let outlet = source.outlet.as_deref().unwrap_or("no outlet named");
    let published = source.published.as_deref().unwrap_or("no date");
    let from = format!("{outlet}, {published}, {}", source.article);
    page.line(indent, Tone::Faint, &from);
}

fn voice(source: &Source) -> String {
    match (&source.speaker, &source.party) {
        (Some(speaker), Some(party)) if speaker != party => format!("{speaker}, for {party}"),
        (Some(speaker), _) => speaker.clone(),
        (None, Some(party)) => party.clone(),
        (None, None) => "the outlet in its own voice".into(),
    }
}

fn claim(why: &ClaimWhy, page: &mut Page) {
    let title = format!("Claim {}: {}", why.source.claim, why.source.position);
    page.line(0, Tone::Strong, &title);
    page.line(2, Tone::Plain, &format!("said by {}", voice(&why.source)));
    cite(page, 2, &why.source);
    heading(
        page,
        &format!("Fields (it answers a question of {})", why.question),
    );
    for field in &why.fields {
        page.labelled(2, field.name, LABELS, Tone::Plain, &field.value);
        let words = field.words.as_ref().map_or_else(
            || "not in the sentence's words".into(),
            |words| format!("“{words}”"),
        );
        let list = field.list.as_ref();
        let list = list.map_or_else(String::new, |list| format!(", {list}"));
        let how = format!("{words}, by {}{list}", field.rule);
        page.line(2 + LABELS, Tone::Faint, &how);
    }
    if !why.missing.is_empty() {
        page.labelled(2, "not told", LABELS, Tone::Plain, &why.missing.join(", "));
    }
    if let Some((target, how)) = &why.denies {
        heading(page, "Points back");
        let target = target.as_deref().unwrap_or("to nothing that was found");
        page.line(2, Tone::Plain, &format!("{target}: {how}"));
    }
    heading(page, "Where it went");
    let cluster = why.cluster.as_deref().unwrap_or("none");
    page.labelled(2, "cluster", LABELS, Tone::Plain, cluster);
    let rows = match why.contradictions.is_empty() {
        true => "none".to_owned(),
        false => why.contradictions.join(", "),
    };
    page.labelled(2, "contradicts", LABELS, Tone::Plain, &rows);
}

fn pair(why: &PairWhy, page: &mut Page) {
    let title = format!("Claims {} and {}", why.left.claim, why.right.claim);
    page.line(0, Tone::Strong, &title);
    let tone = if why.grouping.together {
        Tone::Calm
    } else {
        Tone::Plain
    };
    page.line(2, tone, &why.verdict);
    for (name, source) in [("Left", &why.left), ("Right", &why.right)] {
        let said = format!("{name}: {} (said by {})", source.position, voice(source));
        heading(page, &said);
        cite(page, 2, source);
    }
    heading(page, "Who proposed the pair");
    for rule in &why.proposals {
        let mark = if rule.proposed { "yes" } else { "no" };
        let text = format!("{mark}: {} (looks for {})", rule.why, rule.brings);
        page.labelled(2, rule.rule, LABELS + 2, Tone::Plain, &text);
    }
    heading(page, "Weight in bits, above 0 for one matter");
    steps(page, &why.steps, why.weight);
    if let Some(answer) = &why.answer {
        heading(page, "Bits by which one answers the other");
        page.line(2, Tone::Plain, &answer.met);
        steps(page, &answer.steps, answer.weight);
    }
    heading(page, "What excludes it");
    let none = "nothing in the two claims";
    page.line(2, Tone::Plain, why.exclusion.unwrap_or(none));
    if let Some(reason) = why.grouping.exclusion {
        page.line(2, Tone::Plain, &format!("of their clusters: {reason}"));
    }
    heading(page, "Whether they contradict each other");
    row_between(&why.row, page);
}

fn row_between(why: &RowWhy, page: &mut Page) {
    page.line(2, Tone::Plain, &why.says);
    if !why.contradictions.is_empty() {
        page.line(2, Tone::Plain, &why.contradictions.join(", "));
    }
    if !why.steps.is_empty() {
        steps(page, &why.steps, why.weight);
    }
}

fn steps(page: &mut Page, steps: &[Bits], weight: f32) {
    for step in steps {
        let text = format!("{}: {}", step.field, step.words);
        page.labelled(
            2,
            &format!("{:>8}", signed(step.bits)),
            10,
            Tone::Plain,
            &text,
        );
    }
    page.labelled(
        2,
        &format!("{:>8}", signed(weight)),
        10,
        Tone::Strong,
        "together",
    );
}

fn signed(weight: f32) -> String {
    let text = format!("{weight:+.2}");
    // `-0.00` reads like a finding.
    match text.as_str() {
        "+0.00" | "-0.00" => "0.00".into(),
        _ => text,
    }
}

fn cluster(why: &ClusterWhy, page: &mut Page) {
    let title = format!(
        "Cluster {}: {} claims on one question of {}, {} independent reports",
        why.cluster,
        why.members.len(),
        why.question,
        why.independent_reports
    );
    page.line(0, Tone::Strong, &title);
    let rows = match why.contradictions.is_empty() {
        true => "no contradiction in it".to_owned(),
        false => format!("contradictions: {}", why.contradictions.join(", ")),
    };
    page.line(2, Tone::Plain, &rows);
    for member in &why.members {
        let source = &member.source;
        let said = format!(
            "{} {} (said by {})",
            source.claim,
            source.position,
            voice(source)
        );
        heading(page, &said);
        let joined = match (&member.nearest, member.bits, member.rule) {
            (Some(near), Some(weight), Some(rule)) => {
                format!(
                    "nearest to {near} with {} bits, proposed by {rule}",
                    signed(weight)
                )
            }
            (Some(near), Some(weight), None) => format!(
                "nearest to {near} with {} bits, brought in by other members",
                signed(weight)
            ),
            _ => "the founder: the earliest claim, from which the cluster has its id".into(),
        };
        page.line(2, Tone::Plain, &joined);
        if let Some(row) = &member.row {
            let held = format!("quoted against another member by the contradiction {row}");
            page.line(2, Tone::Plain, &held);
        }
        cite(page, 2, source);
    }
}

fn story(why: &StoryWhy, page: &mut Page) {
    let count = why.members.len();
    let articles = if count == 1 { "article" } else { "articles" };
    let title = format!(
        "Story {}: {count} {articles}, “{}”",
        why.story, why.headline
    );
    page.line(0, Tone::Strong, &title);
    let joined = format!(
        "alike by {:.2} on average; an article joins the story to which it is most alike, from {:.2} on",
        why.likeness, why.least
    );
    page.line(2, Tone::Plain, &joined);
    why.members.iter().for_each(|member| told(member, page));
}

fn told(member: &Told, page: &mut Page) {
    heading(page, &member.title);
    let alike = match (member.likeness, &member.nearest) {
        (Some(likeness), Some((nearest, most))) => format!(
            "alike to the others by {likeness:.2}, most to {nearest} by {most:.2}: {}",
            member.words.join(", ")
        ),
        _ => "no other article tells of it".into(),
    };
    page.line(2, Tone::Plain, &alike);
    let outlet = member.outlet.as_deref().unwrap_or("no outlet named");
    let published = member.published.as_deref().unwrap_or("no date");
    page.line(
        2,
        Tone::Faint,
        &format!("{outlet}, {published}, {}", member.article),
    );
}

fn contradiction(why: &ContradictionWhy, page: &mut Page) {
    let title = format!("Contradiction {}: {}", why.contradiction, why.note);
    page.line(0, Tone::Strong, &title);
    let rule = format!("{} {}: {}.", why.code, why.kind, why.rule);
    page.line(2, Tone::Plain, &rule);
    side("Left", &why.left, page);
    side("Right", &why.right, page);
    heading(page, "The ground that the two share, in bits");
    if let Some((left, right)) = &why.clash {
        page.line(2, Tone::Faint, &format!("of {left} against {right}"));
    }
    let sum = why.ground.iter().map(|step| step.bits).sum();
    steps(page, &why.ground, sum);
    heading(page, "Weight in bits, by which rows are ranked");
    steps(page, &why.steps, why.weight);
    heading(page, &format!("Status: {}", why.settled.status));
    match &why.settled.by {
        Some(source) => {
            let said = format!("{} (said by {})", source.position, voice(source));
            page.line(2, Tone::Plain, &said);
            cite(page, 2, source);
        }
        None => page.line(2, Tone::Plain, "no later word changes it"),
    }
    if !why.settled.steps.is_empty() {
        heading(page, "That this gives the other side right, in bits");
        let sum = why.settled.steps.iter().map(|step| step.bits).sum();
        steps(page, &why.settled.steps, sum);
    }
    heading(page, "Missing");
    match why.missing.is_empty() {
        true => page.line(
            2,
            Tone::Plain,
            "nothing: both quotes tell party, actor, object, place and date",
        ),
        false => why
            .missing
            .iter()
            .for_each(|lack| page.line(2, Tone::Plain, lack)),
    }
    heading(page, &format!("It stands in cluster {}", why.cluster));
}

fn side(name: &str, side: &SideWhy, page: &mut Page) {
    let party = side
        .party
        .as_deref()
        .unwrap_or("outlets in their own voice");
    heading(page, &format!("{name}: {party}: {}", side.position));
    cite(page, 2, &side.quote);
    let reports = side.independent_reports;
    let claims = format!(
        "{} claims in {reports} independent reports: {}",
        side.claims.len(),
        side.claims.join(", ")
    );
    page.line(2, Tone::Faint, &claims);
}
