#!/usr/bin/env python3
"""fit.py: the bits of src/contradict/data/row_levels.tsv from judged.tsv, by logistic regression with a ridge.

Prints the table; with --check how well rows are told apart when each tenth of them is judged by the other nine.
Needs numpy."""
import pathlib
import sys

import numpy as np

from ridge import fit

HERE = pathlib.Path(__file__).parent
FIELDS = ["rule", "denial", "left-voice", "right-voice", "relay", "telling", "interval", "length", "modality",
          "question", "place", "headline", "left-reports", "right-reports"]


def read():
    lines = [line.rstrip("\n").split("\t") for line in open(HERE / "judged.tsv") if not line.startswith("#")]
    sets = np.array([line[0] for line in lines])
    levels = [dict(zip(FIELDS, line[1:-1])) for line in lines]
    right = np.array([line[-1] == "right" for line in lines], float)
    return sets, levels, right


def main():
    sets, rows, right = read()
    names = sorted({(field, row[field]) for row in rows for field in FIELDS if row[field]})
    x = np.array([[1.0] + [float(row[field] == level) for field, level in names] for row in rows])
    if "--check" in sys.argv:
        fold = np.random.RandomState(0).randint(0, 10, len(rows))
        bits = np.zeros(len(rows))
        for k in range(10):
            bits[fold == k] = x[fold == k] @ fit(x[fold != k], right[fold != k]) / np.log(2)
        for name in sorted(set(sets)):
            for least in (-9, -1, 0, 1):
                kept = (sets == name) & (bits >= least)
                of = right[sets == name].sum()
                print(f"{name}\tleast {least}\t{kept.sum()} rows\t{right[kept].mean():.2f} right\t"
                      f"{right[kept].sum() / of:.2f} of the right ones kept")
        return
    weights = fit(x, right) / np.log(2)
    print(f"prior\tprior\t{weights[0]:.2f}\t{len(rows)}\t{int(right.sum())}")
    for (field, level), bits in zip(names, weights[1:]):
        seen = np.array([row[field] == level for row in rows])
        print(f"{field}\t{level}\t{bits:.2f}\t{seen.sum()}\t{int(right[seen].sum())}")


main()
