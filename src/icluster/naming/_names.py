"""One name read: acronym, full name and legal form, and a key to compare by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from icluster._fields import check_each
from icluster.errors import InvalidValueError
from icluster.organizations import LegalForm
from icluster.words import (
    INVISIBLE,
    Shown,
    normalized,
    says_something,
    squeezed,
    trimmed,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


LEGAL_FORMS: Final = (
    LegalForm("ac", "A.C."),
    LegalForm("iap", "I.A.P."),
    LegalForm("s_de_rl", "S. de R.L."),
    LegalForm("s_de_rl_de_cv", "S. de R.L. de C.V."),
    LegalForm("sa", "S.A."),
    LegalForm("sa_de_cv", "S.A. de C.V."),
    LegalForm("sab_de_cv", "S.A.B. de C.V."),
    LegalForm("sapi_de_cv", "S.A.P.I. de C.V."),
    LegalForm("sas", "S.A.S."),
    LegalForm("sc", "S.C."),
)
"""Legal forms usual at the end of Mexican names: spelling only, no codes.

How a form is spelled is the grammar of names and has no edition; which code it
has is looked up in one (`icluster.reference.iso20275`).
"""

_WORD_AND_STOP: Final = re.compile(r"\w\w[.．]$")
_BEFORE_A_FORM: Final = " ,;，；、"
_DASH: Final = "-–—－"
_DASHES: Final = (" - ", " – ", " — ")
# The plural of the Spanish word and of the borrowed one are the same word.
_PLURAL: Final = "clusteres"
_BORROWED_PLURAL: Final = "clusters"
_CLUSTER_WORDS: Final = frozenset({"cluster", _BORROWED_PLURAL, _PLURAL})


@frozen(kw_only=True)
class ParsedName(Shown):
    """What a printed name says.

    Attributes:
        source: The name as the source prints it, untouched.
        name: The name to display: without legal form, spaces made single.
        acronym: The one word before a dash, or in brackets at the end; or None.
        full_name: The name without acronym and legal form.
        legal_form: The legal form at the end, or None.

    Example:
        >>> parsed = parse_name("IJALTI - Information Technology Institute of Jalisco")
        >>> parsed.acronym, parsed.full_name
        ('IJALTI', 'Information Technology Institute of Jalisco')
    """

    source: str
    name: str
    acronym: str | None
    full_name: str
    legal_form: LegalForm | None

    @property
    def key(self) -> str:
        """The key of the name, as `name_key` gives it."""
        return " ".join(key_words(self.name))


def parse_name(
    text: str, *, legal_forms: Iterable[LegalForm] = LEGAL_FORMS
) -> ParsedName:
    """Read acronym, full name and legal form off the name *text*.

    A legal form counts at the end only, in any casing, dotting and width, in
    brackets or behind a dash only with dots or spaces. A word
    before a dash counts as acronym in any casing, "Cluster" apart; several
    words before a dash are part of the name. In brackets at the end, a word
    counts with a capital behind its first letter, in a name not all capitals.

    Args:
        text: The name as printed.
        legal_forms: The forms to look for; pass those of an edition to get
            them with their ISO 20275 codes.

    Raises:
        InvalidValueError: The text is blank, or no text, or a form is given by
            its name.

    Example:
        >>> from icluster.reference import iso20275
        >>> parsed = parse_name(
        ...     "Integracion Tecnologica De Queretaro. A.c.",
        ...     legal_forms=iso20275.MEXICO_2023,
        ... )
        >>> parsed.name, parsed.legal_form.title, parsed.legal_form.elf_code
        ('Integracion Tecnologica De Queretaro', 'A.C.', '5AWU')
    """
    return parse(text, by_spelling(legal_forms))


def by_spelling(legal_forms: Iterable[LegalForm]) -> Mapping[str, LegalForm]:
    """Index *legal_forms* by how they are spelled, dots and spaces apart."""
    forms = check_each("legal_forms", legal_forms, LegalForm)
    return {squeezed(form.title): form for form in forms}


def parse(text: str, forms: Mapping[str, LegalForm]) -> ParsedName:
    """Read the name *text*, with legal forms indexed beforehand."""
    if not isinstance(text, str) or not says_something(text):
        raise InvalidValueError("text", "a name", text)
    tidy = trimmed(" ".join(normalized("NFC", text).split()))
    name, form = _without_form(tidy, forms)
    acronym, full_name = _acronym_apart(name)
    if form is None:
        # The form may also stand before the acronym in brackets.
        full_name, form = _without_form(full_name, forms)
        if form is not None:
            name = full_name if acronym is None else f"{full_name} ({acronym})"
    return ParsedName(
        source=text, name=name, acronym=acronym, full_name=full_name, legal_form=form
    )


def name_key(text: str, *, legal_forms: Iterable[LegalForm] = LEGAL_FORMS) -> str:
    """Return the key of a name: equal for spellings of one name.

    Case, accents, punctuation, spacing, the legal form at the end and the
    Spanish or borrowed plural of *clúster* do not matter. Every word does, so
    names that differ in a word keep apart. A text without letters or digits has
    the empty key.

    Raises:
        InvalidValueError: The text is blank, or no text.

    Example:
        >>> name_key("Clúster de Tecnología de Información Tlaxcala A.C.")
        'cluster de tecnologia de informacion tlaxcala'
        >>> name_key("CLUSTER DE TECNOLOGIA DE INFORMACION, TLAXCALA, AC")
        'cluster de tecnologia de informacion tlaxcala'
    """
    return parse_name(text, legal_forms=legal_forms).key


def key_words(text: str) -> tuple[str, ...]:
    """Return the words of a key for *text*, which has no legal form any more."""
    return tuple(
        _BORROWED_PLURAL if word == _PLURAL else word for word in words_of(text)
    )


def _without_form(
    text: str, forms: Mapping[str, LegalForm]
) -> tuple[str, LegalForm | None]:
    """Part *text* from the longest legal form that it ends in."""
    bracketed = _in_brackets(text, forms)
    if bracketed is not None:
        return bracketed
    most_letters = max(map(len, forms), default=0)
    longest_form = None
    for start in _word_starts_from_the_end(text, most_letters):
        form = forms.get(squeezed(text[start:]))
        if form is not None and words_of(text[:start]):
            longest_form = start, form  # the last one begins first
    if longest_form is None:
        return text, None
    start, form = longest_form
    return _without_stop(text[:start]), form


def _in_brackets(
    text: str, forms: Mapping[str, LegalForm]
) -> tuple[str, LegalForm] | None:
    """Part *text* from a legal form in brackets; a plain word is an acronym."""
    head, _, tail = text.rpartition("(")
    if not tail.endswith(")") or not _has_dots_or_spaces(tail):
        return None
    form = forms.get(squeezed(tail[:-1]))
    return (_without_stop(head), form) if form is not None and words_of(head) else None


def _has_dots_or_spaces(form: str) -> bool:
    return any(sign in form for sign in ".． ")


def _word_starts_from_the_end(text: str, letters: int) -> Iterator[int]:
    """Yield where the last words begin, those of at most so many letters."""
    # A letter takes three places at most: itself, a dot and a space.
    first = max(0, len(text) - 3 * letters - 2)
    for start in range(len(text) - 1, first, -1):
        # A form may follow a full stop, but not the dot of an acronym; most letters
        # stand behind another.
        behind_no_letter = not text[start - 1].isalnum()
        if behind_no_letter and text[start].isalpha() and _may_begin(text, start):
            yield start


def _may_begin(text: str, start: int) -> bool:
    """Tell whether a legal form may begin here, by what stands before it."""
    before = text[start - 1]
    if before in _BEFORE_A_FORM or INVISIBLE.match(before) is not None:
        return True
    if before in _DASH:
        return _has_dots_or_spaces(text[start:])
    return _WORD_AND_STOP.search(text, start - 3, start) is not None


def _without_stop(text: str) -> str:
    """Cut the stop before a legal form, but not the last dot of an acronym."""
    rest = trimmed(trimmed(text).rstrip(_BEFORE_A_FORM + _DASH))
    last_word = rest[rest.rfind(" ") + 1 :]
    return rest[:-1] if last_word.count(".") == 1 and rest.endswith(".") else rest


def _acronym_apart(name: str) -> tuple[str | None, str]:
    places = [(name.find(dash), dash) for dash in _DASHES if dash in name]
    if places:
        place, dash = min(places)
        head, tail = name[:place], name[place + len(dash) :]
        words = words_of(head)
        if " " not in head and words and words[0] not in _CLUSTER_WORDS:
            return head, tail
    if name.endswith(")") and not name.isupper():
        head, bracket, tail = name[:-1].rpartition(" (")
        if bracket and " " not in tail and any(map(str.isupper, tail[1:])):
            return tail, head
    return None, name
