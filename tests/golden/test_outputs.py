"""Every golden output is as it was written down; the difference is the review."""

from __future__ import annotations

import pytest
from tests.golden.outputs import OUTPUTS, kept, path_of, text_of


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_stays_as_it_was(name: str) -> None:
    before = path_of(name).read_text("utf-8").splitlines()
    # By lines, so that a failure shows those that differ: `make golden` takes them.
    assert text_of(name).splitlines() == before


def test_no_file_is_stale() -> None:
    assert kept() == sorted(OUTPUTS)
