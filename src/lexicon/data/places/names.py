"""Folding of names and the record that the sources are brought to; `fold` does what the program's `fold` does."""

import pathlib
import unicodedata

from anyascii import anyascii

HERE = pathlib.Path(__file__).resolve().parent
APOSTROPHES = set("'’‘ʻʼʹ`´ʾʿ″\"“”ʺ\u02bd\u02c8")


class Place:
    """One record: `names` maps a name to the class of its source (see writer.CLASSES), best class wins."""

    def __init__(self, key, name, kind, country):
        self.key, self.name, self.kind, self.country = key, name, kind, country
        self.region = None  # key of the region's record
        self.lat = self.lon = None
        self.approximate = False
        self.capital = False
        self.population = 0
        self.geonames = None
        self.names = {}

    def add(self, name, source):
        """Let `name` find this place."""
        if name and source < self.names.get(name, 99):
            self.names[name] = source


def rows(file):
    """The rows of a list, without its header block."""
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def is_latin(char):
    """Whether the letter table is applied to `char`: Latin letters, marks and what stands between them."""
    code = ord(char)
    return code < 0x300 or 0x1E00 <= code < 0x1F00 or 0x2000 <= code < 0x2070 or 0x2C60 <= code < 0x2C80 or 0xA720 <= code < 0xA800


def plain_latin(name):
    """A name without marks and without the signs for Arabic letters that English lacks."""
    kept = "".join(c for c in name if c not in APOSTROPHES or c in "'’")
    return "".join(anyascii(c) if is_latin(c) else c for c in kept)


def words(name):
    """The words of a name in folded letters: lower case, no marks, split at whatever is no letter or digit."""
    out, word = [], []
    for char in name:
        if char in APOSTROPHES or 0x300 <= ord(char) < 0x370:
            continue
        plain = (anyascii(char) if is_latin(char) else char).lower()
        if not any(c.isalnum() for c in plain):
            if word:
                out.append("".join(word))
            word = []
        else:
            word.extend(c for c in plain if c.isalnum())
    if word:
        out.append("".join(word))
    return out


FIRST = [r[1].split() for r in rows("fold.tsv") if r[0] == "first"]
ANY = {r[1]: r[2] for r in rows("fold.tsv") if r[0] == "any"}
END = sorted((r[1] for r in rows("fold.tsv") if r[0] == "end"), key=len, reverse=True)


def plain_words(name):
    """The words that count: endings, leading small words and spellings of `fold.tsv` taken out."""
    name = name.strip().replace("’", "'")
    for end in END:
        if name.endswith(end) and len(name) > len(end):
            name = name[: -len(end)]
            break
    out = words(unicodedata.normalize("NFC", name))
    again = True
    while again:
        again = False
        for first in FIRST:
            if len(out) > len(first) and out[: len(first)] == first:
                out, again = out[len(first):], True
    return [ANY.get(w, w) for w in out]


def fold(name):
    """The key under which a name is stored and looked up."""
    return "".join(plain_words(name))


RULES = [(r[0], r[1] if len(r) > 1 else "") for r in rows("spelling.tsv")]


def loose(name):
    """The key under which spellings of one name in several romanisations fall together, see `spelling.tsv`."""
    text = "_" + "_".join(plain_words(name)) + "_"
    for old, new in RULES:
        text = text.replace(old, new)
    out = []
    for char in text.replace("_", ""):
        if not out or out[-1] != char:
            out.append(char)
    return "".join(out)
