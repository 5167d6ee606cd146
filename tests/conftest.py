"""Settings for every test: how hypothesis searches."""

from __future__ import annotations

import os

from hypothesis import settings

# On a shared machine a slow example is no failure, and a red run must be red again.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
