"""What there is in this package: every table, its edition, its rows, how sure it is.

How sure a table is, its citations say: a row counts as proposed where anything of it
rests on a proposal, and as read where all of it stands in a publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from attrs import frozen

from icluster.editions import Edition
from icluster.reference import (
    advice,
    eccp,
    ecei,
    esca,
    iso3166,
    iso4217,
    iso20275,
    mexico,
    project,
)
from icluster.reference._countries import CODES_READ_IN, NAMES_READ_IN
from icluster.rubrics import Rubric
from icluster.sources import Citation, citations_of
from icluster.tables import Column, Table
from icluster.words import ENGLISH, Language, Sentence, Shown, say

__all__ = ["ReferenceTable", "inventory", "overview"]


@frozen(kw_only=True)
class ReferenceTable(Shown):
    """One table of this package, and where its rows were read.

    Attributes:
        name: Where it is found, as ``iso4217.CURRENCIES``.
        title: What it lists.
        edition: Which edition of it this is.
        rows: Its rows, as they stand in it.
        noun: What holds the rows and says where they were read; None where each row
            says so itself.
        field: The field of *noun* that the rows are.

    Example:
        >>> from icluster.reference import inventory
        >>> codes = next(
        ...     table for table in inventory() if table.name == "iso4217.CURRENCIES"
        ... )
        >>> (
        ...     len(codes.rows),
        ...     codes.proposed,
        ...     codes.citations(codes.rows[0])[0].source.key,
        ... )
        (178, 0, 'iso4217')
    """

    name: str
    title: Sentence
    edition: str
    rows: tuple[Any, ...]
    noun: Any = None
    field: str = ""

    def citations(self, row: Any) -> tuple[Citation, ...]:
        """Return where a row was read: what it says itself, else what its table says."""
        own = tuple(cited.citation for cited in getattr(row, "citations", ()))
        return own or citations_of(self.noun, self.field)

    @property
    def proposed(self) -> int:
        """How many rows rest on a proposal in something."""
        return sum(
            any(citation.source.is_proposal for citation in self.citations(row))
            for row in self.rows
        )

    @property
    def unconfirmed(self) -> int:
        """How many rows are doubtful in the source itself, or rest on one that is."""
        doubtful = {
            row.number for row in ecei.GOLD_31.indicators if not row.is_confirmed
        }
        return sum(
            not getattr(row, "is_confirmed", True)
            or not doubtful.isdisjoint(getattr(row, "serves", ()))
            for row in self.rows
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the documents that the rows were read from, each once."""
        keys = (c.source.key for row in self.rows for c in self.citations(row))
        return tuple(dict.fromkeys(keys))


_Entry: TypeAlias = tuple[str, Sentence, str, Any, str]


def _assessments() -> Iterator[_Entry]:
    """Yield the editions and the rubrics of the ECCP, whatever there are."""
    for name, value in sorted(vars(eccp).items()):
        year = name.rpartition("_")[2]
        if isinstance(value, Edition):
            title, field = say("questions of reading"), "questions"
        elif isinstance(value, Rubric):
            title, field = say("criteria of the maturity of cluster policy"), "criteria"
        else:
            continue
        yield f"eccp.{name}", title, year, value, field


_MADE: Final = f"{CODES_READ_IN}, {NAMES_READ_IN}"

