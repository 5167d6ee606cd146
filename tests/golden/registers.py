"""Labels: the register of Mexico on some days, pages read, names and duplicates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from attrs import evolve
from tests.golden.layout import headed, listed, said_of, whole

from icluster import (
    Country,
    LabelTier,
    Missing,
    Organization,
    PartialDate,
    Source,
)
from icluster.errors import IClusterError
from icluster.labels import Grant, Term, may_apply
from icluster.naming import find_regions, likely_duplicates, name_key, parse_name
from icluster.readers import read_label_register, read_maturity_table
from icluster.reference import eccp, esca, iso3166, mexico

REGISTER = mexico.BRONZE_LABELS
DAYS = (date(2015, 3, 1), date(2018, 5, 4), date(2018, 9, 30))
PAGES = Path(__file__).parents[1] / "unit" / "readers"
SOURCE = Source(key="made_up", title="A page, made up", publisher="Nobody")


def awards() -> str:
    return headed({str(day): whole(REGISTER.table(on=day)) for day in DAYS[1:]})


GROUPED: tuple[Literal["portfolio", "region"], ...] = ("portfolio", "region")


def counts() -> str:
    return headed(
        {
            **{
                f"{day}, by {grouping}": whole(
                    REGISTER.counts_table(on=day, by=grouping)
                )
                for day in DAYS
                for grouping in GROUPED
            },
            **{
                f"{day}, by status": listed(
                    f"{status.value}: {count}"
                    for status, count in REGISTER.counts(on=day)
                )
                for day in DAYS
            },
        }
    )


def statuses() -> str:
    return headed(
        {
            str(day): listed(
                f"{award}: {' or '.join(status.value for status in possible)}"
                for award, possible in REGISTER.awards_on(day)
            )
            for day in DAYS
        }
    )


def lapsing() -> str:
    return headed(
        {
            f"within {months} months of {day}": listed(
                REGISTER.lapsing(on=day, months=months)
            )
            for day in DAYS
            for months in (1, 6)
        }
    )


def timeline() -> str:
    steps = REGISTER.timeline(since=date(2014, 1, 1), until=date(2019, 12, 31))
    return listed(steps)


def applications() -> str:
    """Whether the first holder may apply for Silver, and why."""
    award = evolve(
        REGISTER[0],
        grant=Grant.FIRST,
        awarded=PartialDate(2016, 5),
        valid_until=DAYS[2],
    )
    held = {"as read": REGISTER[0], "a first award": award}
    seconds: tuple[PartialDate | Missing, ...] = (
        Missing.UNKNOWN,
        Missing.NOT_APPLICABLE,
        PartialDate(2018, 3),
        PartialDate(2030),
    )
    return headed(
        {
            f"{name}, second benchmarking {second}": listed(
                line
                for areas in (Missing.UNKNOWN, 1, 3)
                for answer in [
                    may_apply(
                        one,
                        on=DAYS[1],
                        term=esca.END_OF_MONTH.term(LabelTier.SILVER),
                        second=second,
                        improvement_areas=areas,
                    )
                ]
                for line in (f"areas {areas}: {answer.verdict}", *answer.reasons)
            )
            for name, one in held.items()
            for second in seconds
        }
    )


def terms() -> str:
    """The editions and terms of the scheme, and how long labels may be renewed."""
    return headed(
        {
            edition.key: listed(
                f"{term.tier.title}: {term.months} months; "
                f"window {term.window_months}; renewable {_window(term)}"
                for term in edition.terms
            )
            for edition in (esca.SAME_DAY, esca.END_OF_MONTH)
        }
    )


def _window(term: Term) -> str:
    """The earliest end that may be renewed on a day, and until when that day's may."""
    try:
        first = " or ".join(map(str, term.renewable_ends(on=DAYS[2])))
        last = term.renewable_until(DAYS[2])
    except IClusterError as error:
        return said_of(error)
    return f"from an end of {first}; one of {DAYS[2]} until {last}"


def pages() -> str:
    """Pages of registers line by line, rejected lines with their reasons."""
    parts: dict[str, object] = {}
    for name in ("bronze_labels_mexico", "by_country", "by_industry"):
        reading = read_label_register(
            (PAGES / f"{name}.txt").read_text("utf-8"),
            layout=esca.REGISTER_LAYOUT,
            source=SOURCE,
            country=None if name == "by_industry" else Country("MX"),
        )
        parts[f"{name}, reading"] = reading
        parts[f"{name}, awards"] = listed(reading.awards)
        parts[f"{name}, rejected"] = listed(
            f"{line} | {line.text!r}" for line in reading.rejected
        )
        parts[f"{name}, passed over"] = listed(map(repr, reading.passed_over))
    return headed(parts)


def maturity_page() -> str:
    text = (PAGES / "maturity_mexico.txt").read_text("utf-8")
    texts = {
        "as printed": text,
        "a total that is no sum": text.replace("\t1,5", "\t2"),
        "without its last line": "\n".join(text.splitlines()[:-1]),
        "twice": f"{text}\n{text}",
        "nothing": "",
    }
    parts: dict[str, object] = {}
    for name, page in texts.items():
        reading = read_maturity_table(page, layout=eccp.MATURITY_LAYOUT)
        parts[name] = listed((reading.score, *reading.rejected))
    return headed(parts)


_MORE_NAMES = (
    "CLAUT Edo. Mex., A.C.",
    "Clúster Automotriz de Nuevo León A. C.",
    "Prosoftware, A.C.",
    "Asociacion Internacional de Mentefactura, Software e Internet",
    "Promotora TI S.A.P.I. de C.V.",
    "Software Industry Council (CSOFTMTY)",
    "MIND, Sociedad Anónima",
)


def names() -> str:
    printed = [*(award.holder.name for award in REGISTER), *_MORE_NAMES]
    regions = {
        name: ", ".join(
            str(region) for region in find_regions(name, subdivisions=iso3166.MEXICO)
        )
        for name in printed
    }
    return headed(
        {
            "parsed": listed(
                f"{name!r}: name {parsed.name!r}, acronym {parsed.acronym!r}, "
                f"full name {parsed.full_name!r}, "
                f"form {parsed.legal_form.title if parsed.legal_form else None!r}"
                for name in printed
                for parsed in [parse_name(name)]
            ),
            "parts": listed(map(repr, map(parse_name, _MORE_NAMES))),
            "keys": listed(f"{name!r}: {name_key(name)!r}" for name in printed),
            "regions": listed(
                f"{name!r}: {found or 'none'}" for name, found in regions.items()
            ),
        }
    )


def duplicates() -> str:
    holders = [award.holder for award in REGISTER]
    more = [
        Organization(name=name, founded=PartialDate(2010), country=Country("MX"))
        for name in _MORE_NAMES
    ]
    return headed(
        {
            "holders": listed(likely_duplicates(holders)),
            "holders and more": listed(likely_duplicates([*holders, *more])),
        }
    )


def formats() -> str:
    """Two tables in every form."""
    parts: dict[str, object] = {}
    tables = {
        "counts": REGISTER.counts_table(on=DAYS[2]),
        "published": REGISTER.where(tier=LabelTier.BRONZE)
        .lapsing(on=DAYS[2], months=6)
        .table(on=DAYS[2]),
    }
    for name, table in tables.items():
        parts[f"{name}, html"] = table.html()
        parts[f"{name}, markdown"] = table.markdown()
        parts[f"{name}, 60 wide"] = table.text(width=60)
        parts[f"{name}, records"] = listed(map(dict, table.records()))
    return headed(parts)
