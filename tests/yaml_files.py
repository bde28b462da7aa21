"""Definition files for tests of libraries, as text."""

SOURCES = "sources: [{id: me, title: Notes, publisher: Me, date: 2026}]\n"


def rubric(name: str = "mine", scale: str = "{min: 0, max: 100}", more: str = "") -> str:
    return (
        f"kind: rubric\nid: {name}\ntitle: Rubric {name}\n{SOURCES}scale: {scale}\n{more}"
        "criteria:\n"
        "  - {id: depth, title: Depth, weight_percent: 60, question: How deep?, source: me}\n"
        "  - {id: price, title: Price, weight_percent: 40, question: How dear?, source: me}\n"
    )


def certificate(name: str = "welding", rubric: str = "mine", depth: object = 80) -> str:
    return (
        f"kind: certificate\nid: {name}\ntitle: Certificate {name}\nprovider: Guild\n"
        f"rubric: {rubric}\n{SOURCES}scores:\n"
        f"  - {{criterion: depth, raw: {depth}, reason: Deep, source: me}}\n"
        "  - {criterion: price, raw: 50, reason: Dear, source: me}\n"
    )


def audience(name: str = "apprentice", rubric: str = "mine", change: object = -10) -> str:
    return (
        f"kind: audience\nid: {name}\ntitle: Audience {name}\nhours_per_week: 5\n"
        f"rubric: {rubric}\n{SOURCES}adjustments:\n"
        f"  - {{criterion: depth, change: {change}, reason: New to it, source: me}}\n"
    )


def program(name: str = "soldering", more: str = "") -> str:
    """A certificate without scores."""
    return (
        f"kind: certificate\nid: {name}\ntitle: Certificate {name}\nprovider: Guild\n"
        f"{SOURCES}{more}"
    )


def role(name: str = "welder", core: str = "welding") -> str:
    return (
        f"kind: role\nid: {name}\ntitle: Role {name}\n{SOURCES}"
        f"skills: {{sources: [me], level: working, core: [{core}]}}\n"
    )


def skills(*names: str, id: str = "mine") -> str:  # noqa: A002 - the field's name
    entries = "".join(f"  - {{id: {name}, title: The skill {name}}}\n" for name in names)
    return f"kind: skills\nid: {id}\ntitle: Skills\nskills:\n{entries}"