# Name, what the rows are, edition, what holds the rows, and its field that they are:
# none where it is the rows, or the one row, itself.
# fmt: off
_TABLES: Final[tuple[tuple[str, Sentence, str, Any, str], ...]] = (
    ("advice.ADVICE_EN", say("what to do about indicators"), "proposal", advice.ADVICE_EN, "actions"),
    ("ecei.GOLD_31", say("indicators of the Gold Label"), "2013", ecei.GOLD_31, "indicators"),
    *_assessments(),
    ("eccp.MATURITY_LAYOUT", say("printed rows of the maturity table, by criterion"), "2022", eccp.MATURITY_LAYOUT, "criteria"),
    ("eccp.PROFILE_CRITERIA", say("criteria of profiles"), "undated", eccp.PROFILE_CRITERIA, ""),
    ("esca.BENCHMARK_36", say("indicators of the benchmarking interview"), esca.BENCHMARK_36.edition, esca.BENCHMARK_36, "indicators"),
    ("esca.COUNTRY_NAMES", say("names of countries that the register may print"), "proposal", esca.COUNTRY_NAMES, ""),
    ("esca.PORTFOLIOS", say("comparative portfolios"), "register", esca.PORTFOLIOS, "portfolios"),
    ("esca.PORTFOLIOS_2012", say("comparative portfolios"), "2012", esca.PORTFOLIOS_2012, "portfolios"),
    ("esca.REGISTER_LAYOUT", say("layout of the register of labels"), "undated", esca.REGISTER_LAYOUT, ""),
    ("esca.SAME_DAY", say("terms of labels"), "same_day", esca.SAME_DAY, "terms"),
    ("esca.END_OF_MONTH", say("terms of labels"), "end_of_month", esca.END_OF_MONTH, "terms"),
    ("esca.SCHEME", say("what is required beyond the terms"), "undated", esca.SCHEME, "requirements"),
    ("iso20275.MEXICO_2023", say("legal forms of Mexico"), "2023-09-28", iso20275.MEXICO_2023, ""),
    ("iso3166.COUNTRIES", say("names of countries, in English and Spanish"), _MADE, iso3166.COUNTRIES, ""),
    ("iso3166.MEXICO", say("states of Mexico"), "undated", iso3166.MEXICO, ""),
    ("iso4217.CURRENCIES", say("currencies"), _MADE, iso4217.CURRENCIES, ""),
    (
        "iso4217.WITHDRAWN",
        say("currencies that were withdrawn"),
        _MADE,
        iso4217.WITHDRAWN,
        "",
    ),
    ("mexico.BRONZE_LABELS", say("Bronze Labels of Mexico"), "undated", mexico.BRONZE_LABELS, "awards"),
    ("mexico.POLICIES_2022", say("policies of Mexico"), "2022", mexico.POLICIES_2022, ""),
    ("mexico.PUBLISHED_2022", say("published points of Mexico"), "2022", mexico.PUBLISHED_2022, "points"),
    ("mexico.RELATED_2022", say("policies that the factsheet of Mexico mentions"), "2022", mexico.RELATED_2022, ""),
    ("project.ICLUSTER", say("organizations of Project iCluster"), "undated", project.ICLUSTER, "organizations"),
)
# fmt: on


def inventory() -> tuple[ReferenceTable, ...]:
    """Return every table of this package.

    Example:
        >>> from icluster.reference import inventory
        >>> [table.name for table in inventory() if table.proposed == len(table.rows)]
        ['advice.ADVICE_EN', 'esca.COUNTRY_NAMES', 'esca.SAME_DAY', 'iso3166.MEXICO']
    """
    return tuple(_table(*entry) for entry in _TABLES)


def _table(
    name: str, title: Sentence, edition: str, holder: Any, field: str
) -> ReferenceTable:
    held = getattr(holder, field) if field else holder
    return ReferenceTable(
        name=name,
        title=title,
        edition=edition,
        rows=held if isinstance(held, tuple) else (held,),
        noun=holder,
        field=field,
    )


def overview(*, language: Language = ENGLISH) -> Table:
    """Return what there is: a row a table, with its edition, its rows, how sure.

    Args:
        language: What the table is put into.

    Example:
        >>> from icluster.reference import overview
        >>> for row in overview().records():
        ...     if row["name"] == "ecei.GOLD_31":
        ...         print(
        ...             row["edition"], row["rows"], row["proposed"], row["unconfirmed"]
        ...         )
        2013 31 0 2
    """
    return Table.of(
        say("Reference data"),
        inventory(),
        (
            Column("name", "Table", of=lambda table: table.name),
            Column("title", "Rows are", of=lambda table: table.title),
            Column(
                "edition", "Edition", of=lambda t: say(t.edition, context="edition")
            ),
            Column("rows", "Rows", numeric=True, of=lambda table: len(table.rows)),
            Column(
                "proposed",
                "Something proposed in",
                numeric=True,
                of=lambda table: table.proposed,
            ),
            Column(
                "unconfirmed",
                "Unconfirmed",
                numeric=True,
                of=lambda table: table.unconfirmed,
            ),
            Column("sources", "Sources", of=lambda table: table.sources),
        ),
        notes=(
            say(
                "A row counts as proposed where anything of it stands in no publication."
            ),
        ),
        language=language,
    )
