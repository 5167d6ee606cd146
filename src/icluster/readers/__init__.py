"""Readers of published pages: text in, nouns and rejected lines out.

Nothing is fetched or opened here. A line that belongs to a table is read or
reported with its number, its text and the reason; it is never guessed at and
never dropped in silence.
"""

from __future__ import annotations

from icluster.readers._maturity import MaturityReading, read_maturity_table
from icluster.readers._registers import RegisterReading, read_label_register
from icluster.readers._rejections import (
    MaturityRejection,
    RegisterRejection,
    RejectedLine,
)

__all__ = [
    "MaturityReading",
    "MaturityRejection",
    "RegisterReading",
    "RegisterRejection",
    "RejectedLine",
    "read_label_register",
    "read_maturity_table",
]


def __dir__() -> list[str]:
    return __all__
