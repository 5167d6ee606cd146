"""What to do about weak indicators, in English.

The texts are proposed by icluster: no publication is the source of them. Another
table of the same shape replaces them, in other words or another language.
"""

from __future__ import annotations

from typing import Final

from icluster.advice import AdviceTexts
from icluster.reference._sources import PROPOSAL

__all__ = ["ADVICE_EN"]


def __dir__() -> list[str]:
    return __all__


ADVICE_EN: Final = AdviceTexts(
    actions=(
        (
            "specialization",
            "Ask which participants still belong to the field, and win others that do.",
        ),
        (
            "participants",
            "Name the firms that are missing, and visit them with participants who are content.",
        ),
        ("concentration", "Win participants nearby before those far away."),
        (
            "participation_stability",
            "Ask those who left why, and tell participants each year what they got.",
        ),
        (
            "governance",
            "Write down who decides what, and let the participants adopt it.",
        ),
        (
            "stakeholder_roles",
            "Give every group of participants a seat where decisions are taken.",
        ),
        (
            "management_staff",
            "Plan the staff that the action plan takes, and how it is paid.",
        ),
        (
            "participants_per_fte",
            "Either add staff or share out the care of participants to working groups.",
        ),
        (
            "team_qualification",
            "Compare what the tasks ask for with what the team has learnt.",
        ),
        (
            "lifelong_learning",
            "Agree on training days with each of the team, and keep them free.",
        ),
        ("strategy", "Turn the strategy into a plan with tasks, dates and names."),
        (
            "private_share",
            "Offer services that participants pay for, and review the fees.",
        ),
        (
            "funding_horizon",
            "Begin the next application for funds before the present ones run out.",
        ),
        ("annual_budget", "Set what the plan costs against what is there."),
        (
            "third_party_funding",
            "Tell participants about calls, and help them to apply.",
        ),
        (
            "collaborative_rd",
            "Bring partners for joint projects together around one question.",
        ),
        (
            "internal_exchange",
            "Hold meetings that participants have asked for, on fixed dates.",
        ),
        (
            "human_resources",
            "Offer training and recruiting that firms cannot do alone.",
        ),
        ("entrepreneurship", "Open the network to founders, and give them mentors."),
        (
            "external_networking",
            "Agree on something to do together with another cluster.",
        ),
        (
            "internationalization",
            "Choose a market with the participants, and prepare one visit well.",
        ),
        (
            "direct_contacts",
            "Plan visits so that every participant is met once a year.",
        ),
        (
            "cooperation",
            "Bring those who have not yet worked together into small projects.",
        ),
        (
            "working_groups",
            "Found groups around questions that participants lead themselves.",
        ),
        ("innovation_system", "Agree with universities and agencies on who does what."),
        (
            "visibility",
            "Tell the press about results, with a participant who speaks for them.",
        ),
        (
            "effect_on_rd",
            "Follow what joint projects changed in the firms that took part.",
        ),
        (
            "effect_on_business",
            "Ask firms what the cluster changed in their business, and do more of it.",
        ),
        (
            "effect_on_internationalization",
            "Follow up contacts abroad until there is an order or a project.",
        ),
        (
            "satisfaction",
            "Ask participants every year, and tell them what was changed.",
        ),
    ),
    citations={"actions": PROPOSAL.at("actions about indicators")},
)
"""Proposed texts in English."""
