#!/usr/bin/env python3
"""Measures designc beside other tools on equal systems: scripts/bench_pictures.py BINARY

Every tool starts cold, reads the same nodes and edges in its own language and writes SVG. Runs take turns; the figure is the
median wall time. What is absent is skipped with a word; what takes longer than the limit is told so.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = [20, 100, 500]
LIMIT = 60  # seconds
PLENTY = 3  # seconds of runs of one tool, after which its median is good enough
MOST_RUNS = 9


@dataclass(frozen=True)
class System:
    """Boxes in groups with the edges between them; tables have columns."""

    groups: list  # (name, [box])
    edges: list  # (source, target, word)
    columns: dict  # box: [(name, type, table referred to or None)]


def applications(count):
    """A landscape: departments of about ten applications with a database for every third; most calls stay inside a
    department, some go to three hubs, and one in ten reaches far."""
    groups, edges = [], []
    for first in range(0, count, 10):
        members = list(range(first, min(first + 10, count)))
        stores = [n for n in members if n % 3 == 0]
        groups.append((f"dept{first // 10}", [f"app{n}" for n in members] + [f"db{n}" for n in stores]))
        for n in members:
            edges.append((f"app{n}", f"db{n // 3 * 3}" if n // 3 * 3 >= first else f"db{stores[0]}", "writes"))
            if n > first:
                edges.append((f"app{(n - 1 - first) // 2 + first}", f"app{n}", "calls"))
            hub = n % 3 * (count // 3)
            if n % 4 == 1 and hub != n:
                edges.append((f"app{n}", f"app{hub}", "calls"))
            far = n * 7 % count
            if n % 10 == 5 and far != n:
                edges.append((f"app{n}", f"app{far}", "calls"))
    return System(groups, list(dict.fromkeys(edges)), {})


def tables(count):
    """A database: each table refers to the one it belongs to, one in four to another besides."""
    edges, columns = [], {}
    for n in range(count):
        own = [("id", "bigint", None)]
        if n:
            own.append(("parent_id", "bigint", f"t{(n - 1) // 3}"))
        if n > 10 and n % 4 == 0:
            own.append(("other_id", "bigint", f"t{n * 7 % (n - 1)}"))
        own += [("name", "varchar(200)", None), ("created_at", "timestamptz", None)]
        columns[f"t{n}"] = own
        edges += [(f"t{n}", target, name) for name, _, target in own if target]
    return System([("big", list(columns))], edges, columns)


def design(system):
    lines = []
    if system.columns:
        lines.append("database big: postgresql 17 {")
        for table, columns in system.columns.items():
            lines.append(f"  table {table} {{")
            for name, type_, target in columns:
                key = " primary key" if name == "id" else f" -> {target}.id" if target else ""
                lines.append(f"    {name}: {type_}{key}")
            lines.append("  }")
        return "\n".join(lines + ["}", ""])
    for group, boxes in system.groups:
        lines.append(f"system {group} {{")
        for box in boxes:
            if box.startswith("db"):
                lines.append(f"  database {box}: postgresql")
                continue
            lines.append(f"  application {box}: service {{")
            lines += [f"    {word} {target}" for source, target, word in system.edges if source == box]
            lines.append("  }")
        lines.append("}")
    return "\n".join(lines + [""])


def dot(system):
    lines = ["digraph {", "node [shape=box]"]
    for group, boxes in system.groups:
        lines.append(f"subgraph cluster_{group} {{ label={group}")
        for box in boxes:
            rows = "".join(f'<tr><td port="{n}" align="left">{n} {t}</td></tr>' for n, t, _ in system.columns.get(box, []))
            lines.append(f"{box} [shape=plain label=<<table><tr><td>{box}</td></tr>{rows}</table>>]" if rows else box)
        lines.append("}")
    for source, target, word in system.edges:
        lines.append(f"{source}:{word} -> {target}:id" if system.columns else f'{source} -> {target} [label="{word}"]')
    return "\n".join(lines + ["}", ""])


def d2(system):
    lines, home = [], {}
    for group, boxes in system.groups:
        prefix = "" if system.columns else group + "."
        lines += [] if system.columns else [f"{group}: {{"]
        for box in boxes:
            home[box] = prefix + box
            if not system.columns:
                lines.append(f"  {box}" + (": {shape: cylinder}" if box.startswith("db") else ""))
                continue
            lines += [f"{box}: {{", "  shape: sql_table"]
            for name, type_, target in system.columns[box]:
                key = "primary_key" if name == "id" else "foreign_key" if target else ""
                lines.append(f"  {name}: {type_}" + (f" {{constraint: {key}}}" if key else ""))
            lines.append("}")
        lines += [] if system.columns else ["}"]
    for source, target, word in system.edges:
        lines.append(f"{source}.{word} -> {target}.id" if system.columns else f"{home[source]} -> {home[target]}: {word}")
    return "\n".join(lines + [""])


def plantuml(system):
    lines = ["@startuml"]
    if system.columns:
        for table, columns in system.columns.items():
            lines += [f"entity {table} {{"] + [f"  {name} : {type_}" for name, type_, _ in columns] + ["}"]
    else:
        for group, boxes in system.groups:
            lines.append(f"package {group} {{")
            lines += [f"  {'database' if box.startswith('db') else 'component'} {box}" for box in boxes]
            lines.append("}")
    lines += [f"{source} --> {target} : {word}" for source, target, word in system.edges]
    return "\n".join(lines + ["@enduml", ""])


def mermaid(system):
    if system.columns:
        lines = ["erDiagram"]
        for table, columns in system.columns.items():
            lines += [f"  {table} {{"]
            lines += [f"    {re.sub(r'[^a-z]', '', type_)} {name}" for name, type_, _ in columns] + ["  }"]
        lines += [f"  {source} }}o--|| {target} : {word}" for source, target, word in system.edges]
    else:
        lines = ["flowchart TB"]
        for group, boxes in system.groups:
            lines.append(f"  subgraph {group}")
            lines += [f"    {box}[({box})]" if box.startswith("db") else f"    {box}[{box}]" for box in boxes]
            lines.append("  end")
        lines += [f"  {source} -->|{word}| {target}" for source, target, word in system.edges]
    return "\n".join(lines + [""])


def tool(name):
    """A command of PyPI in the benchmark's own folder, else of the path, else None."""
    own = ROOT / ".build" / "bench-tools" / "bin" / name
    return str(own) if own.exists() else shutil.which(name)


