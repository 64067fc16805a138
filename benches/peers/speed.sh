#!/bin/sh
# Tokens a second of our parser and of spaCy, each on one thread, on the same sentences in the same run, and the ratio.
#
#     benches/peers/speed.sh FOLDER [COUNT] [SEED]
#
# spaCy gets one BLAS thread, its caches filled, and the best of several batch sizes; ours starts with empty caches.
set -eu
. "$(dirname "$0")/environment.sh"
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 BLIS_NUM_THREADS=1
"$python" "$here/draw_sentences.py" "$1" "${2:-4000}" "${3:-1}" > "$work/sentences.jsonl"
cargo build --quiet --release --manifest-path "$root/Cargo.toml" --example parse_jsonl
ours() { cargo run --quiet --release --manifest-path "$root/Cargo.toml" --example parse_jsonl -- --speed < "$work/sentences.jsonl"; }
# Ours runs before and after, so that a machine that gets busy or slow in between shows.
ours > "$work/ours.json"
"$python" "$here/spacy_lines.py" --speed < "$work/sentences.jsonl" > "$work/theirs.json"
ours >> "$work/ours.json"
"$python" - "$work/ours.json" "$work/theirs.json" <<'PYTHON'
import json, sys
ours = [json.loads(line) for line in open(sys.argv[1])]
theirs = json.loads(open(sys.argv[2]).read())
for key, unit in (("tokens_per_second", "tokens/s"), ("tokens_per_processor_second", "tokens/s of processor time")):
    left, right = [run[key] for run in ours], theirs[key]
    print(f"{unit}: ours {left[0]:,.0f} and {left[1]:,.0f}, spaCy {right:,.0f} (batches of {theirs['batch_size']}), "
          f"ratio {left[0] / right:.1f} and {left[1] / right:.1f}")
print(f"{ours[0]['tokens']:,} tokens; our model opens in {min(run['open_milliseconds'] for run in ours):.1f} ms")
PYTHON
