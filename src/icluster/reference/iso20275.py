"""Legal forms with their codes in the entity legal forms list of ISO 20275.

Transcribed from the ISO 20275 entity legal forms code list, edition of
2023-09-28. Deviations: only forms usual at the end of Mexican names, under
their abbreviations.

Example:
    >>> [form.elf_code for form in MEXICO_2023 if form.title == "S.A. de C.V."]
    ['JGV1']
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.organizations import LegalForm
from icluster.sources import Source

__all__ = ["ELF_LIST_2023", "MEXICO_2023"]


def __dir__() -> list[str]:
    return __all__


ELF_LIST_2023: Final = Source(
    key="iso20275_2023",
    title="ISO 20275: Entity Legal Forms Code List",
    publisher="ISO 20275",
    published=PartialDate(2023, 9, 28),
)
"""The edition that the codes below were taken from."""


def _form(key: str, title: str, elf_code: str) -> LegalForm:
    return LegalForm(
        key,
        title,
        elf_code,
        citations={
            "title": ELF_LIST_2023.at(elf_code),
            "elf_code": ELF_LIST_2023.at(elf_code),
        },
    )


MEXICO_2023: Final = (
    _form("ac", "A.C.", "5AWU"),
    _form("iap", "I.A.P.", "MAM6"),
    _form("s_de_rl", "S. de R.L.", "449I"),
    _form("s_de_rl_de_cv", "S. de R.L. de C.V.", "XLVZ"),
    _form("sa", "S.A.", "B8CE"),
    _form("sa_de_cv", "S.A. de C.V.", "JGV1"),
    _form("sab_de_cv", "S.A.B. de C.V.", "L9JC"),
    _form("sapi_de_cv", "S.A.P.I. de C.V.", "VATV"),
    _form("sas", "S.A.S.", "LJTR"),
    _form("sc", "S.C.", "7H63"),
)
"""Mexican legal forms and their codes, in the edition of 2023-09-28.
"""
