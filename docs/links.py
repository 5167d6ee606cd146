"""Names in the text of the manual, as links to where the reference tells of them.

A page writes `scoring.score` or `Policy` as users write it in code. Where that is a
public name it becomes a link: nobody has to write one, and none can be wrong.
"""

import re

from docutils import nodes
from rooms import homes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform

WRITTEN_AS = re.compile(r"(?:icluster\.)?((?:[a-z_]+\.)+\w+|[A-Z]\w*[a-z]\w*)(?:\(\))?")


def home_of(text):
    """Return the documented place of a name as code writes it, or none."""
    match = WRITTEN_AS.fullmatch(text)
    if match is None:
        return None
    name = match[1]
    if "." not in name:
        return homes().get(name)
    # Tables go by their publication: `eccp.MATURITY_2022`.
    places = (f"icluster.{name}", f"icluster.reference.{name}")
    return next((homes()[place] for place in places if place in homes()), None)


class Links(SphinxTransform):
    """Make links of the public names in the text of a page."""

    default_priority = 400

    def apply(self, **_options):
        for literal in list(self.document.findall(nodes.literal)):
            home = home_of(literal.astext())
            if home and not leads_already(literal):
                link = pending_xref(
                    "",
                    refdomain="py",
                    reftype="obj",
                    reftarget=home,
                    refdoc=self.env.docname,
                    refwarn=True,
                )
                literal.replace_self(link)
                link += literal


def leads_already(literal):
    """Tell whether text stands in a heading, in a link, or in what autodoc wrote."""
    node = literal.parent
    while node is not None:
        if isinstance(node, (nodes.title, nodes.reference, pending_xref)):
            return True
        node = node.parent
    return False
