"""How long ago the ECCP's assessment of 2022 takes targeted policies to have begun.

Establishment is the start of the unbroken run of targeted policies in force: a
policy that ended goes on in its successor, unless a gap between them is certain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icluster.dates import PartialDate, Turn, age_bands, day_over
from icluster.editions import ReadFact
from icluster.provenance import Decision
from icluster.sources import citations_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from icluster.editions import Case, Reading
    from icluster.policies import Policy
    from icluster.sources import Citation

__all__ = ["established"]

_BANDS = ("within_2_years", "over_2_to_10_years", "over_10_years")
_BOUNDARIES = (2, 10)


def established(case: Case) -> ReadFact:
    """Read how long ago the unbroken run of targeted policies began.

    Without a targeted policy in force nothing is said.
    """
    current = [policy for policy in case.policies if policy.is_targeted]
    if not current:
        return ReadFact(_BANDS)
    joined = _joined(current, case)
    starts = [_start(policy, case.reading) for policy in (*current, *joined)]
    dated = [start for start in starts if start is not None]
    # An unknown start may lie any time back: the age is then open upwards.
    all_dated = len(dated) == len(starts)
    first = min(start.first_day for start in dated) if all_dated else None
    last = min([case.on, *(start.last_day for start in dated)])
    bands = age_bands(first, last, on=case.on, boundaries=_BOUNDARIES)
    turns = () if first is None else _turns(first, last, bands[0], _last_end(current))
    return ReadFact(
        (_BANDS[band] for band in bands),
        dict.fromkeys(_cited(current, joined, case.reading)),
        turns,
        tuple(_decisions(joined)),
    )


def _joined(current: list[Policy], case: Case) -> list[Policy]:
    """Return the past targeted policies that the run goes back to."""
    joined: list[Policy] = []
    past = [policy for policy in case.past if policy.is_targeted]
    while True:
        starts = [_start(policy, case.reading) for policy in (*current, *joined)]
        more = [policy for policy in past if _goes_on(policy, starts)]
        if not more:
            return joined
        joined += more
        past = [policy for policy in past if policy not in more]


def _goes_on(policy: Policy, starts: list[PartialDate | None]) -> bool:
    """Tell whether no gap is certain between the end of a policy and a run.

    An unknown start joins nothing: it may lie any time back as it is.
    """
    first_days = [start.first_day for start in starts if start is not None]
    ends = policy.history.ends
    if not first_days or not isinstance(ends, PartialDate):
        return False
    # decision 2: the latest day that the end allows against the earliest start.
    return day_over(ends.last_day, 0) >= min(first_days)


def _start_field(policy: Policy, reading: Reading) -> str:
    documented = isinstance(policy.history.practised_since, PartialDate)
    practice = documented and reading["policy_start"] == "practice"
    return "practised_since" if practice else "begins"


def _start(policy: Policy, reading: Reading) -> PartialDate | None:
    start = getattr(policy.history, _start_field(policy, reading))
    return start if isinstance(start, PartialDate) else None


def _cited(
    current: list[Policy], joined: list[Policy], reading: Reading
) -> Iterator[Citation]:
    for policy in (*current, *joined):
        yield from citations_of(policy, f"history.{_start_field(policy, reading)}")
    for policy in joined:
        yield from citations_of(policy, "history.ends")


def _decisions(joined: list[Policy]) -> Iterator[Decision]:
    for policy in joined:
        question = f"{policy.name} goes on in its successor"
        yield Decision(
            question, f"taken so, no gap after {policy.history.ends} is certain"
        )


def _last_end(current: list[Policy]) -> PartialDate | None:
    """Return the end of the policy that ends last; None where one has no known end."""
    ends = [policy.history.ends for policy in current]
    dated = [end for end in ends if isinstance(end, PartialDate)]
    return max(dated, key=lambda end: end.last_day) if len(dated) == len(ends) else None


def _turns(
    first: date, last: date, band: int, end: PartialDate | None
) -> Iterator[tuple[str, Turn]]:
    for years, value in zip(_BOUNDARIES[band:], _BANDS[band + 1 :], strict=True):
        earliest, latest = day_over(first, years), day_over(last, years)
        may_end_before = end is not None and end.first_day < latest
        provided = f"the policy goes on after {end}" if may_end_before else ""
        yield value, Turn(earliest, latest, provided)
