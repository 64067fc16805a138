"""spaCy's analysis of JSON lines with a `text`, in the form in which `examples/parse_jsonl.rs` prints ours."""

import json


def line(doc):
    """Tokens as start, end (characters), tag, coarse tag, lemma, head, relation; sentence starts; entities."""
    tokens = [
        [t.idx, t.idx + len(t), t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_]
        for t in doc
    ]
    return {
        "tokens": tokens,
        "starts": [bool(t.is_sent_start) for t in doc],
        "entities": [[e.start, e.end - 1, e.label_] for e in doc.ents],
    }


def write_lines(nlp, texts, out):
    for doc in nlp.pipe(texts, batch_size=64):
        out.write(json.dumps(line(doc), ensure_ascii=False) + "\n")
