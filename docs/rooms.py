"""The pages of the reference, written from the rooms themselves.

A page of a room says ``%%ROOM%%``; here that becomes a table of its names, then each
name under the one place where users import it: nouns from `icluster`, all else from
the room. A reference by any other place leads there.
"""

import functools
import inspect
import pkgutil
import re
from importlib import import_module

import constants
from docutils import nodes
from sphinx.errors import PycodeError
from sphinx.ext.napoleon import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging

import icluster

logger = logging.getLogger(__name__)

PLACEHOLDER = "%%ROOM%%"


def public_modules():
    """Yield every module that users may import, the root first."""
    yield icluster
    for info in pkgutil.walk_packages(icluster.__path__, "icluster."):
        if not any(part.startswith("_") for part in info.name.split(".")):
            yield import_module(info.name)


@functools.cache
def homes():
    """Return the one documented place of each name, by every place it goes by."""
    places = {}
    for module in public_modules():
        for name in module.__all__:
            thing, home = getattr(module, name), f"{module.__name__}.{name}"
            if not inspect.ismodule(thing):
                own = inspect.isclass(thing) or inspect.isroutine(thing)
                defined_in = thing.__module__ if own else module.__name__
                room = defined_in.partition("._")[0]
                for place in (f"{defined_in}.{name}", f"{room}.{name}", name):
                    places.setdefault(place, home)
    return places


def names_of(room):
    """Return the names documented on the page of a room: module and name."""
    nouns = (
        dict(icluster._ROOMS).get(room.__name__.removeprefix("icluster."), "").split()
    )
    rest = [name for name in room.__all__ if name not in nouns]
    things = [(icluster, name) for name in nouns]
    things += [(room, name) for name in rest]
    things = [(m, n) for m, n in things if not inspect.ismodule(getattr(m, n))]
    return sorted(things, key=lambda thing: kind_of(getattr(*thing)))


def kind_of(thing):
    """Tell which comes first on a page: functions, then constants, then classes."""
    if inspect.isclass(thing):
        return 3 if issubclass(thing, BaseException) else 2
    return 0 if inspect.isroutine(thing) else 1


def in_code(module, name):
    """Return a name as code writes it: `Policy`, `scoring.score`."""
    room = module.__name__.rpartition(".")[2]
    return name if module is icluster else f"{room}.{name}"


def page(room):
    """Return the page of a room as reStructuredText."""
    names = names_of(room)
    lines = [f".. automodule:: {room.__name__}", "   :no-members:", "   :no-index:", ""]
    lines += [f".. py:module:: {room.__name__}", ""]
    if names:
        lines += [".. list-table::", "   :widths: 30 70", "   :header-rows: 1", ""]
        lines += ["   * - Name", "     - What it is"]
    for module, name in names:
        home = f"{module.__name__}.{name}"
        lines.append(f"   * - `{in_code(module, name)} <{home}>`")
        lines.append(f"     - {summary(module, name)}")
    lines.append("")
    for module, name in names:
        lines += entry(module, name)
    return "\n".join(lines)


def summary(module, name):
    """Return the first sentence about a name, on one line."""
    text = docstring(module, name).partition("\n\n")[0]
    return " ".join(text.split()) or name


def entry(module, name):
    """Return the directive that documents a name."""
    thing = getattr(module, name)
    if inspect.isclass(thing):
        kind = "autoexception" if issubclass(thing, BaseException) else "autoclass"
        return [f".. {kind}:: {module.__name__}.{name}", "   :members:", ""]
    if inspect.isroutine(thing):
        return [f".. autofunction:: {module.__name__}.{name}", ""]
    text = GoogleDocstring(docstring(module, name)).lines()
    held = constants.table(*constants.rows_of(thing))
    body = [f"   {line}" for line in [*text, "", *held]]
    return [f".. py:data:: {name}", f"   :module: {module.__name__}", "", *body, ""]


def docstring(module, name):
    """Return what is said of a name; of a constant, what stands below it."""
    thing = getattr(module, name)
    if inspect.isclass(thing) or inspect.isroutine(thing):
        return inspect.getdoc(thing) or ""
    if hasattr(thing, "summary") and hasattr(thing, "code"):
        return f"{thing.code}: {thing.summary}"
    for place in modules_behind(module):
        try:
            docs = ModuleAnalyzer.for_module(place).find_attr_docs()
        except PycodeError:  # a module without source has nothing to say
            continue
        if ("", name) in docs:
            return "\n".join(docs["", name]).strip()
    logger.warning("nothing is said of %s.%s below it", module.__name__, name)
    return ""


