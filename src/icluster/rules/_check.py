"""Rules run over a subject and all its parts."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date
from traceback import walk_tb
from typing import Any, TypeAlias

from attrs import evolve

from icluster import words
from icluster._fields import check_day, check_each, check_type
from icluster.contexts import Context
from icluster.errors import IClusterError, InvalidValueError, UnknownNameError
from icluster.labels import Portfolio
from icluster.money import Money
from icluster.regions import Country, Region
from icluster.rules._catalogue import ALL, RULE_RAISED
from icluster.rules._findings import Finding, IdleWaiver, NotChecked, Severity, Waiver
from icluster.rules._identities import ONE_WHEREVER, Identity
from icluster.rules._report import Report, Waived
from icluster.rules._rule import Rule, same_day
from icluster.rules._statements import (
    Statement,
    Unchecked,
    check_returned,
    not_said,
    say,
)
from icluster.rules._walk import (
    Found,
    Gathered,
    Place,
    Whereabouts,
    gathered,
    is_gathered,
    places,
    steps_of,
)
from icluster.words import Sentence, Steps, as_part

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
    raising: bool = False,
) -> Report:
    """Run *rules* over *subject* and every noun in it, as of a day.

    A rule that raises becomes a finding about the rule, and the others go on. A
    rule that needs what the context does not have is reported as not checked.

    Args:
        subject: A noun, or a list, tuple or mapping of nouns, nested at will.
        on: The day.
        context: Editions, lists, criteria and texts that rules need.
        rules: The rules; add your own with ``(*rules.ALL, mine)``.
        waivers: Findings to live with, each with its reason; a baseline is a list of
            them.
        select: Codes, beginnings of codes, names, families or severities, these
            also as text; where there are any, only rules that match one are run.
        ignore: Likewise; rules that match one are not run.
        raising: Whether a rule that raises stops the check with its own exception,
            as its author wants while writing it.

    Raises:
        InvalidValueError: The subject is no noun, a collection stands within
            itself, a code stands twice, or something given is not what it must be.
        UnknownNameError: No rule matches what is selected or ignored.

    Example:
        >>> from icluster.reference import CONTEXT, mexico
        >>> report = check(mexico.FACTSHEET_2022, on=date(2022, 9, 30), context=CONTEXT)
        >>> report.of("BUD002")[0].message
        'funding is provided, but no source of funding is specified'
    """
    check_day("on", on)
    check_type("context", context, Context)
    known = _told_apart(rules)
    chosen = _chosen(known, _listed("select", select), _listed("ignore", ignore))
    accepted = check_each("waivers", waivers, Waiver)
    run = _Run(same_day(on), context, chosen, raising=raising)
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


_SMALL = (Country, Money, Portfolio, Region)


class _Run:
    """One pass over a subject; what is found gathers here."""

    def __init__(
        self, on: date, context: Context, rules: tuple[Rule, ...], *, raising: bool
    ) -> None:
        self.on, self.context, self.rules = on, context, rules
        self.raising = raising
        self.findings: list[Finding] = []
        self.not_checked: dict[NotChecked, None] = {}
        self.raised: set[str] = set()
        self._by_kind: dict[type, tuple[Rule, ...]] = {}
        self._at_hand = {r.code: r.at_hand(on=on, context=context) for r in rules}
        self._silent: set[object] = set()
        self._said = 0
        self._subject: object = None
        self._faults: dict[tuple[str, type, int], list[Finding]] = {}
        self._of_bodies: dict[tuple[str, Identity], list[int]] = {}
        self._whereabouts = Whereabouts(None, None, None)

    def over(self, subject: object) -> None:
        self._subject = subject
        whole = any(issubclass(Gathered, rule.about) for rule in self.rules)
        met = []
        for place, thing in places(subject, is_wanted=self._is_wanted):
            kind = type(thing)
            rules = self._by_kind.get(kind)
            if rules is None:
                rules = self._about(kind)
            if rules:
                self._look_once(rules, place, thing)
            if whole and is_gathered(kind):
                met.append((place, thing))
        if whole:
            everything = gathered(met)
            for rule in self._about(Gathered):
                self.look(rule, None, everything)

    def _is_wanted(self, kind: type) -> bool:
        return is_gathered(kind) or any(issubclass(kind, r.about) for r in self.rules)

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

    def _look_once(self, rules: tuple[Rule, ...], place: Place, thing: Any) -> None:
        """Run rules over a thing, unless they had nothing to say of it before.

        What says something is looked at wherever it stands: findings tell where.
        """
        # Small values are cheap to compare; of others the same object is known.
        key = thing if isinstance(thing, _SMALL) else id(thing)
        if key in self._silent:
            return
        before = self._said
        for rule in rules:
            self.look(rule, place, thing)
        if before == self._said:
            self._silent.add(key)

    def look(self, rule: Rule, place: Place, thing: Any) -> None:
        try:
            said: Any = rule.function(thing, **self._at_hand[rule.code])
            for statement in check_returned(said):
                if isinstance(statement, Statement):
                    self._said += 1
                    found = self._where(place, thing).found(statement)
                    self._add(rule.finding(statement, found, on=self.on), thing)
                else:
                    if not isinstance(statement, Unchecked):
                        raise not_said("yields", statement)
                    self._unable(rule, statement.why)
        except Exception as error:
            if self.raising:
                raise
            self._said += 1
            self.raised.add(rule.code)
            # Not the error itself: it holds on to all that was at work.
            why = as_part(error.said() if isinstance(error, IClusterError) else error)
            found = Found((rule.code,), (rule.name,), (steps_of(place),))
            raised = say("{} raised {}: {}", rule.code, type(error).__name__, why)
            self._fail(rule, error, RULE_RAISED.finding(raised, found, on=self.on))

    def _fail(self, rule: Rule, error: Exception, finding: Finding) -> None:
        """Keep a fault of a rule once, with all the places where it showed."""
        lines = [line for _, line in walk_tb(error.__traceback__)]
        fault = (rule.code, type(error), lines[-1])
        self._faults.setdefault(fault, []).append(finding)

    def _where(self, place: Place, thing: Any) -> Whereabouts:
        """Return what knows the parts of a thing, for all rules that speak of it."""
        last = self._whereabouts
        if last.thing is not thing or last.place is not place:
            self._whereabouts = Whereabouts(self._subject, place, thing)
        return self._whereabouts

    def _add(self, finding: Finding, thing: Any) -> None:
        """Keep a finding; what is said again of one body is said of one place more."""
        self.findings.append(finding)
        if isinstance(thing, ONE_WHEREVER):
            self._of_bodies.setdefault((finding.code, finding.about), []).append(
                len(self.findings) - 1
            )

    def merged(self) -> Iterator[Finding]:
        """Yield the findings; what says the same of one body stands at all its places.

        One that is recorded in two ways keeps a finding for each.
        """
        again: dict[int, list[Steps]] = {}
        for positions in self._of_bodies.values():
            first: dict[str, int] = {}
            for position in positions if len(positions) > 1 else ():
                finding = self.findings[position]
                kept = first.setdefault(finding.fingerprint, position)
                again.setdefault(kept, []).extend(finding.places)
                if kept != position:
                    again[position] = []
        for first_of, *more in self._faults.values():
            places = (*first_of.places, *(one.places[0] for one in more))
            yield evolve(first_of, places=places)
        for position, finding in enumerate(self.findings):
            places_of = again.get(position, finding.places)
            if places_of is finding.places:
                yield finding
            elif places_of:
                yield evolve(finding, places=places_of)

    def _unable(self, rule: Rule, why: Sentence) -> None:
        self.not_checked[NotChecked(code=rule.code, name=rule.name, why=why)] = None


def _report(run: _Run, known: tuple[Rule, ...], waivers: tuple[Waiver, ...]) -> Report:
    findings = _ordered(run.merged())
    covered, prints = _covered(findings, waivers, on=run.on)
    used = set(covered.values())
    near = {
        (finding.code, finding.about[:1]): finding.about
        for place, finding in enumerate(findings if waivers else ())
        if place not in covered
    }
    return Report(
        on=run.on,
        findings=[f for place, f in enumerate(findings) if place not in covered],
        waived=[
            Waived(findings[place], waivers[covered[place]])
            for place in sorted(covered)
        ],
        idle=[
            IdleWaiver(waiver, why)
            for place, waiver in enumerate(waivers)
            if place not in used
            and (why := _why_idle(waiver, prints, near, run, known))
        ],
        not_checked=sorted(run.not_checked, key=_order),
        rules=[rule.code for rule in (*run.rules, RULE_RAISED)],
    )


_Prints: TypeAlias = dict[tuple[str, Identity], set[str]]
"""The fingerprints of what a rule found about a thing."""


def _covered(
    findings: list[Finding], waivers: tuple[Waiver, ...], *, on: date
) -> tuple[dict[int, int], _Prints]:
    """Pair findings with waivers, one with one, by their positions."""
    prints: _Prints = {(waiver.code, waiver.about): set() for waiver in waivers}
    waiting: dict[tuple[str, Identity, str], deque[int]] = {}
    for place, waiver in enumerate(waivers):
        if not waiver.has_ended(on=on):
            key = (waiver.code, waiver.about, waiver.fingerprint)
            waiting.setdefault(key, deque()).append(place)
    asked = [
        (place, finding.code, finding.about, finding.fingerprint)
        for place, finding in enumerate(findings)
        if (finding.code, finding.about) in prints
    ]
    covered: dict[int, int] = {}
    for place, code, about, fingerprint in asked:
        prints[code, about].add(fingerprint)
        if of_these_values := waiting.get((code, about, fingerprint)):
            covered[place] = of_these_values.popleft()
    # What holds whatever the values are comes second: it can wait for others.
    for place, code, about, _ in asked:
        of_any = waiting.get((code, about, ""))
        if of_any and place not in covered:
            covered[place] = of_any.popleft()
    return covered, prints


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Put what weighs most first, then by rule, then by thing."""
    weights = {severity: place for place, severity in enumerate(Severity)}
    return sorted(findings, key=lambda f: (weights[f.severity], f.code, f.about))


