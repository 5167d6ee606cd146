"""Published facts: vocabularies, rubrics, registers and policies, with sources."""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__
