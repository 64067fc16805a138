#!/usr/bin/env python3
"""Weigh the traits of attributions by logistic regression and write `report_weights.tsv` beside this script.

Usage: build_report_weights.py PARSER TRAIN.jsonl.gz. PARSER is the built example `parse_jsonl`, TRAIN the train split of
PolNeAR as JSON lines with `text` and `attributions` (source, cue, content; offsets in letters). Needs Python 3.9 only and
takes a few minutes. The traits are those of `src/extract/attribution/traits.rs`; change both together.
"""

import collections
import gzip
import json
import math
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SORTS = {"VERB", "AUX", "NOUN", "ADJ", "ADV", "ADP", "PUNCT", "PROPN"}
MARKS = '“”"„'
RARE, EPOCHS, PENALTY, STEP = 8, 8, 2e-5, 0.15
# The sum of log-odds from which a word counts, chosen on the train split; and the least weight that is written.
BAR, LEAST = -0.4, 0.05
PATTERNS = [("C", {"ccomp"}), ("X", {"xcomp"}), ("O", {"dobj"}), ("V", {"nsubjpass", "auxpass"}), ("P", {"prep", "agent"})]
MENDED = dict(
    line.rstrip("\n").split("\t")[:2]
    for line in open(HERE / "lemmas.tsv", encoding="utf-8")
    if line.strip() and not line.startswith("#")
)


class Paragraph:
    """A paragraph with its tokens (start, end, tag, pos, lemma, head, dep) and the cues that cover them."""

    def __init__(self, text, offset, parsed, cues):
        self.text, self.tokens = text, parsed["tokens"]
        self.kids = collections.defaultdict(list)
        for at, token in enumerate(self.tokens):
            if token[5] != at:
                self.kids[token[5]].append(at)
        self.labels = {at: label for first, last, label in parsed["entities"] for at in range(first, last + 1)}
        self.cues = [cues.get(offset + token[0], set()) for token in self.tokens]

    def lemma(self, at):
        lemma = self.tokens[at][4].lower()
        return MENDED.get(lemma, lemma) if self.tokens[at][3] in ("VERB", "AUX") else lemma

    def word(self, at):
        return self.text[self.tokens[at][0] : self.tokens[at][1]]

    def quoted(self):
        is_open, found = False, []
        for at in range(len(self.tokens)):
            mark = self.word(at) in MARKS
            is_open ^= mark
            found.append(is_open or mark)
        return found

    def heads(self):
        """The head tokens of the cues."""
        found = set()
        for cue in set().union(*self.cues) if self.cues else ():
            inside = [at for at, cues in enumerate(self.cues) if cue in cues]
            tops = [at for at in inside if self.tokens[at][5] not in inside or self.tokens[at][5] == at]
            found.add(next((at for at in tops if self.tokens[at][3] == "VERB"), tops[0]))
        return found

    def subject(self, token):
        at = token
        for hop in range(4):
            own = [kid for kid in self.kids[at] if self.tokens[kid][6] in ("nsubj", "nsubjpass")]
            reach = "own" if hop == 0 else "far"
            if own:
                sort = self.lemma(own[0]) if self.tokens[own[0]][3] == "PRON" else self.sort(own[0])
                return f"s {sort} {reach}"
            if self.tokens[at][6] not in ("conj", "xcomp", "advcl", "pcomp"):
                return f"s none {reach}"
            at = self.tokens[at][5]
        return "s none far"

    def sort(self, at):
        return self.labels.get(at) or self.tokens[at][3]

    def traits(self, at):
        _, _, tag, pos, _, head, dep = self.tokens[at]
        lemma, kids = self.lemma(at), self.kids[at]
        deps = {self.tokens[kid][6] for kid in kids}
        pattern = next((name for name, wanted in PATTERNS if deps & wanted), "0")
        yield from (f"w {pos} {lemma}", f"wp {lemma} {pattern}", f"p {pattern} {pos}", f"t {tag}", f"d {dep}")
        yield from (f"wd {lemma} {dep}", self.subject(at))
        for kid in kids:
            word, relation = self.lemma(kid), self.tokens[kid][6]
            if relation in ("aux", "neg", "mark"):
                yield f"x {relation} {word}"
            elif relation in ("prep", "prt", "agent", "dative"):
                yield f"wk {lemma} {word}"
            elif relation in ("dobj", "acomp", "attr", "oprd"):
                yield from (f"wo {lemma} {word}", f"o {relation} {self.sort(kid)}", f"ol {word}")
            elif relation == "poss":
                yield "poss"
            elif relation == "ccomp":
                mark = "mark" if any(self.tokens[deep][6] == "mark" for deep in self.kids[kid]) else "bare"
                yield f"cc {mark} {'before' if kid < at else 'after'}"
            elif relation == "advmod":
                yield f"v {word}"
        if head != at:
            yield f"h {self.lemma(head)}"
        near = [near for near in range(at - 2, at + 4) if near != at and 0 <= near < len(self.tokens)]
        if any(self.word(other) in MARKS for other in near):
            yield from ("q", f"wq {lemma}")


