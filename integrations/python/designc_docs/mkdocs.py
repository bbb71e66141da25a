"""A plug-in for MkDocs: fences in `design` become pictures."""

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from .drawing import DrawingError, draw, title

FENCE = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,})\s*(?P<info>[^`]*)$")


@dataclass
class Fence:
    """A fence in `design`: where it begins and ends among the lines, from 0, and what it says."""

    first: int
    last: int
    indent: str
    options: dict = field(default_factory=dict)
    text: str = ""


def fences(lines):
    """The fences in `design`, but for those that others enclose."""
    opening, start = None, 0
    for number, line in enumerate(lines):
        mark = FENCE.match(line)
        if not mark:
            continue
        if opening is None:
            opening, start = mark, number
        elif mark["marks"].startswith(opening["marks"]) and not mark["info"]:
            words = opening["info"].split()
            if words[:1] == ["design"]:
                indent = opening["indent"]
                text = "".join(one.removeprefix(indent) + "\n" for one in lines[start + 1 : number])
                options = dict(word.partition("=")[::2] for word in words[1:])
                yield Fence(start, number, indent, options, text)
            opening = None


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
        found = list(fences(lines))
        for number, fence in reversed(list(enumerate(found, start=1))):
            place = page.file.src_uri
            unknown = set(fence.options) - {"from", "picture", "name"}
            try:
                if unknown:
                    raise DrawingError(f"{place}:{fence.first + above + 1}: `{min(unknown)}` asks for nothing here")
                source = fence.options.get("from")
                svg = draw(
                    fence.text, fence.first + above + 2, place,
                    source=Path(page.file.abs_src_path).parent / source if source else None,
                    picture=fence.options.get("picture"),
                )
            except DrawingError as error:
                raise PluginError(str(error)) from error
            name = fence.options.get("name") or f"{place.removesuffix('.md').replace('/', '-')}-{number}"
            picture = File.generated(config, f"assets/designs/{name}.svg", content=svg)
            files.append(picture)
            words = re.sub(r"([\\\[\]*_`<])", r"\\\1", title(svg))
            address = posixpath.relpath(picture.src_uri, posixpath.dirname(place) or ".")
            shown = [f"{fence.indent}![{words}]({address})"]
            if self.config.show_source:
                shown = lines[fence.first : fence.last + 1] + [""] + shown
            lines[fence.first : fence.last + 1] = shown
        return "\n".join(lines)
