"""The graph that a picture of designc shows, read from what `designc build` wrote as DOT and as SVG."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from .measures import Label, Picture, flattened

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Node:
    name: str
    size: tuple
    title: str
    rows: list = field(default_factory=list)


@dataclass
class Group:
    title: str
    members: list = field(default_factory=list)


@dataclass
class Edge:
    source: str
    target: str
    labels: list
    source_row: int = None
    target_row: int = None


@dataclass
class Graph:
    """What every tool is given: cards with their sizes, groups, edges with labels, and where ranks run."""

    members: list = field(default_factory=list)
    nodes: dict = field(default_factory=dict)
    edges: list = field(default_factory=list)
    rankdir: str = "TB"


QUOTED = r'"((?:[^"\\]|\\.)*)"'


def unescaped(text):
    return [re.sub(r"\\(.)", r"\1", line) for line in text.split("\\n")] if text else []


def read_graph(dot, picture):
    """The graph of a DOT file of designc's, one statement a line, with the sizes of the cards in the picture."""
    graph = Graph()
    open_groups = [graph]
    for line in dot.splitlines():
        line = line.strip()
        if match := re.match(rf"{QUOTED}(?::c(\d+))? -> {QUOTED}(?::c(\d+))? \[(.*)\]$", line):
            source, from_row, target, to_row, rest = match.groups()
            label = re.search(rf", label={QUOTED}", rest)
            graph.edges.append(Edge(
                unescaped(source)[0], unescaped(target)[0], unescaped(label[1]) if label else [],
                int(from_row) if from_row else None, int(to_row) if to_row else None))
        elif match := re.match(rf"{QUOTED} \[shape=(.*)\]$", line):
            name = unescaped(match[1])[0]
            left, top, right, bottom = picture.cards[name]
            node = Node(name, (right - left, bottom - top), name)
            if match[2].startswith("plain"):
                node.rows = re.findall(r'port="c\d+">(.*?)</td><td align="left">(.*?)</td>', line)
                node.title = re.search(r"<b>(.*?)</b>", line)[1]
            elif title := re.search(rf"label={QUOTED}", match[2]):
                node.title = unescaped(title[1])[0]
            graph.nodes[name] = node
            open_groups[-1].members.append(node)
        elif line.startswith("subgraph "):
            group = Group("")
            open_groups[-1].members.append(group)
            open_groups.append(group)
        elif match := re.match(rf"label={QUOTED}$", line):
            open_groups[-1].title = " · ".join(unescaped(match[1]))
        elif line == "}":
            open_groups.pop()
        elif match := re.search(r"rankdir=(\w+)", line):
            graph.rankdir = match[1]
    return graph


def read_svg(text):
    """A picture that designc drew: cards, boxes and edges as they stand, without title block and legend."""
    picture = Picture()
    numbers = {}
    for group in ElementTree.fromstring(text).iter(SVG + "g"):
        kind = group.get("class", "").split(" ")[0]
        if kind == "card":
            frame = next(r for r in group.iter(SVG + "rect") if r.get("class").split(" ")[0] == "frame")
            picture.cards[group.get("id")] = box(frame)
        elif kind == "edge":
            line = next(p for p in group.iter(SVG + "path") if p.get("class") == "line")
            numbers[group.get("id")] = len(picture.edges)
            picture.edges.append((group.get("data-from"), group.get("data-to"), path_points(line.get("d"))))
        elif kind == "label":
            for pill in group.iter(SVG + "rect"):
                picture.labels.append(Label(numbers[group.get("data-edge")], box(pill)))
        elif titles := [t for t in group.iter(SVG + "text") if t.get("class", "").startswith("group")]:
            picture.groups.append(box(next(group.iter(SVG + "rect"))))
            picture.titles += [
                text_box(float(t.get("x")), float(t.get("y")), [t.text or ""], 12, "start") for t in titles]
    return picture


def box(rect):
    x, y = float(rect.get("x", 0)), float(rect.get("y", 0))
    return x, y, x + float(rect.get("width")), y + float(rect.get("height"))


def text_size(lines, size):
    """The room of a text, at six tenths of its size a letter."""
    return max((len(line) for line in lines), default=0) * size * 0.55, len(lines) * size * 1.3


def text_box(x, y, lines, size, anchor):
    """The box of a text whose first line stands on a baseline."""
    width, height = text_size(lines, size)
    left = x if anchor == "start" else x - width / 2
    return left, y - size * 0.8, left + width, y - size * 0.8 + height


def path_points(data):
    """The points of a path of absolute M, L, C, S and Q commands, curves flattened.

    >>> path_points("M0 0L10 0Q20 0 20 10L20 30")[-2:]
    [(20.0, 10.0), (20.0, 30.0)]
    >>> path_points("M 0 0 L 10 0 S 20 0 20 10 L 20 30")[-2:]
    [(20.0, 10.0), (20.0, 30.0)]
    """
    points = []
    for command, rest in re.findall(r"([MLCSQ])([^MLCSQ]*)", data):
        values = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", rest)]
        pairs = list(zip(values[::2], values[1::2]))
        if command in "ML":
            points += pairs
        else:
            size = {"C": 3, "S": 2, "Q": 2}[command]
            for start in range(0, len(pairs), size):
                points += flattened(points[-1], *pairs[start:start + size])
    return points
