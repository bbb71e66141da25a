"""The same graph placed by other tools: dot, and d2 with dagre and with elk."""

import base64
import html
import json
import re
import subprocess
from collections import defaultdict
from xml.etree import ElementTree

from .graph import SVG, Group, box, path_points, text_box, text_size
from .measures import Label, Picture, flattened

LABEL_SIZE = 10
SECONDS = 300


def by_dot(graph):
    """The picture that dot makes, its splines flattened; edges it lost are without points."""
    try:
        done = subprocess.run(["dot", "-Tjson"], input=dot_text(graph), capture_output=True, text=True, timeout=SECONDS)
        placed = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return nothing(graph)
    picture = Picture()
    names = list(graph.nodes)
    numbers = {f"n{number}": name for number, name in enumerate(names)}
    for item in placed.get("objects", []):
        if item["name"].startswith("cluster"):
            left, top, right, bottom = map(float, item["bb"].split(","))
            picture.groups.append((left, top, right, bottom))
            if "lp" in item:
                picture.titles.append(around(item["lp"], float(item["lwidth"]) * 72, float(item["lheight"]) * 72))
        elif "pos" in item:
            picture.cards[numbers[item["name"]]] = around(
                item["pos"], float(item["width"]) * 72, float(item["height"]) * 72)
    drawn = {int(edge["id"]): edge for edge in placed.get("edges", [])}
    for number, edge in enumerate(graph.edges):
        found = drawn.get(number, {})
        picture.edges.append((edge.source, edge.target, spline(found["pos"]) if "pos" in found else None))
        if "lp" in found:
            picture.labels.append(Label(number, around(found["lp"], *text_size(edge.labels, LABEL_SIZE))))
    return picture


def dot_text(graph):
    """The graph in DOT with every card's size fixed; ports of tables are as high as their rows."""
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes)}
    out = [f"digraph {{ graph [rankdir={graph.rankdir}] node [fontname=Helvetica fontsize=11 shape=box] "
           f"edge [fontname=Helvetica fontsize={LABEL_SIZE}]"]
    clusters = 0

    def write(members):
        nonlocal clusters
        for member in members:
            if isinstance(member, Group):
                out.append(f"subgraph cluster_{clusters} {{ label={json.dumps(member.title)} fontname=Helvetica fontsize=12")
                clusters += 1
                write(member.members)
                out.append("}")
                continue
            width, height = member.size
            if member.rows:
                row = (height - 34) / len(member.rows)
                cells = "".join(
                    f'<tr><td fixedsize="true" width="{width}" height="{row}" port="c{n}"></td></tr>'
                    for n in range(len(member.rows)))
                out.append(
                    f'{numbers[member.name]} [shape=plain label=<<table border="0" cellborder="0" cellspacing="0" '
                    f'cellpadding="0"><tr><td fixedsize="true" width="{width}" height="34"></td></tr>{cells}</table>>]')
            else:
                out.append(f"{numbers[member.name]} [fixedsize=true label=\"\" width={width / 72} height={height / 72}]")

    write(graph.members)
    for number, edge in enumerate(graph.edges):
        width, height = text_size(edge.labels, LABEL_SIZE)
        label = (f' label=<<table border="0" cellpadding="0" cellspacing="0"><tr><td fixedsize="true" width="{width}" '
                 f'height="{height}"></td></tr></table>>' if edge.labels else "")
        ends = [numbers[name] + (f":c{row}" if row is not None and graph.nodes[name].rows else "")
                for name, row in ((edge.source, edge.source_row), (edge.target, edge.target_row))]
        out.append(f"{ends[0]} -> {ends[1]} [id={number}{label}]")
    return "\n".join(out + ["}"])


def around(place, width, height):
    x, y = map(float, place.split(",")[:2])
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def spline(pos):
    """The points of dot's splines: `e,x,y x,y …` with the arrow's tip first.

    >>> spline("e,9,9 0,0 1,1 2,2 3,3")[-1]
    (9.0, 9.0)
    """
    points = []
    for piece in pos.split(";"):
        tip, start, curve = None, None, []
        for word in piece.split():
            if word.startswith("e,"):
                tip = tuple(map(float, word[2:].split(",")))
            elif word.startswith("s,"):
                start = tuple(map(float, word[2:].split(",")))
            else:
                curve.append(tuple(map(float, word.split(","))))
        points += ([start] if start else []) + curve[:1]
        for index in range(1, len(curve) - 2, 3):
            points += flattened(curve[index - 1], *curve[index:index + 3])
        points += [tip] if tip else []
    return points


