"""Ukrainian names in Latin letters by the standard of 2010, in the spellings that English texts use, and through Russian."""

import re

from names import rows

UKRAINIAN = dict(zip("абвгґдежзиійклмнопрстуфхцчшщ", "a b v h g d e zh z y i i k l m n o p r s t u f kh ts ch sh shch".split()))
UKRAINIAN.update({"є": "ie", "ї": "i", "ю": "iu", "я": "ia", "ь": "", "'": ""})
UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
RUSSIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэ", "a,b,v,g,d,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e".split(",")))
RUSSIAN.update({"ё": "yo", "ю": "yu", "я": "ya"})
VOWELS = "аеёиоуыэюяіїє"
# The codifier names a raion by an adjective: what it ends in, and how the town of the same stem may end.
RAION_ENDINGS = (("цький", ("цьк",)), ("ський", ("ськ", "", "е", "и", "а")), ("ий", ("е", "а")))
RULES = [(r[0], r[1], "" if r[2] == "-" else r[2]) for r in rows("russian_forms.tsv")]


def is_cyrillic(name):
    """Whether every letter is Cyrillic."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("\u0400" <= c < "\u0530" for c in letters)


def title(name, pattern):
    """Give each word of `name` the capital that the same word of `pattern` has."""
    old, new = re.split(r"([ \-])", pattern), re.split(r"([ \-])", name)
    if len(old) != len(new):
        return name[:1].upper() + name[1:]
    return "".join(n[:1].upper() + n[1:] if o[:1].isupper() else n for o, n in zip(old, new))


def spell(name, table, first):
    """Replace letter by letter; `first` serves where a word begins."""
    out, begins = [], True
    for char in name.lower().replace("’", "'").replace("зг", "зgh" if "ґ" in table else "зг"):
        if char in first and begins:
            out.append(first[char])
        else:
            out.append(table.get(char, char))
        begins = not char.isalpha() and char != "'"
    return title("".join(out), name)


def romanise_ukrainian(name):
    """The national standard (resolution 55 of the Cabinet of Ministers, 2010)."""
    return spell(name, UKRAINIAN, UKRAINIAN_FIRST)


def english_spellings(name):
    """Spellings of a Ukrainian name that English texts use besides the standard."""
    soft = {**UKRAINIAN, "я": "ya", "ю": "yu", "є": "ye"}
    hard = {**soft, "й": "y", "ї": "yi"}
    out = {spell(name, table, UKRAINIAN_FIRST) for table in (UKRAINIAN, soft, hard)}
    out |= {re.sub(r"y[iy](?=$|[ -])", "y", form) for form in out}
    return sorted(out)


def to_russian(name):
    """The Russian names that a Ukrainian name can have, by the rules of `russian_forms.tsv`."""
    forms = [""]
    for part in re.split(r"([ \-])", name.lower().replace("’", "'")):
        forms = [form + word for form in forms for word in (russian_words(part) if part.strip("- ") else [part])]
    return [title(form, name) for form in forms[:6]]


def russian_words(word):
    """One word; an ending that can go two ways gives two."""
    begun = "_" + word + "_"
    for where, old, new in RULES:
        if where == "stem":
            begun = begun.replace(old, new)
    out = []
    for where, old, new in RULES:
        if where == "end" and begun.endswith(old + "_"):
            out = [begun[: -len(old) - 1] + ending + "_" for ending in new.split("|")]
            break
    out = out or [begun]
    for where, old, new in RULES:
        if where == "letter":
            out = [form.replace(old, new) for form in out]
    return [form.strip("_") for form in out]


def romanise_russian(name):
    """Two manners: plain, and with `ye` where a word or syllable begins with е."""
    plain = spell(name, {**RUSSIAN, "ё": "e"}, {"е": "ye"})
    ye = re.sub(r"(?<=[%s])е" % VOWELS, "йе", name.lower().replace("ье", "ьйе"))
    full = title(spell(ye, RUSSIAN, {"е": "ye"}).replace("yye", "ye"), plain)
    out = {plain, full, spell(name, {**RUSSIAN, "ё": "e"}, {})}
    out |= {re.sub(r"[iy]y(?=$|[ -])", "y", form) for form in out}
    out |= {re.sub(r"y(?=[aeou])", "i", form) for form in list(out)}
    return sorted(out)


def russian_forms(name):
    """Every Russian-based spelling of a Ukrainian name."""
    return sorted({form for russian in to_russian(name) for form in romanise_russian(russian)})


def romanise_any(name):
    """A Cyrillic name of unknown language: Ukrainian if its letters say so, else both."""
    lower = name.lower()
    if any(c in lower for c in "іїєґ'’"):
        return english_spellings(name)
    if any(c in lower for c in "ыэёъ"):
        return romanise_russian(name)
    return sorted(set(english_spellings(name)) | set(romanise_russian(name)))