def contestants(binary, system, work):
    """The name, the command (None where it is absent) and the picture of each tool, with its input written."""
    for ending, text in [("design", design), ("dot", dot), ("d2", d2), ("puml", plantuml), ("mmd", mermaid)]:
        (work / f"in.{ending}").write_text(text(system))
    names = ["dot", "dagre", "elk", "in", "mermaid"]
    dot_svg, dagre_svg, elk_svg, puml_svg, mermaid_svg = [work / f"{name}.svg" for name in names]
    renderer = tool("mmdc")
    java = ["-DPLANTUML_LIMIT_SIZE=65536"]
    jar = "/usr/share/plantuml/plantuml.jar"
    d2_at, java_at, dot_at = tool("d2"), shutil.which("java"), shutil.which("dot")
    return [
        ("designc build", [binary, "build", "--no-cache", str(work / "in.design"), "--output", str(work / "out")], None),
        ("dot -Tsvg", dot_at and [dot_at, "-Tsvg", "-o", str(dot_svg), str(work / "in.dot")], dot_svg),
        ("d2 --layout dagre", d2_at and [d2_at, "--layout", "dagre", str(work / "in.d2"), str(dagre_svg)], dagre_svg),
        ("d2 --layout elk", d2_at and [d2_at, "--layout", "elk", str(work / "in.d2"), str(elk_svg)], elk_svg),
        ("plantuml -tsvg", java_at and Path(jar).exists()
            and [java_at, *java, "-jar", jar, "-tsvg", str(work / "in.puml")], puml_svg),
        ("mermaid (mmdc)", renderer and [renderer, "-i", str(work / "in.mmd"), "-o", str(mermaid_svg)], mermaid_svg),
    ]


def timed(command):
    """Milliseconds of one run, or the word for why there are none."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Waiting with a time limit looks only every few dozen milliseconds whether the process has ended.
    late = threading.Timer(LIMIT, process.kill)
    late.start()
    status = process.wait()
    took = (time.perf_counter() - start) * 1000
    late.cancel()
    if took >= LIMIT * 1000:
        return f"over {LIMIT} s"
    # Some versions of dot end with 1 although they have drawn the graph, with an edge lost.
    if status == 0 or (Path(command[0]).name == "dot" and status == 1):
        return took
    return "failed"


def medians(commands):
    """The median of each command, the runs taking turns; a slow tool runs less often."""
    times = {name: [] for name in commands}
    words = {}
    for _ in range(MOST_RUNS):
        for name, command in commands.items():
            if name in words or sum(times[name]) > PLENTY * 1000:
                continue
            result = timed(command)
            if isinstance(result, str):
                words[name] = result
            else:
                times[name].append(result)
    return {name: words.get(name) or statistics.median(times[name]) for name in commands}


def holds(picture, system):
    """Whether a picture names every box. Some tools draw an error message and end with success."""
    words = set(re.findall(r"\w+", picture.read_text())) if picture.exists() else set()
    return all(box in words for _, boxes in system.groups for box in boxes)


def pairs_drawn(folder):
    """How many pictures there are, and which pairs of boxes a line joins in any of them."""
    pairs, pictures = set(), sorted(folder.glob("*.svg"))
    for picture in pictures:
        for source, target in re.findall(r'<g class="edge [^>]*data-from="([^"]*)" data-to="([^"]*)"', picture.read_text()):
            pairs.add((source.split(".")[-1], target.split(".")[-1]))
    return len(pictures), pairs


def main(binary):
    for what, make in [("applications", applications), ("tables", tables)]:
        for size in SIZES:
            system = make(size)
            boxes = sum(len(members) for _, members in system.groups)
            print(f"\n{size} {what} ({boxes} boxes, {len(system.edges)} edges), text to SVG, cold process (wall, median)")
            with tempfile.TemporaryDirectory() as folder:
                work = Path(folder)
                tools = contestants(binary, system, work)
                figures = medians({name: command for name, command, _ in tools if command})
                ours = figures["designc build"]
                for name, command, picture in tools:
                    figure = figures.get(name, "skipped: not installed")
                    if isinstance(figure, str):
                        print(f"  {name:<22} {figure}")
                        continue
                    if picture and not holds(picture, system):
                        print(f"  {name:<22} drew something else: not every box is in its picture")
                        continue
                    ratio = "" if name == "designc build" or isinstance(ours, str) else f"{figure / ours:7.1f} times designc"
                    print(f"  {name:<22} {figure:10.1f} ms  {ratio}", flush=True)
                count, drawn = pairs_drawn(work / "out")
                wanted = {(source, target) for source, target, _ in system.edges}
                print(f"  designc wrote {count} pictures; {len(wanted & drawn)} of {len(wanted)} pairs of boxes are joined in them")


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()))
