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

MEXICO_2023: Final = (
    LegalForm("ac", "A.C.", "5AWU"),
    LegalForm("iap", "I.A.P.", "MAM6"),
    LegalForm("s_de_rl", "S. de R.L.", "449I"),
    LegalForm("s_de_rl_de_cv", "S. de R.L. de C.V.", "XLVZ"),
    LegalForm("sa", "S.A.", "B8CE"),
    LegalForm("sa_de_cv", "S.A. de C.V.", "JGV1"),
    LegalForm("sab_de_cv", "S.A.B. de C.V.", "L9JC"),
    LegalForm("sapi_de_cv", "S.A.P.I. de C.V.", "VATV"),
    LegalForm("sas", "S.A.S.", "LJTR"),
    LegalForm("sc", "S.C.", "7H63"),
)
"""Mexican legal forms and their codes, in the edition of 2023-09-28.
"""
