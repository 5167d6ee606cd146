"""The manual leads on: pages in order, names that are there, a picture of today."""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from tests.house.walk import PUBLIC_MODULE_NAMES, ROOT

from icluster import plots
from icluster.reference import eccp, esca, mexico

if TYPE_CHECKING:
    from types import ModuleType

DOCS = ROOT / "docs"
HOW_TO = DOCS / "how-to"
PAGES = re.findall(r"^[a-z-]+$", (HOW_TO / "index.md").read_text("utf-8"), re.MULTILINE)
NEXT = re.compile(
    r"\n## Next\n\n"
    r"- Go on with \[[^]]+\]\((?P<next>[^)]+)\)\n"
    r"- What is behind it: \[[^]]+\]\((?P<why>\.\./explanation/[^)]+)\)\n"
    r"- In the reference: (?P<names>`[\w.]+`(?:, `[\w.]+`)*)\n$"
)


@cache
def tool(name: str) -> ModuleType:
    """Load one of the modules that the manual is built with."""
    sys.path.insert(0, str(DOCS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(DOCS))


def test_every_how_to_page_is_listed_once() -> None:
    there = {path.stem for path in HOW_TO.glob("*.md")} - {"index"}
    assert sorted(PAGES) == sorted(there)


@pytest.mark.parametrize(
    ("page", "follower"), list(zip(PAGES, [*PAGES[1:], ""], strict=True))
)
def test_a_how_to_page_leads_on(page: str, follower: str) -> None:
    path = HOW_TO / f"{page}.md"
    match = NEXT.search(path.read_text("utf-8"))
    assert match, "end it with what is next, what is behind it, and its functions"
    assert match["next"] == (f"{follower}.md" if follower else "../reference/index.md")
    assert (path.parent / match["why"]).is_file()
    names = match["names"].replace("`", "").split(", ")
    assert [name for name in names if tool("links").home_of(name) is None] == []


def test_what_is_no_public_name_is_no_link() -> None:
    home_of: Any = tool("links").home_of
    assert home_of("scoring.score") == "icluster.scoring.score"
    assert home_of("eccp.FACTS_2022") == "icluster.reference.eccp.FACTS_2022"
    assert home_of("Policy") == home_of("icluster.Policy") == "icluster.Policy"
    assert [home_of(text) for text in ("score", "scoring.scores", "A.C.", "T")] == [
        None
    ] * 4


def test_every_public_name_has_its_place_on_a_page() -> None:
    rooms = tool("rooms")
    named = {
        f"{module.__name__}.{name}"
        for room in PUBLIC_MODULE_NAMES
        for module, name in rooms.names_of(importlib.import_module(room))
    }
    assert set(rooms.homes().values()) <= named


def test_the_picture_of_the_readme_is_of_today() -> None:
    """Not letter by letter: that hangs on the version of matplotlib."""
    figures = tool("figures")
    drawn = figures.PICTURE.read_text("utf-8")
    label = re.search(r'aria-label="([^"]*)"', drawn)
    assert label
    assert unescape(label[1]) == plots.alternative(figures.picture()), "make golden"


def test_a_block_is_shown_as_it_is_typed() -> None:
    as_typed: Any = tool("blocks").as_typed
    assert as_typed(">>> for n in (1,):\n...     n\n1\n>>> 2\n2\n\n") == (
        ">>> for n in (1,):\n...     n\n... \n1\n>>> 2\n2"
    )
    assert (
        as_typed(">>> print(\n...     1\n... )\n1\n")
        == ">>> print(\n...     1\n... )\n1"
    )
    assert as_typed("for n in (1,):\n    n\n") == "for n in (1,):\n    n"


def test_what_a_constant_holds_is_shown_row_by_row() -> None:
    constants = tool("constants")
    titles, rows = constants.rows_of(eccp.MATURITY_2022)
    assert titles == ["Criterion", "Points", "Level", "Holds where"]
    assert rows[1] == ["Policy scope", "0.5", "Broad policy", "broad_policy is true"]
    assert constants.rows_of(eccp.PUBLISHED_READING)[1][0] == [
        "``programme_monitoring``",
        "``ignored``",
    ]
    assert constants.rows_of(esca.PORTFOLIOS)[1][0][1] == "Aviation and space"
    assert constants.rows_of(mexico.FACTSHEET_2022) == ([], [])
    many = constants.table(["A", "B"], [["a_b", "``c_d``"]] * 41)
    assert many[3:5] == ["   * - A", "     - B"]
    assert many[5:7] == ["   * - a\\_b", "     - ``c_d``"]
    assert "And 1 more." in many


@pytest.mark.parametrize(
    ("english", "spanish"),
    [("docs/index.md", "docs/es/index.md"), ("README.md", "README.es.md")],
)
def test_front_pages_in_spanish_are_in_step(english: str, spanish: str) -> None:
    def shape(name: str) -> list[str]:
        text = (ROOT / name).read_text("utf-8")
        return re.findall(r"^(##|```\{drawn\}|```console|!\[)", text, re.MULTILINE)

    assert shape(english) == shape(spanish)
