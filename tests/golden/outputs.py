"""The golden outputs: texts that must stay the same while the inside is rebuilt.

Each is a function without arguments that returns a text, kept in a file of its name.
Where names of the library change, the functions are adapted and the files stay; where
a file changes, the difference is what a reader of the library will see. To write them
anew, and look at the difference: ``python -m tests.golden.outputs``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.golden import (
    benchmarks,
    data_frames,
    documents,
    ecosystem,
    findings,
    mistakes,
    registers,
    scores,
    values,
    views,
)

HERE = Path(__file__).parent

OUTPUTS: dict[str, Callable[[], str]] = {
    "benchmark_changes": benchmarks.changes,
    "benchmark_faults": benchmarks.faults,
    "benchmark_position": benchmarks.position,
    "benchmark_quality": benchmarks.quality,
    "benchmark_quartiles": benchmarks.quartiles,
    "benchmark_recommendations": benchmarks.recommendations,
    "benchmark_report": benchmarks.report,
    "benchmark_review": benchmarks.review,
    "document_ecosystem": documents.ecosystem,
    "document_factsheet": documents.factsheet,
    "document_policy": documents.policy,
    "document_register": documents.register,
    "document_report": documents.report,
    "document_rubric": documents.rubric,
    "document_schemas": documents.schemas,
    "document_score": documents.score,
    "ecosystem_admissions": ecosystem.admissions,
    "ecosystem_endings": ecosystem.endings,
    "ecosystem_helices": ecosystem.helices,
    "ecosystem_links": ecosystem.links,
    "ecosystem_presence": ecosystem.presence,
    "findings_2018_06_01": findings.on_2018_06_01,
    "findings_2022_09_30": findings.on_2022_09_30,
    "findings_of_cases": findings.cases,
    "findings_report": findings.report,
    "frame_facts": data_frames.facts,
    "frame_labels": data_frames.labels,
    "frame_objects": data_frames.objects,
    "frame_quartiles": data_frames.quartiles,
    "frame_scored": data_frames.scored,
    "label_applications": registers.applications,
    "label_awards": registers.awards,
    "label_counts": registers.counts,
    "label_lapsing": registers.lapsing,
    "label_statuses": registers.statuses,
    "label_terms": registers.terms,
    "label_timeline": registers.timeline,
    "mistakes": mistakes.told,
    "name_duplicates": registers.duplicates,
    "names": registers.names,
    "page_maturity": registers.maturity_page,
    "page_registers": registers.pages,
    "rule_catalogue": findings.catalogue,
    "rule_manual": findings.manual,
    "score_audit": scores.audit,
    "score_comparison": scores.comparison,
    "score_each_reading": scores.each_reading,
    "score_movements": scores.movements,
    "score_next_steps": scores.next_steps,
    "score_parts": scores.score_parts,
    "score_rankings": scores.rankings,
    "score_readings": scores.readings,
    "score_scenarios": scores.scenarios,
    "score_tables": scores.scores,
    "table_formats": registers.formats,
    "value_texts": values.texts,
    "value_vocabularies": values.vocabularies,
    "view_benchmark_report": views.of_benchmarks,
    "view_checks": views.of_checks,
    "view_labels": views.of_labels,
    "view_readings": views.of_readings,
    "view_schemas": views.schemas,
    "view_scores": views.of_scores,
}


def path_of(name: str) -> Path:
    """Return where an output is kept."""
    return HERE / f"{name}.txt"


def text_of(name: str) -> str:
    """Return an output as it is kept: it ends with its line."""
    return f"{OUTPUTS[name]().rstrip()}\n"


def kept() -> list[str]:
    """Return the names of all outputs that are kept, in order."""
    return sorted(path.stem for path in HERE.glob("*.txt"))


def main() -> None:
    for stale in set(kept()) - set(OUTPUTS):
        path_of(stale).unlink()
    for name in OUTPUTS:
        path_of(name).write_text(text_of(name), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
