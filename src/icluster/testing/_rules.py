"""Cases of rules: a thing, what a rule says of it, and the thing once it is mended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._fields import check_each, instance_of, is_day, to_words
from icluster._texts import all_texts, is_prose
from icluster.contexts import Context
from icluster.errors import InvalidValueError
from icluster.rules import Rule
from icluster.words import Shown, printable

__all__ = ["RuleCase", "untested"]


@frozen(kw_only=True)
class RuleCase(Shown):
    """A thing, and what one rule says of it: nothing, or each place and message.

    Attributes:
        rule: The rule.
        sentence: What the case is about.
        thing: What the rule looks at.
        findings: What it says, as ``path: message``; nothing where it is silent.
        mended: The thing once somebody did what the findings ask for; None where the
            rule is silent.
        on: The day.
        context: What else is known.

    Raises:
        InvalidValueError: A rule that fires is not shown the thing once it is mended,
            or a field does not hold what it says.

    Example:
        >>> from attrs import evolve
        >>> from icluster.reference import mexico
        >>> from icluster.rules import labels
        >>> register = mexico.BRONZE_LABELS
        >>> case = RuleCase(
        ...     rule=labels.register_undated,
        ...     sentence="neither is known",
        ...     thing=register,
        ...     findings=[
        ...         "snapshot: neither the day it shows nor the dates of all "
        ...         "awards are known"
        ...     ],
        ...     mended=evolve(register, snapshot=date(2016, 12, 1)),
        ...     on=date(2018, 9, 30),
        ... )
        >>> case.prove()
    """

    rule: Rule = field(validator=instance_of(Rule))
    sentence: str = field(validator=is_prose)
    thing: Any
    findings: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_texts()
    )
    mended: Any = None
    on: date = field(validator=is_day)
    context: Context = field(default=Context(), validator=instance_of(Context))

    def __attrs_post_init__(self) -> None:
        if self.findings and self.mended is None:
            expected = "the thing once it is mended, where the rule fires"
            raise InvalidValueError("mended", expected, self.mended)

    def prove(self) -> None:
        """Raise an AssertionError unless the rule says this, and no more once mended.

        An exception of the rule itself goes through.
        """
        said = self._said_of(self.thing)
        if said != self.findings:
            raise AssertionError(f"{self}: it says {said}, not {self.findings}")
        if said and self._said_of(self.mended):
            raise AssertionError(
                f"{self}: mended, it says {self._said_of(self.mended)}"
            )

    def _said_of(self, thing: Any) -> tuple[str, ...]:
        found = self.rule(thing, on=self.on, context=self.context)
        return tuple(f"{finding.path}: {finding.message}" for finding in found)

    def __str__(self) -> str:
        says = "fires on" if self.findings else "is silent on"
        return printable(f"{self.rule.code} {says}: {self.sentence}")


def untested(rules: Iterable[Rule], cases: Iterable[RuleCase]) -> tuple[str, ...]:
    """Return what no case shows of *rules*: where it is silent, and where it fires.

    A case that fires shows the thing as mended, too.

    Example:
        >>> from icluster.rules import labels
        >>> untested([labels.label_lapsed], [])
        ('LAB001 silent', 'LAB001 firing')
    """
    shown = {
        f"{case.rule.code} {'firing' if case.findings else 'silent'}"
        for case in check_each("cases", cases, RuleCase)
    }
    needed = (
        f"{rule.code} {what}"
        for rule in check_each("rules", rules, Rule)
        for what in ("silent", "firing")
    )
    return tuple(what for what in needed if what not in shown)
