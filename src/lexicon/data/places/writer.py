"""Write the records as one file that the program reads in place; `FORMAT.md` tells the layout."""

import collections
import struct

from names import fold, loose

# Classes of source, best first: the record's own name, a spelling by rule, a Russian-based form by rule, an alternate name of GeoNames.
CLASSES = ("name", "spelling", "russian", "alternate")
KINDS = {"region": 0, "settlement": 1}
MAGIC = b"ATOPLC1\n"
BUCKET_BITS = 17
# Where names reach English through other scripts; elsewhere a loose key would join names that are different.
LOOSE_COUNTRIES = set(
    "UA RU BY MD GE AM AZ KZ KG TJ TM UZ AF IR IQ SY LB IL PS JO EG LY TN DZ MA SD SS SA YE OM AE QA KW BH TR PK IN BD MM ET ER SO DJ TD ML NE MR EH XK RS MK BG".split()
)


def digest(key):
    """64-bit FNV-1a with a last mixing step, as in the program's `digest`."""
    h = 0xCBF29CE484222325
    for byte in key.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    h ^= h >> 32
    h = (h * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    return h ^ (h >> 29)


def write(places, out):
    """Sort the records, index their names and write the file."""
    places = sorted(places, key=order)
    number = {p.key: i for i, p in enumerate(places)}
    countries = sorted({p.country for p in places})
    sections = [
        b"".join(c.encode() for c in countries),
        b"".join(record(p, number, countries) for p in places) ,
        *strings([p.name for p in places]),
        *strings([p.key[4:] for p in places if p.key.startswith("adm:")]),
        b"".join(struct.pack("<Q", int(p.key[5:])) for p in places if p.key.startswith("ua:")),
        *index(exact_names(places)),
        *index(loose_names(places)),
    ]
    head = MAGIC + struct.pack("<III", len(sections), len(places), BUCKET_BITS)
    offset = len(head) + 8 * len(sections)
    for section in sections:
        head += struct.pack("<II", offset, len(section))
        offset += len(section)
    out.write_bytes(head + b"".join(sections))
    sizes = [len(s) for s in sections]
    print("sections", sizes)


def order(place):
    """Regions of GeoNames by code, then Ukraine by code, then GeoNames by number: each part is searched by its own number."""
    kind, rest = place.key.split(":", 1)
    return ("adm", "ua", "gn").index(kind), (int(rest) if kind == "gn" else 0), rest


def record(place, number, countries):
    """Twenty bytes: identity, position, people, region, country, flags."""
    lat = round((place.lat if place.lat is not None else 0) * 40000)
    lon = round((place.lon if place.lon is not None else 0) * 40000)
    region = number.get(place.region, 0xFFFF) if place.region else 0xFFFF
    flags = KINDS[place.kind] | place.approximate << 2 | place.capital << 3 | (place.lat is None) << 4
    numeric = place.geonames or 0
    return (
        struct.pack("<I", numeric)
        + lat.to_bytes(4, "little", signed=True)
        + lon.to_bytes(4, "little", signed=True)
        + struct.pack("<IHBB", min(place.population, 0xFFFFFFFF), region, countries.index(place.country), flags)
    )


def strings(items):
    """A table of ends and the bytes of all strings."""
    ends, data = [], b""
    parts = []
    total = 0
    for item in items:
        raw = item.encode("utf-8")
        parts.append(raw)
        total += len(raw)
        ends.append(struct.pack("<I", total))
    return b"".join(ends), b"".join(parts)


def exact_names(places):
    """Folded name -> {record: class}."""
    out = collections.defaultdict(dict)
    for i, place in enumerate(places):
        for name, source in place.names.items():
            key = fold(name)
            if key:
                out[key][i] = min(source, out[key].get(i, 99))
    return out


def loose_names(places):
    """Loose key -> {record: class}, for countries that LOOSE_COUNTRIES names."""
    out = collections.defaultdict(dict)
    for i, place in enumerate(places):
        if place.country not in LOOSE_COUNTRIES or place.kind != "settlement":
            continue
        for name, source in place.names.items():
            key = loose(name)
            if len(key) >= 4 and key.isascii():
                out[key][i] = min(source, out[key].get(i, 99))
    return out


def index(keys):
    """Bucket starts, entries of six bytes (24 bits of the digest, 24 bits of reference), and lists of references."""
    buckets = collections.defaultdict(list)
    for key in sorted(keys):
        h = digest(key)
        buckets[h >> (64 - BUCKET_BITS)].append(((h >> (40 - BUCKET_BITS)) & 0xFFFFFF, key))
    starts, entries, lists = [], bytearray(), bytearray()
    for bucket in range(1 << BUCKET_BITS):
        starts.append(struct.pack("<I", len(entries) // 6))
        for print_, key in sorted(buckets.get(bucket, ())):
            refs = [i | source << 19 for i, source in sorted(keys[key].items())]
            if len(refs) == 1:
                ref = refs[0]
            else:
                ref = 1 << 23 | len(lists) // 3
                lists += len(refs).to_bytes(3, "little") + b"".join(r.to_bytes(3, "little") for r in refs)
            entries += print_.to_bytes(3, "little") + ref.to_bytes(3, "little")
    starts.append(struct.pack("<I", len(entries) // 6))
    return b"".join(starts), bytes(entries), bytes(lists)
