"""Rules run over a subject and all its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from icluster import words
from icluster._fields import check_day, check_each, check_type
from icluster.contexts import Context
from icluster.errors import IClusterError, InvalidValueError, UnknownNameError
from icluster.rules._catalogue import ALL, RULE_RAISED
from icluster.rules._findings import Finding, IdleWaiver, NotChecked, Severity, Waiver
from icluster.rules._report import Report, Waived
from icluster.rules._rule import Rule
from icluster.rules._statements import Statement, Unchecked, say
from icluster.rules._walk import (
    Gathered,
    Place,
    Whereabouts,
    gathered,
    is_gathered,
    places,
    steps_of,
)
from icluster.words import Sentence, as_part

__all__ = ["check"]


def check(
    subject: object,
    *,
    on: date,
    context: Context,
    rules: Iterable[Rule] = ALL,
    waivers: Iterable[Waiver] = (),
    select: Iterable[str | Severity] = (),
    ignore: Iterable[str | Severity] = (),
) -> Report:
    """Run *rules* over *subject* and every noun in it, as of a day.

    A rule that raises becomes a finding about the rule, and the others go on. A
    rule that needs what the context does not have is reported as not checked.

    Args:
        subject: A noun, or a list, tuple or mapping of nouns, nested at will.
        on: The day.
        context: Editions, lists, criteria and texts that rules need.
        rules: The rules; add your own with ``(*rules.ALL, mine)``.
        waivers: Findings to live with, each with its reason.
        select: Codes, beginnings of codes, names, families or severities, these
            also as text; where there are any, only rules that match one are run.
        ignore: Likewise; rules that match one are not run.

    Raises:
        InvalidValueError: The subject is no noun, a collection stands within
            itself, a code stands twice, or something given is not what it must be.
        UnknownNameError: No rule matches what is selected or ignored.

    Example:
        >>> from icluster.reference import CONTEXT, mexico
        >>> report = check(mexico.FACTSHEET_2022, on=date(2022, 9, 30), context=CONTEXT)
        >>> report.of("BUD002")[0].message
        'Ministry of Economy provides funding, but no source of funding is specified'
    """
    check_day("on", on)
    check_type("context", context, Context)
    known = _told_apart(rules)
    chosen = _chosen(known, _listed("select", select), _listed("ignore", ignore))
    accepted = check_each("waivers", waivers, Waiver)
    run = _Run(on, context, chosen)
    run.over(subject)
    return _report(run, known, accepted)


def _told_apart(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    several = check_each("rules", rules, Rule)
    counts = Counter((RULE_RAISED.code, *(rule.code for rule in several)))
    twice = tuple(code for code, count in counts.items() if count > 1)
    if twice:
        raise InvalidValueError("rules", "with codes that differ", twice)
    return tuple(sorted(several, key=lambda rule: rule.code))


def _listed(name: str, chosen: object) -> tuple[Any, ...]:
    """Freeze what is selected; one text alone is no list of letters."""
    if not isinstance(chosen, Iterable) or isinstance(chosen, (str, type)):
        raise InvalidValueError(name, "several codes, families or severities", chosen)
    return tuple(chosen)


def _chosen(
    rules: tuple[Rule, ...],
    select: tuple[str | Severity, ...],
    ignore: tuple[str | Severity, ...],
) -> tuple[Rule, ...]:
    for which in (*select, *ignore):
        matched = any(_matches(rule, which) for rule in rules)
        if not matched and not isinstance(which, Severity):
            raise UnknownNameError("rule", which, _selectable(rules))
    return tuple(
        rule
        for rule in rules
        if (not select or any(_matches(rule, which) for which in select))
        and not any(_matches(rule, which) for which in ignore)
    )


def _selectable(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Return what may be selected: severities, families, codes."""
    severities = (rule.severity.value for rule in rules)
    families = (rule.family for rule in rules)
    codes = (rule.code for rule in rules)
    return tuple(dict.fromkeys((*severities, *families, *codes)))


def _matches(rule: Rule, which: str | Severity) -> bool:
    if isinstance(which, Severity):
        return rule.severity is which
    if not isinstance(which, str) or not which:
        return False
    names = (rule.name, rule.family, rule.severity.value)
    return rule.code.startswith(which) or which in names


