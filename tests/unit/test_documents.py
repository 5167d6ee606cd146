"""Documents: what stands on which page, in which words; printable, self-contained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from html import unescape
from typing import Any

import pytest
from tests.unit.benchmark_builders import SMALL

from icluster import (
    BenchmarkRecord,
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Is,
    Level,
    Organization,
    QualityScheme,
    Rubric,
    benchmarking,
    plots,
    rules,
    scoring,
)
from icluster.advice import AdviceTexts
from icluster.benchmarking._pages import rounded
from icluster.errors import InvalidValueError
from icluster.languages import es
from icluster.reference import CONTEXT, advice, eccp, ecei, esca, mexico
from icluster.scales import Composition, Direction, Ordinal
from icluster.tables import Column, Section, Table, document, markdown
from icluster.words import say

HOSTILE = "x<script>alert(1)</script>\x1b\u202e"
DAY = date(2022, 9, 30)


@dataclass(frozen=True)
class Page:
    """What a reader sees of one section of a document."""

    lines: tuple[str, ...]

    def below(self, heading: str) -> str:
        start = self.lines.index(heading) + 1
        return self.lines[start]


def pages(html: str) -> list[Page]:
    bodies = re.findall(r"<section>(.*?)</section>", html, re.DOTALL)
    texts = [
        re.sub(r"<svg.*?</svg>|</?span[^>]*>", "", body, flags=re.DOTALL)
        for body in bodies
    ]
    ends = re.compile(r"</(?:h2|p|li|caption|tr)>")
    return [
        Page(
            tuple(
                " ".join(unescape(re.sub(r"<[^>]+>", " ", line)).split())
                for line in ends.split(text)
            )
        )
        for text in texts
    ]


# --- the page ---------------------------------------------------------------------


def test_a_document_is_one_text_that_needs_nothing_else() -> None:
    table = Table(title="T", columns=[Column("a")], rows=[(HOSTILE,)])
    page = document(
        say("Of {}", HOSTILE),
        [[Section(HOSTILE, [HOSTILE, (HOSTILE,), table])], [Section("", ["more"])]],
    )
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.endswith("</html>\n")
    assert "<script" not in page
    assert not re.search(r"https?:|url\(|src=|\x1b|\u202e", page)
    assert "color-scheme: light dark" in page
    assert "@media print" in page
    assert page.count("<h2>") == 1
    assert page.count("<section>") == 2


def test_a_day_stays_together_in_sentences() -> None:
    page = document("T", [[Section("", [say("on {}", DAY), (say("by {}", DAY),)])]])
    assert page.count('<span style="white-space: nowrap">2022-09-30</span>') == 2


def test_it_says_its_language_and_who_made_it() -> None:
    page = document("T", [[Section("Details", ["None."])]], language=es.SPANISH)
    assert '<html lang="es">' in page
    assert "<h2>Detalles</h2>" in page
    assert "<footer>Hecho con icluster " in page


def test_figures_end_the_first_page() -> None:
    page = document(
        "T", [[Section("A", [])], [Section("B", [])]], figures=["<svg></svg>"]
    )
    first, second = re.findall(r"<section>(.*?)</section>", page, re.DOTALL)
    assert first.endswith("<figure><svg></svg></figure>")
    assert "figure" not in second


@pytest.mark.parametrize(
    "figure", ["<b>bold</b>", "<svgx>", "<svg><SCRIPT>x</SCRIPT></svg>", 3]
)
def test_what_is_no_figure_is_refused(figure: Any) -> None:
    with pytest.raises(InvalidValueError, match="SVG without a script, from <svg on"):
        document("T", [[Section("A", [])]], figures=[figure])


PAGES: dict[str, tuple[Any, str]] = {
    "no sections": (
        [[("a",)]],
        r"pages\[0\]\[0\] must be of type Section, got",
    ),
    "sections alone": ([Section("A", [])], r"pages\[0\] must be several Section, got "),
    "nothing": (None, "pages must be of type Iterable, got None"),
}


@pytest.mark.parametrize("write", [document, markdown])
@pytest.mark.parametrize(("pages", "message"), PAGES.values(), ids=PAGES)
def test_pages_are_of_sections(write: Any, pages: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        write("T", pages)


def test_a_language_is_no_text() -> None:
    with pytest.raises(InvalidValueError, match="language"):
        document("T", [], language="es")  # type: ignore[arg-type]


# --- benchmarks -------------------------------------------------------------------


def record(number: int, **answers: object) -> BenchmarkRecord:
    return BenchmarkRecord(
        organization=Organization(name=f"Invented cluster {number}"),
        interviewed_on=date(2015, 5, 4),
        structure="benchmark_36",
        answers=answers,
    )


TYPES = [option.key for option in esca.BENCHMARK_36["composition"].scale.categories]
SERVICES = [i.key for i in esca.BENCHMARK_36.indicators if i.area == "D"]


@cache
def a_report(own: int = 0, peers: int = 12) -> benchmarking.BenchmarkReport:
    cluster, *others = (
        record(
            number,
            participants=7 + 13 * number,
            management_staff=3 + number,
            composition=Composition(dict.fromkeys(TYPES, 1) | {"sme": 10 + number}),
            **dict.fromkeys(SERVICES, min(4, number // 3)),
        )
        for number in (own, *range(1, peers + 1))
    )
    placed = benchmarking.position(cluster, peers=others, structure=esca.BENCHMARK_36)
    return benchmarking.report(placed, texts=advice.ADVICE_EN)


def test_first_who_then_areas_then_details() -> None:
    first, areas, details = pages(a_report().document())
    assert first.lines[:4] == (
        "Interviewed on 2015-05-04.",
        "Compared with 12 peers (all peers); the cluster itself is none of them.",
        "Benchmarking is neither a ranking nor a rating.",
        "10 of 36 indicators can be judged among peers.",
    )
    assert first.below("Strengths: the strongest quarter") == (
        "B4 participants per full-time equivalent: ≈ 2.33; ahead of 12 of 12 peers"
    )
    weakest = first.below("Weaknesses: the weakest quarter")
    assert weakest == "A6 committed participants: 7; behind 12 of 12 peers"
    assert "and 4 more, see the areas" in first.lines
    steps = "Steps run from 0, the weakest, to 4, the strongest; they have no titles."
    assert steps in first.lines
    advised = first.lines[first.lines.index("What to do first") + 1 :]
    assert len([line for line in advised if line]) == 3
    assert areas.lines[0] == "Areas"
    assert "A6 committed participants 7 91.5 weakest quarter" in areas.lines
    assert (
        "A1 age of the cluster organization not answered fewer than 5 peers"
        in areas.lines
    )
    assert details.lines[:2] == ("Details", "Places among the peers")
    assert details.lines[-2].startswith("Quartiles are those of")
    types = "A5 committed participants by type"
    assert f"{types} SME 66.7 % 73.3 % | 76.7 % | 79.4 %" in details.lines


def test_less_is_better_where_the_scale_says_so() -> None:
    first, *_ = pages(a_report(13).document())
    load = "B4 participants per full-time equivalent: 11; behind 12 of 12 peers"
    assert first.below("Weaknesses: the weakest quarter") == load


def test_numbers_of_the_group_have_three_digits() -> None:
    report = a_report(3)
    *_, details = pages(report.document())
    (line,) = (row for row in details.lines if row.startswith("B4 participants per"))
    assert line == (
        "B4 participants per full-time equivalent ≈ 7.67 8.71 | 9.8 | 10.4 2 0 9 less"
    )


def test_what_nobody_can_be_compared_with_is_said() -> None:
    first, areas, details = pages(a_report(0, peers=3).document())
    assert first.below("Strengths: the strongest quarter") == "None."
    assert first.below("What to do first") == "None."
    assert "Places among the peers" not in details.lines
    assert "A6 committed participants 7 fewer than 5 peers" in areas.lines


def test_who_asked_and_the_decision_on_points_stand_first() -> None:
    numbers = ecei.GOLD_31.numbers
    scheme = benchmarking_scheme(numbers)
    read = benchmarking.read_record(
        {},
        structure=esca.BENCHMARK_36,
        organization=Organization(name="x <script>alert(1)</script>"),
        interviewed_on=date(2015, 5, 4),
        interviewer="an expert",
    )
    placed = benchmarking.position(read, peers=[], structure=esca.BENCHMARK_36)
    decision = benchmarking.quality(dict.fromkeys(numbers, 1), scheme)
    report = benchmarking.report(placed, texts=advice.ADVICE_EN, quality=decision)
    page = report.document()
    first, *_ = pages(page)
    assert first.lines[0] == "Interviewed on 2015-05-04 by an expert."
    title = "Gold label of the ECEI: 31 indicators"
    assert first.below(title).startswith("Not won: 31 points, 120 are needed.")
    assert "<script" not in page


def benchmarking_scheme(numbers: tuple[str, ...]) -> QualityScheme:
    maxima = dict.fromkeys(numbers, 5) | {"5.2": 3, "5.3": 2}
    thresholds = dict.fromkeys(numbers, 2)
    return QualityScheme(catalogue=ecei.GOLD_31, maxima=maxima, thresholds=thresholds)


def test_each_kind_of_steps_has_a_legend() -> None:
    own = BenchmarkRecord(
        organization=Organization(name="A"),
        interviewed_on=DAY,
        structure=SMALL.key,
    )
    placed = benchmarking.position(own, peers=[], structure=SMALL)
    _, areas, _ = pages(benchmarking.report(placed, texts=AdviceTexts()).document())
    legends = [scale.legend for scale in (i.scale for i in SMALL.indicators)]
    ours = [str(legend) for legend in legends if legend is not None]
    assert [line for line in areas.lines if line.startswith("Steps run")] == ours


def test_a_group_without_a_best_way_is_told_so() -> None:
    answers = [record(number, organization_age=number) for number in range(7)]
    placed = benchmarking.position(
        answers[0], peers=answers[1:], structure=esca.BENCHMARK_36
    )
    report = benchmarking.report(placed, texts=advice.ADVICE_EN)
    _, areas, _ = pages(report.document())
    age = "A1 age of the cluster organization 0 years neither way is better"
    assert age in areas.lines


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1234567/8", "154321"),
        ("2/3", "667/1000"),
        ("233/4", "583/10"),
        ("0", "0"),
        ("-1/300", "-333/100000"),
    ],
)
def test_three_digits(number: str, text: str) -> None:
    assert rounded(Fraction(number)) == Fraction(text)


def test_the_ends_of_steps_are_named() -> None:
    less = Ordinal(3, lowest=1, direction=Direction.LESS)
    neither = Ordinal(3, direction=Direction.NEITHER)
    assert str(less.legend) == (
        "Steps run from 3, the weakest, to 1, the strongest; they have no titles."
    )
    assert str(neither.legend) == "Steps run from 0 to 2; they have no titles."
    assert Ordinal(["none", "some"]).legend is None


# --- scores -----------------------------------------------------------------------


def mexico_2022() -> Facts:
    return scoring.read_facts(
        mexico.POLICIES_2022,
        on=DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )


def test_a_score_says_what_each_level_means_and_what_would_lift_it() -> None:
    steps = scoring.next_steps(eccp.MATURITY_2022, mexico_2022())
    page = steps.document()
    first, details = pages(page)
    assert "<h1>MX: 1.5 of 8 on 2022-09-30</h1>" in page
    assert first.lines[:2] == (
        "Maturity of cluster policy, ECCP 2022",
        "The maturity assessment does not reflect the performance of a country.",
    )
    assert first.below("Strengths: the highest level") == "None."
    assert first.below("Weaknesses: the lowest level") == (
        "Continuity of cluster policies: 0 of 2: No cluster-specific policy available"
    )
    assert "Policy scope 0.5 2 Broad policy" in first.lines
    start = first.lines.index("What to do first")
    advised = [line.split(":")[0] for line in first.lines[start + 1 :] if line]
    assert advised == [
        "Continuity of cluster policies 2 (+3.5)",
        "Cluster support instruments 2 (+3.5)",
        "Policy scope 2 (+2)",
    ]
    assert details.lines[0] == "Details"
    assert details.lines[1].startswith("MX: What would lift the score")


def test_a_score_alone_says_what_is_open_and_no_steps() -> None:
    facts = Facts.of(eccp.FACTS_2022, targeted_policy=True, monitoring=True)
    first, _ = pages(scoring.score(eccp.MATURITY_2022, facts).document())
    assert first.lines[2].startswith("Open until settled: sectoral policy")
    strength = "Policy scope: 2 of 2: Policy for cluster development"
    assert first.below("Strengths: the highest level").startswith(strength[:20])
    assert "What to do first" not in first.lines


def plain_rubric() -> Rubric:
    done = Fact("done", [False, True])
    levels = [
        Level(points=0, condition=Is("done", False)),
        Level(points=2, condition=Is("done", True)),
    ]
    criterion = Criterion(key="done", title="Done", levels=levels)
    return Rubric(
        key="plain", title="Plain", facts=FactSchema([done]), criteria=[criterion]
    )


def test_a_level_without_a_title_is_its_points() -> None:
    rubric = plain_rubric()
    done = Facts.of(rubric.facts, done=True)
    first, details = pages(scoring.next_steps(rubric, done).document())
    assert first.below("Strengths: the highest level") == "Done: 2 of 2"
    assert first.below("What to do first") == "None."
    assert details.lines[0] == "Details"


# --- findings ---------------------------------------------------------------------


def a_check() -> rules.Report:
    return rules.check(mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT)


def test_findings_lead_by_rule_and_say_what_to_settle_first() -> None:
    first, details = pages(a_check().document())
    assert first.lines[0] == "0 errors, 0 warnings, 33 notes"
    assert first.below("What to settle first").startswith(
        "LAB001 label-lapsed: 19 findings. Record the renewal or the later label"
    )
    assert "LAB001 label-lapsed note 19" in first.lines
    assert details.lines[1] == "LAB001 label-lapsed: 19 findings"
    lapsed = [line for line in details.lines if "its last label" in line]
    assert len(lapsed) == 31
    assert details.lines[-2] == (
        "SRC002 excerpt-not-found was not checked: it needs texts in the context"
    )


def test_nothing_found_is_one_page() -> None:
    (only,) = pages(rules.Report(on=DAY).document())
    assert only.below("What to settle first") == "None."


# --- with figures -----------------------------------------------------------------


RESULTS: dict[str, Any] = {
    "next steps": lambda: scoring.next_steps(eccp.MATURITY_2022, mexico_2022()),
    "benchmark": a_report,
    "findings": a_check,
}


@cache
def a_page(name: str) -> str:
    return plots.document(RESULTS[name]())


@pytest.mark.parametrize("name", RESULTS)
def test_figures_stand_in_the_page(name: str) -> None:
    page = a_page(name)
    (figure,) = re.findall(r"<figure>(.*?)</figure>", page, re.DOTALL)
    assert figure.startswith('<svg role="img" aria-label="')
    assert not re.search(r"<script|<!--|<\?xml|dc:date|Matplotlib", figure)
    names = re.findall(r'\sid="([^"]+)"', figure)
    linked = re.findall(r'(?:href="#|url\(#)([^")]+)', figure)
    assert len({name[:9] for name in names}) == 1
    assert set(linked) <= set(names)
    without = re.sub(r"<figure>.*?</figure>", "", page, flags=re.DOTALL)
    assert without == RESULTS[name]().document()


def test_a_page_with_figures_is_the_same_each_time() -> None:
    assert plots.document(a_check()) == a_page("findings")


def test_what_cannot_be_drawn_has_a_page_without_figures() -> None:
    rubric = plain_rubric()
    for result in (
        scoring.score(rubric, Facts.of(rubric.facts)),
        a_report(0, peers=3),
        rules.Report(on=DAY),
    ):
        assert plots.document(result) == result.document()


def test_a_score_of_nobody_is_drawn_in_the_language_asked_for() -> None:
    page = plots.document(
        scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)),
        language=es.SPANISH,
    )
    assert 'aria-label="Radar de 4 criterios. total: de 0 a 8 de 8' in page


def test_something_else_has_no_page_with_figures() -> None:
    with pytest.raises(InvalidValueError, match="result must be"):
        plots.document(mexico.BRONZE_LABELS)  # type: ignore[arg-type]


def test_indicators_are_named_in_the_language_of_the_figure() -> None:
    figure = plots.peer_strip(a_report().position, language=es.SPANISH)
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels[0] == "A6 participantes comprometidos (12 pares)"
    assert "A6 participantes comprometidos: 7" in plots.alternative(figure)


def test_hostile_text_in_a_figure_stays_text() -> None:
    scored = scoring.score(eccp.MATURITY_2022, mexico_2022())
    text = plots.svg(plots.radar({HOSTILE + "--> ]]>": scored}))
    assert "<script" not in text
    assert "\x1b" not in text


def test_a_report_without_findings_is_not_drawn() -> None:
    with pytest.raises(InvalidValueError, match="with findings of one to 60 rules"):
        plots.findings_by_rule(rules.Report(on=DAY))


def test_sections_are_written_as_markdown_too() -> None:
    table = Table(title="T_1", columns=[Column("a")], rows=[(1,)])
    sections = [Section("All", ["# so", ("x", say("{} of {}", 1, 2))])]
    text = markdown(
        "Words", [sections, [Section("", [table])]], language=es.SPANISH_ONLY
    )
    assert text.split("\n\n") == [
        "# Words",
        "## All",
        "\\# so",
        "- x\n- 1 de 2",
        "**T\\_1**",
        "| a |\n| --- |\n| 1 |",
        text.split("\n\n")[-1],
    ]
    assert text.split("\n\n")[-1].startswith("Hecho con icluster")
    with pytest.raises(InvalidValueError, match="language must be of type Language"):
        markdown("Words", [], language="es")  # type: ignore[arg-type]


def test_a_score_names_the_sources_behind_its_keys() -> None:
    facts = scoring.read_facts(
        mexico.POLICIES_2022,
        on=date(2022, 9, 30),
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )
    named = (
        "eccp_mx: Country factsheet Mexico, 2022, European Cluster Collaboration "
        "Platform (ECCP), 2022"
    )
    for result in (
        scoring.score(eccp.MATURITY_2022, facts),
        scoring.next_steps(eccp.MATURITY_2022, facts),
    ):
        page = unescape(result.document(language=es.SPANISH_ONLY))
        assert f"<h2>Fuentes</h2>\n<ul><li>{named}</li></ul>" in page
    bare = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    assert "<h2>Sources</h2>" not in bare.document()
