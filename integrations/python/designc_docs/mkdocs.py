"""A plug-in for MkDocs: fences in `design` become pictures."""

import posixpath
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from .drawing import DrawingError
from .fences import fences, picture, shown


class DesignConfig(Config):
    """What may be said in `mkdocs.yml`."""

    show_source = config_options.Type(bool, default=False)


class DesignPlugin(BasePlugin[DesignConfig]):
    """Draws the fences of each page and shows the pictures in their place."""

    def on_page_markdown(self, markdown, /, *, page, config, files):
        lines = markdown.split("\n")
        # MkDocs has cut off what stands above the page's text.
        with open(page.file.abs_src_path, encoding="utf-8-sig") as source:
            above = source.read().count("\n") - markdown.count("\n")
        place = page.file.src_uri
        for number, fence in reversed(list(enumerate(fences(lines), start=1))):
            try:
                svg = picture(fence, place, Path(page.file.abs_src_path).parent, above)
            except DrawingError as error:
                raise PluginError(str(error)) from error
            name = fence.options.get("name") or f"{place.removesuffix('.md').replace('/', '-')}-{number}"
            file = File.generated(config, f"assets/designs/{name}.svg", content=svg)
            files.append(file)
            address = posixpath.relpath(file.src_uri, posixpath.dirname(place) or ".")
            lines[fence.first : fence.last + 1] = shown(fence, lines, svg, address, self.config.show_source)
        return "\n".join(lines)
