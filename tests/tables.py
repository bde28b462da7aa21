"""Tables of raw scores, and a rubric to judge them by, as files."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SOURCES = [{"id": "me", "title": "Notes", "publisher": "Me", "date": 2026}]
TEXTS = ("id", "title")


def rubric(weights: Mapping[str, object], low: object = 0, high: object = 100, **more: Any) -> str:
    """A rubric with the criteria and percents of *weights*; JSON is YAML."""
    criteria = [
        {"id": name, "title": name.upper(), "weight_percent": plain(weight), "question": f"{name}?",
         "source": "me"}
        for name, weight in weights.items()
    ]  # fmt: skip
    scale = {"min": plain(low), "max": plain(high), **more.pop("scale", {})}
    fields = {"kind": "rubric", "id": "mine", "title": "Mine", "sources": SOURCES}
    return json.dumps({**fields, "scale": scale, "criteria": criteria, **more})


def audience(name: str = "reader", **more: Any) -> str:
    """An audience of that rubric."""
    fields = {"kind": "audience", "id": name, "title": name.upper(), "hours_per_week": 5}
    return json.dumps({**fields, "rubric": "mine", "sources": SOURCES, **more})


def certificate(name: str, scores: Mapping[str, object], **more: Any) -> str:
    """A certificate with raw *scores* by criterion."""
    given = [
        {"criterion": criterion, "raw": plain(raw), "reason": "So", "source": "me"}
        for criterion, raw in scores.items()
    ]
    fields = {"kind": "certificate", "id": name, "title": name.upper(), "provider": "Guild"}
    judged = {"rubric": "mine", "sources": SOURCES, "scores": given}
    return json.dumps({**fields, **judged, **more})


def plain(number: object) -> object:
    """*number*, which may be text, as JSON can write it without losing one of its few digits."""
    return number if isinstance(number, int) else float(str(number))


def csv_table(path: Path, header: Sequence[str], *rows: Sequence[object]) -> Path:
    """Write *rows*, whose texts need no quotes, below *header*."""
    lines = [",".join(map(str, row)) for row in (header, *rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def json_table(path: Path, header: Sequence[str], *rows: Sequence[object]) -> Path:
    """Write *rows* as an object a line, numbers as they are written."""
    lines = []
    for row in rows:
        values = [
            json.dumps(value) if name in TEXTS or value is None else str(value)
            for name, value in zip(header, row, strict=True)
        ]
        pairs = [f"{json.dumps(name)}: {value}" for name, value in zip(header, values, strict=True)]
        lines.append(f"{{{', '.join(pairs)}}}\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path
