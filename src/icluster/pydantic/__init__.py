"""Nouns as bodies of requests and results as bodies of answers, in pydantic's terms.

Needs the extra ``pydantic``; the room can be imported without it, and what is missing
is said when it is asked for. Frameworks that go by pydantic, FastAPI above all, then
refuse a wrong body as they refuse any other, and describe bodies in OpenAPI.
"""

from __future__ import annotations

from icluster.pydantic._markers import Exchanged, View

__all__ = ["Exchanged", "View"]


def __dir__() -> list[str]:
    return __all__
