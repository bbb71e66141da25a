"""A preprocessor for mdBook: fences in `design` become pictures.

mdBook starts `mdbook-designc supports RENDERER` to ask, and `mdbook-designc` to hand over the context and the book as JSON and
to read the book back: https://rust-lang.github.io/mdBook/for_developers/preprocessors.html
"""

import base64
import json
import sys
from pathlib import Path

from .drawing import DrawingError
from .fences import fences, picture, shown


def chapters(items):
    """The chapters of a book, those in chapters too; separators and titles of parts are none."""
    for item in items:
        chapter = item.get("Chapter") if isinstance(item, dict) else None
        if chapter:
            yield chapter
            yield from chapters(chapter.get("sub_items", []))


def draw_chapter(chapter, folder, show_source):
    """Puts pictures in place of the fences. They stand in the page itself: mdBook watches the folder of the sources, and would
    build for ever if each build wrote into it."""
    path = chapter.get("source_path") or chapter.get("path")
    if not path:
        return  # a draft has no text
    lines = chapter["content"].split("\n")
    for fence in reversed(list(fences(lines))):
        svg = picture(fence, path, (folder / path).parent)
        address = "data:image/svg+xml;base64," + base64.b64encode(svg).decode()
        lines[fence.first : fence.last + 1] = shown(fence, lines, svg, address, show_source)
    chapter["content"] = "\n".join(lines)


def main(arguments=None):
    """Answers mdBook; the status is that of the program."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["supports"]:
        return 0 if arguments[1:] == ["html"] else 1
    try:
        context, book = json.load(sys.stdin)
        config = context["config"]
        folder = Path(context["root"]) / config.get("book", {}).get("src", "src")
        show_source = config.get("preprocessor", {}).get("designc", {}).get("show-source", False)
        # mdBook 0.5 calls the list `items`, before it was `sections`.
        items = book["items"] if "items" in book else book["sections"]
    except (ValueError, KeyError, TypeError, AttributeError):
        print("mdbook-designc: mdBook starts this; it reads [context, book] as JSON", file=sys.stderr)
        return 2
    mistakes = []
    for chapter in chapters(items):
        try:
            draw_chapter(chapter, folder, show_source)
        except DrawingError as error:
            mistakes.append(str(error))
    if mistakes:
        print("\n".join(mistakes), file=sys.stderr)
        return 1
    json.dump(book, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