def paragraphs(parser, path):
    texts, places = [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        article = json.loads(line)
        cues = collections.defaultdict(set)
        for number, attribution in enumerate(article["attributions"]):
            for part in attribution.get("cue", []):
                for start, end in part["spans"]:
                    for at in range(start, end):
                        cues[at].add(number)
        offset = 0
        for text in article["text"].split("\n"):
            if text.strip():
                texts.append(text)
                places.append((offset, cues))
            offset += len(text) + 1
    asked = "\n".join(json.dumps({"text": text}) for text in texts)
    answer = subprocess.run([parser], input=asked, capture_output=True, text=True, check=True).stdout
    for text, (offset, cues), line in zip(texts, places, answer.splitlines()):
        yield Paragraph(text, offset, json.loads(line), cues)


def examples(parser, path):
    found = []
    for paragraph in paragraphs(parser, path):
        heads, quoted = paragraph.heads(), paragraph.quoted()
        for at, token in enumerate(paragraph.tokens):
            if token[3] in SORTS and (token[3] == "PUNCT" or not quoted[at]):
                found.append(((token[3], paragraph.lemma(at)), list(paragraph.traits(at)), at in heads))
    cues = collections.Counter(word for word, _, is_cue in found if is_cue)
    all_words = collections.Counter(word for word, _, _ in found)
    candidates = {word for word, count in cues.items() if count >= 3 and count / all_words[word] > 0.03}
    return [example for example in found if example[0] in candidates], candidates


def fit(data, counts):
    random.seed(1)
    weights, squares, bias = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6), 0.0
    for _ in range(EPOCHS):
        random.shuffle(data)
        for _, traits, is_cue in data:
            total = bias + sum(weights[trait] for trait in traits)
            slip = 1 / (1 + math.exp(-max(-30, min(30, total)))) - is_cue
            bias -= 0.01 * slip
            for trait in traits:
                slope = slip + PENALTY * len(data) * weights[trait] / counts[trait] * 0.05
                squares[trait] += slope * slope
                weights[trait] -= STEP * slope / math.sqrt(squares[trait])
    return weights, bias


def main(parser, path):
    data, candidates = examples(parser, path)
    counts = collections.Counter(trait for _, traits, _ in data for trait in traits)
    data = [(word, [trait for trait in traits if counts[trait] >= RARE], cue) for word, traits, cue in data]
    weights, bias = fit(data, counts)
    rows = {trait: weight for trait, weight in weights.items() if abs(weight) >= LEAST and not trait.startswith("w ")}
    rows.update({f"w {pos} {lemma}": weights[f"w {pos} {lemma}"] for pos, lemma in candidates})
    rows["bar"] = BAR - bias
    target = HERE / "report_weights.tsv"
    head = [line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = sorted((f"{trait}\t{weight:.2f}" for trait, weight in rows.items()), key=str.encode)
    target.write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
