//! The literate cases of `tests/spec/contradictions.md`: what each rule must catch and what it must permit.

use crate::claims::{self, ids};

/// One case: heading, table of claims, expected rows, expected clusters.
#[derive(Default)]
struct Case {
    title: String,
    table: String,
    rows: Option<Vec<String>>,
    clusters: Option<Vec<String>>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut block = "";
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("### ") {
            cases.push(Case {
                title: title.into(),
                ..Case::default()
            });
        } else if let Some(name) = line.strip_prefix("```") {
            block = name;
            let Some(case) = cases.last_mut() else {
                continue;
            };
            match block {
                "contradictions" => case.rows = Some(Vec::new()),
                "clusters" => case.clusters = Some(Vec::new()),
                _ => {}
            }
        } else if let Some(case) = cases.last_mut() {
            match block {
                "claims" => case.table.push_str(&format!("{line}\n")),
                "contradictions" => case.rows.get_or_insert_default().push(line.into()),
                "clusters" => case.clusters.get_or_insert_default().push(line.into()),
                _ => {}
            }
        }
    }
    cases
}

#[test]
fn every_case_of_the_specification_holds() {
    let text = include_str!("../spec/contradictions.md");
    let failures: Vec<String> = cases(text).iter().filter_map(find_failure).collect();
    assert!(
        failures.is_empty(),
        "{} cases fail\n{}",
        failures.len(),
        failures.join("\n")
    );
}

fn find_failure(case: &Case) -> Option<String> {
    let (claims, articles) = claims::parse(&case.table);
    let outcome = claims::run(&claims, &articles);
    let mut rows: Vec<String> = outcome
        .contradictions
        .iter()
        .map(|row| {
            let party = |side: &atodds::model::contradiction::Side| {
                side.party
                    .as_ref()
                    .map_or("-".to_owned(), |party| party.to_string())
            };
            let status = format!("{:?}", row.status).to_lowercase();
            format!(
                "{} {status} | {}: {} | {}: {}",
                row.code,
                party(&row.left),
                ids(&row.left.claims, &claims),
                party(&row.right),
                ids(&row.right.claims, &claims)
            )
        })
        .collect();
    rows.sort();
    let mut clusters: Vec<String> = outcome
        .clusters
        .iter()
        .map(|cluster| ids(&cluster.claims, &claims))
        .collect();
    clusters.sort();
    let mut failure = String::new();
    for (what, wanted, got) in [
        ("contradictions", &case.rows, rows),
        ("clusters", &case.clusters, clusters),
    ] {
        if let Some(wanted) = wanted {
            let mut wanted = wanted.clone();
            wanted.sort();
            if wanted != got {
                failure.push_str(&format!(
                    "  {what} wanted:\n    {}\n  got:\n    {}\n",
                    wanted.join("\n    "),
                    got.join("\n    ")
                ));
            }
        }
    }
    let notes: Vec<&str> = outcome
        .contradictions
        .iter()
        .map(|row| row.note.as_str())
        .collect();
    (!failure.is_empty()).then(|| {
        format!(
            "## {}\n{failure}  notes: {}\n{}",
            case.title,
            notes.join("\n    "),
            claims::why(&claims, &articles)
        )
    })
}

#[test]
fn a_note_names_the_place_that_is_held_though_the_object_bears_its_name() {
    let table = "
r1 | TASS 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01 | | Pokrovsk
u1 | CGTN 2025-12-03 | Ukraine | deny | Russia | capture | Pokrovsk | | | Pokrovsk";
    let (claims, articles) = claims::parse(table.trim_start());
    let outcome = claims::run(&claims, &articles);
    let note = outcome.contradictions[0].note.as_str();
    assert!(note.contains("captured Pokrovsk"), "{note}");
}
