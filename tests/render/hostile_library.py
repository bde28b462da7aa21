"""A library in which every text is a given one, so that tests can say whatever they like."""

import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

JUDGED = "judged"
HELD = "other-0"

COMMANDS = {
    "score": ["score", JUDGED, "--set", "c0=4"],
    "review": ["review", JUDGED, "--have", HELD, "--raise", "1000"],
    "verdict": ["verdict", JUDGED],
    "cost": ["cost", JUDGED, "--raise", "1000"],
    "fit": ["fit", JUDGED],
    "curriculum": ["curriculum", JUDGED],
    "gaps": ["gaps", JUDGED],
    "stack": ["stack", JUDGED],
    "overlap": ["overlap", JUDGED, "--have", HELD],
    "interview": ["interview", JUDGED],
    "worksheet": ["interview", JUDGED, "--worksheet"],
    "what-if": ["what-if", JUDGED, "--set", "c0=4", "--price", "40"],
    "rank": ["rank", JUDGED, "--against", "career-changer"],
    "compare": ["compare", JUDGED, "-a", "reader", "-a", "career-changer"],
    "target": ["target", JUDGED, "--score", "6", "--raise", "c0"],
    "sensitivity": ["sensitivity", JUDGED, "--score-change", "1", "--weight-change", "10"],
    "robustness": ["robustness", JUDGED, "--score", "5"],
    "show": ["show", JUDGED],
    "show-role": ["show", "job", "--kind", "role"],
}
"""A command line for each result, about the definitions that ``write`` writes."""


def write(root: Path, texts: Sequence[str]) -> list[str]:
    """Write a library whose texts are *texts*; what has several entries has all of them.

    Returns the options that name the library.
    """
    turn = itertools.cycle(texts)
    _file(root / "skills.yaml", _skills(texts, turn))
    _file(root / "methodology" / "judge.yaml", _rubric(texts, turn))
    _file(root / "audiences" / "reader.yaml", _audience(turn))
    _file(root / "roles" / "job.yaml", _role(texts, turn))
    _file(root / "certificates" / f"{JUDGED}.yaml", _certificate(texts, turn))
    for number, text in enumerate(texts):
        _file(root / "certificates" / f"other-{number}.yaml", _other(number, text, turn))
    return ["--library", str(root)]


def _file(path: Path, definition: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(definition, indent=1))  # JSON is YAML


def _head(kind: str, name: str, turn: Iterator[str]) -> dict[str, Any]:
    source = {
        "id": "me",
        "title": next(turn),
        "publisher": next(turn),
        "date": 2026,
        "note": next(turn),
    }
    words = {"title": next(turn), "summary": next(turn)}
    return {"kind": kind, "id": name, **words, "sources": [source]}


