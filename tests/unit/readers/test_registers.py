"""Registers from text: every line an award, a rejected line or passed over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from icluster.dates import PartialPeriod
from icluster.errors import InvalidValueError
from icluster.readers import RegisterReading, read_label_register
from icluster.reference import esca, mexico
from icluster.regions import Country
from icluster.vocabularies import Missing

HERE = Path(__file__).parent
HEADER = "Name Comparative portfolio www Label valid until\n"
HEADING = "Cluster overview for comparative portfolio: Food industry\n"
BY_INDUSTRY = "Name Country www Label valid until\n"


def page(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def read(text: str, **options: Any) -> RegisterReading:
    return read_label_register(text, layout=esca.REGISTER_LAYOUT, **options)


def rejected(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.reason.value) for line in read(text).rejected]


def accounted(text: str) -> bool:
    reading = read(text)
    parts = (reading.awards, reading.rejected, reading.passed_over)
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(map(len, parts)) + reading.tables == len(lines)


def test_the_page_of_mexico_gives_its_register() -> None:
    reading = read(
        page("bronze_labels_mexico.txt"),
        source=mexico.BRONZE_LABELS.source,
        country=Country("MX"),
    )
    assert reading.rejected == ()
    assert len(reading.awards) == 35
    # What the page says of its labels as a whole is no row of it.
    recorded = evolve(mexico.BRONZE_LABELS, coverage=PartialPeriod(), citations=())
    assert reading.register == recorded


def test_a_page_by_country_line_by_line() -> None:
    text = page("by_country.txt")
    reading = read(text, country=Country("MX"))
    found = [
        (each.holder.name, each.portfolio.title, each.valid_until.isoformat())
        for each in reading.awards
    ]
    assert found == [
        ("Alpha Cluster, A.C.", "ICT", "2018-10-18"),
        (
            "Mares - Association of Ports",
            "Maritime technologies, water resources",
            "2019-02-28",
        ),
        ("Tiny Lights", "Micro, nano and optical technologies", "2016-02-29"),
        ("Clúster Gamma", "Sports, Leisure and Tourism", "2018-05-05"),
        (
            "Health and medical science",
            "Health and medical science",
            "2018-05-05",
        ),
    ]
    assert rejected(text) == [
        (13, "no_name"),
        (14, "second_entry"),
        (15, "impossible_date"),
        (16, "impossible_date"),
        (17, "unknown_portfolio"),
        (18, "unknown_portfolio"),
        (19, "no_date"),
        (20, "no_date"),
        (21, "no_date"),
    ]
    assert reading.rejected[4].closest == "Food industry"
    assert reading.rejected[0].text == "ICT 2019/05/04"
    assert reading.passed_over == (1, 3, 4, 6, 24)
    assert accounted(text)


def test_a_page_by_industry_line_by_line() -> None:
    text = page("by_industry.txt")
    reading = read(text)
    found = [
        (each.holder.name, str(each.holder.country), each.portfolio.title)
        for each in reading.awards
    ]
    assert found == [
        ("Fish", "GB", "Food industry"),
        ("Bread", "BA", "Food industry"),
        ("Cheese", "NL", "Food industry"),
        ("Beer", "CZ", "Food industry"),
        ("Ski", "CH", "Sports, Leisure and Tourism"),
    ]
    assert rejected(text) == [
        (2, "no_heading"),
        (11, "unknown_country"),
        (12, "no_name"),
        (13, "no_date"),
        (19, "unknown_heading"),
        (24, "cut"),
    ]
    assert reading.rejected[4].closest == "Food industry"
    assert reading.tables == 4
    assert accounted(text)


def test_the_longest_name_of_a_country_is_taken() -> None:
    text = (
        "Cluster overview for comparative portfolio: ICT\n"
        + BY_INDUSTRY
        + "A Republic of Moldova 2018/05/04\nB Moldova 2018/05/04"
    )
    assert [award.holder.name for award in read(text).awards] == ["A", "B"]


SHAPES = {
    "Windows line ends": "\r\n",
    "old Macintosh line ends": "\r",
    "blank lines between": "\n\n",
}


@pytest.mark.parametrize("end", SHAPES.values(), ids=SHAPES)
def test_the_shape_of_lines_does_not_matter(end: str) -> None:
    text = page("bronze_labels_mexico.txt")
    assert read(text.replace("\n", end)).awards == read(text).awards


def test_spaces_that_do_not_break_and_a_byte_order_mark_do_not_matter() -> None:
    text = page("bronze_labels_mexico.txt")
    assert read("\ufeff" + text.replace(" ", "\u00a0")).awards == read(text).awards


REJECTED: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "a row above all headings": ("A ICT 2018/05/04", [(1, "outside")]),
    "a last line that is cut": (HEADER + "A ICT 2018/05/0", [(2, "cut")]),
    "a last line cut before an end of line": (HEADER + "A ICT\n\n", [(2, "cut")]),
    "a line behind a gap, then a row": (
        HEADER + "A ICT 2018/05/04\n\nB ICT\nC ICT 2018/05/04",
        [(4, "no_date")],
    ),
    "a cut line in a table with gaps": (
        HEADER + "A ICT 2018/05/04\n\nB ICT 2018/05/04\n\nC IC",
        [(6, "cut")],
    ),
    "a heading closes the table with gaps": (
        HEADER + "A ICT 2018/05/04\n\nB ICT 2018/05/04\n\nC IC\n" + HEADER,
        [(6, "no_date")],
    ),
    "a year that is none": (HEADER + "A ICT 0000/05/04", [(2, "impossible_date")]),
    "digits of another script": (HEADER + "A ICT ٢٠١٨/٠٥/٠٤", [(2, "cut")]),
    "a date and nothing else": (HEADER + "2018/05/04", [(2, "unknown_portfolio")]),
    "a date glued to the portfolio": (HEADER + "A ICT2018/05/04", [(2, "cut")]),
    "a title in another case": (
        HEADER + "A ict 2018/05/04",
        [(2, "unknown_portfolio")],
    ),
}


def industry_row(printed: str) -> str:
    return HEADING + BY_INDUSTRY + f"{printed} 2018/05/04"


REJECTED.update(
    {
        f"a row by country of {printed!r}": (
            HEADER + f"{printed} 2018/05/04",
            [(2, why)],
        )
        for printed, why in {
            "Coconut Food industry, ICT": "second_portfolio",
            "Coconut Food industry / ICT": "second_portfolio",
            "Coconut Food industry; ICT": "second_portfolio",
            "Coconut Food industry & ICT": "second_portfolio",
            "Coconut Food industry - ICT": "second_portfolio",
            "Coconut Food industry and ICT": "second_portfolio",
            "Coconut FOOD INDUSTRY, and ICT": "second_portfolio",
            "Coconut ICT Food industry": "second_portfolio",
            "Coconut ICT, ICT": "second_portfolio",
            "ICT Food industry": "second_portfolio",
            "\u200b ICT": "no_name",
            "\u200f ICT": "no_name",
            "\0 ICT": "no_name",
            "- ICT": "no_name",
            ", ICT": "no_name",
        }.items()
    }
    | {
        f"a row by industry of {printed!r}": (industry_row(printed), [(3, why)])
        for printed, why in {
            "X Northern Ireland": "ambiguous_country",
            "X New Mexico": "ambiguous_country",
            "X Second Republic of Germany": "ambiguous_country",
            "X PR China": "ambiguous_country",
            "X P.R. China": "ambiguous_country",
            "X Hong Kong China": "ambiguous_country",
            "X Hong Kong, China": "ambiguous_country",
            "X Austria Germany": "ambiguous_country",
            "X AUSTRIA Germany": "ambiguous_country",
            "X Austria, Germany": "ambiguous_country",
            "X Austria and Germany": "ambiguous_country",
            "X Poland/ Germany": "ambiguous_country",
            "X made in Germany": "ambiguous_country",
            "– Germany": "no_name",
        }.items()
    }
)


@pytest.mark.parametrize("case", REJECTED.values(), ids=REJECTED)
def test_rejected(case: tuple[str, list[tuple[int, str]]]) -> None:
    text, expected = case
    assert rejected(text) == expected
    assert accounted(text)


READ: dict[str, tuple[str, str]] = {
    "a name that ends in its country": ("Valley Germany Germany", "Valley Germany"),
    "a name that ends in a bracket": ("Alpha (A.C.) Mexico", "Alpha (A.C.)"),
    "a long name of a country": ("X Federal Republic of Germany", "X"),
    "a country with a direction in it": ("X North Macedonia", "X"),
    "an article in the name of a country": ("X The Netherlands", "X"),
    "a republic of its own": ("X People's Republic of China", "X"),
}


@pytest.mark.parametrize("case", READ.values(), ids=READ)
def test_read_by_industry(case: tuple[str, str]) -> None:
    printed, name = case
    [award] = read(industry_row(printed)).awards
    assert award.holder.name == name


# A first table under its heading, then what stands above the second one.
SECOND_TABLES: dict[str, tuple[str, str]] = {
    "a heading of its own": (
        "Cluster overview for comparative portfolio: ICT\n",
        "ICT",
    ),
    "a heading in another case": (
        "CLUSTER OVERVIEW FOR COMPARATIVE PORTFOLIO: ICT\n",
        "ICT",
    ),
    "a heading behind other text": (
        "2. Cluster overview for comparative portfolio: ICT\n",
        "ICT",
    ),
    "no heading": ("", "no_heading"),
    "another heading": ("Clusters of the portfolio ICT\n", "no_heading"),
    "a table by country under a heading": (
        HEADING + HEADER + "B ICT 2018/05/04\n",
        "no_heading",
    ),
    "a heading of nothing": (
        "Cluster overview for comparative portfolio:\n",
        "unknown_heading",
    ),
}


@pytest.mark.parametrize("between", ["", "\n"], ids=["no gap", "a gap"])
@pytest.mark.parametrize("header", [BY_INDUSTRY, BY_INDUSTRY.upper()])
@pytest.mark.parametrize("case", SECOND_TABLES.values(), ids=SECOND_TABLES)
def test_a_heading_serves_one_table(
    case: tuple[str, str], header: str, between: str
) -> None:
    above, expected = case
    text = (
        f"{HEADING}{BY_INDUSTRY}A Mexico 2018/05/04\n{between}{above}"
        f"{header}Z Mexico 2018/05/04"
    )
    reading = read(text)
    portfolios = {each.holder.name: each.portfolio.title for each in reading.awards}
    reasons = {each.text: each.reason.value for each in reading.rejected}
    assert portfolios["A"] == "Food industry"
    found = (portfolios.get("Z"), reasons.get("Z Mexico 2018/05/04"))
    assert expected in found
    assert None in found
    assert accounted(text)


INVISIBLE = {
    "a right-to-left mark": "\u200f",
    "a left-to-right mark": "\u200e",
    "a zero-width space": "\u200b",
    "a joiner": "\u200d",
    "a soft hyphen": "\u00ad",
    "a byte order mark": "\ufeff",
    "a NUL": "\0",
    "an embedding": "\u202b",
    "an isolate": "\u2068",
}


@pytest.mark.parametrize("mark", INVISIBLE.values(), ids=INVISIBLE)
def test_what_nobody_sees_spoils_no_row(mark: str) -> None:
    lines = (HEADING + BY_INDUSTRY + "Clú ster A Mexico 2018/05/04").split("\n")
    text = "\n".join(f"{mark}{line[:5]}{mark}{line[5:]} {mark}" for line in lines)
    reading = read(text)
    assert reading.rejected == ()
    kept = mark if mark in "\u200b\u200d\u00ad\ufeff" else ""
    assert [each.holder.name for each in reading.awards] == [f"Clú s{kept}ter A"]
    assert [each.portfolio.title for each in reading.awards] == ["Food industry"]


def test_lines_of_what_nobody_sees_are_blank() -> None:
    reading = read(HEADER + "A ICT 2018/05/04\n\u200b\nThat was it.")
    assert (len(reading.awards), reading.rejected) == (1, ())
    assert reading.passed_over == (4,)


def test_prose_behind_a_gap_is_passed_over() -> None:
    reading = read(HEADER + "\nA ICT 2018/05/04\n\nThat was it.")
    assert (len(reading.awards), reading.rejected) == (1, ())
    assert reading.passed_over == (5,)


def test_a_title_must_stand_alone_in_the_heading() -> None:
    text = (
        "Cluster overview for comparative portfolio: Advanced ICT\n"
        + BY_INDUSTRY
        + "A Mexico 2018/05/04"
    )
    assert rejected(text) == [(3, "unknown_heading")]


def test_nothing_is_known_that_the_caller_did_not_say() -> None:
    award = read(HEADER + "A ICT 2018/05/04").awards[0]
    assert award.holder.country is Missing.UNKNOWN
    assert award.citations == ()
    assert award.awarded is Missing.UNKNOWN


def test_a_snapshot_goes_to_the_register() -> None:
    day = date(2018, 1, 1)
    assert read(HEADER, snapshot=day).register.snapshot == day


def test_a_name_of_many_marks_is_read_whole() -> None:
    name = "q" + "\u0316" * 5_000 + "\u0301" * 5_000
    assert read(HEADER + f"{name} ICT 2018/05/04").awards[0].holder.name == name


def test_an_empty_text_has_no_table() -> None:
    reading = read("")
    assert (reading.awards, reading.rejected, reading.tables) == ((), (), 0)


BAD: dict[str, dict[str, Any]] = {
    "a text that is bytes": {"text": b""},
    "a layout by name": {"layout": "esca"},
    "a source by name": {"source": "esca_mx"},
    "a country by name": {"country": "MX"},
    "a snapshot as text": {"snapshot": "2018-01-01"},
}


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_bad_calls_are_refused(changes: dict[str, Any]) -> None:
    good: dict[str, Any] = {"text": "", "layout": esca.REGISTER_LAYOUT}
    with pytest.raises(InvalidValueError) as caught:
        read_label_register(**{**good, **changes})
    assert caught.value.place in changes


def test_a_reading_says_in_a_line_what_it_found() -> None:
    text = HEADER + "A ICT 2018/05/04\nB IC 2018/05/04"
    assert str(read(text)) == "1 award, 1 rejected line, 1 table"
    assert str(read("")) == "0 awards, 0 rejected lines, 0 tables"
