//! For whom the speakers of the sample gold speak, each phrase resolved as the gold has it.

use std::collections::BTreeMap;
use std::path::Path;

use atodds::config::Config;
use atodds::eval::gold::{Gold, GoldClaim};
use atodds::eval::names;
use atodds::model::article::Article;
use atodds::model::span::TextField;
use atodds::pipeline::{Tools, terms_of};
use atodds::read;

/// Share of the speakers that must come out right.
const FLOOR: f64 = 0.95;

#[test]
fn speakers_of_the_gold_have_their_party() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let (gold, _) = Gold::load(&root.join("gold")).unwrap();
    let articles = articles(&root);
    let mut by_article: BTreeMap<&str, Vec<&GoldClaim>> = BTreeMap::new();
    for claim in gold.claims.iter().filter(|claim| !claim.speaker.is_empty()) {
        by_article.entry(&claim.article).or_default().push(claim);
    }
    let tools = Tools::embedded();
    let (mut count, mut wrong) = (0, Vec::new());
    for (key, claims) in by_article {
        let mut terms = terms_of(&articles[key], &tools);
        for claim in claims {
            count += 1;
            let decision = terms
                .party(&claim.speaker, at(claim, &articles[key]))
                .clone();
            let party = decision.party.as_deref().unwrap_or_default();
            // Bystanders and experts are a side of their own in the gold and nobody's in a claim: the same thing said twice.
            let own_side = party.is_empty() && names::is_same(&claim.party, &claim.speaker);
            if !own_side && !names::is_party(&claim.party, party) {
                wrong.push(format!(
                    "{key} {}: {:?} is {party:?} by {}, not {:?}",
                    claim.id, claim.speaker, decision.rule, claim.party
                ));
            }
        }
    }
    let share = 1.0 - wrong.len() as f64 / count as f64;
    println!("{share:.3} of {count}; wrong:\n{}", wrong.join("\n"));
    assert!(share >= FLOOR, "{share:.3} of {count}");
}

fn articles(root: &Path) -> BTreeMap<String, Article> {
    let config = Config::default();
    let (inputs, _) = read::walk(&[root.to_owned()], &config.read);
    let loaded = inputs
        .iter()
        .flat_map(|input| read::load(input, &config.read).0);
    loaded
        .map(|article| (article.key.clone(), article))
        .collect()
}

/// Where the claim stands in the body; `None` for one of the title.
fn at(claim: &GoldClaim, article: &Article) -> Option<u32> {
    let text = article.text(TextField::Body);
    let at = text
        .find(&claim.anchor)
        .filter(|_| claim.field == TextField::Body)?;
    let end = at + claim.anchor.len();
    Some(
        text[end..]
            .find(&claim.speaker)
            .filter(|&gap| gap < 200)
            .map_or(end, |gap| end + gap) as u32,
    )
}