def _skills(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    skills: list[dict[str, Any]] = [
        {"id": f"skill-{number}", "title": text} for number, text in enumerate(texts)
    ]
    parts = [f"skill-{number}" for number in range(len(texts))]
    skills.append({"id": "all", "title": next(turn), "parts": parts, "parts_needed": "all"})
    return {**_head("skills", "skills", turn), "skills": skills}


def _rubric(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    rest = 100 - 2 * (len(texts) - 1)
    return {
        **_head("rubric", "judge", turn),
        "scale": {"min": 1, "max": 10},
        "primary_audience": "reader",
        "facts_fresh_for_months": 24,
        "course_known_from_percent": 50,
        "bands": [{"from": 1, "label": next(turn), "meaning": next(turn)}],
        "criteria": [
            {
                "id": f"c{number}",
                "title": text,
                "weight_percent": rest if number == 0 else 2,
                "question": text,
                "source": "me",
            }
            for number, text in enumerate(texts)
        ],
        "project_story": {
            "name": next(turn),
            "source": "me",
            "parts": [
                {"title": text, "prompt": other}
                for text, other in itertools.zip_longest(texts[::2], texts[1::2], fillvalue="end")
            ],
        },
    }


def _audience(turn: Iterator[str]) -> dict[str, Any]:
    head = _head("audience", "reader", turn)
    return {**head, "hours_per_week": 7, "target_role": "job", "rubric": "judge"}


def _role(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    core = ["all", *(f"skill-{number}" for number in range(len(texts)))]
    return {
        **_head("role", "job", turn),
        "occupations": [{"code": next(turn), "title": next(turn)}],
        "skills": {"sources": ["me"], "level": "working", "core": core},
        "wages": [
            {
                "source": "me",
                "year": 2025,
                "occupation": text,
                "note": text,
                "p10_usd_per_year": 10000,
                "median_usd_per_year": 20000,
            }
            for text in texts
        ],
    }


def _certificate(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    head = _head("certificate", JUDGED, turn)
    rubric = {"provider": next(turn), "platform": next(turn), "rubric": "judge"}
    advice = {**_rules(texts), **_advice(texts, turn)}
    scores = [
        {"criterion": f"c{number}", "raw": 5, "reason": text, "source": "me"}
        for number, text in enumerate(texts)
    ]
    return {
        **head,
        **rubric,
        "program": _program(texts, turn),
        "scores": scores,
        "curriculum": _curriculum(texts),
        **advice,
    }


def _program(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    def fact() -> dict[str, str]:
        return {"text": next(turn), "source": "me"}

    monthly = {"amount_usd": 50, "per": "month", "product": next(turn), "note": next(turn)}
    return {
        "level": {"level": "advanced", "source": "me"},
        "credential": fact(),
        "academic_credit": fact(),
        "free_access": [{"text": text, "source": "me"} for text in texts],
        "advantage": fact(),
        "prices": [
            {**monthly, "covers_other_programs": True, "source": "me"},
            {"amount_usd": 9, "per": "attempt", "product": next(turn), "source": "me"},
        ],
        "hours": [{"low": 10, "high": 20, "source": "me"}],
        "prerequisites": [
            {"skill": f"skill-{number}", "level": "basic", "why": text, "source": "me"}
            for number, text in enumerate(texts)
        ],
        "salaries": [
            {
                "job": text,
                "role": "job",
                "statistic": "range",
                "low_usd_per_year": 15000,
                "high_usd_per_year": 25000,
                "note": text,
                "source": "me",
            }
            for text in texts
        ],
    }


def _curriculum(texts: Sequence[str]) -> list[dict[str, Any]]:
    def course(number: int, text: str) -> dict[str, Any]:
        return {
            "number": number,
            "title": text,
            "source": "me",
            "topics": ["skill-0", "skill-1"],
            "hours": [{"low": 1, "high": 1, "source": "me"}],
            "project": text,
        }

    return [
        {"title": text, "advice": text, "courses": [course(number, text)]}
        for number, text in enumerate(texts, 1)
    ]


def _rules(texts: Sequence[str]) -> dict[str, Any]:
    def rules(lacks: bool) -> list[dict[str, Any]]:
        return [
            {
                "id": f"rule-{number}",
                "when": {"lacks": f"skill-{number}"} if lacks else {"goals": [f"goal-{number}"]},
                "question": text,
                "because": text,
                "instead": [f"other-{number}"],
                "source": "me",
            }
            for number, text in enumerate(texts)
        ]

    return {"skip_if": rules(lacks=True), "take_if": rules(lacks=False)}


def _advice(texts: Sequence[str], turn: Iterator[str]) -> dict[str, Any]:
    verdict = ("best_for", "not_for", "hiring_advantage", "brutal_truth", "recommendation")
    return {
        "gaps": [
            {
                "id": f"gap-{number}",
                "title": text,
                "skills": [f"skill-{number}"],
                "why": text,
                "companions": [f"other-{number}"],
                "source": "me",
            }
            for number, text in enumerate(texts)
        ],
        "overlaps": [{"held": HELD, "advice": next(turn), "source": "me"}],
        "jobs": {
            "alone": list(texts),
            "with_more": list(texts),
            "what_more": next(turn),
            "source": "me",
        },
        "interview": [
            {"question": text, "courses": [number], "be_ready_to_show": text, "source": "me"}
            for number, text in enumerate(texts, 1)
        ],
        "verdict": {
            **{field: next(turn) for field in verdict},
            "mark_not_reached": 8,
            "why_not_reached": next(turn),
            "source": "me",
        },
        "next_steps": [{"if": text, "then": text, "source": "me"} for text in texts],
    }


def _other(number: int, text: str, turn: Iterator[str]) -> dict[str, Any]:
    retired = {"as_of": "2026-01-31", "source": "me", "successors": [next(turn), next(turn)]}
    program: dict[str, Any] = {
        "level": {"level": "beginner", "source": "me"},
        "prices": [{"amount_usd": 5, "per": "program", "product": next(turn), "source": "me"}],
        "hours": [{"low": 5, "high": 5, "source": "me"}],
    }
    if number == 1:
        program["retired"] = retired
    return {
        **_head("certificate", f"other-{number}", turn),
        "title": text,
        "provider": next(turn),
        "program": program,
        "teaches": [{"skills": [f"skill-{number}"], "source": "me"}],
    }
