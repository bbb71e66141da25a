"""Measures of a placed picture, whoever placed it: plain geometry, in the unit of the picture.

`python3 -m doctest scripts/pictures/measures.py` tries them on small pictures with known answers.
"""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Label:
    """A label with its box (left, top, right, bottom), and the number of the edge it belongs to."""

    edge: int
    box: tuple


@dataclass
class Picture:
    """Cards and titles as boxes (left, top, right, bottom); edges as points, with the names of the cards at their ends."""

    cards: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)
    titles: list = field(default_factory=list)
    edges: list = field(default_factory=list)
    """(source, target, points); points are None for an edge that the picture does not show."""
    labels: list = field(default_factory=list)


@dataclass
class Measured:
    """One picture's figures; lengths and areas relative, so that they compare over tools that draw cards larger."""

    edges: int
    lost: int
    crossings: int
    """Places where lines cross, as the eye counts them: those less than a thirtieth of a card's side apart are one."""
    pairs: int
    """The same with every pair of edges counted by itself."""
    through: int
    length: float
    """All edges together, in sides of the mean card."""
    empty: float
    """The share of the picture's extent that no card covers."""
    aspect: float
    covering: int
    """Labels that lie on a card, a title or another label."""
    on_lines: int
    """Labels that lie on a line which is not their own."""
    upon: float
    """The length, in sides of the mean card, on which lines lie upon lines they share no end with."""
    titles: int
    """Lines through titles of groups, each line and title once."""


def measure(picture):
    """All figures of a picture.

    Two lines that cross, over one card, with a label beside them:

    >>> cross = Picture({"a": (0, 0, 10, 10), "b": (90, 90, 100, 100), "c": (90, 0, 100, 10), "d": (0, 90, 10, 100),
    ...                  "m": (70, 70, 80, 80)})
    >>> cross.edges = [("a", "b", [(10, 10), (90, 90)]), ("c", "d", [(90, 10), (10, 90)]), ("a", "m", None)]
    >>> cross.labels = [Label(0, (0, 40, 20, 50))]
    >>> m = measure(cross)
    >>> m.lost, m.crossings, m.through, m.covering, m.on_lines, round(m.length, 2), m.aspect, m.empty
    (1, 1, 1, 0, 0, 22.63, 1.0, 0.95)

    Lines that run together and part on the sides they came from do not cross; those that change sides do:

    >>> a = [(0, 0), (10, 10), (20, 10), (30, 0)]
    >>> for end in (20, 0):
    ...     b = [(0, 20), (10, 10), (20, 10), (30, end)] if end else [(0, 20), (10, 10), (20, 10), (30, -9)]
    ...     pair = Picture(edges=[("a", "b", a), ("c", "d", b)])
    ...     pair.cards = {"a": (-9, -9, -8, -8)}
    ...     print(measure(pair).crossings, round(measure(pair).upon, 2))
    0 10.0
    1 10.0

    A label on a stranger's line, and one on a card:

    >>> p = Picture({"a": (0, 0, 10, 10), "b": (0, 50, 10, 60), "c": (40, 0, 50, 10)})
    >>> p.edges = [("a", "b", [(5, 10), (5, 50)]), ("a", "c", [(10, 5), (40, 5)])]
    >>> p.labels = [Label(1, (2, 20, 8, 26)), Label(0, (30, 0, 45, 10))]
    >>> m = measure(p); m.covering, m.on_lines
    (1, 2)
    """
    side = mean([((r - l) * (b - t)) ** 0.5 for l, t, r, b in picture.cards.values()]) or 1
    shown = [(number, edge) for number, edge in enumerate(picture.edges) if edge[2]]
    lines = Lines(shown, side)
    extent = hull(picture)
    width, height = max(extent[2] - extent[0], 1), max(extent[3] - extent[1], 1)
    places, upon = lines.pairs()
    return Measured(
        edges=len(picture.edges), lost=len(picture.edges) - len(shown), crossings=distinct(places, side / 30), pairs=len(places),
        through=sum(
            len({number for number, _ in lines.through(shrunk(box, side / 100))
                 if name not in picture.edges[number][:2]})
            for name, box in picture.cards.items()),
        length=sum(length(points) for _, (_, _, points) in shown) / side,
        empty=1 - sum((r - l) * (b - t) for l, t, r, b in picture.cards.values()) / (width * height),
        aspect=width / height, covering=covering(picture),
        on_lines=sum(any(n != label.edge for n, _ in lines.through(shrunk(label.box, 1))) for label in picture.labels),
        upon=upon / side,
        titles=sum(len({number for number, _ in lines.through(shrunk(title, 1))}) for title in picture.titles))


