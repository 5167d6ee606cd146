"""Messages that tell a reader what to do, and sentences that fit their numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from icluster import Facts, Organization, frames, plots, scoring
from icluster.errors import IClusterError
from icluster.reference import eccp, iso3166, mexico

if TYPE_CHECKING:
    from collections.abc import Callable

REGISTER, DAY = mexico.BRONZE_LABELS, date(2022, 9, 30)
OPEN = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
KNOWN = "known: scope, continuity, evidence, instruments"
something: Any = Organization
constants: Any = dict.fromkeys(eccp.FACTS_2022.names, False)

HINTS: dict[str, tuple[Callable[[], object], str]] = {
    "a moment": (
        lambda: REGISTER.counts(on=datetime(2018, 4, 1)),  # noqa: DTZ001
        "on must be a datetime.date: pass .date(), got 2018-04-01T00:00:00",
    ),
    "a text for a day": (
        lambda: REGISTER.counts(on="2018-04-01"),  # type: ignore[arg-type]
        "on must be a datetime.date, as date(2022, 9, 30), got '2018-04-01'",
    ),
    "a text for a partial date": (
        lambda: something(name="A", founded="2015"),
        "founded must be of type PartialDate or unknown"
        " (write PartialDate.parse('2015')), got '2015'",
    ),
    "a text that is no date": (
        lambda: something(name="A", founded="long ago"),
        "founded must be of type PartialDate or unknown, got 'long ago'",
    ),
    "a year": (
        lambda: something(name="A", founded=2015),
        "founded must be of type PartialDate or unknown (write PartialDate(2015)),"
        " got 2015",
    ),
    "a day for a partial date": (
        lambda: something(name="A", founded=date(2015, 4, 3)),
        "founded must be of type PartialDate or unknown"
        " (write PartialDate(2015, 4, 3)), got 2015-04-03",
    ),
    "a value of an enum": (
        lambda: something(name="A", helix="academia"),
        "helix must be of type Helix, unknown or not applicable (write"
        " Helix.ACADEMIA), got 'academia'",
    ),
    "a title of an enum": (
        lambda: REGISTER.where(tier="Bronze"),  # type: ignore[arg-type]
        "tier must be of type LabelTier or None (write LabelTier.BRONZE), got 'Bronze'",
    ),
    "a constant for a column": (
        lambda: frames.score(
            pl.DataFrame({"a": [1]}),
            eccp.MATURITY_2022,
            columns=constants,
        ),
        "columns['targeted_policy'] must be the name of a column, or Missing.UNKNOWN,"
        " got False",
    ),
    "a misspelt name": (
        lambda: OPEN["evidance"],
        f"no criterion is called 'evidance'; did you mean 'evidence'? {KNOWN}",
    ),
    "a name like none": (
        lambda: OPEN["fame"],
        f"no criterion is called 'fame'; {KNOWN}",
    ),
    "a country by name, without names": (
        lambda: REGISTER.where(country="Mexico"),
        "country must be a code such as 'MX', or a name: names=iso3166.COUNTRIES,"
        " got 'Mexico'",
    ),
    "an open level": (
        lambda: OPEN["scope"].level,
        "scope is not determined: 0, 0.5, 1 or 2; settle targeted cluster policy in"
        " force, sectoral policy that touches clusters in force, broader policy that"
        " touches clusters in force",
    ),
}


@pytest.mark.parametrize(("call", "message"), HINTS.values(), ids=HINTS)
def test_says_what_to_write_instead(call: Callable[[], object], message: str) -> None:
    with pytest.raises(IClusterError) as caught:
        call()
    assert str(caught.value) == message


def test_a_register_is_filtered_by_titles() -> None:
    part = REGISTER.where(portfolio="ICT", country="Mexico", names=iso3166.COUNTRIES)
    assert len(part) == 16


def test_gains_rise() -> None:
    steps = scoring.next_steps(eccp.MATURITY_2022, OPEN.facts)
    assert "+0 to +2.5" in steps.text()


def test_documents_that_were_not_read_are_not_read_otherwise() -> None:
    def read(**answers: str) -> scoring.Score:
        facts = scoring.read_facts(
            mexico.POLICIES_2022,
            on=DAY,
            edition=eccp.EDITION_2022,
            reading=eccp.PUBLISHED_READING.but(**answers),
        )
        return scoring.score(eccp.MATURITY_2022, facts)

    unlike = "The documents are not read alike in all of them."
    assert unlike not in str(scoring.rank({"A": read(), "B": OPEN}))
    otherwise = read(programme_monitoring="counts")
    assert unlike in str(scoring.rank({"A": read(), "B": otherwise}))


def test_a_timeline_says_since_when_the_register_knows() -> None:
    def words(since: date) -> str:
        figure = plots.label_timeline(REGISTER, since=since, until=date(2015, 1, 1))
        return " ".join(text.get_text() for text in figure.axes[0].texts)

    told = "before 2010-11 the register knows of none"
    assert told in words(date(2010, 1, 1))
    assert told not in words(date(2011, 1, 1))
