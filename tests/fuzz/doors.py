"""Doors that take what strangers send, and what may come out of each.

A door draws an input from a seeded source and goes through. It returns a value or
raises an `IClusterError`; whatever else it raises, a broken round trip too, is a find.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from icluster import (
    Country,
    Ecosystem,
    Money,
    Organization,
    PartialDate,
    Period,
    Policy,
    PublishedScore,
    Rubric,
    Table,
    naming,
    readers,
    wire,
)
from icluster.conditions import Condition
from icluster.labels import LabelAward, LabelRegister
from icluster.reference import eccp, esca, iso3166, iso20275, mexico
from icluster.words import is_blank

SAMPLES: Final = Path(__file__).parents[1] / "unit" / "wire" / "samples"
KINDS: Final[tuple[Any, ...]] = (
    Condition,
    Country,
    Ecosystem,
    LabelAward,
    LabelRegister,
    Money,
    Organization,
    PartialDate,
    Period,
    Policy,
    PublishedScore,
    Rubric,
    Table,
    list[Money],
    dict[Country, Money],
)
ROWS: Final[tuple[Any, ...]] = (LabelAward, Money, Organization, Period, Policy)
ODD: Final = (
    "",
    "\x00",
    "\u200b",
    "\ud800",
    "\u0301",
    "\U0001f600",
    "\ufeff",
    "\u202e",
    "\r",
    "\u2028",
    "٣",
    "²",
    "İ",
    "ß",
    "ǆ",
    "-0",
    "1e999",
    "NaN",
    "9" * 30,
    "{",
    "[",
    '"',
    "\\u0000",
    "$",
    ".",
    "~",
    "/",
    "%",
)
PLAIN: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    0,
    -1,
    2015,
    10**30,
    0.5,
    -0.0,
    float("nan"),
    float("inf"),
    1e308,
    "",
    " ",
    "MX",
    "2015-04-30",
    "\ud800",
    "=1+1",
    [],
    {},
    [[]],
    {"": None},
    {"$missing": "unknown"},
    {"$other": "x"},
    {"$type": "policy"},
    {1: 2},
    b"x",
    (),
    Decimal("sNaN"),
    Decimal("1E+999999"),
    date(2015, 4, 30),
    datetime(2015, 4, 30),  # noqa: DTZ001
)


def odd_text(random: Random, pieces: tuple[str, ...]) -> str:
    """Put pieces one after the other, some of them odd, some of them cut."""
    text = ""
    for _ in range(random.randrange(1, 7)):
        kind = random.random()
        if kind < 0.75:
            text += random.choice(pieces)
        elif kind < 0.9:
            text += random.choice(ODD)
        else:
            text += chr(random.randrange(0x10FFFF))
    if text and random.random() < 0.2:
        place = random.randrange(len(text))
        text = text[:place] + text[place + random.randrange(3) :]
    return text


# --- dates ------------------------------------------------------------------------

DATES: Final = (*"0123456789-/[].~", "..", "2015", "-04", "-30", "/12", "[", "]", "02")

WRITTEN: Final = (
    "1YYY",
    "20YY-0M",
    "20YY-MM-DD",
    "20YY/MM/DD",
    "YYYY~",
    "[..20YY-0M]",
    "[19YY..]",
    "[19YY-MM-DD..20YY]",
)


def dates(random: Random) -> object:
    """Read a date, and read again what it is written as."""
    text = random.choice(WRITTEN)
    for digit in "YMD":
        text = text.replace(digit, str(random.randrange(random.choice((4, 10)))))
    if random.random() < 0.5:
        text = odd_text(random, (*DATES, text, text))
    value = PartialDate.parse(text)
    assert PartialDate.parse(str(value)) == value
    assert value.first_day <= value.last_day
    return value


# --- names ------------------------------------------------------------------------

NAMES: Final = (
    *" ,.()&-'\n",
    "Clúster",
    "Nuevo León",
    " A.C.",
    " S.A. de C.V.",
    "(CLAUT)",
    "ITALIA",
    "S. A.",
    "México",
    "Ltd",
    "a",
    "É",
)


def names(random: Random) -> object:
    """Parse, key and place a name: its source stays, a key is words."""
    text = odd_text(random, NAMES)
    parsed = naming.parse_name(text, legal_forms=iso20275.MEXICO_2023)
    assert parsed.source == text
    key = naming.name_key(text)
    assert key == " ".join(key.split())
    naming.find_regions(text, subdivisions=iso3166.MEXICO)
    organization = Organization(name=text)
    naming.likely_duplicates([organization, Organization(name="Clúster A.C.")])
    return parsed


# --- readers ----------------------------------------------------------------------

REGISTER: Final = (
    "Name Comparative portfolio www Label valid until",
    "Name Country www Label valid until",
    "Cluster overview for comparative portfolio: ICT",
    "Cluster A",
    " ICT ",
    " Mexico",
    " 2018/05/04",
    " 2018/02/30",
    "\n",
    "\n",
    "\r\n",
    "\t",
)
MATURITY: Final = (
    "Mexico MATURITY ASSESSMENT Max score Actual score\n",
    "POLICY SCOPE",
    "\t1\t1\n",
    " 2 1,5\n",
    "Broad policy",
    "TOTAL",
    "CONTINUITY",
    "\n",
    "1,5",
    "-",
)


def registers(random: Random) -> object:
    """Read the register of labels; a line is read, rejected or passed over."""
    text = "".join(odd_text(random, REGISTER) for _ in range(random.randrange(1, 4)))
    reading = readers.read_label_register(text, layout=esca.REGISTER_LAYOUT)
    for line in reading.rejected:
        assert line.text in text
        assert str(line)
    return reading.register


def maturity(random: Random) -> object:
    """Read a maturity table: a score without a rejected line, or lines."""
    text = "".join(odd_text(random, MATURITY) for _ in range(random.randrange(1, 5)))
    if random.random() < 0.5:
        text = MATURITY[0] + text
    reading = readers.read_maturity_table(text, layout=eccp.MATURITY_LAYOUT)
    assert reading.score is not None or reading.rejected
    return reading


# --- documents --------------------------------------------------------------------


@cache
def _texts() -> tuple[tuple[str, Any], ...]:
    """Return documents with their kinds, the frozen ones among them, no long ones."""
    nouns = (
        Money(amount="5", currency="MXN", year=2015),
        PartialDate(2015, 4),
        Period(date(2015, 4, 3)),
        mexico.NUEVO_LEON_2022,
        mexico.PUBLISHED_2022,
        mexico.BRONZE_LABELS.awards[0],
        Organization(name="Clúster A.C."),
    )
    frozen = [path.read_text("utf-8") for path in sorted(SAMPLES.rglob("*.json"))]
    return (
        *((wire.dumps(noun), type(noun)) for noun in nouns),
        *((text, type(wire.read(text))) for text in frozen if len(text) < 4000),
    )


@cache
def _decoded() -> tuple[tuple[Any, Any], ...]:
    return tuple((wire.to_dict(wire.read(text)), kind) for text, kind in _texts())


def _goes_round(value: object, kind: Any) -> object:
    """Write and read again what was read."""
    written = json.loads(json.dumps(wire.to_dict(value)))
    assert wire.from_dict(written, kind) == value
    return value


def json_text(random: Random) -> object:
    """Read a body of bytes: a document with a few bytes or pieces changed."""
    text, kind = random.choice(_texts())
    body = bytearray(text.encode())
    for _ in range(random.randrange(1, 5)):
        place = random.randrange(len(body) + 1)
        way = random.randrange(4)
        if way == 0 and place < len(body):
            body[place] = random.randrange(256)
        elif way == 1:
            del body[place : place + random.randrange(1, 40)]
        else:
            piece = random.choice(ODD).encode("utf-8", "surrogatepass")
            body[place:place] = piece
    if random.random() < 0.5:
        return wire.read(bytes(body))
    return _goes_round(wire.loads(bytes(body), kind), kind)


def changed(random: Random, value: Any, depth: int = 0) -> Any:
    """Return a decoded document with a few of its values changed."""
    if random.random() < 0.03 or depth > 6:
        return random.choice(PLAIN)
    if isinstance(value, dict):
        content = {
            key: changed(random, part, depth + 1)
            for key, part in value.items()
            if random.random() < 0.98
        }
        if random.random() < 0.03:
            content[random.choice((*ODD, "name", "$type"))] = random.choice(PLAIN)
        return content
    if isinstance(value, list):
        return [changed(random, part, depth + 1) for part in value[:4]]
    if isinstance(value, str) and random.random() < 0.05:
        return odd_text(random, (value, value[:1]))
    return value


def documents(random: Random) -> object:
    """Read a decoded document into a kind, mostly not its own."""
    data, kind = random.choice(_decoded())
    if random.random() < 0.3:
        kind = random.choice(KINDS)
    data = changed(random, data)
    return _goes_round(wire.from_dict(data, kind), kind)


RIGHT: Final[tuple[tuple[Any, Any], ...]] = (
    (Country, "MX"),
    (PartialDate, "2015-04"),
    (list[Money], []),
    (dict[Country, Money], {"MX": {"amount": "5", "currency": "MXN"}}),
    (Organization, {"name": "Clúster"}),
)


def bare(random: Random) -> object:
    """Read a plain value into a kind."""
    kind = random.choice(KINDS)
    data = random.choice(PLAIN)
    if random.random() < 0.3:
        kind, data = random.choice(RIGHT)
    elif random.random() < 0.5:
        data = odd_text(random, ("MX", "2015-04-30", "0.5", "1/3", "a b"))
    return _goes_round(wire.from_dict(data, kind), kind)


# --- rows -------------------------------------------------------------------------

HEADINGS: Final = (
    "name",
    "type",
    "level",
    "country",
    "first_day",
    "last_day",
    "holder",
    "holder.name",
    "tier",
    "valid_until",
    "amount",
    "currency",
    "year",
    "history.begins",
    "sectors",
    "sectors:json",
    "nowhere",
    "a.b.c",
    "",
)
CELLS: Final = (
    "Plan",
    "broad",
    "national",
    "MX",
    "Mexico",
    "2015-04-30",
    "30/04/2015",
    "bronze",
    "5",
    "5,5",
    "MXN",
    "[]",
    '["a"]',
    " ",
    "n/a",
)


@cache
def _converter() -> Any:
    """Return one converter for many calls: a new one costs milliseconds."""
    return wire.converter()


def rows(random: Random) -> object:
    """Read rows: each becomes an object or is rejected."""
    headings = random.choices(HEADINGS, k=random.randrange(6))
    several: list[Mapping[Any, Any]] = [
        {
            heading: random.choice(PLAIN)
            if random.random() < 0.15
            else odd_text(random, CELLS)
            if random.random() < 0.2
            else random.choice(CELLS)
            for heading in headings
        }
        for _ in range(random.randrange(5))
    ]
    records = wire.from_records(
        several,
        random.choice(ROWS),
        dates=random.choice(("YYYY-MM-DD", "DD/MM/YYYY")),
        decimal=random.choice(".,"),
        split={"sectors": ";"} if random.random() < 0.2 else {},
        exact=random.random() < 0.2,
        converter=_converter() if random.random() < 0.95 else None,
    )
    # A blank row that would be refused is none.
    written = sum(not all(map(is_blank, row.values())) for row in several)
    assert written <= len(records.objects) + len(records.rejected) <= len(several)
    for row in records.rejected:
        assert row.faults
        assert all(str(fault) and isinstance(fault.path, str) for fault in row.faults)
    if random.random() < 0.1:
        assert str(records.table())
    return records


DOORS: Final[dict[str, Callable[[Random], object]]] = {
    door.__name__: door
    for door in (
        dates,
        names,
        registers,
        maturity,
        json_text,
        documents,
        bare,
        rows,
    )
}
