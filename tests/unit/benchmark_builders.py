"""Valid objects to start from; a test says only what is odd about its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from icluster import (
    Answer,
    Area,
    BenchmarkRecord,
    BenchmarkStructure,
    Country,
    Indicator,
    Organization,
    Source,
)
from icluster.advice import AdviceTexts
from icluster.derivations import PartOf, Quotient, Sum
from icluster.indicators import IndicatorStatus
from icluster.quality_labels import QualityCatalogue, QualityIndicator, QualityScheme
from icluster.reference import ecei
from icluster.scales import (
    Amount,
    Choice,
    Counts,
    Direction,
    Measure,
    Ordinal,
    Scale,
    Several,
    Shares,
    Text,
    Unit,
)
from icluster.words import ENGLISH

SOURCE = Source(key="test", title="Invented questionnaire", publisher="Example")
MORE, LESS = Direction.MORE, Direction.LESS


def make_indicator(number: str, key: str, scale: Scale, **changes: Any) -> Indicator:
    given: dict[str, Any] = {
        "number": number,
        "key": key,
        "title": f"the {key}",
        "scale": scale,
        "statuses": [IndicatorStatus.PROPOSED],
        "citations": {"title": SOURCE.at(number)},
    }
    return Indicator(**(given | changes))


SMALL = BenchmarkStructure(
    key="small",
    title="Invented structure with every kind of scale",
    edition="1",
    areas=[Area("A", "members"), Area("B", "means")],
    indicators=[
        make_indicator(
            "A1", "members", Measure(Unit.COUNT, direction=MORE), serves=["1.1"]
        ),
        make_indicator("A2", "types", Counts(["sme", "large"])),
        make_indicator("A3", "force", Choice(["industry", "public"])),
        make_indicator("A4", "topics", Several(["energy"], is_open=True)),
        make_indicator("A5", "story", Text()),
        make_indicator("B1", "staff", Measure(Unit.FTE, direction=MORE)),
        make_indicator(
            "B2",
            "load",
            Measure(Unit.RATIO, direction=LESS),
            derived_from=Quotient("members", "staff"),
        ),
        make_indicator("B3", "funds", Shares(["public", "fees"])),
        make_indicator(
            "B4",
            "private",
            Measure(Unit.SHARE, direction=MORE),
            derived_from=PartOf("funds", ["fees"]),
        ),
        make_indicator("B5", "budget", Amount(direction=MORE)),
        make_indicator("B6", "plan", Ordinal(5), serves=["1.2", "9.9"]),
        make_indicator("B7", "complaints", Ordinal(5, direction=LESS)),
        make_indicator("B8", "age", Measure(Unit.YEARS)),
        make_indicator("B9", "mark", Ordinal(5, lowest=1)),
    ],
    sums=[Sum("members", "types")],
)


def make_record(
    answers: Mapping[str, Any] | Iterable[Answer] | None = None,
    name: str = "Own",
    **changes: Any,
) -> BenchmarkRecord:
    given: dict[str, Any] = {
        "organization": Organization(name=name, country=Country("MX")),
        "interviewed_on": date(2015, 5, 4),
        "structure": "small",
        "answers": answers or {},
    }
    return BenchmarkRecord(**(given | changes))


def make_peers(key: str, values: list[Any]) -> list[BenchmarkRecord]:
    return [
        make_record({key: value}, f"Peer {index}") for index, value in enumerate(values)
    ]


CATALOGUE = QualityCatalogue(
    key="label",
    title="Invented label",
    indicators=[
        QualityIndicator(number="1.1", title="team"),
        QualityIndicator(number="1.2", title="plan"),
        QualityIndicator(number="2.1", title="press"),
    ],
    maximum=10,
    needed=Decimal("0.8"),
)


def make_scheme(**changes: Any) -> QualityScheme:
    given: dict[str, Any] = {
        "catalogue": CATALOGUE,
        "maxima": {"1.1": 5, "1.2": 3, "2.1": 2},
        "thresholds": {"1.1": 3, "1.2": 1, "2.1": 0},
    }
    return QualityScheme(**(given | changes))


def make_gold(threshold: int = 1) -> QualityScheme:
    """Split the 150 points in an invented way: 5 each but for the two last."""
    numbers = ecei.GOLD_31.numbers
    maxima = dict.fromkeys(numbers, 5) | {numbers[-2]: 3, numbers[-1]: 2}
    return QualityScheme(
        catalogue=ecei.GOLD_31,
        maxima=maxima,
        thresholds=dict.fromkeys(numbers, threshold),
    )


TEXTS = AdviceTexts(
    actions={"plan": "Write it.", "2.1": "Call them."},
    titles={"members": "Mitglieder"},
)

# English with few words, so that tests see which parts a sentence has.
TERSE = ENGLISH.but(
    {
        "{1}: {2} is in the weakest quarter of {4} peers ({3}).": (
            "weakest {0} {1} {2} {3} {4}"
        ),
        "{1}: {2} is in the weaker half of {4} peers ({3}).": "weaker {1}",
        "{1}: {2} is not in the strongest quarter of {4} peers ({3}).": (
            "short of strongest {1}"
        ),
        "{1}: points given {2}, but the label needs at least {3}.": (
            "points {2} of {3} for {1}"
        ),
        "Serves {} of the quality label.": "serves {}",
        "No link to the quality label is recorded.": "serves none",
    }
)
