#!/usr/bin/env python3
"""Measures how far cards move when a design is edited a little, as designc, dot, and d2 with dagre and with elk place them:

    scripts/measure_stability.py BINARY [--edits N]

A hundred single edits of each sample (or N): an element more with a connection, a connection more or less, a column more or
less. Taking an edit back moves what the edit moved, so nothing else is taken away. The pictures that an edit changes are
compared card by card, their upper left corners laid on one another; shifts are shares of the picture's diagonal.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from measure_pictures import D2, ROOT, available, pictures
from pictures.graph import read_graph, read_svg
from pictures.measures import mean
from pictures.tools import by_d2, by_dot

CONNECTION = re.compile(r"^\s+(calls|reads|writes|publishes|consumes|uses) [^{]*$")
COLUMN = re.compile(r"^(\s+)[a-zA-Z_]+: +[a-z]+(\([\d, ]+\))?\??(?= |$)[^{]*$")
APPLICATION = re.compile(r"^(\s*)application ([\w-]+): \w+.*\{$")


def edits(sample):
    """Every edit in the order of the text: the file's name and its new text."""
    for path in sorted(sample.glob("*.design")):
        lines = path.read_text().splitlines()
        names = [m[2] for m in map(APPLICATION.match, lines) if m]
        for number, line in enumerate(lines):
            def changed(*instead):
                return path.name, "\n".join(lines[:number] + list(instead) + lines[number + 1:]) + "\n"

            if CONNECTION.match(line):
                yield changed()
            elif match := COLUMN.match(line):
                yield changed()
                yield changed(line, f"{match[1]}added_column: bigint")
            elif match := APPLICATION.match(line):
                other = names[(names.index(match[2]) + 2) % len(names)]
                yield changed(f'{match[1]}application added: service "Added" {{', f"{match[1]}  calls {match[2]}",
                              f"{match[1]}}}", line)
                yield changed(line, f"{match[1]}  calls {other}")


def drawn(binary, design, folder):
    """The graphs of a design's pictures and how designc places them, by name."""
    out = {}
    for name, svg, dot in pictures(binary, design, folder):
        picture = read_svg(svg)
        out[name] = (dot, read_graph(dot, picture), picture)
    return out


def placed(graph, ours, tools, folder):
    """Where each tool puts the cards."""
    out = {"designc": ours.cards}
    if "dot" in tools:
        out["dot"] = by_dot(graph).cards
    for layout in ("dagre", "elk"):
        if f"d2 {layout}" in tools:
            out[f"d2 {layout}"] = by_d2(graph, layout, str(D2), folder).cards
    return out


def shift(before, after):
    """The mean and the largest shift of the cards that are in both, as shares of the first picture's diagonal.

    >>> shift({"a": (0, 0, 1, 1), "b": (3, 3, 4, 4)}, {"a": (5, 5, 6, 6), "b": (5, 8, 6, 9)})
    (0.2652, 0.5303)
    """
    (left, top, right, bottom), (to_left, to_top, _, _) = bounds(before), bounds(after)
    diagonal = ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5
    shifts = [(((after[n][0] - to_left) - (b[0] - left)) ** 2 + ((after[n][1] - to_top) - (b[1] - top)) ** 2) ** 0.5 / diagonal
              for n, b in before.items() if n in after]
    return (round(mean(shifts), 4), round(max(shifts), 4)) if shifts else None


def bounds(cards):
    boxes = list(cards.values())
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def edited(task):
    """The shifts of one edit: by tool, a list of pairs."""
    binary, sample, name, text, base, tools = task
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        design = folder / "design"
        shutil.copytree(sample, design, ignore=shutil.ignore_patterns("output"))
        (design / name).write_text(text)
        if subprocess.run([binary, "check", str(design)], capture_output=True).returncode:
            return None
        out = {tool: [] for tool in tools}
        for picture, (dot, graph, ours) in drawn(binary, design, folder).items():
            if picture not in base or base[picture][0] == dot:
                continue
            after = placed(graph, ours, tools, folder)
            for tool in tools:
                before = base[picture][1][tool]
                moved = shift(before, after[tool]) if before and after[tool] else None
                if moved:
                    out[tool].append(moved)
        return out


def main():
    arguments = sys.argv[1:]
    most = int(arguments.pop(arguments.index("--edits") + 1)) if "--edits" in arguments else 100
    arguments = [a for a in arguments if a != "--edits"]
    if not arguments:
        sys.exit(__doc__)
    binary = str(Path(arguments[0]).resolve())
    tools = available()
    print("| | sample | edits | pictures | mean shift | largest shift, mean | largest of all |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    everything = {tool: [] for tool in tools}
    count = 0
    with ProcessPoolExecutor() as pool, tempfile.TemporaryDirectory() as folder:
        for sample in sorted((ROOT / "samples").iterdir()):
            base = {name: (dot, placed(graph, ours, tools, Path(folder)))
                    for name, (dot, graph, ours) in drawn(binary, sample, Path(folder) / sample.name).items()}
            found = list(edits(sample))
            # Evenly over the whole text; some edits do not make a sound design and are left out.
            chosen = [found[i * len(found) // min(most, len(found))] for i in range(min(most, len(found)))]
            results = [r for r in pool.map(edited, [(binary, sample, n, t, base, tools) for n, t in chosen]) if r]
            count += len(results)
            for tool in tools:
                moved = [pair for r in results for pair in r[tool]]
                everything[tool] += moved
                row(tool, sample.name, len(results), moved)
    for tool in tools:
        row(tool, "all", count, everything[tool])


def row(tool, sample, edits_, moved):
    print(f"| {tool} | {sample} | {edits_} | {len(moved)} | {mean(m for m, _ in moved) * 100:.1f} % "
          f"| {mean(m for _, m in moved) * 100:.1f} % | {max((m for _, m in moved), default=0) * 100:.0f} % |", flush=True)


if __name__ == "__main__":
    main()
