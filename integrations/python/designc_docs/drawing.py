"""Runs designc."""

import os
import re
import subprocess
from html import unescape
from pathlib import Path


class DrawingError(Exception):
    """A picture that cannot be drawn, and why, in words for people."""


def draw(text, line, place, source=None, picture=None):
    """The picture of a design as SVG.

    text     the design; empty where `source` names one
    line     the line on which the text begins, from 1, for messages
    place    the name of the page, for messages
    source   a file or directory with the design
    picture  the name of the picture, where there are several
    """
    if source is not None and text.strip():
        raise DrawingError(f"{place}:{line}: there is a design here, and `from` names another")
    command = [os.environ.get("DESIGNC", "designc"), "draw", "-" if source is None else str(source)]
    if picture:
        command += ["--picture", picture]
    # Empty lines before the text give its lines the numbers that they have in the page.
    design = "\n" * (line - 1) + text if source is None else ""
    try:
        result = subprocess.run(command, input=design.encode(), capture_output=True, check=False)
    except OSError as error:
        raise DrawingError(f"{command[0]} cannot be run ({error.strerror}); is designc installed?") from error
    if result.returncode != 0:
        said = result.stderr.decode(errors="replace").strip().replace("<standard input>", str(place))
        raise DrawingError(f"{place}:{line}: designc cannot draw this:\n{said}")
    return result.stdout


def title(svg):
    """What a picture shows, in a few words."""
    found = re.search(r"<title>(.*?)</title>", svg.decode(), re.DOTALL)
    return unescape(found.group(1)) if found else "Design"


def files(source):
    """The files that a design on disk is made of."""
    source = Path(source)
    return sorted(source.rglob("*.design")) if source.is_dir() else [source]
