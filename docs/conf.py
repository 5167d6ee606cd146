"""How the manual is built."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from blocks import Blocks
from figures import Drawn
from links import Links
from notebooks import write_notebook
from overview import write_tables
from rooms import (
    check_inventory,
    evaluate_defaults,
    lead_home,
    shorten_defaults,
    shorten_types,
    write_index,
    write_room,
)

project = "icluster"
author = "The icluster authors"
copyright = "2026, The icluster authors"
release = version_of("icluster")
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "icluster"
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["manual.css"]

# What is copied is the code, without prompts and without what it prints.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_rtype = False
napoleon_custom_sections = [
    ("Why it matters", "notes"),
    ("Fires on", "notes"),
    ("How to settle it", "notes"),
]

autodoc_default_options = {
    "members": True,
    "show-inheritance": True,
}
autodoc_member_order = "bysource"
# As they are written: ALL and ENGLISH, not what they hold.
autodoc_preserve_defaults = True
autodoc_typehints = "description"
python_maximum_signature_line_length = 80
autodoc_typehints_description_target = "documented_params"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True


default_role = "py:obj"
# A reference to one of our own names must lead somewhere; other libraries' manuals
# are not fetched, so names from outside are let go.
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!icluster\.).*"),
    # A base that is private is nothing to read about; what it gives stands below it.
    (r"py:.*", r"icluster\..*\._[A-Z]\w*"),
    (r"py:.*", r"icluster\..*\.(Terms|Parted|Merging|Said)"),
    # Type variables are names in signatures, nothing to read about.
    (r"py:.*", r"icluster\..*\.((Frame)?T|R)"),
]


def setup(app):
    app.add_directive("drawn", Drawn)
    app.add_transform(Blocks)
    app.add_transform(Links)
    app.connect("source-read", write_tables)
    app.connect("source-read", write_index)
    app.connect("source-read", write_room)
    app.connect("source-read", write_notebook)
    app.connect("env-updated", check_inventory)
    app.connect("doctree-resolved", shorten_types)
    app.connect("doctree-resolved", shorten_defaults)
    app.connect("autodoc-before-process-signature", evaluate_defaults)
    app.connect("missing-reference", lead_home)
