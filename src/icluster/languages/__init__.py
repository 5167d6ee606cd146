"""Languages beside English, each a module of data.

English is `icluster.words.ENGLISH`: its templates are the source and stand in the
code, a language says what stands for each of them. Bring a third one as a
`icluster.words.Language` of your own, or replace single sentences with
``SPANISH.but(...)``.
"""

from __future__ import annotations

from icluster.languages import es

__all__ = ["es"]


def __dir__() -> list[str]:
    return __all__
