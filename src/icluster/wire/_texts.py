"""Values that are written as text: how, and how they are read back.

Reading is exact: the text is in the one form that writing gives, save for
fractions that could be shortened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from icluster._exact import to_decimal
from icluster.dates import PartialDate
from icluster.errors import Fault, InvalidValueError
from icluster.regions import Country, Region

_PARTIAL_DATE = r"\d{4}([-/]\d{2}([-/]\d{2})?)?"


@frozen(kw_only=True)
class TextForm:
    """How values of one type are written as text.

    Attributes:
        pattern: What every text of it matches as a whole.
        expected: What the text must be, in words.
        read: Makes the value of a text that matches.
        write: Makes the text of a value.
        format: Its name among the formats of JSON Schema; may be empty.
    """

    pattern: str
    expected: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    format: str = ""

    def structure(self, text: object, _: object = None) -> Any:
        """Return the value that *text* writes.

        Raises:
            InvalidValueError: It is no text, or not in this form.
        """
        if type(text) is not str:
            raise InvalidValueError.of([Fault((), "type", self.expected, text)])
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise InvalidValueError((), self.expected, text)
        try:
            return self.read(text)
        except InvalidValueError as error:
            raise InvalidValueError((), error.expected, text) from None
        except ValueError:
            raise InvalidValueError((), self.expected, text) from None


TEXT_FORMS: Mapping[type, TextForm] = MappingProxyType(
    {
        date: TextForm(
            pattern=r"\d{4}-\d{2}-\d{2}",
            expected="a day such as '2022-09-30'",
            read=date.fromisoformat,
            write=date.isoformat,
            format="date",
        ),
        Decimal: TextForm(
            pattern=r"-?\d{1,80}(\.\d{1,80})?(E[+-]\d{1,3})?",
            expected="a decimal number as text, such as '0.5'",
            read=to_decimal,
            format="decimal",
        ),
        Fraction: TextForm(
            pattern=r"-?\d{1,1000}(/[1-9]\d{0,999})?",
            expected="a fraction as text, such as '3/4'",
            read=Fraction,
        ),
        PartialDate: TextForm(
            pattern=_PARTIAL_DATE,
            expected="a date such as '2022', '2022-09' or '2022-09-30'",
            read=PartialDate.parse,
        ),
        Country: TextForm(
            pattern=r"[A-Z]{2}",
            expected="an ISO 3166-1 alpha-2 code such as 'MX'",
            read=Country,
        ),
        Region: TextForm(
            pattern=r"[A-Z]{2}-[A-Z0-9]{1,3}",
            expected="an ISO 3166-2 code such as 'MX-NLE'",
            read=Region,
        ),
    }
)
"""How each type that is written as text is written."""
