"""Published facts: vocabularies, rubrics, registers and policies, with sources."""
