#!/usr/bin/env python3
"""Weigh the traits of attributions by logistic regression and write `report_weights.tsv` beside this script.

Usage: build_report_weights.py TRAITS TRAIN.jsonl.gz. TRAITS is the built example `report_traits`, TRAIN the train split of
PolNeAR as JSON lines with `text` and `attributions` (source, cue, content; offsets in letters). Needs scikit-learn (written
with 1.9) and takes some minutes.
"""

import collections
import gzip
import pathlib
import subprocess
import sys

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent
# A word is a candidate that was a cue so often and in such a share; a trait counts that was met so often.
CUES, SHARE, RARE = 2, 0.01, 5
STRENGTH, LEAST, FOLDS = 0.8, 0.02, 5


def examples(traits, path):
    """Own trait, all traits, cue or not, for each word that can be one."""
    asked = gzip.open(path, "rb").read()
    answer = subprocess.run([traits], input=asked, capture_output=True, check=True).stdout.decode()
    for line in answer.rstrip("\n").split("\n"):
        cue, own, *rest = line.split("\t")
        yield own, rest, cue == "1"


def candidates(data):
    cues = collections.Counter(own for own, _, is_cue in data if is_cue)
    words = collections.Counter(own for own, _, _ in data)
    return {own for own, count in cues.items() if count >= CUES and count / words[own] > SHARE}


def matrix(data, places):
    cells, ends = [], [0]
    for _, traits, _ in data:
        cells += sorted({places[trait] for trait in traits if trait in places})
        ends.append(len(cells))
    return scipy.sparse.csr_matrix((numpy.ones(len(cells)), cells, ends), shape=(len(data), len(places)))


def fitted(table, cues):
    return LogisticRegression(C=STRENGTH, l1_ratio=1, solver="liblinear", random_state=1).fit(table, cues)


def best_bar(table, cues):
    """The sum that gives the best F1 on parts of the train split that were kept out of the fit."""
    sums, folds = numpy.zeros(len(cues)), numpy.arange(len(cues)) * FOLDS // len(cues)
    for fold in range(FOLDS):
        kept = folds != fold
        sums[~kept] = fitted(table[kept], cues[kept]).decision_function(table[~kept])

    def f1(bar):
        found = sums > bar
        return 2 * (found & cues).sum() / (found.sum() + cues.sum())

    return max(numpy.arange(-1.5, 0.5, 0.05), key=f1)


def main(traits, path):
    data = list(examples(traits, path))
    owns = candidates(data)
    data = [example for example in data if example[0] in owns]
    counts = collections.Counter(trait for _, traits, _ in data for trait in traits)
    names = sorted(trait for trait, count in counts.items() if count >= RARE or trait in owns)
    table = matrix(data, {name: place for place, name in enumerate(names)})
    cues = numpy.array([is_cue for _, _, is_cue in data])
    model = fitted(table, cues)
    rows = {name: weight for name, weight in zip(names, model.coef_[0]) if abs(weight) >= LEAST or name in owns}
    rows["bar"] = best_bar(table, cues) - model.intercept_[0]
    target = HERE / "report_weights.tsv"
    head = [line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = sorted((f"{trait}\t{weight:.2f}" for trait, weight in rows.items()), key=str.encode)
    target.write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
