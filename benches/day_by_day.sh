#!/usr/bin/env bash
# Feeds a folder of articles to `atodds report` one day of publication at a time and prints what each day changed.
#   benches/day_by_day.sh [FOLDER] [PROGRAM]
set -euo pipefail
from=${1:-corpus}
program=$(realpath "${2:-target/release/atodds}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/corpus"
(cd "$from" && grep -rl --include='*.md' '^date: ' . | while read -r file; do
  printf '%s %s\n' "$(sed -n 's/^date: *//p;/^date:/q' "$file" | cut -c1-10)" "$file"
done) | sort > "$work/days"
cut -d' ' -f1 "$work/days" | uniq | while read -r day; do
  grep "^$day " "$work/days" | cut -d' ' -f2- | while read -r file; do
    mkdir -p "$work/corpus/$(dirname "$file")"
    cp "$from/$file" "$work/corpus/$file"
  done
  printf '== %s\n' "$day"
  (cd "$work" && "$program" report)
done
