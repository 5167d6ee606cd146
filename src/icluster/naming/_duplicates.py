"""Organizations that may be one, with the fact that suggests it.

Everything goes through indexes, by key and by word: no name is held against
every other. What is reported are groups, not pairs, so that the answer is no
longer than the question.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from icluster._fields import check_each
from icluster.errors import InvalidValueError
from icluster.naming._names import LEGAL_FORMS, by_spelling, key_words, parse
from icluster.organizations import LegalForm, Organization
from icluster.vocabularies import Vocabulary
from icluster.words import Sentence, Worded, in_a_row, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


Words: TypeAlias = "tuple[str, ...]"


class DuplicateReason(Vocabulary):
    """The fact that suggests that organizations may be one.

    Example:
        >>> DuplicateReason.SAME_KEY.title
        'same key'
    """

    SAME_KEY = "same_key", "same key"
    SAME_ACRONYM = "same_acronym", "same acronym"
    ALIAS = "alias", "one goes by a name of the other"
    CONTAINS = "contains", "one name contains the other's full name"


@frozen
class LikelyDuplicates(Worded):
    """Organizations that may be one: a suggestion, and the fact behind it.

    Attributes:
        reason: The kind of fact.
        shared: What they share, folded: the key, the acronym, the full name.
        organizations: Two or more, in the order in which they were given.

    Example:
        >>> [duplicates] = likely_duplicates(
        ...     [
        ...         Organization(name="Prosoftware AC"),
        ...         Organization(name="ProSoftware, A.C."),
        ...     ]
        ... )
        >>> str(duplicates)
        'same key "prosoftware": Prosoftware AC; ProSoftware, A.C.'
    """

    reason: DuplicateReason
    shared: str
    organizations: tuple[Organization, ...]

    def said(self) -> Sentence:
        """Return the fact and the names, to be put into a language.

        Example:
            >>> twins = (Organization(name="MIND"), Organization(name="Mind"))
            >>> str(LikelyDuplicates(DuplicateReason.SAME_KEY, "mind", twins).said())
            'same key "mind": MIND; Mind'
        """
        names = in_a_row((body.name for body in self.organizations), "; ")
        return say('{} "{}": {}', self.reason, self.shared, names)


@frozen
class _Names:
    """The folded names of one organization."""

    keys: tuple[Words, ...]
    full: tuple[Words, ...]
    acronyms: tuple[Words, ...]

    @property
    def main(self) -> Words:
        return self.keys[0]

    @property
    def others(self) -> tuple[Words, ...]:
        return _distinct((*self.keys[1:], *self.acronyms))


def likely_duplicates(
    organizations: Iterable[Organization],
    *,
    legal_forms: Iterable[LegalForm] = LEGAL_FORMS,
    distinct: Iterable[tuple[str, str]] = (),
) -> tuple[LikelyDuplicates, ...]:
    """Suggest which *organizations* may be one, each time with the fact.

    Four facts count: the same key; the same acronym, recorded or read off the
    name; a name of one that is another name or the acronym of the other; a
    name that contains, as whole words, the full name of the other, which has
    two words at least. A fact between organizations of one key is not told
    twice. Nothing is merged and nothing is scored; translations meet only
    where they are recorded as other names.

    What a person settled is told no more: two organizations that are distinct are no
    group, and of a larger one only those stay that may still be one with another.

    The time grows with the number of names times their length, and with what
    there is to report.

    Args:
        legal_forms: Legal forms, as names end in them.
        distinct: Pairs of organizations that are not one, each by its key or, where
            it has none, by its name as printed. Pairs of others change nothing.

    Raises:
        InvalidValueError: Something given is no `Organization`, or no such pair.

    Example:
        >>> duplicates = likely_duplicates(
        ...     [
        ...         Organization(
        ...             name="AIMSI - Asociación Internacional de Mentefactura"
        ...         ),
        ...         Organization(name="Asociacion Internacional de Mentefactura, A.C."),
        ...         Organization(name="Cluster Ti Chiapas"),
        ...         Organization(name="Cluster TI Oaxaca"),
        ...     ]
        ... )
        >>> [(group.reason.value, group.shared) for group in duplicates]
        [('contains', 'asociacion internacional de mentefactura')]
        >>> twins = [Organization(name="MIND", key=key) for key in ("a", "b")]
        >>> (
        ...     len(likely_duplicates(twins)),
        ...     likely_duplicates(twins, distinct=[("a", "b")]),
        ... )
        (1, ())
    """
    settled = _settled(distinct)
    candidates = check_each("organizations", organizations, Organization)
    forms = by_spelling(legal_forms)
    names = [_names_of(organization, forms) for organization in candidates]
    keys = [(folded_names.main,) for folded_names in names]
    acronyms = [folded_names.acronyms for folded_names in names]
    groups = [
        *_sharing(DuplicateReason.SAME_KEY, keys, names),
        *_sharing(DuplicateReason.SAME_ACRONYM, acronyms, names),
        *_aliases(names),
        *_containing(names),
    ]
    return tuple(
        LikelyDuplicates(reason, " ".join(shared), bodies)
        for reason, shared, members in groups
        if (bodies := _open(tuple(candidates[place] for place in members), settled))
    )


Settled: TypeAlias = "Mapping[str, set[str]]"


def _settled(distinct: Iterable[tuple[str, str]]) -> Settled:
    """Map what each organization goes by to those that it is distinct from."""
    settled: dict[str, set[str]] = {}
    for index, pair in enumerate(distinct):
        if not (isinstance(pair, tuple) and list(map(type, pair)) == [str, str]):
            expected = "a pair of keys or names"
            raise InvalidValueError(("distinct", index), expected, pair)
        first, second = pair
        settled.setdefault(first, set()).add(second)
        settled.setdefault(second, set()).add(first)
    return settled


def _open(
    bodies: tuple[Organization, ...], settled: Settled
) -> tuple[Organization, ...]:
    """Return those that may be one with another of them, as far as it is settled."""
    goes_by = [body.key or body.name for body in bodies]
    if not settled or settled.keys().isdisjoint(goes_by):
        return bodies
    counts = Counter(goes_by)
    return tuple(
        body
        for body, name in zip(bodies, goes_by, strict=True)
        # Against how many it is settled; it is not settled against itself.
        if sum(counts[rival] for rival in settled.get(name, ()))
        - (name in settled.get(name, ()))
        < len(bodies) - 1
    )


Group: TypeAlias = "tuple[DuplicateReason, Words, Sequence[int]]"


def _names_of(organization: Organization, forms: Mapping[str, LegalForm]) -> _Names:
    texts = (organization.name, *(name.text for name in organization.other_names))
    parsed_names = [parse(text, forms) for text in texts]
    acronyms = [name.acronym for name in parsed_names if name.acronym is not None]
    if isinstance(organization.acronym, str):
        acronyms.append(organization.acronym)
    keys = tuple(key_words(name.name) for name in parsed_names)
    return _Names(
        keys=keys,
        full=_distinct(
            key if name.full_name == name.name else key_words(name.full_name)
            for key, name in zip(keys, parsed_names, strict=True)
        ),
        acronyms=_distinct(map(key_words, acronyms)),
    )


def _distinct(keys: Iterable[Words]) -> tuple[Words, ...]:
    """Drop repetitions; unlike a set, in the same order at every run."""
    return tuple(dict.fromkeys(keys))


def _index(keys_by_place: Iterable[Iterable[Words]]) -> dict[Words, list[int]]:
    """Map every key to the places where it stands, in their order."""
    index: dict[Words, list[int]] = {}
    for place, keys in enumerate(keys_by_place):
        for key in keys:
            if key:
                index.setdefault(key, []).append(place)
    return index


def _differ(members: Iterable[int], names: Sequence[_Names]) -> bool:
    """Tell whether it is news that *members* belong together."""
    return len({names[member].main for member in members}) > 1


def _sharing(
    reason: DuplicateReason, keys: Iterable[Iterable[Words]], names: Sequence[_Names]
) -> Iterator[Group]:
    by_key = reason is DuplicateReason.SAME_KEY
    for key, members in _index(keys).items():
        if len(members) > 1 and (by_key or _differ(members, names)):
            yield reason, key, members


def _aliases(names: Sequence[_Names]) -> Iterator[Group]:
    mains = _index([(folded_names.main,) for folded_names in names])
    index_of_others = _index([folded_names.others for folded_names in names])
    for key, bearers in index_of_others.items():
        members = sorted({*bearers, *mains.get(key, ())})
        # An acronym of all of them is told as such.
        is_acronym = all(key in names[member].acronyms for member in members)
        if not is_acronym and _differ(members, names):
            yield DuplicateReason.ALIAS, key, members


def _containing(names: Sequence[_Names]) -> Iterator[Group]:
    full_names = (folded_names.full for folded_names in names)
    # A name of one word would be found in too many others.
    bearers = _index([key for key in keys if len(key) > 1] for keys in full_names)
    members = {key: set(places) for key, places in bearers.items()}
    tree = _tree(bearers)
    for place, folded_names in enumerate(names):
        for words in folded_names.keys:
            for key in _inside(words, tree):
                members[key].add(place)
    for key, places in members.items():
        if _differ(places, names):
            yield DuplicateReason.CONTAINS, key, sorted(places)


class _Node:
    """A step in the tree of known names, word by word.

    Its fallback stands for the longest end of the same words that begins a
    known name as well; the shorter one, for the longest that is one.
    """

    __slots__ = ("fallback", "key", "next", "shorter")

    def __init__(self) -> None:
        self.key: Words | None = None
        self.next: dict[str, _Node] = {}
        self.fallback: _Node | None = None
        self.shorter: _Node | None = None


def _tree(keys: Iterable[Words]) -> _Node:
    root = _Node()
    for key in keys:
        node = root
        for word in key:
            node = node.next.setdefault(word, _Node())
        node.key = key
    nodes = [root]
    for node in nodes:  # grows under way, so that shorter ones come first
        for word, child in node.next.items():
            fallback = _step(node.fallback, word, root)
            child.fallback = fallback
            child.shorter = fallback if fallback.key is not None else fallback.shorter
            nodes.append(child)
    return root


def _step(node: _Node | None, word: str, root: _Node) -> _Node:
    """Go on by a word, from the longest end of the words so far that allows it."""
    while node is not None:
        following = node.next.get(word)
        if following is not None:
            return following
        node = node.fallback
    return root


def _inside(words: Words, root: _Node) -> Iterator[Words]:
    """Yield the known names that stand in *words*, each once, in one pass."""
    visited: set[_Node] = set()
    node = root
    for word in words:
        node = _step(node, word, root)
        match: _Node | None = node
        while match is not None and match not in visited:
            visited.add(match)
            if match.key is not None:
                yield match.key
            match = match.shorter
