"""Laws of the readers: no line is lost, whatever the text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from icluster.readers import read_label_register, read_maturity_table
from icluster.reference import eccp, esca, mexico
from icluster.regions import Country
from icluster.words import INVISIBLE

HEADER = "Name Comparative portfolio www Label valid until"
lines = st.sampled_from(
    [
        HEADER,
        "Name Country www Label valid until",
        "Cluster overview for comparative portfolio: ICT",
        "Cluster overview for comparative portfolio: Magic",
        "Cluster A ICT 2018/05/04",
        "Cluster B Mexico 2018/05/04",
        "Cluster C ICT 2018/02/30",
        "ICT 2018/05/04",
        "Cluster D ICT 2018/05/04 ICT 2018/05/04",
        "Cluster E",
        "",
        "  ",
    ]
) | st.text(max_size=30)
ends = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(lines, max_size=15), ends)
def test_every_line_is_accounted_for(given_lines: list[str], end: str) -> None:
    text = end.join(given_lines)
    reading = read_label_register(text, layout=esca.REGISTER_LAYOUT)
    written = [
        line
        for line in re.split("\r\n|\r|\n", text)
        if any(not (c.isspace() or INVISIBLE.match(c)) for c in line)
    ]
    parts = (reading.awards, reading.rejected, reading.passed_over)
    assert sum(map(len, parts)) + reading.tables == len(written)
    numbers = [line.number for line in reading.rejected]
    assert numbers == sorted(set(numbers))
    for line in reading.rejected:
        assert line.text == re.split("\r\n|\r|\n", text)[line.number - 1]


@given(st.permutations(range(35)), ends)
def test_a_register_written_down_reads_back(order: list[int], end: str) -> None:
    register = mexico.BRONZE_LABELS
    rows = [
        f"{award.holder.name} {award.portfolio.title}"
        f" {award.valid_until.isoformat().replace('-', '/')}"
        for award in (register.awards[place] for place in order)
    ]
    reading = read_label_register(
        end.join([HEADER, *rows]),
        layout=esca.REGISTER_LAYOUT,
        country=Country("MX"),
    )
    found = [(each.holder, each.valid_until) for each in reading.register]
    assert found == [(each.holder, each.valid_until) for each in register]


@given(st.text())
def test_any_text_is_no_maturity_table_or_is_reported(text: str) -> None:
    layout = eccp.MATURITY_LAYOUT
    heading = "Utopia MATURITY ASSESSMENT Max score Actual score\n"
    for page in (text, heading + text):
        reading = read_maturity_table(page, layout=layout)
        assert reading.score is None
        assert reading.rejected
