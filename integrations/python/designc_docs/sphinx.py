"""An extension for Sphinx: the directive `design` shows a picture."""

import hashlib
import os
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .drawing import DrawingError, draw, files, title


class DesignDirective(SphinxDirective):
    """A small design, or the name of a picture of one on disk."""

    has_content = True
    option_spec = {"from": directives.unchanged, "picture": directives.unchanged, "alt": directives.unchanged}

    def run(self):
        document = Path(self.env.doc2path(self.env.docname))
        source = self.options.get("from")
        if source is not None:
            source = document.parent / source
            for file in files(source):
                self.env.note_dependency(str(file))
        try:
            svg = draw(
                "\n".join(self.content), self.content_offset + 1, document.name,
                source=source, picture=self.options.get("picture"),
            )
        except DrawingError as error:
            raise self.severe(str(error)) from error
        # Sphinx copies a picture to where the pages are, from wherever it stands.
        folder = Path(self.env.doctreedir) / "designs"
        folder.mkdir(parents=True, exist_ok=True)
        picture = folder / f"design-{hashlib.sha256(svg).hexdigest()[:16]}.svg"
        picture.write_bytes(svg)
        image = nodes.image(
            uri=Path(os.path.relpath(picture, document.parent)).as_posix(),
            alt=self.options.get("alt") or title(svg),
        )
        self.set_source_info(image)
        return [image]


def setup(app):
    """Tells Sphinx of the directive."""
    app.add_directive("design", DesignDirective)
    return {"version": "0.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
