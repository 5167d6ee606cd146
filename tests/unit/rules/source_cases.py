"""Cases of the rules about sources, citations and profiles."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, fields
from tests.unit.rules.casework import HERE, SOURCE, Case, Mender, one_record_of

from icluster.contexts import Context, SourceText
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Action,
    Ecosystem,
    Participation,
    ParticipationRole,
)
from icluster.labels import LabelAward, LabelRegister, LabelTier
from icluster.organizations import Organization
from icluster.policies import (
    Budget,
    History,
    Policy,
    PolicyLevel,
    PolicyType,
)
from icluster.profiles import ClusterProfile
from icluster.reference import eccp, esca
from icluster.regions import Country
from icluster.rules import gather, profiles, sources
from icluster.sources import Source
from icluster.vocabularies import Missing, listed

EVERYTHING_CITED = {
    "name": HERE,
    "type": HERE,
    "level": HERE,
    "country": HERE,
    "history.begins": HERE,
}


def plan(**changes: Any) -> Policy:
    return Policy(
        name="Plan",
        type=PolicyType.BROAD,
        level=PolicyLevel.NATIONAL,
        country=Country("MX"),
        **changes,
    )


def page(key: str = "page", **changes: Any) -> Source:
    given: dict[str, Any] = {"title": "A page", "publisher": "Nowhere", **changes}
    return Source(key=key, **given)


def read(**changes: Any) -> Source:
    return page(published=PartialDate(2022, 9), **changes)


def award(**changes: Any) -> LabelAward:
    given: dict[str, Any] = {
        "holder": Organization(name="A"),
        "tier": LabelTier.BRONZE,
        "valid_until": date(2018, 5, 4),
        **changes,
    }
    return LabelAward(**given)


def register(*awards: LabelAward, **changes: Any) -> LabelRegister:
    return LabelRegister(awards=awards, editions=[esca.SAME_DAY], **changes)


def ecosystem(**changes: Any) -> Ecosystem:
    body = Organization(key="a", name="A", citations={"name": HERE})
    return Ecosystem(key="x", name="X", organizations=(body,), **changes)


def profile(**changes: Any) -> ClusterProfile:
    given: dict[str, Any] = {
        "management_staff": "0.5",
        "committed_members": 15,
        "member_types": ("SME", "university"),
        "english_website": True,
        "programme": Missing.NOT_APPLICABLE,
        **changes,
    }
    return ClusterProfile(organization=Organization(name="A"), **given)


BARE = {
    "management_staff": "0.4",
    "committed_members": 14,
    "member_types": ("SME",),
    "english_website": False,
}
UNKNOWN = dict.fromkeys(BARE, Missing.UNKNOWN)
WITH_TEXT = Context(texts=(SourceText("made_up", "It  stands\nHERE, too."),))
LATER = Context(
    profile_criteria=(
        evolve(
            eccp.PROFILE_CRITERIA,
            in_force=PartialPeriod(begins=PartialDate(2023)),
        ),
    )
)
STRICT = Context(
    profile_criteria=(
        evolve(eccp.PROFILE_CRITERIA, exempt=False, english_website=False),
    )
)

CASES = (
    Case(
        sources.value_uncited,
        "an ecosystem whose organizations are cited",
        ecosystem(),
    ),
    Case(
        sources.value_uncited,
        "an organization of an ecosystem",
        Ecosystem(key="x", name="X", organizations=(Organization(key="a", name="A"),)),
        ("organizations[0]: nothing says where A was read",),
    ),
    Case(
        sources.value_uncited,
        "every recorded field",
        plan(
            citations=EVERYTHING_CITED,
            history=History(begins=PartialDate(2015)),
            budget=Budget(),
        ),
    ),
    Case(
        sources.value_uncited,
        "keys and unknown fields need none",
        ecosystem(actions=(Action(key="x", title="X", citations={"title": HERE}),)),
    ),
    Case(
        sources.value_uncited,
        "relations whose list is cited",
        ecosystem(actions=(Action(key="x", title="X"),), citations={"actions": HERE}),
    ),
    Case(
        sources.value_uncited,
        "relations of which nothing is cited, or one field is not",
        ecosystem(
            actions=(Action(key="x", title="X"),),
            participations=(
                Participation(
                    party="a",
                    role=ParticipationRole.EXPERT_GROUP,
                    citations={"party": HERE},
                ),
            ),
        ),
        (
            "actions[0]: nothing says where this action was read",
            "participations[0]: nothing says where these were read: role",
        ),
    ),
    Case(
        sources.value_uncited,
        "no citation",
        plan(),
        (": nothing says where Plan was read",),
    ),
    Case(
        sources.value_uncited,
        "a profile, which has no name",
        profile(),
        (": nothing says where this cluster profile was read",),
    ),
    Case(
        sources.value_uncited,
        "two fields are not",
        plan(citations=EVERYTHING_CITED, objectives=(), budget=Budget(funding=())),
        (": nothing says where these were read: objectives, budget",),
    ),
    Case(
        sources.value_uncited,
        "awards of a register of which the source is known",
        register(award(), source=page()),
    ),
    Case(
        sources.value_uncited,
        "awards of a register of which it is not",
        register(award(), award(citations={"holder": HERE})),
        (
            "awards[0]: nothing says where this label award was read",
            "awards[1]: nothing says where these were read: valid_until",
        ),
    ),
    Case(
        sources.excerpt_not_found, "no excerpt", SOURCE.at("page 1"), context=WITH_TEXT
    ),
    Case(
        sources.excerpt_not_found,
        "the text is not at hand",
        page().at("page 1", "here"),
        context=WITH_TEXT,
    ),
    Case(
        sources.excerpt_not_found,
        "in another case and spacing",
        SOURCE.at("page 1", "Stands here,"),
        context=WITH_TEXT,
    ),
    Case(
        sources.excerpt_not_found,
        "with other marks, a hyphen at the end of a line, and something left out",
        SOURCE.at("page 1", '"Stands" – too ... $1 here'),
        context=Context(
            texts=(SourceText("made_up", "“Sta-\nnds” - too\nwell \\$1 here"),)
        ),
    ),
    Case(
        sources.excerpt_not_found,
        "between stars and tags",
        SOURCE.at("page 1", "the state, of play"),
        context=Context(
            texts=(SourceText("made_up", "on **the <b>state</b>, of </p> <p>play**"),)
        ),
    ),
    Case(
        sources.excerpt_not_found,
        "in the middle of a word, or nothing but what is left out",
        SOURCE.at("page 1", "stand"),
        ('excerpt: "stand" does not stand in made_up',),
        context=WITH_TEXT,
    ),
    Case(
        sources.excerpt_not_found,
        "nothing but what is left out",
        SOURCE.at("page 1", "..."),
        ('excerpt: "..." does not stand in made_up',),
        context=WITH_TEXT,
    ),
    Case(
        sources.excerpt_not_found,
        "what is left out stands in another order",
        SOURCE.at("page 1", "too [...] here"),
        ('excerpt: "too [...] here" does not stand in made_up',),
        context=WITH_TEXT,
    ),
    Case(
        sources.excerpt_not_found,
        "a letter is wrong",
        SOURCE.at("page 1", "stands hare"),
        ('excerpt: "stands hare" does not stand in made_up',),
        context=WITH_TEXT,
    ),
    Case(sources.read_before_published, "no days", page()),
    Case(
        sources.read_before_published,
        "read on the first day it may have been published",
        read(read_on=date(2022, 9, 1)),
    ),
    Case(sources.read_before_published, "not dated", read()),
    Case(
        sources.read_before_published,
        "read the day before",
        read(read_on=date(2022, 8, 31)),
        ("read_on: page was read on 2022-08-31, but published 2022-09",),
    ),
    Case(
        sources.source_unfindable,
        "a proposal, which is no publication",
        Source(key="own", title="Own", publisher="Own", is_proposal=True),
    ),
    Case(
        sources.source_unfindable,
        "an address and a day of publication",
        read(url="https://page.example"),
    ),
    Case(
        sources.source_unfindable,
        "an address and a day of reading",
        page(url="https://page.example", read_on=date(2022, 1, 1)),
    ),
    Case(
        sources.source_unfindable,
        "no address",
        read(),
        (': no address is recorded for "A page"',),
    ),
    Case(
        sources.source_unfindable,
        "an address alone",
        page(url="https://page.example"),
        (': no date of itself or of reading is recorded for "A page"',),
    ),
    Case(
        sources.source_unfindable,
        "nothing of it",
        page(),
        (': no address, date of itself or of reading is recorded for "A page"',),
    ),
    Case(
        sources.one_key_two_documents,
        "the same source twice",
        gather([page(), page()]),
    ),
    Case(
        sources.one_key_two_documents,
        "one document, read on two days, once without its address",
        gather(
            [
                page(url="https://page.example", read_on=date(2022, 1, 1)),
                page(read_on=date(2022, 1, 2)),
            ]
        ),
    ),
    Case(
        sources.one_key_two_documents,
        "a month, and the year it is in",
        gather([read(), page(published=PartialDate(2022))]),
    ),
    Case(
        sources.one_key_two_documents,
        "another title and another day of publication",
        gather([read(), page(title="Z page", published=PartialDate(2023))]),
        (
            "[0]: page stands for sources that differ in title: A page, Z page",
            "[0]: page stands for sources that differ in published: 2022-09, 2023",
        ),
    ),
    Case(
        sources.one_document_two_keys,
        "addresses that differ, be it in the case of the path; others without one",
        gather(
            [
                page(url="https://page.example/A"),
                page("other", title="Another", url="https://page.example/a"),
                page("third", title="A third"),
                page("fourth", title="A page", publisher="Elsewhere"),
            ]
        ),
    ),
    Case(
        sources.one_document_two_keys,
        "one title at two addresses, one of them without a date",
        gather(
            [
                page("one", url="https://page.example/a", published=PartialDate(2021)),
                page("two", title="A  PAGE", url="https://page.example/b"),
            ]
        ),
        ('[0]: one, two are recorded with one title: "A page"',),
    ),
    Case(
        sources.one_document_two_keys,
        "one title without an address, beside the next edition",
        gather(
            [
                page("one", published=PartialDate(2021)),
                page("two", published=PartialDate(2021, 5)),
                page("three", published=PartialDate(2022)),
            ]
        ),
        ('[0]: one, two are recorded with one title: "A page"',),
    ),
    Case(
        sources.one_document_two_keys,
        "the page of one year and of the next",
        gather(
            [
                page("one", url="page.example", published=PartialDate(2021)),
                page("two", url="page.example", published=PartialDate(2022)),
            ]
        ),
    ),
    Case(
        sources.one_document_two_keys,
        "one address in two spellings",
        gather(
            [
                page(url="http://Page.example/a/"),
                page("other", title="Another", url="https://www.page.example/a"),
            ]
        ),
        ("[0]: other, page are recorded with one address: page.example/a",),
    ),
    Case(
        sources.one_document_two_keys,
        "a year and a month in it, beside another year",
        gather(
            [
                page("one", url="page.example", published=PartialDate(2021)),
                page("two", url="page.example", published=PartialDate(2021, 5)),
                page("three", url="page.example", published=PartialDate(2022)),
            ]
        ),
        ("[0]: one, two are recorded with one address: page.example",),
    ),
    Case(
        sources.one_document_two_keys,
        "one of them has no date",
        gather(
            [
                page("one", url="page.example", published=PartialDate(2021)),
                page("two", url="page.example"),
            ]
        ),
        ("[0]: one, two are recorded with one address: page.example",),
    ),
    Case(
        sources.title_after_publication,
        "its own year, no year, no date",
        page(title="Plan 2020-2024", published=PartialDate(2020)),
    ),
    Case(sources.title_after_publication, "no date", page(title="Plan 2020")),
    Case(
        sources.title_after_publication,
        "a later year",
        page(title="Outlook 2021", published=PartialDate(2020)),
        ('published: "Outlook 2021" was published in 2020',),
    ),
    Case(profiles.criterion_unmet, "the least of everything", profile()),
    Case(profiles.criterion_unmet, "nothing is known", profile(**UNKNOWN)),
    Case(
        profiles.criterion_unmet,
        "a member of a programme is exempt",
        profile(**BARE, programme="go-cluster"),
    ),
    Case(
        profiles.criterion_unmet,
        "the criteria are not in force yet",
        profile(**BARE),
        context=LATER,
    ),
    Case(
        profiles.criterion_unmet,
        "a little less of everything",
        profile(**BARE),
        (
            "management_staff: A: management_staff is 0.4, at least 0.5 is asked for",
            "committed_members: A: committed_members is 14, at least 15 is asked for",
            "member_types: A: member_types is 1, at least 2 is asked for",
            "english_website: A: english_website is missing, one is asked for",
        ),
    ),
    Case(
        profiles.criterion_unmet,
        "no programme is exempt, no website asked for",
        profile(programme="go-cluster", management_staff=0, english_website=False),
        ("management_staff: A: management_staff is 0, at least 0.5 is asked for",),
        context=STRICT,
    ),
)


_LISTS = (
    "participations",
    "memberships",
    "contributions",
    "linkages",
    "working_groups",
    "objectives",
    "actions",
    "beneficiaries",
)


# --- as they look once somebody did what the finding asks for ---


def _cited(noun: Any, on: date, context: Context) -> Any:
    if isinstance(noun, LabelRegister):
        awards = [_all_cited(each) for each in noun.awards]
        return evolve(noun, awards=awards, source=HERE.source)
    if isinstance(noun, Ecosystem):
        bodies = [evolve(o, citations={"name": HERE}) for o in noun.organizations]
        related = {
            name: tuple(map(_all_cited, listed(getattr(noun, name)))) for name in _LISTS
        }
        known: Any = {name: value for name, value in related.items() if value}
        return evolve(noun, organizations=bodies, **known)
    return _all_cited(noun)


def _all_cited(noun: Any) -> Any:
    names = [each.name for each in fields(type(noun)) if each.init]
    return evolve(noun, citations={name: HERE for name in names if name != "citations"})


MENDERS: dict[str, Mender] = {
    "PRO001": lambda p, _, __: evolve(
        p,
        management_staff=5,
        committed_members=15,
        member_types=("SME", "university"),
        english_website=True,
    ),
    "SRC001": _cited,
    "SRC002": lambda c, _, __: evolve(c, excerpt=""),
    "SRC003": lambda s, _, __: evolve(s, read_on=s.published.first_day),
    "SRC004": lambda s, on, _: evolve(s, url="https://a.example", read_on=on),
    "SRC005": one_record_of(Source),
    "SRC006": one_record_of(Source),
    "SRC007": lambda s, _, __: evolve(s, title="Outlook"),
}