def by_d2(graph, layout, d2, folder):
    """The picture that d2 makes with a layout engine; one that fails or takes too long shows nothing."""
    source, target = folder / "in.d2", folder / "out.svg"
    source.write_text(d2_text(graph))
    target.unlink(missing_ok=True)
    try:
        subprocess.run([d2, "--layout", layout, "--pad", "0", str(source), str(target)], capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        pass
    return read_d2(target.read_text(), graph) if target.exists() else nothing(graph)


def d2_text(graph):
    """The graph in D2: cards as rectangles of their size, tables as d2's own, with edges between their rows."""
    paths = {}
    out = ["direction: " + {"LR": "right", "RL": "left", "TB": "down", "BT": "up"}[graph.rankdir]]
    numbers = {name: f"n{number}" for number, name in enumerate(graph.nodes)}
    groups = 0

    def write(members, prefix):
        nonlocal groups
        for member in members:
            if isinstance(member, Group):
                name = f"g{groups}"
                groups += 1
                out.append(f"{name}: {json.dumps(member.title)} {{")
                out.append("label.near: top-left")
                out.append("style.font-size: 14")
                write(member.members, f"{prefix}{name}.")
                out.append("}")
                continue
            number = numbers[member.name]
            paths[member.name] = prefix + number
            if member.rows:
                rows = "; ".join(f"c{n}: {json.dumps(plain(kind))}" for n, (_, kind) in enumerate(member.rows))
                out.append(f"{number}: {json.dumps(plain(member.title))} {{shape: sql_table; {rows}}}")
            else:
                width, height = member.size
                out.append(f"{number}: {json.dumps(member.title)} {{width: {width:.0f}; height: {height:.0f}; style.font-size: 12}}")

    write(graph.members, "")
    for edge in graph.edges:
        ends = [paths[name] + (f".c{row}" if row is not None and graph.nodes[name].rows else "")
                for name, row in ((edge.source, edge.source_row), (edge.target, edge.target_row))]
        label = json.dumps("\n".join(edge.labels)) if edge.labels else '""'
        out.append(f"{ends[0]} -> {ends[1]}: {label} {{style.font-size: {LABEL_SIZE}}}")
    return "\n".join(out) + "\n"


def plain(text):
    return html.unescape(text).replace("$", "")


def read_d2(text, graph):
    """d2's SVG: the class of each group is its path in base64."""
    picture = Picture()
    names = {f"n{number}": name for number, name in enumerate(graph.nodes)}
    waiting = defaultdict(list)
    for number, edge in enumerate(graph.edges):
        waiting[(edge.source, edge.target)].append(number)
    found = {}
    for group in ElementTree.fromstring(text).iter(SVG + "g"):
        try:
            path = html.unescape(base64.b64decode(group.get("class", "").split(" ")[0], validate=True).decode())
        except ValueError:
            continue
        texts = [t for t in group.findall(SVG + "text")]
        if match := re.search(r"\((\S+) -> (\S+)\)\[\d+\]$", path):
            source, target = (names[re.search(r"n\d+$", end)[0]] for end in match.groups())
            number = waiting[(source, target)].pop(0)
            line = next(p for p in group.iter(SVG + "path") if "connection" in p.get("class", ""))
            found[number] = path_points(line.get("d"))
            picture.labels += [Label(number, d2_text_box(t)) for t in texts if "".join(t.itertext()).strip()]
        elif match := re.search(r"(?:^|\.)(n\d+)$", path):
            picture.cards[names[match[1]]] = box(next(group.iter(SVG + "rect")))
        elif re.search(r"(?:^|\.)g\d+$", path):
            picture.groups.append(box(next(group.iter(SVG + "rect"))))
            picture.titles += [d2_text_box(t) for t in texts]
    picture.edges = [(e.source, e.target, found.get(number)) for number, e in enumerate(graph.edges)]
    return picture


def d2_text_box(text):
    size = float(re.search(r"font-size:(\d+)", text.get("style"))[1])
    lines = [t.text or "" for t in text.iter(SVG + "tspan")] or [text.text or ""]
    anchor = "start" if "text-anchor:start" in text.get("style") else "middle"
    return text_box(float(text.get("x")), float(text.get("y")), lines, size, anchor)


def nothing(graph):
    """A picture that shows nothing of the graph."""
    return Picture(edges=[(edge.source, edge.target, None) for edge in graph.edges])
