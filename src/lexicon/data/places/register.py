"""The codifier of Ukraine's administrative units and settlements, joined with GeoNames for positions, people and old names."""

import collections
import math
import re
import zipfile
import xml.etree.ElementTree as ElementTree

import geonames
import slavic
from names import Place, fold, rows

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# GeoNames first-level code, codifier, bare English name, full English name
OBLASTS = {r[1]: r for r in rows("oblasts.tsv")}
GUESSED_PEOPLE = {"K": 300000, "M": 9000, "X": 1500, "C": 250}  # for settlements that GeoNames lacks, so that towns outrank villages


def read(path):
    """The rows of the codifier as (five levels of codes, category, name)."""
    archive = zipfile.ZipFile(path)
    strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(t.text or "" for t in item.iter(SHEET + "t")) for item in strings]
    out = []
    for _, row in ElementTree.iterparse(archive.open("xl/worksheets/sheet1.xml")):
        if row.tag != SHEET + "row":
            continue
        cells = {}
        for cell in row:
            value = cell.find(SHEET + "v")
            if value is not None:
                text = shared[int(value.text)] if cell.get("t") == "s" else value.text
                cells[re.match("[A-Z]+", cell.get("r")).group()] = text.strip()
        row.clear()
        if len(cells.get("F", "")) == 1 and cells.get("A", "").startswith("UA"):
            out.append(([cells[c] for c in "ABCDE" if c in cells], cells["F"], cells["G"]))
    return out


def regions(codifier):
    """Oblasts, then raions."""
    out, towns = [], collections.defaultdict(set)
    for codes, category, name in codifier:
        if category in "MXC":
            towns[codes[1]].add(slavic.romanise_ukrainian(name))
    for codes, category, name in codifier:
        if category == "O":
            row = OBLASTS[codes[-1][2:4]]
            place = Place("ua:" + codes[-1], row[3], "region", "UA")
            place.add(row[3], 0)
            place.add(row[2], 0)
            place.population = 1500000
            out.append(place)
        elif category == "P":
            forms = raion_forms(name)
            town = next((form for form in forms[1:] if form in towns[codes[-1]]), forms[0])
            place = Place("ua:" + codes[-1], town + " Raion", "region", "UA")
            place.region = "ua:" + codes[0]
            for form in forms:
                place.add(form + " Raion", 1)
                place.add(form + " District", 1)
            place.population = 100000
            out.append(place)
    return out


def raion_forms(name):
    """An adjective as the codifier has it (Pokrovskyi) and the town that it is made from (Pokrovsk)."""
    out = [slavic.romanise_ukrainian(name)]
    for old, news in slavic.RAION_ENDINGS:
        if name.endswith(old):
            out += [slavic.romanise_ukrainian(name[: -len(old)] + new) for new in news]
            break
    return out


def settlements(codifier, cities):
    """Every settlement of the codifier, with what GeoNames knows of it."""
    out = []
    for codes, category, name in codifier:
        if category not in "KMXC":
            continue
        place = Place("ua:" + codes[-1], slavic.romanise_ukrainian(name), "settlement", "UA")
        place.ukrainian, place.category, place.levels = name, category, codes
        place.region = "ua:" + codes[0] if category != "K" else None
        place.population = GUESSED_PEOPLE[category]
        place.capital = codes[-1].startswith("UA80")
        out.append(place)
    match(out, cities)
    for place in out:
        name_forms(place)
    estimate(out)
    return out


def name_forms(place):
    """Everything that can be made from the Ukrainian name by rule."""
    place.add(place.name, 0)
    place.add(place.ukrainian, 1)
    for form in slavic.english_spellings(place.ukrainian):
        place.add(form, 1)
    for form in slavic.russian_forms(place.ukrainian):
        place.add(form, 2)


def match(places, cities):
    """Tie each GeoNames entry to the settlement of the same oblast and name; the larger category, then the nearer hromada, wins."""
    by_name = collections.defaultdict(list)
    for place in places:
        by_name[(place.levels[0][2:4], place.ukrainian.lower().replace("’", "'"))].append(place)
    oblast = {r[0]: r[1] for r in OBLASTS.values()}
    waiting = []
    for city in sorted(cities, key=lambda c: -c["population"]):
        code = oblast.get(city["admin1code"])
        names = [n.lower().replace("’", "'") for n in city["alternatenames"] if slavic.is_cyrillic(n)]
        found = [p for n in names for p in by_name.get((code, n), [])]
        found += [] if found else by_latin(places, code, city["name"])
        if len(set(map(id, found))) == 1:
            tie(found[0], city)
        elif found:
            waiting.append((city, found))
    middles = hromada_middles(places)
    for city, found in waiting:
        free = [p for p in found if p.geonames is None]
        if free:
            tie(min(free, key=lambda p: ("KMXC".index(p.category) if city["population"] > 3000 else 0, distance(middles, p, city))), city)


LATIN = {}


def by_latin(places, code, name):
    """Settlements of oblast `code` whose romanised name is `name`, for entries without a Cyrillic name."""
    if not LATIN:
        for place in places:
            LATIN.setdefault((place.levels[0][2:4], fold(place.name)), []).append(place)
    return LATIN.get((code, fold(name)), [])


def tie(place, city):
    """Give `place` what GeoNames says, unless a larger entry has it already."""
    if place.geonames is not None:
        return
    place.geonames = city["geonameid"]
    place.population = city["population"] or place.population
    geonames_people = place.population
    geonames.describe(place, city)
    place.population = geonames_people
    for name in city["alternatenames"]:
        if slavic.is_cyrillic(name):
            for form in slavic.romanise_any(name):
                place.add(form, 3)


def hromada_middles(places):
    """Middle of the positioned settlements of each hromada, raion and oblast, by code prefix."""
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0])
    for place in places:
        if place.lat is not None and not place.approximate:
            for code in place.levels[:3]:
                entry = sums[code]
                entry[0] += place.lat
                entry[1] += place.lon
                entry[2] += 1
    return {code: (lat / n, lon / n) for code, (lat, lon, n) in sums.items()}


def distance(middles, place, city):
    """Rough distance in degrees between a city and the smallest unit of `place` whose middle is known."""
    for code in reversed(place.levels[:3]):
        if code in middles:
            lat, lon = middles[code]
            return math.hypot(lat - city["latitude"], (lon - city["longitude"]) * 0.65)
    return 99.0


def estimate(places):
    """Put settlements that GeoNames lacks at the middle of their hromada."""
    middles = hromada_middles(places)
    for place in places:
        if place.lat is None:
            for code in reversed(place.levels[:3]):
                if code in middles:
                    place.lat, place.lon = middles[code]
                    place.approximate = True
                    break
