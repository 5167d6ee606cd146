"""Each class has a strategy, and what it gives are things of the class."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, given, settings

from icluster.dates import Period
from icluster.editions import Asking, Edition
from icluster.testing import noun_classes, strategy_for

# What asks a question in code, and what is written by its name.
HELD = (Asking, Edition)
CLASSES = {kind.__name__: kind for kind in noun_classes() if kind not in HELD}


@pytest.mark.parametrize("name", sorted(CLASSES))
@settings(max_examples=5, derandomize=True, phases=[Phase.generate], database=None)
@given(data=st.data())
def test_a_strategy_gives_its_class(name: str, data: st.DataObject) -> None:
    kind: Any = CLASSES[name]
    filled = kind[Period] if getattr(kind, "__parameters__", ()) else kind
    assert isinstance(data.draw(strategy_for(filled)), kind)
