#!/usr/bin/env python3
"""Measures the review of a generated system, and whether its cost is linear: scripts/bench_lint.py BINARY

The system has 200 applications, 1,000 endpoints and 500 tables, and whole multiples of these. Cold processes; the median
of several runs in turn. Nothing is asserted: a benchmark informs, a test judges.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BINARY = str(Path(sys.argv[1]).resolve())
SIZES = [1, 2, 4, 8]
RUNS = 7


def service(n):
    """An application with an api of five endpoints; every second one owns a database of five tables."""
    before = max(n - 1, 0)
    text = f"""
application service-{n}: service "Service {n}" technology "Go 1.23" owner "Team {n % 12}" {{
  api main: rest v1 "Main" base "/api" auth bearer limit 100 rps per client {{
    GET /things -> [Thing{n}] | 401 Problem | 429 Problem paginated at most 100 {{ reads db-{n // 2} }}
    GET /things/{{id: uuid}} -> Thing{n} | 401 Problem | 404 Problem | 429 Problem
    POST /things (body: Thing{n}) -> 201 Thing{n} | 400 Problem | 401 Problem | 429 Problem idempotent {{
      writes db-{n // 2}
    }}
    PUT /things/{{id: uuid}} (body: Thing{n}) -> Thing{n} | 401 Problem | 404 Problem | 429 Problem
    DELETE /things/{{id: uuid}} -> 204 | 401 Problem | 404 Problem | 429 Problem
  }}
  calls service-{before}.main GET /things timeout 200ms retries 2
  publishes bus.changed-{n}
  consumes bus.changed-{before} as "service-{n}" idempotent
}}
type Thing{n} {{ id: uuid  name: string(1..200)  price: decimal(12, 2)  stock: int(0..) }}
"""
    if n % 2:
        return text
    return text + f"""
database db-{n // 2}: postgresql 17 "Database {n // 2}" max-connections 200 {{
  table customer rows 2M growth 40k/month retention 5y {{
    id: uuid primary key
    email: varchar(320) unique classified pii
    name: text classified pii
  }}
  table order rows 5M growth 100k/month retention 7y {{
    id: bigint primary key identity
    customer_id: uuid -> customer.id on delete restrict
    total: numeric(12, 2)
    customer_name: text copy of customer.name because "a list without a join" kept by service-{n}
    index order_by_customer (customer_id)
  }}
  table order_line {{
    order_id: bigint -> order.id on delete cascade
    line: int
    amount: numeric(12, 2)
    primary key (order_id, line)
  }}
  table product {{ id: int primary key  name: text  supplier: text  supplier_city: text  supplier determines supplier_city }}
  table event {{ id: bigint primary key  at: timestamptz  payload: jsonb }}
}}
"""


def system(scale):
    count = 200 * scale
    parts = ["type Problem { type: url  title: string  status: int }\n", "broker bus: kafka 3.9 {\n"]
    parts += [f"  topic changed-{n}: Thing{n} partitions 6 replication 3 retention 7d\n" for n in range(count)]
    parts += ["}\n"]
    parts += [service(n) for n in range(count)]
    parts += ["environment production {\n  region eu {\n"]
    for zone in "abc":
        parts += [f"    zone {zone} {{\n"]
        for n in range(count):
            parts += [f"      node host-{zone}-{n} cpu 4 memory 16GiB {{ deploy service-{n} cpu 500m memory 512MiB }}\n"]
        parts += ["    }\n"]
    parts += [f"    cluster data-{n}: rds managed {{ deploy db-{n} backup daily encrypted at rest }}\n" for n in range(count // 2)]
    return "".join(parts) + "    cluster stream: msk managed { deploy bus encrypted at rest }\n  }\n}\n"


def medians(commands, runs=RUNS):
    times = [[] for _ in commands]
    for _ in range(runs):
        for index, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times[index].append((time.perf_counter() - start) * 1000)
    return [statistics.median(one) for one in times]


def row(name, value, note=""):
    print(f"  {name:<58} {value:>12}  {note}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for scale in SIZES:
            files.append(Path(folder) / f"system-{scale}.design")
            files[-1].write_text(system(scale))
        checked = subprocess.run([BINARY, "check", str(files[0])], capture_output=True, text=True)
        if checked.returncode:
            sys.exit(f"the generated design has errors:\n{checked.stderr[:2000]}")
        print("\nReview of 200 applications, 1,000 endpoints and 500 tables (wall, cold process)")
        lint = medians([[BINARY, "lint", str(file)] for file in files])
        check = medians([[BINARY, "check", str(file)] for file in files])
        row("designc lint", f"{lint[0]:.0f} ms", "aim: under 100 ms")
        row("of it the review alone", f"{lint[0] - check[0]:.0f} ms")
        for index, scale in enumerate(SIZES[1:], 1):
            growth = (lint[index] - check[index]) / (lint[0] - check[0]) / scale
            row(f"the review alone, {scale} times the system", f"{lint[index] - check[index]:.0f} ms",
                f"{growth:.2f} of linear")
        each_rule(files[0], files[-1])


def processor(command):
    """The least processor time of some runs, in milliseconds: what others do on the machine can only add to it."""
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append((resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) * 1000)
    return min(times)


def each_rule(small, large):
    """The rules whose cost grows faster than the system. What every run costs is taken from the run of the median rule."""
    listed = subprocess.run([BINARY, "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout
    rules = [rule["id"] for rule in json.loads(listed)["rules"]]
    times = {rule: [processor([BINARY, "lint", str(file), "--rule", rule]) for file in (small, large)] for rule in rules}
    shared = [statistics.median(time[size] for time in times.values()) for size in (0, 1)]
    slow = []
    for rule, (few, many) in times.items():
        # A clock tick is 4 ms: the share of a rule in the small system is known no better.
        if many - shared[1] > 2 * SIZES[-1] * max(few - shared[0], 4):
            slow.append(f"{rule} {many - shared[1]:.0f} ms")
    row(f"rules of {len(rules)} that cost more than twice their linear share", len(slow), ", ".join(slow))


if __name__ == "__main__":
    main()
