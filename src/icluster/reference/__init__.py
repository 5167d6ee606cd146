"""Published facts: vocabularies, rubrics, registers and policies, with sources.

Each publication has a module. `CONTEXT` is all of them as rules ask for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icluster.reference._context import CONTEXT as CONTEXT

__all__ = ["CONTEXT"]


def __getattr__(name: str) -> object:
    if name == "CONTEXT":
        # Imported late: whoever wants one publication does not pay for all.
        from icluster.reference._context import CONTEXT

        return CONTEXT
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return __all__