class _Run:
    """One pass over a subject; what is found gathers here."""

    def __init__(self, on: date, context: Context, rules: tuple[Rule, ...]) -> None:
        self.on, self.context, self.rules = on, context, rules
        self.findings: list[Finding] = []
        self.not_checked: dict[NotChecked, None] = {}
        self.raised: set[str] = set()
        self._by_kind: dict[type, tuple[Rule, ...]] = {}
        self._whereabouts = Whereabouts(None, None)

    def over(self, subject: object) -> None:
        whole = any(issubclass(Gathered, rule.about) for rule in self.rules)
        met = []
        for place, thing in places(subject):
            kind = type(thing)
            rules = self._by_kind.get(kind)
            if rules is None:
                rules = self._about(kind)
            for rule in rules:
                self.look(rule, place, thing)
            if whole and is_gathered(kind):
                met.append((place, thing))
        if whole:
            everything = gathered(met)
            for rule in self._about(Gathered):
                self.look(rule, None, everything)

    def _about(self, kind: type) -> tuple[Rule, ...]:
        """Return the rules about a kind that have what they need."""
        ready = []
        for rule in self.rules:
            if issubclass(kind, rule.about):
                lacking = [n for n in rule.needs if not getattr(self.context, n)]
                for need in lacking:
                    self._unable(rule, words.say("{} in the context", need))
                if not lacking:
                    ready.append(rule)
        self._by_kind[kind] = tuple(ready)
        return self._by_kind[kind]

    def look(self, rule: Rule, place: Place, thing: Any) -> None:
        try:
            for statement in rule.look(thing, on=self.on, context=self.context):
                if isinstance(statement, Statement):
                    # Shared by the rules about one thing, made for those that speak.
                    last = self._whereabouts
                    if last.thing is not thing or last.place is not place:
                        self._whereabouts = Whereabouts(place, thing)
                    steps = self._whereabouts.steps(statement, by=rule.code)
                    self.findings.append(rule.finding(statement, steps))
                else:
                    check_type("what it yields", statement, Unchecked)
                    self._unable(rule, statement.why)
        except Exception as error:  # noqa: BLE001 (a rule must not hide the others)
            self.raised.add(rule.code)
            # Not the error itself: it holds on to all that was at work.
            why = as_part(error.said() if isinstance(error, IClusterError) else error)
            raised = say("{} raised {}: {}", rule.code, type(error).__name__, why)
            self.findings.append(RULE_RAISED.finding(raised, steps_of(place)))

    def _unable(self, rule: Rule, why: Sentence) -> None:
        self.not_checked[NotChecked(code=rule.code, name=rule.name, why=why)] = None


def _report(run: _Run, known: tuple[Rule, ...], waivers: tuple[Waiver, ...]) -> Report:
    in_force = [waiver for waiver in waivers if not waiver.has_ended(on=run.on)]
    used: set[int] = set()
    findings, waived = [], []
    for finding in run.findings:
        covering = [
            waiver
            for waiver in in_force
            if waiver.code == finding.code and waiver.covers(finding.path)
        ]
        if covering:
            used.update(map(id, covering))
            waived.append(Waived(finding, covering[0]))
        else:
            findings.append(finding)
    return Report(
        on=run.on,
        findings=findings,
        waived=waived,
        idle=[
            IdleWaiver(waiver, why)
            for waiver in waivers
            if id(waiver) not in used and (why := _why_idle(waiver, run, known))
        ],
        not_checked=sorted(run.not_checked, key=_order),
    )


def _order(lacking: NotChecked) -> tuple[str, ...]:
    return lacking.code, lacking.why.template, repr(lacking.why.parts)


def _why_idle(waiver: Waiver, run: _Run, known: tuple[Rule, ...]) -> Sentence | None:
    """Say why a waiver waives nothing; None where its rule was not asked."""
    if waiver.has_ended(on=run.on):
        return words.say("it ended on {}", waiver.until)
    if waiver.code not in {rule.code for rule in (*known, RULE_RAISED)}:
        return words.say("no rule has that code")
    unable = {*run.raised, *(lacking.code for lacking in run.not_checked)}
    asked = {rule.code for rule in (*run.rules, RULE_RAISED)} - unable
    still = waiver.code in asked
    return words.say("nothing is found there any more") if still else None
