"""The pages of the reference, written from the rooms themselves.

A page of a room says ``%%ROOM%%``; here that becomes a table of its names, then each
name under the one place where users import it: nouns from `icluster`, all else from
the room. A reference by any other place leads there.
"""

import inspect
import pkgutil
from importlib import import_module

from sphinx.errors import PycodeError
from sphinx.pycode import ModuleAnalyzer

import icluster

PLACEHOLDER = "%%ROOM%%"


def public_modules():
    """Yield every module that users may import, the root first."""
    yield icluster
    for info in pkgutil.walk_packages(icluster.__path__, "icluster."):
        if not any(part.startswith("_") for part in info.name.split(".")):
            yield import_module(info.name)


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
    return [(m, n) for m, n in things if not inspect.ismodule(getattr(m, n))]


def page(room):
    """Return the page of a room as reStructuredText."""
    names = names_of(room)
    lines = [f".. automodule:: {room.__name__}", "   :no-members:", "   :no-index:", ""]
    lines += [f".. py:module:: {room.__name__}", ""]
    if names:
        lines += [".. list-table::", "   :widths: 30 70", ""]
    for module, name in names:
        lines.append(f"   * - `{module.__name__}.{name}`")
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
    text = docstring(module, name).splitlines()
    body = [f"   {line}" for line in text]
    return [f".. py:data:: {name}", f"   :module: {module.__name__}", "", *body, ""]


def docstring(module, name):
    """Return what is said of a name; of a constant, what stands below it."""
    thing = getattr(module, name)
    if inspect.isclass(thing) or inspect.isroutine(thing):
        return inspect.getdoc(thing) or ""
    if hasattr(thing, "summary") and hasattr(thing, "code"):
        return f"{thing.code}: {thing.summary}"
    for place in modules_within(module):
        try:
            docs = ModuleAnalyzer.for_module(place).find_attr_docs()
        except PycodeError:  # a module without source has nothing to say
            continue
        if ("", name) in docs:
            return "\n".join(docs["", name]).strip()
    return ""


def modules_within(module):
    """Yield the name of a module and of those inside of it."""
    yield module.__name__
    for info in pkgutil.walk_packages(
        getattr(module, "__path__", ()), f"{module.__name__}."
    ):
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


def lead_home(app, env, node, contnode):
    """Let a reference to a name lead to the one place where it is documented."""
    if node.get("refdomain") != "py":
        return None
    if not hasattr(env, "icluster_homes"):
        env.icluster_homes = homes()
    parts = node["reftarget"].split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        home = env.icluster_homes.get(prefix)
        if home is not None:
            target = ".".join([home, *parts[length:]])
            return env.get_domain("py").resolve_xref(
                env, node["refdoc"], app.builder, "obj", target, node, contnode
            )
    return None


def forget_aliases(_app, env):
    """Keep places that nobody imports from out of the inventory."""
    objects = env.get_domain("py").objects
    for name in [name for name, entry in objects.items() if entry.aliased]:
        del objects[name]
