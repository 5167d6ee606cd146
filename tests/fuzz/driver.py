"""Send many inputs through a door: nothing but values and errors of ours, in time."""

from __future__ import annotations

from collections import Counter
from random import Random
from time import process_time
from typing import Final

from attrs import field, frozen
from tests.fuzz.doors import DOORS

from icluster.errors import IClusterError

MOST_SECONDS: Final = 0.5
"""How long one input may take; none is longer than a few thousand characters."""
MOST_FINDS: Final = 10


@frozen
class Outcome:
    """How often what came out, and what never should have."""

    door: str
    counts: Counter[str] = field(factory=Counter)
    finds: list[str] = field(factory=list)

    def __str__(self) -> str:
        counts = ", ".join(f"{n} {what}" for what, n in self.counts.most_common())
        return "\n  ".join([f"{self.door}: {counts}", *self.finds])


def fuzz(door: str, numbers: range) -> Outcome:
    """Send the inputs of these *numbers* through a door.

    The number of an input is the seed that it is drawn by, so that one of them can be
    sent again.
    """
    outcome = Outcome(door)
    go_through = DOORS[door]
    random = Random()
    for number in numbers:
        random.seed(number)
        start = process_time()
        try:
            go_through(random)
            result = "values"
            fault = ""
        except IClusterError as error:
            result = type(error).__name__
            fault = _wrong_with(error)
        except Exception as error:  # noqa: BLE001
            result = "finds"
            line = error.__traceback__
            while line is not None and line.tb_next is not None:
                line = line.tb_next
            where = "" if line is None else f" in line {line.tb_lineno}"
            fault = f"{type(error).__name__}{where}: {error}"
        if process_time() - start > MOST_SECONDS:
            fault = f"took {process_time() - start:.1f} seconds {fault}"
        outcome.counts[result] += 1
        if fault:
            outcome.finds.append(f"input {number}: {fault[:300]}")
            if len(outcome.finds) == MOST_FINDS:
                break
    return outcome


def _wrong_with(error: IClusterError) -> str:
    """Return what is wrong with an error: it says nothing, or has no place."""
    if not str(error):
        return f"{type(error).__name__} says nothing"
    faults = getattr(error, "faults", None)
    if faults == ():
        return f"{type(error).__name__} has no fault: {error}"
    for fault in faults or ():
        if not str(fault) or (fault.pointer and not fault.pointer.startswith("/")):
            return f"a fault without words or place: {fault!r}"
    return ""
