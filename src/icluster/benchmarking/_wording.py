"""How tables call indicators and write values: as the structure does, or a caller."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from icluster.advice import AdviceTexts
from icluster.benchmarking._places import Frequency
from icluster.benchmarking._values import Value, value_text
from icluster.indicators import Indicator
from icluster.quality_labels import QualityIndicator
from icluster.scales import Ordinal, ValueWords
from icluster.scales._words import ENGLISH


@frozen
class Wording:
    """Titles by key of an indicator or number of a quality indicator, and words."""

    titles: Mapping[str, str] = field(factory=dict)
    words: ValueWords = ENGLISH

    def name(self, indicator: Indicator) -> str:
        """Return the number and the title of an indicator."""
        title = self.titles.get(indicator.key, indicator.title)
        return f"{indicator.number} {title}"

    def quality_name(self, indicator: QualityIndicator) -> str:
        """Return the number and the title of a quality indicator."""
        title = self.titles.get(indicator.number, indicator.title)
        return f"{indicator.number} {title}"

    def value(self, indicator: Indicator, value: Value | None) -> str:
        """Write a value, or why there is none."""
        return value_text(indicator, value, self.words)

    def answer(self, indicator: Indicator, found: Frequency) -> str:
        """Write an answer that was counted; titles of options are the structure's."""
        scale = indicator.scale
        if not isinstance(scale, Ordinal):
            return found.answer
        steps = {scale.text(n): scale.text(n, self.words) for n in scale.numbers}
        return steps.get(found.answer, found.answer)


def wording_of(texts: AdviceTexts | None, indicators: Iterable[Indicator]) -> Wording:
    """Return the wording of *texts*, which name indicators by key or number."""
    if texts is None:
        return Wording()
    keys = {each.number: each.key for each in indicators}
    titles = {keys.get(name, name): title for name, title in texts.titles}
    return Wording(titles, texts.words)
