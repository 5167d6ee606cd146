"""Wrong calls in every room, and what the caller is told."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from tests.engines import polars
from tests.golden import benchmarks, scores
from tests.golden.layout import said_of

import icluster
from icluster import (
    benchmarking,
    ecosystems,
    labels,
    naming,
    policies,
    readers,
    rules,
    scales,
    scoring,
    wire,
)
from icluster import frames as frames_room
from icluster.errors import IClusterError
from icluster.reference import CONTEXT, eccp, ecei, esca, mexico, project

# What the calls may name, beside all nouns.
NAMES: dict[str, Any] = {
    **{name: getattr(icluster, name) for name in icluster.__all__},
    **vars(labels) | vars(policies) | vars(scales) | vars(ecosystems),
    "AFTER": scores.AFTER,
    "CONTEXT": CONTEXT,
    "DAY": scores.THE_DAY,
    "Decimal": Decimal,
    "FACTS": scores.facts_of(scores.NATIONAL),
    "Fraction": Fraction,
    "OPEN": scores.BEFORE["Country D"],
    "OPEN_FACTS": scores.BEFORE["Country D"].facts,
    "PEERS": benchmarks.PEERS,
    "RECORD": benchmarks.PEERS[0],
    "RUBRIC": eccp.MATURITY_2022,
    "SCORE": scores.score_of(scores.NATIONAL),
    "STRUCTURE": esca.BENCHMARK_36,
    "benchmarking": benchmarking,
    "date": date,
    "datetime": datetime,
    "ecei": ecei,
    "eccp": eccp,
    "ecosystems": ecosystems,
    "esca": esca,
    "evolve": evolve,
    "frames": frames_room,
    "labels": labels,
    "mexico": mexico,
    "naming": naming,
    "polars": polars,
    "project": project,
    "readers": readers,
    "rules": rules,
    "scoring": scoring,
    "wire": wire,
    "A": icluster.Organization(name="A"),
    "MX": icluster.Country("MX"),
    "PLAN": {"name": "Plan", "type": "broad", "level": "national", "country": "MX"},
    "LEVEL": icluster.Level("0", icluster.Is("monitoring"), "Level"),
    "SCHEMA": icluster.FactSchema([icluster.Fact.boolean("monitoring")]),
    "SOURCE": icluster.Source(key="made_up", title="Made up", publisher="Nobody"),
}

# Wrong calls, by room. A line that is taken, or that raises an error not of ours,
# says so: it shows what the library does, not what it should do.
CALLS: dict[str, tuple[str, ...]] = {
    "small values": (
        "Country('mx')",
        "Country(3)",
        "Region('NLE')",
        "PartialDate(0)",
        "PartialDate(2015, 13)",
        "PartialDate(2015, 2, 30)",
        "PartialDate(2015, None, 3)",
        "PartialDate('2015')",
        "PartialDate.parse('4/2015')",
        "PartialDate(2015) < PartialDate(2015, 4)",
        "PartialPeriod(PartialDate(2018), PartialDate(2015))",
        "PartialPeriod('2018')",
        "Period(date(2015, 4, 3), date(2014, 4, 3))",
        "Period(datetime(2015, 4, 3))",
        "Period('2015-04-03')",
        "Money(amount=0.1)",
        "Money(amount='ten')",
        "Money(amount=True)",
        "Money(amount=1, currency='pesos')",
        "Money(amount=1, year=20180)",
        "Identifier('', 'ABC')",
        "Other('  ')",
        "Other(7)",
        "Source(key='A key', title='T', publisher='P')",
        "Source(key='a', title='', publisher='P')",
        "Source(key='a', title='T', publisher='P', url='page')",
        "Source(key='a', title='T', publisher='P', read_on='2022-09-30')",
        "Citation(SOURCE, '')",
        "Citation('made_up', 'page 1')",
        "Table(title='', columns=[])",
        "Table(title='T', columns=['a'])",
    ),
    "organizations and clusters": (
        "Organization(name='')",
        "Organization(name=3)",
        "Organization(name='A', key='A b')",
        "Organization(name='A', other_names='B')",
        "Organization(name='A', acronym='')",
        "Organization(name='A', kind='company')",
        "Organization(name='A', helix='industry')",
        "Organization(name='A', country='MX')",
        "Organization(name='A', country=MX, region=Region('ES-MD'))",
        "Organization(name='A', founded=2012)",
        "Organization(name='A', founded=PartialDate(2012), "
        "dissolved=PartialDate(2010))",
        "Organization(name='A', identifiers=[1])",
        "Organization(name='A', citations=[SOURCE])",
        "LegalForm('ac', 'A.C.', 'abc')",
        "Cluster(key='c', name='C', sector='')",
        "Cluster(key='c', name='C', regions=['MX-NLE'])",
        "ClusterInitiative(key='c', name='C', period=2015)",
    ),
    "policies": (
        "Policy(name='P', type='broad', level=PolicyLevel.NATIONAL, country=MX)",
        "Policy(name='', type=3, level='national', country='MX')",
        "Policy(name='P', type=PolicyType.BROAD, level=PolicyLevel.NATIONAL, "
        "country=MX, region=Region('ES-MD'))",
        "Policy(name='P', type=PolicyType.BROAD, level=PolicyLevel.REGIONAL, "
        "country=MX, industrial='yes')",
        "Policy(name='P', type=PolicyType.BROAD, level=PolicyLevel.NATIONAL, "
        "country=MX, sectors='food')",
        "evolve(mexico.NUEVO_LEON_2022, beneficiaries=['smes'])",
        "evolve(mexico.NUEVO_LEON_2022, budget=3)",
        "PolicyType.from_title('Broadish policy')",
        "PolicyType.from_title('nothing of the kind')",
        "Authority('')",
        "Authority('A', ['funding'])",
        "Authority('A', [AuthorityRole.FUNDING, AuthorityRole.FUNDING])",
        "Budget(overall=3)",
        "Evaluation('ex_ante')",
        "History(kind='limited')",
        "History(begins=PartialDate(2018), ends=PartialDate(2015))",
        "Instrument('grants')",
        "Monitoring('this_policy')",
        "Factsheet(country=MX, year='2022')",
        "Factsheet(country=MX, year=0, policies=[3])",
        "PublishedScore(subject='MX', rubric='r', points={'scope': 0.5}, total='0.5')",
        "PublishedScore(subject='MX', rubric='r', points={}, total=None)",
        "mexico.PUBLISHED_2022['fame']",
    ),
    "labels": (
        "Portfolio('food', '', 'list')",
        "LabelAward(holder='A', tier=LabelTier.BRONZE, valid_until=DAY)",
        "LabelAward(holder=A, tier='bronze', valid_until='2018-10-18')",
        "LabelAward(holder=A, tier=LabelTier.BRONZE, valid_until=DAY, "
        "awarded=PartialDate(2023))",
        "LabelRegister(awards=[3], editions=[esca.SAME_DAY])",
        "LabelRegister(awards=[], editions='same_day')",
        "LabelScheme(key='s', title='S', editions=[])",
        "Term(tier=LabelTier.BRONZE, months=0)",
        "mexico.BRONZE_LABELS.statuses(on='2018-09-30')",
        "mexico.BRONZE_LABELS.statuses(on=datetime(2018, 9, 30))",
        "mexico.BRONZE_LABELS.lapsing(on=DAY, months=-1)",
        "mexico.BRONZE_LABELS.timeline(since=DAY, until=date(2018, 1, 1))",
        "mexico.BRONZE_LABELS.where(tier='bronze')",
        "mexico.BRONZE_LABELS.with_status('valid', on=DAY)",
        "esca.PORTFOLIOS.from_title('Food industri')",
        "esca.PORTFOLIOS.from_title('nothing of the kind')",
        "esca.SAME_DAY.term('bronze')",
        "labels.may_apply(mexico.BRONZE_LABELS[0], on=DAY, "
        "term=esca.SAME_DAY.term(LabelTier.BRONZE))",
    ),
    "ecosystems": (
        "Contribution(party='')",
        "Contribution(party='a', amount=3)",
        "Contribution(party='a', amount=Fraction(3, 2))",
        "Linkage(first='a', second='a')",
        "Membership(party=A)",
        "Participation(party='a', role='expert_group')",
        "Ecosystem(key='e', name='E', organizations=[A])",
        "Ecosystem(key='e', name='E', participations=[Participation(party='nobody')])",
        "Ecosystem(key='e', name='E', incomplete=['people'])",
        "project.ICLUSTER['nobody']",
        "ecosystems.members(project.ICLUSTER, on='2015')",
        "ecosystems.linked_to(project.ICLUSTER, 'nobody', on=DAY)",
        "ecosystems.helix_coverage(project.ICLUSTER, on=DAY, model='triple')",
        "ecosystems.admission(project.ICLUSTER, 'A', on=DAY, takes_part={})",
        "ecosystems.admission(project.ICLUSTER, A, on=DAY, takes_part={'fame': True})",
        "ecosystems.admission(project.ICLUSTER, A, on=DAY, "
        "takes_part={'linkage': 'yes'})",
        "ecosystems.may_have_ended(A, on=DAY)",
    ),
    "facts, conditions, rubrics": (
        "Is('Monitoring')",
        "Is('monitoring', ())",
        "Is('monitoring', 0.5)",
        "AllOf(Is('monitoring'))",
        "AllOf(['monitoring'])",
        "Not('monitoring')",
        "Fact('size', ())",
        "Fact('size', (1, 1))",
        "Fact('size', (1, 'a'))",
        "Fact('a size', (1, 2))",
        "FactSchema([])",
        "FactSchema([Fact.boolean('a'), Fact.boolean('a')])",
        "Facts.of(eccp.FACTS_2022, monitored=True)",
        "Facts.of(eccp.FACTS_2022, monitoring='yes')",
        "Facts.of(eccp.FACTS_2022, monitoring=set())",
        "Facts.of(eccp.FACTS_2022, established='within 2 years')",
        "Fact('flag', (True, False))",
        "Fact('size', (10**41, 2))",
        "Fact.age('age', ('young', 'old'), boundaries=(2, 10))",
        "Fact.age('age', ('young', 'old'), boundaries=(-1,))",
        "Fact('size', (1, 2)).at_age(PartialDate(2015), on=DAY)",
        "FactSchema([Fact.age('age', ('young', 'old'), boundaries=(2,), "
        "matters_where=Is('age', 'old'))])",
        "FactSchema([Fact.age('age', ('young', 'old'), boundaries=(2,), "
        "matters_where=Is('fame'))])",
        "FactSchema([Fact.boolean('a'), Fact.age('age', ('young', 'old'), "
        "boundaries=(2,), matters_where=Is('a', 3))])",
        "Facts.of(SCHEMA, {'monitoring': True}, monitoring=False)",
        "Facts.of(SCHEMA, monitoring={'yes', True})",
        "OPEN_FACTS.value('broad_policy')",
        "OPEN_FACTS['fame']",
        "Level(0.5, Is('monitoring'))",
        "Level('-1', Is('monitoring'))",
        "Level('1', 'monitoring')",
        "Gap('gap', Is('monitoring'), ('0',), 'why')",
        "Gap('gap', Is('monitoring'), '01', 'why')",
        "Criterion(key='c', title='C', levels=[])",
        "Criterion(key='c', title='C', levels=[LEVEL, LEVEL])",
        "Criterion(key='c', title='C', levels=[LEVEL], weight=0)",
        "Criterion(key='c', title='C', levels=[LEVEL], gaps=["
        "Gap('gap', ~Is('monitoring'), ('0', '1'), 'why')])",
        "Criterion(key='c', title='C', levels=[LEVEL, Level('1', Is('monitoring'))], "
        "gaps=[Gap('gap', ~Is('monitoring'), ('0', '1'), 'why')] * 2)",
        "Rubric(key='r', title='R', facts=SCHEMA, criteria=[Criterion(key='c', "
        "title='C', levels=[LEVEL, Level('1', Is('monitoring'))])])",
        "Rubric(key='r', title='R', facts=SCHEMA, criteria=[Criterion(key='c', "
        "title='C', levels=[LEVEL, Level('1', ~Is('monitoring'))], "
        "gaps=[Gap('gap', Is('monitoring'), ('0', '1'), 'why')])])",
        "Rubric(key='r', title='R', facts=SCHEMA, criteria=["
        "Criterion(key='c', title='C', levels=[LEVEL])] * 2)",
        "Rubric(key='r', title='R', facts=SCHEMA, criteria=[])",
        "Rubric(key='r', title='R', facts=SCHEMA, criteria=["
        "Criterion(key='c', title='C', levels=[Level('0', Is('fame'))])])",
        "RUBRIC['fame']",
        "Question(key='q', title='Q', choices=[])",
        "Reading({'a': 3})",
        "Reading('a')",
        "eccp.PUBLISHED_READING.but(fame='x')",
        "eccp.PUBLISHED_READING.but(programme_monitoring='perhaps')",
    ),
    "scoring": (
        "scoring.read_facts(mexico.POLICIES_2022, on=DAY, "
        "edition=eccp.EDITION_2022, reading=Reading({}))",
        "scoring.read_facts([3], on=DAY, "
        "edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING)",
        "scoring.read_facts(mexico.POLICIES_2022, on='2022', "
        "edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING)",
        "scoring.score(RUBRIC, Facts.of(SCHEMA))",
        "scoring.score('eccp', FACTS)",
        "scoring.score(RUBRIC, {'monitoring': True})",
        "OPEN.total",
        "OPEN.share",
        "OPEN['scope'].points",
        "OPEN['fame']",
        "AFTER['Country E'].total",
        "scoring.score(Rubric(key='r', title='R', facts=SCHEMA, criteria=["
        "Criterion(key='c', title='C', levels=[LEVEL])]), "
        "Facts.of(SCHEMA, monitoring=False))",
        "scoring.compare(SCORE, mexico.PUBLISHED_2022)",
        "scoring.compare(evolve(mexico.PUBLISHED_2022, rubric='other'), SCORE)",
        "scoring.rank({})",
        "scoring.rank({3: SCORE})",
        "scoring.rank({'A': 3})",
        "scoring.leads(AFTER, weights={'fame': (1, 2)})",
        "scoring.leads(AFTER, weights={'scope': (2, 1)})",
        "scoring.leads(AFTER, weights={'scope': (0.5, 1)})",
        "scoring.over_time({})",
        "scoring.readings(mexico.POLICIES_2022, on=DAY, edition='eccp')",
        "scoring.audit('eccp')",
        "scoring.difference(SCORE, 3)",
    ),
    "benchmarking": (
        "Answer('Participants', 3)",
        "Answer('participants', 0.1)",
        "Answer('participants', 3, answered_on='2015')",
        "Area('', 'members')",
        "BenchmarkRecord(organization=A, interviewed_on=DAY, structure='s', "
        "answers=[Answer('a', 1), Answer('a', 2)])",
        "BenchmarkRecord(organization='A', interviewed_on='2015', structure='s')",
        "BenchmarkStructure(key='s', title='S', edition='1', areas=[], indicators=[])",
        "Indicator(number='A', key='a', title='', scale=3, statuses=[], citations=[])",
        "Choice([])",
        "Counts(['a', 'a'])",
        "Measure('count')",
        "Measure(Unit.SHARE, lowest=2, highest=1)",
        "Measure(Unit.SHARE, lowest=0.1)",
        "Ordinal(0)",
        "STRUCTURE['fame']",
        "RECORD['fame']",
        "benchmarking.position(RECORD, peers=[3], structure=STRUCTURE)",
        "benchmarking.position(RECORD, peers=PEERS, structure='esca')",
        "benchmarking.position(RECORD, peers=PEERS, structure=STRUCTURE, minimum=0)",
        "benchmarking.position(evolve(RECORD, structure='other'), peers=PEERS, "
        "structure=STRUCTURE)",
        "benchmarking.same_portfolio(RECORD, PEERS)",
        "benchmarking.changes(RECORD, PEERS[1], structure=STRUCTURE)",
        "benchmarking.choose('', PEERS, lambda record: True)",
        "QualityScheme(catalogue=ecei.GOLD_31, maxima={}, thresholds={})",
        "QualityScheme(catalogue=ecei.GOLD_31, "
        "maxima=dict.fromkeys(ecei.GOLD_31.numbers, 1), thresholds={'9.9': 1})",
        "benchmarking.quality({'1.1': 9}, QualityScheme(catalogue=ecei.GOLD_31, "
        "maxima=dict.fromkeys(ecei.GOLD_31.numbers, 5) | {'5.2': 3, '5.3': 2}, "
        "thresholds=dict.fromkeys(ecei.GOLD_31.numbers, 2)))",
        "ClusterProfile(organization=A, management_staff=-1)",
        "ClusterProfile(organization=A, committed_members='ten', english_website=3)",
        "evolve(eccp.PROFILE_CRITERIA, least_members=-1)",
    ),
    "names and pages": (
        "naming.name_key(3)",
        "naming.parse_name('')",
        "naming.parse_name('A', legal_forms=['A.C.'])",
        "naming.find_regions('Jalisco', subdivisions=[3])",
        "naming.likely_duplicates(['A'])",
        "readers.read_label_register(3, layout=esca.REGISTER_LAYOUT)",
        "readers.read_label_register('', layout=None)",
        "readers.read_label_register('', layout=esca.REGISTER_LAYOUT, country='MX')",
        "readers.read_label_register('', layout=esca.REGISTER_LAYOUT, snapshot='2018')",
        "readers.read_maturity_table(b'', layout=eccp.MATURITY_LAYOUT)",
        "readers.read_maturity_table('', layout=esca.REGISTER_LAYOUT)",
    ),
    "rules": (
        "rules.check(3, on=DAY, context=CONTEXT)",
        "rules.check([], on='2022', context=CONTEXT)",
        "rules.check([], on=DAY, context=None)",
        "rules.check([], on=DAY, context=CONTEXT, select='POL')",
        "rules.check([], on=DAY, context=CONTEXT, select=['XYZ001'])",
        "rules.check([], on=DAY, context=CONTEXT, rules=[rules.ALL[0]] * 2)",
        "rules.check([], on=DAY, context=CONTEXT, waivers=['POL001'])",
        "rules.Waiver(code='', about='x', reason='known')",
        "rules.Waiver(code='POL001', about='x', reason='')",
        "rules.Waiver(code='POL001', about='x', reason='known', until='2022')",
        "rules.Severity.from_title('fatal')",
    ),
    "documents": (
        "wire.loads('', Policy)",
        "wire.loads('{', Policy)",
        "wire.loads('[]', Policy)",
        "wire.loads('{}', Policy)",
        'wire.loads(\'{"format": "icluster/9", "type": "Policy", "data": {}}\', '
        "Policy)",
        'wire.loads(\'{"format": "icluster/1", "type": "Rubric", "data": {}}\', '
        "Policy)",
        "wire.loads(3, Policy)",
        "wire.from_dict({}, Policy)",
        "wire.from_dict([], Policy)",
        "wire.from_dict(PLAN | {'level': 'local', 'naem': '?', 'country': 'mx'}, "
        "Policy)",
        "wire.from_dict(PLAN | {'industrial': 'false'}, Policy)",
        "wire.from_dict(PLAN | {'sectors': 'food'}, Policy)",
        "wire.from_dict(PLAN | {'sectors': ['food', 3, '']}, Policy)",
        "wire.from_dict(PLAN | {'history': {'begins': '2015-13', 'ends': 2016}}, "
        "Policy)",
        "wire.from_dict(PLAN | {'budget': {'overall': {'amount': 1.5, "
        "'currency': 'pesos'}}}, Policy)",
        "wire.from_dict({'code': 'NLE'}, Region)",
        "wire.from_dict('NLE', Region)",
        "wire.from_dict({'holder': {'name': ''}, 'tier': 'brass', "
        "'valid_until': '2018-02-30'}, LabelAward)",
        "wire.from_dict(wire.to_dict(OPEN_FACTS) | {'values': {'fame': [1]}}, Facts)",
        "wire.from_dict({'fact': 'a', 'values': []}, Is)",
        "wire.to_dict(eccp.EDITION_2022)",
        "wire.to_dict(object())",
        "wire.json_schema(int)",
        "wire.from_records([], Policy, columns={'Name': 'naem'})",
        "wire.from_records([], Policy, dates='DD/MM')",
        "wire.from_records([], Policy, decimal=';')",
        "wire.from_records([3], Policy)",
    ),
    "frames": (
        "frames.from_facts({}, backend='polars')",
        "frames.from_facts({'A': 3}, backend='polars')",
        "frames.from_facts({'A': FACTS}, backend='excel')",
        "frames.from_facts({'A': FACTS}, backend='polars', key='monitoring')",
        "frames.from_scores({'A': 3}, backend='polars')",
        "frames.from_objects([], backend='polars')",
        "frames.from_objects([3], backend='polars')",
        "frames.score(3, RUBRIC)",
        "frames.score(polars.DataFrame({'a': [1]}), RUBRIC)",
        "frames.score(polars.DataFrame({'a': [1]}), RUBRIC, columns={'fame': 'a'})",
        "frames.score(polars.DataFrame({'monitoring': [1.5]}), RUBRIC, "
        "columns=dict.fromkeys(RUBRIC.facts.names, Missing.UNKNOWN) "
        "| {'monitoring': 'monitoring'})",
        "frames.score(frames.from_facts({'A': FACTS}, backend='polars'), RUBRIC, "
        "compute=['totals'])",
        "frames.label_status(polars.DataFrame({'a': [1]}), esca.SAME_DAY, on=DAY)",
        "frames.label_status(polars.DataFrame({'a': [1]}), esca.SAME_DAY, on='2018')",
        "frames.quartiles(polars.DataFrame({'a': [1]}), 'b', by=['a'])",
        "frames.quartiles(polars.DataFrame({'a': [1]}), 'a', by='a')",
        "frames.quartiles(polars.DataFrame({'a': ['x'], 'b': [1]}), 'a', by=['b'])",
        "frames.to_objects(polars.DataFrame({'name': ['A']}), Policy)",
        "frames.joined()",
    ),
}

_AWARD = "columns={'Name': 'holder.name', 'Label': 'tier', 'Until': 'valid_until'}"

# Rows that are rejected, each with every reason.
ROWS: tuple[str, ...] = (
    "wire.from_records([PLAN | {'level': 'local', 'type': 'Broadish policy'}], Policy)",
    "wire.from_records([{'name': ''}, {'name': 'A', 'naem': 'B'}, {}], Policy)",
    "wire.from_records([PLAN | {'industrial': 'perhaps', 'sectors': 'food'}], Policy)",
    "wire.from_records([PLAN | {'history.begins': '31/02/2015', "
    "'history.ends': '2015/31/12'}], Policy, dates='DD/MM/YYYY')",
    "wire.from_records([PLAN | {'budget.overall.amount': '1.400,50', "
    "'budget.overall.currency': 'pesos', 'budget.overall.year': '2018.5'}], Policy)",
    "wire.from_records([PLAN | {'budget.overall.amount': '1.400,50'}], Policy, "
    "decimal=',')",
    "wire.from_records([{'Name': 'A', 'Label': 'Brass', 'Until': '08.13.2015'}, "
    "{'Name': '', 'Label': 'bronze', 'Until': ''}], LabelAward, "
    f"{_AWARD}, dates='DD.MM.YYYY')",
    "wire.from_records([{None: ['surplus'], 'name': 'A'}], Organization)",
    "wire.from_records([{'name': 'A', 'country': 'Mexico', 'founded': 'long ago'}], "
    "Organization)",
)


def told() -> str:
    """Each wrong call with its error, then each bad row with its reasons."""
    parts = [
        "\n".join([f"=== {room}", *(_error_of(call) for call in calls)])
        for room, calls in CALLS.items()
    ]
    rows = "\n".join(["=== rows", *map(_rejected_by, ROWS)])
    return "\n\n".join([*parts, rows])


def _error_of(call: str) -> str:
    try:
        value = eval(call, dict(NAMES))
    except IClusterError as error:
        return f"{call} -> {said_of(error)}"
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        return f"{call} -> NOT ONE OF OURS: {said_of(error)}"
    return f"{call} -> is taken: {repr(value).splitlines()[0][:200]}"


def _rejected_by(call: str) -> str:
    found = eval(call, dict(NAMES))
    faults = [
        f"    row {row.number}: {fault}"
        for row in found.rejected
        for fault in row.faults
    ]
    return "\n".join([f"{call} -> {found}", *faults])
