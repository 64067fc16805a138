#!/usr/bin/env python3
"""How far two readers of the sample agree: the gold beside the second annotation in second/.

Run from anywhere: python3 corpus/gold/agreement.py [--list]
--list prints each entry that only one reader has and each field on which matched entries differ.
"""

import json
import random
import re
import sys
from pathlib import Path

GOLD = Path(__file__).resolve().parent
CORPUS = GOLD.parent
SEED = 20251
NOT_EPISODES = {"gold", "background"}
FIELDS = ("question", "stance", "modality", "party", "back_reference", "in_dispute")


def drawn():
    """The articles that were annotated twice: one an episode, drawn with SEED."""
    draw = random.Random(SEED)
    folders = sorted(p for p in CORPUS.iterdir() if p.is_dir() and p.name not in NOT_EPISODES)
    return [f"{f.name}/{draw.choice(sorted(p.name for p in f.glob('*.md')))}" for f in folders]


def article_text(key):
    _, front, body = (CORPUS / key).read_text(encoding="utf-8").split("---\n", 2)
    title = re.search(r"^title: (.*)$", front, re.M)
    return title[1] if title else "", body


# a sentence ends at . ? ! with closing quotes before a space and a capital, quote, digit or mark-up, and at a blank line
END = re.compile(r"[.?!][\"”’»*]*\s+(?=[\"“‘«*(]*[A-ZÀ-Þ0-9])|\n\s*\n")
NO_END = re.compile(r"\b(?:Gen|Mr|Mrs|Ms|Dr|Sen|Oct|Nov|Dec|Sept|Jan|Feb|St|No|[A-Z])\.\s+$")


def sentence_starts(body):
    starts = [0]
    for end in END.finditer(body):
        if not NO_END.search(body[: end.end()]):
            starts.append(end.end())
    return starts


def sentences_of(claim, title, body):
    """Numbers of the sentences that the anchor lies in; the title is sentence -1."""
    if claim["in"] == "title":
        assert claim["anchor"] in title, claim
        return {-1}, title.index(claim["anchor"])
    at = body.index(claim["anchor"])
    starts = sentence_starts(body)
    number = lambda i: sum(1 for s in starts if s <= i) - 1
    return set(range(number(at), number(at + len(claim["anchor"]) - 1) + 1)), at


def load(path, key):
    data = json.loads(path.read_text(encoding="utf-8"))
    disputed = {c for d in data.get("disputes", []) for side in d["sides"] for c in side["claims"]}
    title, body = article_text(key)
    claims = []
    for claim in data["claims"]:
        if claim["article"] != key:
            continue
        sentences, at = sentences_of(claim, title, body)
        in_dispute = bool(claim["dispute"]) if "dispute" in claim else claim["id"] in disputed
        claims.append({**claim, "sentences": sentences, "at": at, "in_dispute": in_dispute})
    return claims


def likeness(a, b):
    """How well two entries of one sentence fit together. Neither stance nor dispute counts; the
    speaker and party decide only between entries that are otherwise alike ("each side accuses the other")."""
    words = lambda text: set(re.findall(r"\w+", text.lower()))
    shared = words(a["anchor"]) & words(b["anchor"])
    overlap = len(shared) / max(1, len(words(a["anchor"]) | words(b["anchor"])))
    return (
        1.0
        + 4.0 * (a["question"] == b["question"])
        + 3.0 * overlap
        + 1.0 * (a["places"] == b["places"])
        + 1.0 * (a["quantity"] == b["quantity"])
        + 0.2 * (a["party"] == b["party"])
        + 0.1 * (a["speaker"] == b["speaker"])
    )


def match(first, second, same_question):
    """The one-to-one pairing of the greatest total likeness among entries that share a sentence."""
    fits = [
        [
            likeness(a, b)
            if a["sentences"] & b["sentences"] and (not same_question or a["question"] == b["question"])
            else None
            for b in second
        ]
        for a in first
    ]
    best = {}

    # few entries share a sentence, so states of taken second entries stay few
    def pair(i, taken):
        if i == len(first):
            return (0, 0.0), ()
        if (i, taken) in best:
            return best[i, taken]
        top, choice = pair(i + 1, relevant(i + 1, taken))
        for j, fit in enumerate(fits[i]):
            if fit is not None and j not in taken:
                (n, rest), pairs = pair(i + 1, relevant(i + 1, taken | {j}))
                if (n + 1, rest + fit) > top:
                    top, choice = (n + 1, rest + fit), ((i, j),) + pairs
        best[i, taken] = top, choice
        return top, choice

    def relevant(i, taken):
        return frozenset(j for j in taken if any(row[j] is not None for row in fits[i:]))

    return [(first[i], second[j]) for i, j in pair(0, frozenset())[1]]


def kappa(pairs):
    """Cohen's kappa: agreement beyond what the two readers' own shares would give by chance."""
    n = len(pairs)
    observed = sum(a == b for a, b in pairs) / n
    values = {v for pair in pairs for v in pair}
    chance = sum(
        sum(a == v for a, _ in pairs) * sum(b == v for _, b in pairs) for v in values
    ) / (n * n)
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def main():
    counts = [0, 0]
    loose, strict = [], []
    alone = []
    keys = drawn()
    for key in keys:
        episode = key.split("/")[0]
        first = load(GOLD / f"{episode}.json", key)
        second = load(GOLD / "second" / f"{episode}.json", key)
        counts[0] += len(first)
        counts[1] += len(second)
        by_sentence = match(first, second, same_question=False)
        loose += by_sentence
        strict += match(first, second, same_question=True)
        for reader, entries, side in ((1, first, 0), (2, second, 1)):
            met = {id(pair[side]) for pair in by_sentence}
            alone += [(reader, e) for e in entries if id(e) not in met]

    print(f"articles {len(keys)} (seed {SEED}), first reader {counts[0]} claims, second reader {counts[1]}")
    for name, pairs in (("same sentence", loose), ("same sentence and question", strict)):
        p, r = len(pairs) / counts[1], len(pairs) / counts[0]
        print(f"anchors, {name}: {len(pairs)} met, share of first {r:.3f}, of second {p:.3f}, F1 {2 * p * r / (p + r):.3f}")
    for name, pairs in (("same sentence", loose), ("same sentence and question", strict)):
        print(f"over the {len(pairs)} matched by {name}:")
        for field in FIELDS:
            if field == "question" and pairs is strict:
                continue
            values = [(a[field], b[field]) for a, b in pairs]
            raw = sum(x == y for x, y in values) / len(values)
            print(f"  {field}: raw {raw:.3f} kappa {kappa(values):.3f}")

    if "--list" in sys.argv[1:]:
        for reader, e in alone:
            print(f"only reader {reader}: {e['article']} [{e['in']}] {e['question']} {e['party']!r} {e['stance']}: {e['anchor']}")
        for a, b in loose:
            for field in FIELDS:
                if a[field] != b[field]:
                    print(f"{field}: {a[field]!r} / {b[field]!r}: {a['article']} {a['anchor']!r} / {b['anchor']!r}")


if __name__ == "__main__":
    main()
