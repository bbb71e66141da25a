"""Finds fences in `design` in Markdown and draws them."""

import re
from dataclasses import dataclass, field

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


def picture(fence, place, folder, above=0):
    """The picture of a fence as SVG.

    place    the name of the page, for messages
    folder   the directory from which `from` leads
    above    how many lines of the page stand above those in which the fence was found
    """
    unknown = set(fence.options) - {"from", "picture", "name"}
    if unknown:
        raise DrawingError(f"{place}:{fence.first + above + 1}: `{min(unknown)}` asks for nothing here")
    source = fence.options.get("from")
    return draw(
        fence.text, fence.first + above + 2, place,
        source=folder / source if source else None, picture=fence.options.get("picture"),
    )


def shown(fence, lines, svg, address, show_source):
    """The lines that stand in place of a fence: its picture, below its text when that is shown too."""
    words = re.sub(r"([\\\[\]*_`<])", r"\\\1", title(svg))
    image = [f"{fence.indent}![{words}]({address})"]
    return lines[fence.first : fence.last + 1] + [""] + image if show_source else image
