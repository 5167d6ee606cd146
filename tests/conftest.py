"""Settings for every test: how hypothesis searches."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

# On a shared machine a slow example is no failure, and a red run must be red again.
# What `find` finds needs no explanation, which draws hundreds of examples more.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("dev", deadline=None, phases=PHASES)
settings.register_profile("ci", deadline=None, phases=PHASES, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
