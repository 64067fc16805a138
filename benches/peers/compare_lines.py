"""Compares our analysis with spaCy's, attribute by attribute.

    python3 compare_lines.py SENTENCES OURS THEIRS [--show N]

Tags, lemmas and the rest are counted over the tokens that both have; heads are compared as places in the text.
"""

import json
import sys

ATTRIBUTES = ["tag", "pos", "lemma", "head", "relation", "sentence start"]


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def attributes(line):
    """For each token, by its place: its attributes."""
    tokens = line["tokens"]
    return {
        (t[0], t[1]): [t[2], t[3], t[4], tokens[t[5]][:2], t[6], start]
        for t, start in zip(tokens, line["starts"])
    }


def entities(line):
    tokens = line["tokens"]
    return {(tokens[a][0], tokens[b][1], label) for a, b, label in line["entities"]}


def share(equal, count):
    return f"{100 * equal / count:8.3f} %  {count - equal} of {count} differ" if count else "no case"


def f1(common, ours, theirs):
    return f"{200 * common / (ours + theirs):8.3f} %  {common} common, {ours} ours, {theirs} theirs" if ours + theirs else "no case"


def main():
    texts, ours, theirs = (load(path) for path in sys.argv[1:4])
    assert len(texts) == len(ours) == len(theirs), "not the same count of lines"
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv else 0
    equal, both = [0] * len(ATTRIBUTES), 0
    token_counts, entity_counts, whole = [0, 0, 0], [0, 0, 0], 0
    for text, our, their in zip(texts, ours, theirs):
        left, right = attributes(our), attributes(their)
        common = left.keys() & right.keys()
        counts = [len(common), len(left), len(right)]
        token_counts = [a + b for a, b in zip(token_counts, counts)]
        named, known = entities(our), entities(their)
        counts = [len(named & known), len(named), len(known)]
        entity_counts = [a + b for a, b in zip(entity_counts, counts)]
        both += len(common)
        for place in common:
            for number, (a, b) in enumerate(zip(left[place], right[place])):
                equal[number] += a == b
        same = left == right and named == known
        whole += same
        if not same and show > 0:
            show -= 1
            print(repr(text["text"]))
            for place in sorted(left.keys() | right.keys()):
                if left.get(place) != right.get(place):
                    print("   ", repr(text["text"][place[0]:place[1]]), left.get(place), right.get(place))
            print("   ", "entities", named - known, known - named) if named != known else None
    print(f"{'texts':16} {share(whole, len(texts))}")
    print(f"{'tokens (F1)':16} {f1(*token_counts)}")
    for name, count in zip(ATTRIBUTES, equal):
        print(f"{name:16} {share(count, both)}")
    print(f"{'entities (F1)':16} {f1(*entity_counts)}")


if __name__ == "__main__":
    main()
