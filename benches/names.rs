//! How fast the party and place lists open and are looked up in.

use std::hint::black_box;

use atodds::lexicon::overlay::Overlay;
use atodds::lexicon::parties::{PartyLexicon, split_words};
use atodds::lexicon::places::Gazetteer;
use criterion::{Criterion, criterion_group, criterion_main};

fn opening(criterion: &mut Criterion) {
    let none = Overlay::default();
    let mut group = criterion.benchmark_group("open");
    group.bench_function("parties", |bencher| {
        bencher.iter(|| PartyLexicon::read(black_box(&none), &mut Vec::new()))
    });
    group.bench_function("places", |bencher| {
        bencher.iter(|| Gazetteer::read(black_box(&none), &mut Vec::new()))
    });
    group.finish();
}

fn looking_up(criterion: &mut Criterion) {
    let (parties, places) = (PartyLexicon::embedded(), Gazetteer::embedded());
    let mut group = criterion.benchmark_group("look up");
    for name in ["Syrskyi", "Ukrainian General Staff", "Nobody"] {
        let words = split_words(name);
        group.bench_function(format!("party {name}"), |bencher| {
            bencher.iter(|| parties.longest_name(black_box(&words), 0))
        });
    }
    for name in ["Artyomovsk", "Zelenyi Hai", "Nowhere"] {
        let key = places.fold(name);
        group.bench_function(format!("place {name}"), |bencher| {
            bencher.iter(|| places.find_folded(black_box(&key)).count())
        });
    }
    group.bench_function("fold a place name", |bencher| {
        bencher.iter(|| places.fold(black_box("Novohrad-Volynskyi")))
    });
    group.finish();
}

criterion_group!(benches, opening, looking_up);
criterion_main!(benches);
