"""How deep data may be nested, and which types bound that by themselves."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_args

from icluster._hints import (
    concrete_subclasses,
    field_hints,
    is_vocabulary,
    plain_hint,
)
from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._remade import form_of
from icluster.wire._shapes import (
    SCALARS,
    TEXT_FORMS,
    alternatives,
    is_container,
    is_exchanged_class,
    is_several,
)
from icluster.words import say

# Levels of lists and objects, one in the other; conditions as deep as they may be,
# and all that they stand in, have fewer.
_LEVELS: Final = 200
DEEPEST: Final = say("nested at most {} levels deep", _LEVELS)
_WIDE: Final = 100_000


def is_too_deep(data: Any, kind: Any) -> bool:
    """Tell whether lists and objects of a *kind* stand in one another too deeply."""
    if type(data) not in (dict, list) or is_bounded(kind):
        return False
    level = [data]
    for _ in range(_LEVELS):
        level = [
            child
            for node in level
            for child in (node.values() if type(node) is dict else node)
            if type(child) in (dict, list)
        ]
        if not level:
            return False
        if len(level) > _WIDE:  # what stands at several places is looked at once
            level = list({id(child): child for child in level}.values())
    return True


@cache
def is_bounded(kind: Any) -> bool:
    """Tell whether values of a type cannot be nested without end."""
    try:
        return _is_bounded(kind, ())
    except InvalidValueError:
        return False  # some part is exchanged by a hook of somebody's own


def _is_bounded(hint: Any, around: tuple[Any, ...]) -> bool:
    hint = plain_hint(hint)
    if hint in SCALARS or hint in TEXT_FORMS or hint is Other or is_vocabulary(hint):
        return True
    if is_several(hint):
        # What is below a base may hold anything that is below it.
        parts = [part.hint for part in alternatives(hint)]
        return not concrete_subclasses(hint) and _are_bounded(parts, around)
    if is_container(hint):
        items = [item for item in get_args(hint) or (Any,) if item is not ...]
        return _are_bounded(items, around)
    if is_exchanged_class(hint):
        inner = list(field_hints(form_of(hint)).values())
        return hint not in around and _are_bounded(inner, (*around, hint))
    return False


def _are_bounded(hints: list[Any], around: tuple[Any, ...]) -> bool:
    return all(_is_bounded(hint, around) for hint in hints)
