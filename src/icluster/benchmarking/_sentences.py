"""The sentences of recommendations, in the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from icluster.advice import AdviceTexts
from icluster.benchmarking._places import IndicatorPosition
from icluster.benchmarking._position import Position
from icluster.benchmarking._quality import QualityDecision
from icluster.benchmarking._values import value_text
from icluster.errors import InvalidValueError
from icluster.indicators import Indicator
from icluster.scales._measures import number_text

_NUMBER = re.compile(r"\d+(\.\d+)+", re.ASCII)


class Words:
    """Texts that were held against the indicators they are to be about."""

    def __init__(
        self,
        texts: AdviceTexts,
        indicators: Iterable[Indicator],
        quality: QualityDecision | None,
    ) -> None:
        self.texts, self.quality = texts, quality
        keys = {name: i.key for i in indicators for name in (i.key, i.number)}
        self.actions = _by_key("actions", texts.actions, keys, quality)
        self.titles = _by_key("titles", texts.titles, keys, quality)
        self.by_strength = {
            1: texts.weakest_quarter,
            2: texts.weaker_half,
            3: texts.not_strongest,
        }

    def about_place(
        self,
        position: Position,
        each: IndicatorPosition,
        strength: int | None,
        serves: tuple[str, ...],
        missed: Iterable[str],
    ) -> str:
        """Say where it stands, what to do, what it serves, what is missed."""
        texts, indicator = self.texts, each.indicator
        templates = [self.by_strength[strength]] if strength else []
        templates += self._action(indicator.key)
        templates.append(texts.serves if serves else texts.serves_none)
        said = [
            texts.fill(
                template,
                number=indicator.number,
                title=self.titles.get(indicator.key, indicator.title),
                value=value_text(indicator, each.value, texts.words),
                group=position.group,
                size=str(each.size),
                serves=", ".join(serves),
            )
            for template in templates
        ]
        return " ".join([*said, *self._thresholds(missed)])

    def about_points(self, number: str) -> str:
        """Say which threshold is missed, what to do, what it serves."""
        said = [*self._thresholds((number,))]
        said += [self.texts.fill(action) for action in self._action(number)]
        said.append(self.texts.fill(self.texts.serves, serves=number))
        return " ".join(said)

    def _action(self, key: str) -> list[str]:
        return [self.actions[key]] if key in self.actions else []

    def _thresholds(self, missed: Iterable[str]) -> Iterator[str]:
        if self.quality is None:
            return
        scheme = self.quality.scheme
        for number in missed:
            points: Any = self.quality.points_of(number)
            yield self.texts.fill(
                self.texts.threshold,
                number=number,
                title=self.titles.get(number, scheme.catalogue[number].title),
                points=number_text(Fraction(points)),
                least=number_text(Fraction(scheme.threshold_of(number))),
                serves=number,
            )


def _by_key(
    field: str,
    texts: Iterable[tuple[str, str]],
    keys: dict[str, str],
    quality: QualityDecision | None,
) -> dict[str, str]:
    """Return texts by the key of an indicator, or the number of a quality indicator.

    Numbers of a quality label are taken on trust where no label is at hand.
    """
    found: dict[str, str] = {}
    strays = []
    for name, text in texts:
        key = keys.get(name, name)
        if key in found:
            raise InvalidValueError(field, "one text for each indicator", name)
        if name not in keys and not _is_quality_number(name, quality):
            strays.append(name)
        found[key] = text
    if strays:
        expected = "about indicators that are there; see only()"
        raise InvalidValueError(field, expected, tuple(strays))
    return found


def _is_quality_number(name: str, quality: QualityDecision | None) -> bool:
    if quality is None:
        return _NUMBER.fullmatch(name) is not None
    return name in quality.scheme.catalogue.numbers
