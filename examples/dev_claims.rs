use atodds::{
    extract,
    lexicon::Lexicon,
    model::{article::Article, parsed::*, span::*},
};
use std::io::BufRead;
fn main() {
    let lex = Lexicon::embedded();
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let mut sents = vec![];
        for s in v["sents"].as_array().unwrap() {
            let u = |x: &serde_json::Value| x.as_u64().unwrap() as u32;
            let off = u(&s["offset"]);
            let tokens = s["tokens"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| Token {
                    span: Span {
                        start: u(&t[0]),
                        end: u(&t[1]),
                    },
                    lemma: t[2].as_str().unwrap().into(),
                    tag: Tag::from_label(t[3].as_str().unwrap()).unwrap(),
                    pos: Pos::from_label(t[4].as_str().unwrap()).unwrap_or(Pos::X),
                    head: u(&t[5]),
                    dep: Dep::from_label(t[6].as_str().unwrap()).unwrap_or(Dep::Dep),
                })
                .collect();
            let entities = s["ents"]
                .as_array()
                .unwrap()
                .iter()
                .map(|e| Entity {
                    first: u(&e[0]),
                    last: u(&e[1]),
                    label: EntityLabel::from_label(e[2].as_str().unwrap()).unwrap(),
                })
                .collect();
            sents.push((
                if s["title"] == true {
                    TextField::Title
                } else {
                    TextField::Body
                },
                ParsedSentence {
                    text: s["text"].as_str().unwrap().into(),
                    offset: off,
                    tokens,
                    entities,
                },
            ));
        }
        let art = Article {
            key: "x".into(),
            body: v["body"].as_str().unwrap().into(),
            title: v["title"].as_str().unwrap().into(),
            published: Some(jiff::civil::date(2025, 12, 3)),
            ..Default::default()
        };
        let claims = extract::claims(0, &art, &sents, &lex);
        let mut last = None;
        for (f, s) in &sents {
            println!("\n{:?} {}", f, s.text);
            for c in claims
                .iter()
                .filter(|c| c.sentence.start == s.offset && c.field == *f)
            {
                last = Some(c);
                println!(
                    "   {:?} {:?} | sp={} | {:?} act={} obj={} pl={} part={} rel={:?}",
                    c.stance.value,
                    c.modality.value,
                    c.speaker.as_ref().map_or("-", |x| &x.value),
                    c.assertion.value,
                    c.actor
                        .as_ref()
                        .map_or("-".into(), |x| format!("{}[{}]", x.value, x.rule)),
                    c.object.as_ref().map_or("-", |x| &x.value),
                    c.place.as_ref().map_or("-".into(), |p| format!(
                        "{}/{:?}[{}]",
                        p.value.name, p.value.region, p.rule
                    )),
                    c.partial,
                    c.relayed_by
                        .iter()
                        .map(|x| x.value.as_str())
                        .collect::<Vec<_>>()
                );
            }
        }
        let _ = last;
        if let Some(t) = v["tables"].as_str() {
            println!("{}", t.split("# ").next().unwrap().trim());
            println!("==========");
        }
    }
}
