"""Draws sentences at random from a folder of `.jsonl` or `.jsonl.gz` files with `title`, `text` or `body`.

    python3 draw_sentences.py FOLDER COUNT [SEED] > sentences.jsonl

Sentences are cut roughly, at a stop before a blank: both programs get the same text, so the cut need not be right.
"""

import gzip
import json
import pathlib
import random
import re
import sys


def texts(folder):
    for path in sorted(pathlib.Path(folder).rglob("*.jsonl*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                yield from (item.get(key) or "" for key in ("title", "text", "body"))


def sentences(folder):
    for text in texts(folder):
        for paragraph in text.split("\n"):
            for sentence in re.split(r"(?<=[.!?]) +(?=\S)", paragraph):
                if sentence.strip():
                    yield sentence


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    drawn = []
    # Reservoir sampling: every sentence has the same chance, and the folder is read once.
    for number, sentence in enumerate(sentences(folder)):
        if len(drawn) < count:
            drawn.append(sentence)
        elif (place := random.randrange(number + 1)) < count:
            drawn[place] = sentence
    for sentence in drawn:
        print(json.dumps({"text": sentence}, ensure_ascii=False))


if __name__ == "__main__":
    main()
