"""Designs of any size, the same on every machine."""


class Dice:
    """Numbers that look random (a linear congruential generator, Knuth's MMIX constants)."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % sides


def system(count):
    """So many applications in systems of eight, a fourth of them with a database; most calls stay near, some go far, and
    one application in twelve is called by many."""
    dice = Dice(count)
    systems = max(1, count // 8)
    hubs = [n for n in range(count) if n % 12 == 5]
    lines = []
    for number in range(systems):
        lines.append(f'system s{number} "System {number}" {{')
        for app in range(number, count, systems):
            kind = ("service", "service", "worker", "web")[dice.roll(4)]
            lines.append(f'  application a{app}: {kind} "Application {app}" {{')
            lines.append(f'    technology "{("Kotlin", "Go", "Spring Boot", "Node.js")[dice.roll(4)]}"')
            called = set()
            for _ in range(1 + dice.roll(2)):
                near = (app + systems * (1 + dice.roll(3))) % count
                far = hubs[dice.roll(len(hubs))] if hubs and dice.roll(2) else dice.roll(count)
                called.add(near if dice.roll(10) < 7 else far)
            for other in sorted(called - {app}):
                lines.append(f"    calls s{other % systems}.a{other} over {('https', 'https', 'grpc')[dice.roll(3)]}")
            if app % 4 == 3:
                lines.append(f"    writes d{app}")
            lines.append("  }")
            if app % 4 == 3:
                lines.append(f'  database d{app}: postgresql 17 "Store {app}"')
        lines.append("}")
    return "\n".join(lines + [""])


def tables(count):
    """A database of so many tables of four to twelve columns, in areas that few keys leave."""
    dice = Dice(count + 1)
    lines = ["database big: postgresql 17 {"]
    for number in range(count):
        lines += [f"  table t{number} {{", "    id: bigint primary key identity"]
        area = number - number % 12
        referred = set()
        if number > area:
            referred.add(area + dice.roll(number - area))
        if number and dice.roll(3) == 0:
            referred.add(dice.roll(number))
        for other in sorted(referred):
            lines.append(f"    t{other}_id: bigint{'?' if dice.roll(3) == 0 else ''} -> t{other}.id")
        for column in range(3 + dice.roll(8)):
            lines.append(f"    {('name', 'status', 'note', 'amount')[column % 4]}_{column}: {('text', 'int', 'varchar(200)', 'numeric(12, 2)')[column % 4]}")
        lines.append("  }")
    return "\n".join(lines + ["}", ""])
