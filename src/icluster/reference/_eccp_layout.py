"""How the ECCP prints the maturity table in its country factsheets.

Transcribed from the ECCP's country factsheet Mexico, 2022, section 2.
Deviations: points are written with a point where the table prints a comma.
"""

from __future__ import annotations

from typing import Final

from icluster.layouts import MaturityLayout, MaturityRow, MaturityRows
from icluster.reference._sources import ECCP_MX

__all__ = ["MATURITY_LAYOUT"]


MATURITY_LAYOUT: Final = MaturityLayout(
    rubric="maturity_2022",
    heading="MATURITY ASSESSMENT",
    columns=("Max score", "Actual score"),
    criteria=(
        MaturityRows(
            "scope",
            "POLICY SCOPE",
            (
                MaturityRow("Absence of cluster policy", "0"),
                MaturityRow("Broad policy", "0.5"),
                MaturityRow("Sectoral policy", "1"),
                MaturityRow("National and/or regional cluster policy", "2"),
            ),
        ),
        MaturityRows(
            "continuity",
            "CONTINUITY",
            (
                MaturityRow("No cluster-specific policy available", "0"),
                MaturityRow("Cluster policy established recently", "0.5"),
                MaturityRow(
                    "Cluster policy established between over 2 and 10 years", "1"
                ),
                MaturityRow("Cluster policy established over 10 years ago", "2"),
            ),
        ),
        MaturityRows(
            "evidence",
            "EVIDENCE OF PERFORMANCE",
            (
                MaturityRow("No evaluation and / or monitoring available", "0"),
                MaturityRow("Existence of evaluations of past policies", "0.5"),
                MaturityRow(
                    "Existence of monitoring or an ongoing / interim evaluation", "1"
                ),
                MaturityRow(
                    "Existence of monitoring and ex-ante or ongoing / interim evaluation",
                    "2",
                ),
            ),
        ),
        MaturityRows(
            "instruments",
            "CLUSTER SUPPORT INSTRUMENTS",
            (
                MaturityRow("No instruments for cluster development", "0"),
                MaturityRow(
                    "Financial support for cluster development in the broader and / or sectoral policy",
                    "0.5",
                ),
                MaturityRow(
                    "Financial or technical support for cluster development in dedicated cluster policy",
                    "1",
                ),
                MaturityRow(
                    "Financial and technical support for cluster development in dedicated cluster policy",
                    "2",
                ),
            ),
        ),
    ),
    total="TOTAL",
    maximum="8",
    citations={
        "heading": ECCP_MX.at("section 2, maturity table"),
        "criteria": ECCP_MX.at("section 2, maturity table"),
        "maximum": ECCP_MX.at("section 2, maturity table", "TOTAL (8)"),
    },
)
"""The table of the factsheets of 2022."""