def _order(lacking: NotChecked) -> tuple[str, ...]:
    return lacking.code, lacking.why.template, repr(lacking.why.parts)


def _why_idle(
    waiver: Waiver,
    prints: _Prints,
    near: dict[tuple[str, Identity], Identity],
    run: _Run,
    known: tuple[Rule, ...],
) -> Sentence | None:
    """Say why a waiver waives nothing; None where its rule was not asked."""
    if waiver.has_ended(on=run.on):
        return words.say("it ended on {}", waiver.until)
    if waiver.code not in {rule.code for rule in (*known, RULE_RAISED)}:
        return _why_no_code(waiver.code, known)
    unable = {*run.raised, *(lacking.code for lacking in run.not_checked)}
    if waiver.code not in {rule.code for rule in (*run.rules, RULE_RAISED)} - unable:
        return None
    digests = prints[waiver.code, waiver.about]
    why = _why_uncalled_for(waiver.fingerprint, digests)
    about = near.get((waiver.code, waiver.about[:1]))
    return (
        why if digests or about is None else words.say("{}, but about {}", why, about)
    )


def _why_no_code(code: str, known: tuple[Rule, ...]) -> Sentence:
    """Say that no rule has such a code, and which is like it, or has it for a name."""
    codes = {word: rule.code for rule in known for word in (rule.code, rule.name)}
    similar = words.closest(code, codes)
    if similar is None:
        return words.say("no rule has that code")
    return words.say("no rule has that code; the closest is {}", codes[similar])


def _why_uncalled_for(fingerprint: str, found: set[str]) -> Sentence:
    """Say why a waiver of a rule that looked has nothing to cover."""
    if not found and not fingerprint:
        # Written by hand: whether anything ever was is not known.
        return words.say("nothing is found about it")
    if not found:
        return words.say("nothing is found about it any more")
    if not fingerprint or fingerprint in found:
        return words.say("it is found fewer times than it is waived")
    return words.say("what is found about it speaks of other values now")
