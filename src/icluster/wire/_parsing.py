"""JSON text as plain values, without the liberties that Python's parser takes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from icluster.errors import DecodeError, Fault, FaultCode, InvalidValueError
from icluster.wire._depth import DEEPEST
from icluster.wire._refusals import Unread, in_a_path
from icluster.words import Sentence, Steps, say

_LONGEST_NUMBER: Final = 1000


def refusal(
    code: FaultCode, expected: str | Sentence, got: object = None
) -> DecodeError:
    """Return what says that a document as a whole is not what it must be."""
    return DecodeError([Fault((), code, expected, got)])


def parsed(text: object, most: int) -> tuple[Any, tuple[Fault, ...]]:
    """Parse JSON; return it, and at most so many faults of it with their places.

    What a fault says is no JSON stands in it as `Unread`.

    Raises:
        DecodeError: It cannot be parsed at all.
        InvalidValueError: It is neither text nor bytes.
    """
    document, spoilt = _Parser(most).parsed(_text(text))
    if not spoilt:
        return document, ()
    walk = _spoilt_places(document, spoilt)
    return document, tuple(fault for _, fault in zip(range(most), walk, strict=False))


def _text(text: object) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, (bytes, bytearray)):
        raise InvalidValueError("text", "a JSON text", type(text).__name__)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        expected = say("JSON in UTF-8, which it is not at byte {}", error.start)
        came = bytes(text[error.start : error.start + 4])
        raise refusal("syntax", expected, came) from None


_WHY: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "Expecting value": say("a value is expected"),
        "Expecting property name enclosed in double quotes": say(
            "a key in double quotes is expected"
        ),
        "Expecting ',' delimiter": say("a comma or the end is expected"),
        "Expecting ':' delimiter": say("a colon is expected"),
        "Extra data": say("something stands after the end"),
        "Unterminated string starting at": say("the end of a text is missing"),
        "Invalid control character at": say("a control character stands in a text"),
        "Illegal trailing comma before end of object": say("a comma is too many"),
        "Illegal trailing comma before end of array": say("a comma is too many"),
        r"Invalid \escape": say("an escape is none of JSON"),
        r"Invalid \uXXXX escape": say("an escape is none of JSON"),
        "Unexpected UTF-8 BOM (decode using utf-8-sig)": say(
            "a byte order mark stands there"
        ),
    }
)


def _why(message: str) -> Sentence:
    """Say what is wrong with a text, of what Python's parser says of it."""
    return _WHY.get(message.partition(": ")[0], say("it cannot be read"))


class _Parser:
    """Parses one text, and keeps what is spoilt in it by identity."""

    def __init__(self, most: int) -> None:
        self.most = most
        # Objects that repeat keys, with these; what stands for no JSON, with None.
        self.spoilt: dict[int, tuple[object, tuple[str, ...]]] = {}

    def parsed(
        self, text: str
    ) -> tuple[Any, dict[int, tuple[object, tuple[str, ...]]]]:
        """Return the document, and what is spoilt in it."""
        try:
            try:
                document = self._load(text)
            except json.JSONDecodeError:
                raise
            except ValueError:  # a number of more digits than Python reads
                self.spoilt.clear()
                document = self._load(text, parse_int=self._whole)
        except RecursionError:
            raise refusal("depth", DEEPEST) from None
        except json.JSONDecodeError as error:
            line, column, why = error.lineno, error.colno, _why(error.msg)
            expected = say("JSON; at line {}, column {}: {}", line, column, why)
            rest = error.doc[error.pos :].split("\n", 1)[0][:40]
            raise refusal("syntax", expected, rest) from None
        return document, self.spoilt

    def _load(self, text: str, **more: Any) -> Any:
        return json.loads(
            text, object_pairs_hook=self._object, parse_constant=self._constant, **more
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        document = dict(pairs)
        if len(document) < len(pairs) and len(self.spoilt) < self.most:
            counts = Counter(key for key, _ in pairs)
            again = tuple(key for key, count in counts.items() if count > 1)
            self.spoilt[id(document)] = document, again[: self.most]
        return document

    def _constant(self, constant: str) -> Unread:
        expected = say("JSON, which knows finite numbers only")
        return self._unread(Unread(expected, constant, "syntax", is_told=True))

    def _whole(self, digits: str) -> Any:
        if len(digits) <= _LONGEST_NUMBER:
            return int(digits)
        expected = say("a number of at most {} digits", _LONGEST_NUMBER)
        return self._unread(Unread(expected, digits, "depth", is_told=True))

    def _unread(self, unread: Unread) -> Unread:
        self.spoilt[id(unread)] = unread, ()
        return unread


def _spoilt_places(
    document: Any, spoilt: dict[int, tuple[object, tuple[str, ...]]]
) -> Iterator[Fault]:
    """Yield what is spoilt in a document, where it stands, from its beginning."""
    nodes: list[tuple[Any, Steps]] = [(document, ())]
    while nodes:
        node, place = nodes.pop()
        if id(node) in spoilt:
            yield from _faults_of(node, spoilt[id(node)][1], place)
        inner: list[tuple[Any, Steps]] = []
        if type(node) is dict:
            inner = [(part, (*place, in_a_path(key))) for key, part in node.items()]
        elif type(node) is list:
            inner = [(part, (*place, index)) for index, part in enumerate(node)]
        nodes.extend(reversed(inner))


def _faults_of(node: Any, again: tuple[str, ...], place: Steps) -> Iterator[Fault]:
    if isinstance(node, Unread):
        yield Fault(place, node.code, node.expected, node.got)
    for key in again:
        yield Fault((*place, in_a_path(key)), "repeated", "there once")
