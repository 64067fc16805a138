//! How fast sentences are cut and parsed, on the sentences of the parity test.

use std::hint::black_box;

use atodds::parse::Parser;
use atodds::segment::sentences;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const SENTENCES: &str = include_str!("../tests/golden/parity/sentences.txt");

fn parsing(criterion: &mut Criterion) {
    let parser = Parser::embedded();
    let batch: Vec<(&str, usize)> = SENTENCES.lines().map(|line| (line, 0)).collect();
    let tokens: usize = parser
        .parse_batch(&batch)
        .iter()
        .map(|parsed| parsed.tokens.len())
        .sum();
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Elements(tokens as u64));
    group.bench_function("batch", |bencher| {
        bencher.iter(|| parser.parse_batch(black_box(&batch)))
    });
    group.bench_function("one by one", |bencher| {
        bencher.iter(|| {
            let parse = |(text, offset): &(&str, usize)| parser.parse(text, *offset);
            black_box(&batch).iter().map(parse).collect::<Vec<_>>()
        })
    });
    group.finish();
}

fn cutting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("segment");
    group.throughput(Throughput::Bytes(SENTENCES.len() as u64));
    group.bench_function("sentences", |bencher| {
        bencher.iter(|| sentences(black_box(SENTENCES)))
    });
    group.finish();
}

criterion_group!(benches, parsing, cutting);
criterion_main!(benches);
