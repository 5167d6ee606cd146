"""What a measure counts."""

from __future__ import annotations

from icluster.vocabularies import Vocabulary


class Unit(Vocabulary):
    """What a measure counts.

    Example:
        >>> Unit.FTE.title
        'full-time equivalents'
    """

    COUNT = "count", "count"
    SHARE = "share", "share"
    RATIO = "ratio", "ratio"
    YEARS = "years", "years"
    MONTHS = "months", "months"
    FTE = "fte", "full-time equivalents"
    DAYS_PER_PERSON_AND_YEAR = "days_per_person_and_year", "days per person and year"