def modules_behind(module):
    """Yield the names of a module, of those inside it, and of private ones beside."""
    yield module.__name__
    inside = getattr(module, "__path__", ())
    for info in pkgutil.walk_packages(inside, f"{module.__name__}."):
        yield info.name
    package = import_module(module.__name__.rpartition(".")[0] or "icluster")
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if "._" in info.name:
            yield info.name


def write_room(_app, docname, source):
    """Put the names of the room where its page has the placeholder."""
    if PLACEHOLDER not in source[0]:
        return
    for block in source[0].split("```{eval-rst}\n")[1:]:
        placeholder = block.partition("\n")[0]
        if placeholder.startswith(PLACEHOLDER):
            name = placeholder.removeprefix(PLACEHOLDER).strip()
            text = page(import_module(name))
            source[0] = source[0].replace(placeholder, text, 1)


INDEX = re.compile(r"^%%ROOMS%% (.+)$", re.MULTILINE)


def write_index(_app, _docname, source):
    """Put a table of rooms, and the tree of their pages, where the index lists them."""
    source[0] = INDEX.sub(lambda line: index(line[1].split()), source[0])


def index(names):
    """Return rooms with what is in them: a table for readers, a tree for Sphinx."""
    lines = ["| Room | What is in it |", "| --- | --- |"]
    for name in names:
        said = (inspect.getdoc(import_module(f"icluster.{name}")) or "").partition(
            "\n"
        )[0]
        lines.append(f"| [`{name}`]({name}.md) | {said} |")
    return "\n".join([*lines, "", "```{toctree}", ":hidden:", "", *names, "```"])


def lead_home(app, env, node, contnode):
    """Let a reference to a name lead to the one place where it is documented."""
    if node.get("refdomain") != "py":
        return None
    parts = node["reftarget"].split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        home = homes().get(prefix)
        if home is not None:
            target = ".".join([home, *parts[length:]])
            return env.get_domain("py").resolve_xref(
                env, node["refdoc"], app.builder, "obj", target, node, contnode
            )
    return None


def check_inventory(_app, env):
    """Keep places that nobody imports from out of the inventory; is the rest in it?"""
    objects = env.get_domain("py").objects
    for name in [name for name, entry in objects.items() if entry.aliased]:
        del objects[name]
    for name in sorted(set(homes().values()) - objects.keys()):
        logger.warning("%s is in no page of the reference", name)


# Where types stand in full, their modules are in the way of reading.
QUALIFIER = re.compile(
    r"\b(?:icluster|decimal|fractions|datetime|collections)\.(?:[a-z_]\w*\.)*(?=\w)"
)


def shorten_types(_app, doctree, _docname):
    """Say `Decimal` for ``decimal.Decimal`` in fields that give a type."""
    for field in doctree.findall(nodes.field):
        if field[0].astext() in ("Type", "Return type", "Parameters"):
            for text in list(field[1].findall(nodes.Text)):
                in_prose = isinstance(text.parent, nodes.literal)
                short = text if in_prose else QUALIFIER.sub("", text)
                if short != text:
                    text.parent.replace(text, nodes.Text(short))


def shorten_defaults(_app, doctree, _docname):
    """Show a default that is made anew each time as an ellipsis."""
    for default in doctree.findall(nodes.inline):
        is_default = "default_value" in default.get("classes", ())
        if is_default and default.astext() in ("NOTHING", "_NOTHING"):
            default[:] = [nodes.Text("…")]


def evaluate_defaults(_app, thing, _is_bound):
    """Show the defaults of attrs classes: their generated source does not name them."""
    if "attr_dict[" in str(getattr(thing, "__signature__", "")):
        del thing.__signature__


def read_as_any_other(self):
    """Parse what is said of an attribute or a property as other docstrings are.

    napoleon takes what stands before a colon for its type, and reads no sections.
    """
    self._what = ""
    self._parse()
    return []


GoogleDocstring._parse_attribute_docstring = read_as_any_other
