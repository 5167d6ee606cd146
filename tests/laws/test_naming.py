"""What holds for every name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.naming.seed import NAMES

from icluster import naming
from icluster.organizations import Organization
from icluster.reference import iso3166, iso20275
from icluster.regions import Subdivision

LETTERS = "aAbBzZéÉñÑüç .,-'()@1\u00a0Яह्"
words = st.text(LETTERS, min_size=1, max_size=30).filter(str.strip)
names = st.one_of(st.sampled_from(NAMES), words)
forms = st.sampled_from(
    ["", " A.C.", ", a. c.", " AC", ". S.A. de C.V.", " SAPI DE CV"]
)


@given(names)
def test_law_case_does_not_matter(name: str) -> None:
    assert naming.name_key(name.upper()) == naming.name_key(name.upper().lower())


@given(names)
def test_law_spaces_do_not_matter(name: str) -> None:
    spaced = f" \t{name.replace(' ', '  ')}\n"
    assert naming.name_key(spaced) == naming.name_key(name)


@given(st.sampled_from(NAMES), forms)
def test_law_the_legal_form_does_not_matter(name: str, form: str) -> None:
    bare = naming.parse_name(name).name
    assert naming.name_key(bare + form) == naming.name_key(bare)


@given(names)
def test_law_the_source_spelling_is_kept(name: str) -> None:
    assert naming.parse_name(name).source == name


@given(names)
def test_law_codes_do_not_change_the_key(name: str) -> None:
    with_codes = naming.name_key(name, legal_forms=iso20275.MEXICO_2023)
    assert with_codes == naming.name_key(name)


@given(names)
def test_law_a_key_is_words_with_single_spaces(name: str) -> None:
    key = naming.name_key(name)
    assert key == " ".join(key.split())


@given(st.lists(names, max_size=8))
def test_law_same_key_is_reported_exactly_where_keys_are_equal(
    several: list[str],
) -> None:
    organizations = [Organization(name=name) for name in several]
    groups = [
        tuple(map(id, found.organizations))
        for found in naming.likely_duplicates(organizations)
        if found.reason is naming.DuplicateReason.SAME_KEY
    ]
    keys: dict[str, list[int]] = {}
    for each in organizations:
        keys.setdefault(naming.name_key(each.name), []).append(id(each))
    keys.pop("", None)
    assert groups == [tuple(ids) for ids in keys.values() if len(ids) > 1]


@given(st.permutations(NAMES[:12]), names)
def test_law_the_order_of_names_changes_no_suggestion(
    several: list[str], more: str
) -> None:
    def found(given: list[str]) -> set[tuple[object, ...]]:
        return {
            (
                each.reason,
                each.shared,
                frozenset(one.name for one in each.organizations),
            )
            for each in naming.likely_duplicates(
                [Organization(name=name) for name in given]
            )
        }

    assert found([*several, more]) == found([more, *sorted(several)])


@given(st.lists(st.sampled_from(iso3166.MEXICO), unique=True, max_size=5))
def test_law_regions_are_found_in_the_order_named(
    states: list[Subdivision],
) -> None:
    text = "; ".join(state.spellings[-1] for state in states)
    found = naming.find_regions(text, subdivisions=iso3166.MEXICO)
    # "Baja California; Sur" cannot come about: no spelling begins with "Sur".
    assert found == tuple(state.region for state in states)


PLACES = st.tuples(st.integers(0, 7), st.integers(0, 7))


@given(st.lists(st.sampled_from(NAMES[:6]), max_size=8), st.lists(PLACES, max_size=9))
def test_law_what_is_settled_is_told_no_more_and_all_else_still_is(
    several: list[str], places: list[tuple[int, int]]
) -> None:
    bodies = [Organization(name=name, key=f"k{i}") for i, name in enumerate(several)]
    distinct = [(f"k{first}", f"k{second}") for first, second in places]
    settled = {frozenset(pair) for pair in distinct}

    def pairs(groups: tuple[naming.LikelyDuplicates, ...]) -> set[tuple[object, ...]]:
        return {
            (group.reason, group.shared, frozenset({first.key, second.key}))
            for group in groups
            for first in group.organizations
            for second in group.organizations
            if first is not second
        }

    everything = pairs(naming.likely_duplicates(bodies))
    told = naming.likely_duplicates(bodies, distinct=distinct)
    still_open = {pair for pair in everything if pair[2] not in settled}
    assert still_open <= pairs(told) <= everything
    for group in told:
        keys = [body.key for body in group.organizations]
        for key in keys:
            rivals = [{key, rival} for rival in keys if rival != key]
            assert any(frozenset(pair) not in settled for pair in rivals)
