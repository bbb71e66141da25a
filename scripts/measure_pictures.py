#!/usr/bin/env python3
"""Measures pictures of the same graphs as designc, dot, and d2 with dagre and with elk place them, and prints tables:

    scripts/measure_pictures.py BINARY [--each] [DESIGN …]

The samples, generated systems and databases are always measured, further designs where their paths are given. `--each`
prints every picture's figures too. Tools that are absent are left out with a word.
"""

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pictures import generated
from pictures.graph import read_graph, read_svg
from pictures.measures import mean, measure
from pictures.tools import by_d2, by_dot

ROOT = Path(__file__).resolve().parent.parent
D2 = ROOT / ".build" / "bench-tools" / "bin" / "d2"


def designs(folder, given):
    """Every design to measure: the name of its group of pictures, its own, and its path."""
    for sample in sorted((ROOT / "samples").iterdir()):
        yield "samples", sample.name, sample
    for kind, make in (("applications", generated.system), ("tables", generated.tables)):
        for count in (20, 100, 500):
            path = folder / f"{kind}-{count}.design"
            path.write_text(make(count))
            yield f"generated, {count} {kind}", path.stem, path
    for path in given:
        yield "other designs", Path(path).stem, Path(path).resolve()


def pictures(binary, design, folder):
    """What designc draws of a design, as text of SVG and DOT, but for sequences and charts."""
    for kind in ("svg", "dot"):
        subprocess.run([binary, "build", str(design), "--format", kind, "--output", str(folder / kind)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for dot in sorted((folder / "dot").glob("*.dot")):
        yield dot.stem, (folder / "svg" / f"{dot.stem}.svg").read_text(), dot.read_text()


def measured(task):
    """One picture's figures by tool, None where it has no edges and so nothing to route."""
    group, name, svg, dot, tools = task
    ours = read_svg(svg)
    graph = read_graph(dot, ours)
    drawn = {(edge[0], edge[1]) for edge in ours.edges}
    ours.edges += [(e.source, e.target, None) for e in graph.edges if (e.source, e.target) not in drawn]
    out = {"designc": measure(ours)}
    if not graph.edges:
        return group, name, None
    with tempfile.TemporaryDirectory() as folder:
        if "dot" in tools:
            out["dot"] = measure(by_dot(graph))
        for layout in ("dagre", "elk"):
            if f"d2 {layout}" in tools:
                out[f"d2 {layout}"] = measure(by_d2(graph, layout, str(D2), Path(folder)))
    return group, name, out





def table(title, rows, tools):
    """Figures summed over the pictures, or their mean: each picture counts alike where a figure is a share."""
    print(f"\n### {title} ({len(rows)} picture{'s' if len(rows) != 1 else ''}, "
          f"{sum(r['designc'].edges for r in rows)} edges)\n")
    print("| | crossings | pairs that cross | edges through cards | length of an edge | empty area | sheets in shape | labels covering "
          "| edges lost | labels on lines | lines upon lines | titles crossed |")
    print("| --- |" + " ---: |" * 11)
    for tool in tools:
        m = [row[tool] for row in rows]
        shown = [one for one in m if one.lost < one.edges]
        edges = max(1, sum(one.edges - one.lost for one in shown))
        print(f"| {tool} | {sum(o.crossings for o in m)} | {sum(o.pairs for o in m)} | {sum(o.through for o in m)} "
              f"| {sum(o.length for o in shown) / edges:.2f} | {mean(o.empty for o in shown) * 100:.0f} % "
              f"| {mean(0.5 <= o.aspect <= 2.5 for o in shown) * 100:.0f} % | {sum(o.covering for o in m)} "
              f"| {sum(o.lost for o in m)} | {sum(o.on_lines for o in m)} | {sum(o.upon for o in m):.0f} "
              f"| {sum(o.titles for o in m)} |")


def available():
    tools = ["designc"]
    for name, found in (("dot", shutil.which("dot")), ("d2 dagre", D2.exists()), ("d2 elk", D2.exists())):
        if found:
            tools.append(name)
        else:
            print(f"{name} is not installed and left out", file=sys.stderr)
    return tools


def main():
    arguments = [a for a in sys.argv[1:] if a != "--each"]
    if not arguments:
        sys.exit(__doc__)
    binary = str(Path(arguments[0]).resolve())
    tools = available()
    tasks = []
    with tempfile.TemporaryDirectory() as folder:
        for group, name, path in designs(Path(folder), arguments[1:]):
            for picture, svg, dot in pictures(binary, path, Path(folder) / name):
                tasks.append((group, f"{name}/{picture}", svg, dot, tools))
    with ProcessPoolExecutor() as pool:
        results = [r for r in pool.map(measured, tasks) if r[2]]
    for group in dict.fromkeys(r[0] for r in results):
        rows = [r[2] for r in results if r[0] == group]
        if "--each" in sys.argv:
            for name, row in ((r[1], r[2]) for r in results if r[0] == group):
                table(name, [row], tools)
        table(group, rows, tools)
    table("all", [r[2] for r in results], tools)


if __name__ == "__main__":
    main()
