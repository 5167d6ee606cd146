"""Published facts: vocabularies, rubrics, registers and policies, with sources.

Each publication has a module, there as ``icluster.reference.mexico`` and loaded when
it is first touched. `CONTEXT` is all of them as rules ask for them; `overview` tells
what there is, which edition of it, how many rows, and how sure they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icluster.reference import advice as advice
    from icluster.reference import eccp as eccp
    from icluster.reference import ecei as ecei
    from icluster.reference import esca as esca
    from icluster.reference import iso3166 as iso3166
    from icluster.reference import iso4217 as iso4217
    from icluster.reference import iso20275 as iso20275
    from icluster.reference import mexico as mexico
    from icluster.reference import project as project
    from icluster.reference._context import CONTEXT as CONTEXT
    from icluster.reference._overview import ReferenceTable as ReferenceTable
    from icluster.reference._overview import inventory as inventory
    from icluster.reference._overview import overview as overview

__all__ = [
    "CONTEXT",
    "ReferenceTable",
    "advice",
    "eccp",
    "ecei",
    "esca",
    "inventory",
    "iso20275",
    "iso3166",
    "iso4217",
    "mexico",
    "overview",
    "project",
]


def __getattr__(name: str) -> object:
    # Imported late: whoever wants one publication does not pay for all.
    from importlib import import_module

    if name == "CONTEXT":
        return import_module(f"{__name__}._context").CONTEXT
    if name in ("ReferenceTable", "inventory", "overview"):
        return getattr(import_module(f"{__name__}._overview"), name)
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return __all__
