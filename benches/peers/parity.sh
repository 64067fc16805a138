#!/bin/sh
# Compares our parser with live spaCy on sentences drawn from a folder of .jsonl or .jsonl.gz files.
#
#     benches/peers/parity.sh FOLDER [COUNT] [SEED] [SHOW]
#
# COUNT sentences (2,000) are drawn with SEED (1); SHOW of those that differ are printed (0).
set -eu
. "$(dirname "$0")/environment.sh"
"$python" "$here/draw_sentences.py" "$1" "${2:-2000}" "${3:-1}" > "$work/sentences.jsonl"
cargo run --quiet --release --manifest-path "$root/Cargo.toml" --example parse_jsonl \
    < "$work/sentences.jsonl" > "$work/ours.jsonl"
"$python" "$here/spacy_lines.py" < "$work/sentences.jsonl" > "$work/theirs.jsonl"
"$python" "$here/compare_lines.py" "$work/sentences.jsonl" "$work/ours.jsonl" "$work/theirs.jsonl" --show "${4:-0}"
