"""Facts as sets of still-possible values.

A `FactSchema` gives each fact a finite domain. `Facts` keep, for each fact, the
values that are still possible: one is known, several are partly known, the whole
domain is unknown. Where a fact was read stands in the `Provenance`, outside
equality: two facts that say the same are the same.
"""

from __future__ import annotations

from icluster.facts._facts import Facts as Facts
from icluster.facts._facts import Stated
from icluster.facts._schema import Fact as Fact
from icluster.facts._schema import FactSchema as FactSchema

__all__ = ["Stated"]


def __dir__() -> list[str]:
    return __all__
