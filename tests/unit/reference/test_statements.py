"""Each statement of the documents has a home: it is there, and it is cited.

The tables are those of docs/explanation/what-is-recorded.md, one for each document.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import fields_dict, has

import icluster
from icluster import Missing, Source
from icluster.sources import Note, citations_of, notes_of
from icluster.vocabularies import Vocabulary

TABLES = Path(__file__).parents[3] / "docs" / "explanation" / "statements"
PAGE = TABLES.parent / "what-is-recorded.md"

# For each document: its statements, and how many are left out.
COUNTED = {"about": (31, 1), "eccp_mx": (83, 2), "esca_mx": (13, 1)}


def rows(document: str) -> list[dict[str, str]]:
    with (TABLES / f"{document}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def homes(row: dict[str, str]) -> list[str]:
    return [home.strip() for home in row["recorded in"].split(";") if home.strip()]


def steps_to(home: str) -> list[Any]:
    """Return what stands at each step of the way to a home, and what is cited there."""
    room, _, path = home.partition(".")
    place: Any = getattr(icluster.reference, room, None) or getattr(icluster, room)
    way = [(place, "")]
    while path:
        step = re.match(r"\.?notes\[([a-z_.]+)\]|\.?([A-Za-z_0-9]+)|\[(\d+)\]", path)
        assert step is not None, home
        field, name, index = step.groups()
        if field:
            place = notes_of(place, field)
        else:
            place = place[int(index)] if index else getattr(place, name)
        way.append((place, name or ""))
        path = path[step.end() :]
    return way


def is_cited(way: list[Any]) -> bool:
    """Tell whether what stands at the end, or what holds it, says where it was read."""
    end = way[-1][0]
    several = end if isinstance(end, tuple) else (end,)
    if all(isinstance(thing, (Note, Source)) for thing in several):
        return True
    if isinstance(end, type) and issubclass(end, Vocabulary):
        return True  # labels as printed; the module says of what
    for depth, (holder, _) in enumerate(way):
        if not has(type(holder)) or "citations" not in fields_dict(type(holder)):
            continue
        names = [name for _, name in way[depth + 1 :] if name]
        cited = {item.path for item in holder.citations}
        paths = [".".join(names[:count]) for count in range(1, len(names) + 1)]
        if not names and cited:
            return True
        if any(path in cited or citations_of(holder, path) for path in paths):
            return True
    return False


@pytest.mark.parametrize("document", COUNTED)
def test_every_statement_is_counted(document: str) -> None:
    statements = rows(document)
    left_out = [row for row in statements if row["left out because"]]
    assert (len(statements), len(left_out)) == COUNTED[document]
    for row in statements:
        assert bool(homes(row)) != bool(row["left out because"]), row["statement"]


@pytest.mark.parametrize("document", COUNTED)
def test_the_page_says_how_many(document: str) -> None:
    assert f"statements/{document}.csv" in PAGE.read_text("utf-8")
    assert f"{COUNTED[document][0]} statements" in PAGE.read_text("utf-8")


def test_every_table_is_counted() -> None:
    assert {path.stem for path in TABLES.iterdir()} == set(COUNTED)


@pytest.mark.parametrize("document", COUNTED)
def test_a_home_holds_something_and_says_where_it_was_read(document: str) -> None:
    ways = {home: steps_to(home) for row in rows(document) for home in homes(row)}
    empty = [home for home, way in ways.items() if way[-1][0] in ((), "", None)]
    assert not empty
    # What is unknown is no statement, unless the source says so.
    uncited = [home for home, way in ways.items() if not is_cited(way)]
    assert not uncited


@pytest.mark.parametrize("document", COUNTED)
def test_a_home_is_asked_for_its_citations(document: str) -> None:
    """As a person asks: the noun that `reference` names, and the place in it."""
    for home in (home for row in rows(document) for home in homes(row)):
        asked = re.match(r"(\w+)\.([A-Z][A-Z_0-9]+)(?:\[(\d+)\])?\.(.+)", home)
        if asked is None or "notes[" in home:
            continue
        room, name, index, place = asked.groups()
        noun = getattr(getattr(icluster.reference, room), name)
        if (name, place) != ("FACTSHEET_2022", "bibliography"):  # sources cite none
            assert citations_of(noun[int(index)] if index else noun, place), home


def test_a_home_that_is_not_cited_is_seen() -> None:
    way = steps_to("mexico.NUEVO_LEON_2022.history")
    uncited = [way[0], (icluster.History(), ""), (Missing.UNKNOWN, "ends")]
    assert is_cited(way)
    assert not is_cited(uncited)