def covering(picture):
    """How many labels lie on a card, a title, or a label that comes before them."""
    count = 0
    boxes = list(picture.cards.values()) + picture.titles
    for index, label in enumerate(picture.labels):
        others = boxes + [other.box for other in picture.labels[:index]]
        count += any(overlap(shrunk(label.box, 0.5), box) for box in others)
    return count


class Lines:
    """The straight pieces of edges, found by where they are."""

    def __init__(self, edges, side):
        self.cell = side
        self.edges = edges
        self.cells = defaultdict(list)
        self.pieces = []
        for number, (_, _, points) in edges:
            for a, b in zip(points, points[1:]):
                for place in self.along(a, b):
                    self.cells[place].append(len(self.pieces))
                self.pieces.append((number, a, b))

    def along(self, a, b):
        """The cells of the box round a piece, but for those it cannot touch where it is long."""
        steps = max(1, int((abs(a[0] - b[0]) + abs(a[1] - b[1])) / self.cell))
        found = set()
        for step in range(steps):
            p = between(a, b, step / steps)
            q = between(a, b, (step + 1) / steps)
            found.update(self.box(min(p[0], q[0]) - 3, min(p[1], q[1]) - 3, max(p[0], q[0]) + 3, max(p[1], q[1]) + 3))
        return found

    def box(self, left, top, right, bottom):
        for x in range(int(left // self.cell), int(right // self.cell) + 1):
            for y in range(int(top // self.cell), int(bottom // self.cell) + 1):
                yield x, y

    def through(self, box):
        """The pieces that meet a box, each with the number of its edge; the box is (left, top, right, bottom)."""
        seen = {piece for cell in self.box(*box) for piece in self.cells.get(cell, ())}
        return [(self.pieces[p][0], p) for p in seen if meets(self.pieces[p][1], self.pieces[p][2], box)]

    def pairs(self):
        """Where two edges cross, and how long strangers run upon one another."""
        near = defaultdict(set)
        for inside in self.cells.values():
            for i, first in enumerate(inside):
                for second in inside[i + 1:]:
                    if self.pieces[first][0] != self.pieces[second][0]:
                        pair = (first, second) if self.pieces[first][0] < self.pieces[second][0] else (second, first)
                        near[(self.pieces[pair[0]][0], self.pieces[pair[1]][0])].add(pair)
        ends = {number: {edge[0], edge[1]} for number, edge in self.edges}
        crossings, upon = [], 0.0
        for (a, b), pairs in near.items():
            # Lines that touch or run together are moved apart a little, to whichever side crosses least.
            crossings += min(
                ([self.place(p, q) for p, q in pairs if cross(self.pieces[p][1:], moved(self.pieces[q][1:], dx, dy))]
                 for dx in (-0.0131, 0.0131) for dy in (-0.0127, 0.0127)), key=len)
            if not ends[a] & ends[b]:
                upon += sum(together(self.pieces[p][1:], self.pieces[q][1:]) for p, q in pairs)
        return crossings, upon


    def place(self, first, second):
        """Where two pieces that cross do so; those almost parallel in the middle of both."""
        (_, a, b), (_, c, d) = self.pieces[first], self.pieces[second]
        bend = side_of((0, 0), (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1]))
        if abs(bend) < 1e-6:
            return between(between(a, b, 0.5), between(c, d, 0.5), 0.5)
        return between(a, b, side_of((0, 0), (c[0] - a[0], c[1] - a[1]), (d[0] - c[0], d[1] - c[1])) / bend)


def distinct(points, apart):
    """How many points there are that are so far apart.

    >>> distinct([(0, 0), (1, 1), (9, 9), (2, 0)], 3)
    2
    """
    kept = defaultdict(list)
    count = 0
    for x, y in sorted(points):
        column, row = int(x // apart), int(y // apart)
        near = [p for dx in (-1, 0, 1) for dy in (-1, 0, 1) for p in kept.get((column + dx, row + dy), ())]
        if all((x - p[0]) ** 2 + (y - p[1]) ** 2 >= apart ** 2 for p in near):
            kept[(column, row)].append((x, y))
            count += 1
    return count


def cross(first, second):
    """Whether two pieces cross inside both.

    >>> cross(((0, 0), (10, 10)), ((0, 10), (10, 0))), cross(((0, 0), (10, 10)), ((0, 10), (4, 6)))
    (True, False)
    """
    (a, b), (c, d) = first, second
    return (side_of(a, b, c) > 0) != (side_of(a, b, d) > 0) and (side_of(c, d, a) > 0) != (side_of(c, d, b) > 0)


def together(first, second):
    """The length on which two pieces run in the same line, within 1.5 pixels.

    >>> together(((0, 0), (10, 0)), ((4, 1), (30, 1))), together(((0, 0), (10, 0)), ((5, -5), (5, 5)))
    (6.0, 0.0)
    """
    (a, b), (c, d) = first, second
    long = length([a, b])
    if not long or abs(side_of(a, b, c)) > 1.5 * long or abs(side_of(a, b, d)) > 1.5 * long:
        return 0.0
    u = ((b[0] - a[0]) / long, (b[1] - a[1]) / long)
    places = sorted((p[0] - a[0]) * u[0] + (p[1] - a[1]) * u[1] for p in (c, d))
    return max(0.0, min(places[1], long) - max(places[0], 0))


def meets(a, b, box):
    """Whether a piece touches the inside of a box.

    >>> meets((0, 0), (10, 10), (4, 4, 6, 6)), meets((0, 0), (10, 0), (4, 4, 6, 6))
    (True, False)
    """
    low, high = 0.0, 1.0
    for axis in (0, 1):
        step, start, first, last = b[axis] - a[axis], a[axis], box[axis], box[axis + 2]
        if step == 0:
            if not first < start < last:
                return False
        else:
            near, far = sorted(((first - start) / step, (last - start) / step))
            low, high = max(low, near), min(high, far)
    return low < high


def side_of(a, b, p):
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def moved(piece, dx, dy):
    return tuple((x + dx, y + dy) for x, y in piece)


def between(a, b, share):
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def length(points):
    return sum(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in zip(points, points[1:]))


def shrunk(box, by):
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def hull(picture):
    """The box round all of a picture."""
    boxes = [*picture.cards.values(), *picture.groups, *(label.box for label in picture.labels)]
    boxes += [(x, y, x, y) for _, _, points in picture.edges for x, y in points or ()]
    if not boxes:
        return 0, 0, 1, 1
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0


def flattened(start, *controls, steps=8):
    """Points on a Bézier curve of any degree, without its start.

    >>> flattened((0, 0), (5, 10), (10, 0), steps=2)
    [(5.0, 5.0), (10.0, 0.0)]
    """
    points = []
    for step in range(1, steps + 1):
        level = [start, *controls]
        while len(level) > 1:
            level = [between(a, b, step / steps) for a, b in zip(level, level[1:])]
        points.append(level[0])
    return points
