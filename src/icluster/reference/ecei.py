"""The indicators of the Gold label of the ECEI, with its Silver column.

Transcribed from *Audit scope for silver and gold*, after the ECEI Criteria (2013),
as Młodzianowski (2023) gives it; the maximum from the page of KIT alone, the share
from that of GCE Ocean Technology. How the 150 points split over the indicators, and the threshold
of each, are not public: they are parameters of `QualityScheme`, never defaults.

Deviations: 5.2 and 5.3 are unconfirmed in the source at hand, and marked so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from icluster.quality_labels import QualityCatalogue, QualityIndicator
from icluster.reference._benchmark_sources import ECEI_2013, KIT
from icluster.reference._sources import GCE

__all__ = ["GOLD_31"]


def __dir__() -> list[str]:
    return __all__


def _row(
    number: str, title: str, *, silver: bool = False, confirmed: bool = True
) -> QualityIndicator:
    return QualityIndicator(
        number=number,
        title=title,
        is_silver=silver,
        is_confirmed=confirmed,
        citations=dict.fromkeys(
            ("number", "title"), ECEI_2013.at(f"indicator {number}")
        ),
    )


GOLD_31: Final = QualityCatalogue(
    key="gold_31",
    title="Gold label of the ECEI: 31 indicators",
    indicators=(
        _row("1.1.0", "commitment of participants", silver=True),
        _row("1.1.1", "composition", silver=True),
        _row("1.1.2", "total number", silver=True),
        _row("1.2", "geographical concentration"),
        _row("2.1", "maturity of the management", silver=True),
        _row("2.2.1", "human resources"),
        _row("2.2.2", "qualification", silver=True),
        _row("2.2.3", "lifelong learning"),
        _row("2.2.4", "stability of staff"),
        _row("2.3", "stability of participation"),
        _row("2.4", "clarity of roles", silver=True),
        _row("2.5", "direct contacts", silver=True),
        _row("2.6", "cooperation", silver=True),
        _row("2.7", "integration in the innovation system", silver=True),
        _row("3.1", "prospects of funds"),
        _row("3.2", "private share"),
        _row("4.1.1", "strategy building", silver=True),
        _row("4.1.2", "documentation", silver=True),
        _row("4.1.3", "implementation plan", silver=True),
        _row("4.1.4", "financial controlling", silver=True),
        _row("4.1.5", "review", silver=True),
        _row("4.1.6", "performance monitoring", silver=True),
        _row("4.2", "focus"),
        _row("4.3", "activities and services", silver=True),
        _row("4.4", "performance of the management", silver=True),
        _row("4.5", "working groups"),
        _row("4.6.1", "communication", silver=True),
        _row("4.6.2", "web presence", silver=True),
        _row("5.1", "recognition in publications, press, media"),
        _row("5.2", "success stories", confirmed=False),
        _row("5.3", "satisfaction", confirmed=False),
    ),
    maximum=150,
    needed=Fraction(4, 5),
    citations={
        "indicators": ECEI_2013.at("audit scope"),
        "maximum": KIT.at("Gold Label"),
        "needed": GCE.at("Gold Label"),
    },
)
"""31 indicators, at most 150 points, of which at least 80 % are needed."""
