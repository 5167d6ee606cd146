"""Days in rules: which comes first for certain, and how they are spoken of."""

from __future__ import annotations

from datetime import date

from icluster.dates import PartialDate
from icluster.vocabularies import Missing
from icluster.words import Sentence, say

__all__ = ["surely_before", "when"]


def surely_before(
    left: PartialDate | date | Missing, right: PartialDate | date | Missing
) -> bool:
    """Tell whether *left* is certainly before *right*; what is missing is not."""
    if isinstance(left, Missing) or isinstance(right, Missing):
        return False
    last = left.last_day if isinstance(left, PartialDate) else left
    first = right.first_day if isinstance(right, PartialDate) else right
    return last < first


def when(day: PartialDate | date | Missing) -> Sentence:
    """Speak of a day as a sentence does: in a year, on a day."""
    exact = day.is_exact if isinstance(day, PartialDate) else isinstance(day, date)
    return say("on {}" if exact else "in {}", day, context="day")
