"""Exported on purpose, documented with an example, on a page of the manual."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from typing import Any

import pytest
from tests.house.walk import (
    PUBLIC_MODULE_NAMES,
    PYPROJECT,
    ROOT,
    load,
    public_objects,
)

import icluster

every_public_module = pytest.mark.parametrize("module_name", PUBLIC_MODULE_NAMES)

# Modules of a package are public where each is a family, a publication, a language.
OPEN_PACKAGES = ("icluster.rules.", "icluster.reference.", "icluster.languages.")
ROOMS = [
    name
    for name in PUBLIC_MODULE_NAMES
    if name.count(".") == 1 or name.startswith(OPEN_PACKAGES)
]

DOCUMENTED = {
    name: thing
    for name, thing in public_objects().items()
    if inspect.isclass(thing) or inspect.isfunction(thing)
}


@every_public_module
def test_all_is_sorted_and_exists(module_name: str) -> None:
    module = load(module_name)
    names = list(module.__all__)
    assert names == sorted(set(names))
    missing = [name for name in names if not hasattr(module, name)]
    assert not missing


@every_public_module
def test_dir_is_all(module_name: str) -> None:
    module = load(module_name)
    assert "__dir__" in vars(module), "define __dir__ beside __all__"
    shown = set(module.__dir__())
    if module is icluster:
        shown -= {*dict(icluster._ROOMS), "__version__"}
    assert shown == set(module.__all__)


def test_each_name_has_one_home() -> None:
    homes: dict[str, list[str]] = {}
    for module_name in PUBLIC_MODULE_NAMES:
        for name in load(module_name).__all__:
            homes.setdefault(name, []).append(module_name)
    shared = {
        name: modules
        for name, modules in homes.items()
        if len(modules) > 1
        and len({id(getattr(load(module), name)) for module in modules}) < len(modules)
    }
    assert not shared, "a name stands in the __all__ of one module alone"


def test_every_room_is_there_after_import_icluster() -> None:
    rooms = {name.split(".")[1] for name in PUBLIC_MODULE_NAMES if "." in name}
    assert set(dict(icluster._ROOMS)) == rooms
    assert rooms <= set(dir(icluster))
    for room in rooms:
        assert getattr(icluster, room) is load(f"icluster.{room}")


def test_the_version_is_that_of_the_project() -> None:
    version = PYPROJECT["project"]["version"]
    assert icluster.__version__ == version
    citation = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    assert f"version: {version}" in citation


@every_public_module
def test_module_says_what_is_in_it(module_name: str) -> None:
    assert (load(module_name).__doc__ or "").strip()


def docstring(thing: Any) -> str:
    # Not inspect.getdoc: it would borrow the docstring of a parent.
    text = vars(thing).get("__doc__") if inspect.isclass(thing) else thing.__doc__
    return text or ""


def test_every_public_name_has_an_example() -> None:
    without = [
        name for name, thing in DOCUMENTED.items() if ">>> " not in docstring(thing)
    ]
    assert without == []


@pytest.mark.parametrize("module_name", ROOMS)
def test_room_has_a_page(module_name: str) -> None:
    pages = sorted((ROOT / "docs" / "reference").rglob("*.md"))
    text = "\n".join(page.read_text("utf-8") for page in pages)
    documented = set(re.findall(r"%%ROOM%%[ \t]*([\w.]+)", text))
    assert module_name in documented, "add %%ROOM%% and its name to a page"


def test_no_two_public_classes_share_a_name() -> None:
    """Documents name their class, and so do translations of vocabularies."""
    classes = {thing for thing in public_objects().values() if inspect.isclass(thing)}
    names = Counter(cls.__name__ for cls in classes)
    assert not [name for name, count in names.items() if count > 1]
