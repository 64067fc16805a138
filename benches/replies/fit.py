#!/usr/bin/env python3
"""fit.py: the bits of src/contradict/data/reply_levels.tsv from judged.tsv, by logistic regression with a ridge.

Of all words that a denial may answer the likeliest is chosen, and that one is likelier or less likely right than its
bits say; so the bits of the text's kind are shifted to be true of the chosen ones. Prints the table; with --check how
well answers are told when each story is judged by the others; with --rivals both for rival_levels.tsv from rivals.tsv and
with --across for across_levels.tsv from across.tsv, with --figures for figure_levels.tsv from figures.tsv, with --accounts for account_levels.tsv from accounts.tsv, and with --concessions for concession_levels.tsv from concessions.tsv,
which are not shifted. Needs numpy."""
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "rows"))
from ridge import fit  # noqa: E402

FILES = {
    "--rivals": "rivals.tsv",
    "--across": "across.tsv",
    "--figures": "figures.tsv",
    "--accounts": "accounts.tsv",
    "--concessions": "concessions.tsv",
}
OTHER = next((name for kind, name in FILES.items() if kind in sys.argv), None)
FILE = HERE / (OTHER or "judged.tsv")
# Fields that tell more together than each by itself, found by how well each story is told by the others.
TOGETHER = {"judged.tsv": [("stands", "text"), ("stands", "length"), ("stands", "denial"), ("denial", "named")]}
# Stands between the names of two fields and between their levels.
AND = " & "
# Groups of stories, each of which is judged by the others.
FOLDS = 24
# Bits from which a pair may be chosen.
LEAST = -3.0
# Stands for a level that was not noted when the pair was judged; it counts as all levels, by how often each is reached.
UNKNOWN = "-"


def fields():
    """The names of the traits, from the line that tells the columns."""
    columns = next(line for line in open(FILE) if line.startswith("# columns: "))
    return columns.split("), ")[-1].strip().split(", ")[:-1]


OWN = fields()
PAIRS = TOGETHER.get(FILE.name, [])
FIELDS = OWN + [AND.join(pair) for pair in PAIRS]


def with_pairs(levels):
    """The levels with those of two fields together."""
    both = {AND.join(pair): AND.join(levels[field] for field in pair) for pair in PAIRS}
    return levels | {name: UNKNOWN if UNKNOWN in level.split(AND) else level for name, level in both.items()}


def read():
    lines = [line.rstrip("\n").split("\t") for line in open(FILE) if not line.startswith("#")]
    columns = [np.array([line[column] for line in lines]) for column in range(3)]
    levels = [with_pairs(dict(zip(OWN, line[3:-1]))) for line in lines]
    return *columns, levels, np.array([line[-1] == "right" for line in lines], float)


def chosen(bits, denial, least):
    """The likeliest word of each denial."""
    best = {}
    for pair in np.argsort(-bits, kind="stable"):
        if bits[pair] >= least:
            best.setdefault(denial[pair], pair)
    return np.array(sorted(best.values()), int)


def shift(bits, right):
    """Bits by which all must be shifted to be true on average."""
    by = 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(bits + by) * np.log(2)))
        by += ((right - p).sum() - 0.05 * by) / (np.log(2) * (p * (1 - p)).sum() + 0.1)
    return by


def main():
    sets, story, denial, pairs, right = read()
    names = sorted({(field, pair[field]) for pair in pairs for field in FIELDS if pair[field] != UNKNOWN})
    known = {field: sum(pair[field] != UNKNOWN for pair in pairs) for field in FIELDS}
    often = {name: sum(pair[name[0]] == name[1] for pair in pairs) / known[name[0]] for name in names}
    reached = lambda pair, name: often[name] if pair[name[0]] == UNKNOWN else float(pair[name[0]] == name[1])
    x = np.array([[1.0] + [reached(pair, name) for name in names] for pair in pairs])
    apart = np.zeros(len(pairs))
    # Only the check and the shift ask how each group is judged by the others.
    fold = {one: place % FOLDS for place, one in enumerate(sorted(set(story)))}
    folds = np.array([fold[one] for one in story])
    for one in range(FOLDS) if "--check" in sys.argv or not OTHER else []:
        apart[folds == one] = x[folds == one] @ fit(x[folds != one], right[folds != one]) / np.log(2)
    text = np.array([pair.get("text", "") for pair in pairs])
    picked = chosen(apart, denial, LEAST)
    shifts = {kind: shift(apart[picked[text[picked] == kind]], right[picked[text[picked] == kind]]) for kind in set(text)}
    shifts = {kind: 0.0 if OTHER else by for kind, by in shifts.items()}
    if "--check" in sys.argv:
        bits = apart + np.array([shifts[kind] for kind in text])
        for name in sorted(set(sets)):
            for least in (-2, -1, 0, 1):
                kept = chosen(bits, denial, least)
                kept = kept[sets[kept] == name]
                print(f"{name}\tleast {least}\t{len(kept)} denials\t{right[kept].mean():.2f} right")
        return
    weights = fit(x, right) / np.log(2)
    print(f"prior\tprior\t{weights[0]:.2f}\t{len(pairs)}\t{int(right.sum())}")
    for (field, level), bits in zip(names, weights[1:]):
        bits += shifts[level] if field == "text" else 0.0
        seen = np.array([pair[field] == level for pair in pairs])
        print(f"{field}\t{level}\t{bits:.2f}\t{seen.sum()}\t{int(right[seen].sum())}")


main()
