"""The cheapest set of companions is found while a reader waits.

Forty companions, twelve open skills, one subscription, some exams, some prerequisites; random, from
a fixed seed. Run: python tests/benchmarks/stack.py [COMPANIONS [SKILLS]]
"""

import statistics
import sys
import time
from fractions import Fraction
from random import Random

from certeval.analysis.stack.stack import stack
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.reader import Answers
from certeval.model.role import Role
from certeval.model.scalars import PartialDate

SOURCES = [{"id": "me", "title": "Notes", "publisher": "Me", "date": "2026"}]
SAID = {"source": "me"}
TODAY = PartialDate(2026, 11, 22)
SIZE = (40, 12)
INSTANCES = 20
RUNS = 5


def program(name, taught, needed, price, hours):
    """A certificate that teaches and needs skills; every program may prepare for every other."""
    facts = {
        "level": {"level": "intermediate", **SAID},
        "prices": [{**price, **SAID}],
        "hours": [{"low": str(hours), "high": str(hours), **SAID}],
        "prerequisites": [{"skill": skill, "level": "basic", **SAID} for skill in needed],
    }
    teaches = [{"skills": taught, **SAID}] if taught else []
    fields = {"kind": "certificate", "id": name, "title": name, "provider": "Somebody"}
    return Certificate.model_validate(
        {**fields, "program": facts, "teaches": teaches, "sources": SOURCES}
    )


def instance(seed, companions, skills):
    """A question about what to add to a certificate that teaches none of the role's *skills*."""
    random = Random(seed)  # noqa: S311 - chance is all that is asked of it
    plus = {"amount_usd": "59", "per": "month", "product": "Plus", "covers_other_programs": "yes"}
    names = [f"skill-{number}" for number in range(skills)]
    others = []
    for number in range(companions):
        taught = random.sample(names, random.randint(1, min(4, skills)))
        rest = [name for name in names if name not in taught]
        needed = random.sample(rest, 1) if rest and random.random() < 0.25 else []
        fee = {"amount_usd": str(random.randint(100, 400)), "per": "attempt", "product": "Exam"}
        price, hours = (fee, 0) if random.random() < 0.25 else (plus, random.randint(20, 240))
        others.append(program(f"x{number}", taught, needed, price, hours))
    asked = {"sources": ["me"], "level": "working", "core": names}
    role = {"kind": "role", "id": "role", "title": "Role", "skills": asked, "sources": SOURCES}
    own = program("own", [], [], plus, 120)
    return Context(
        own,
        TODAY,
        role=Role.model_validate(role),
        others={other.id: other for other in others},
        answers=Answers(hours_per_week=Fraction(7)),
    )


def milliseconds(context):
    """The time that one plan takes."""
    started = time.perf_counter()
    stack(context)
    return (time.perf_counter() - started) * 1000


def main():
    """Print the time for one library, and for the slowest of many."""
    given = [int(number) for number in sys.argv[1:]]
    companions, skills = [*given, *SIZE[len(given) :]]
    first = instance(0, companions, skills)
    milliseconds(first)  # once for the models and the byte code
    median = statistics.median(milliseconds(first) for _ in range(RUNS))
    print(
        f"stack: {median:.0f} ms for {companions} companions and {skills} open skills "
        f"(median of {RUNS})"
    )
    times = [(milliseconds(instance(seed, companions, skills)), seed) for seed in range(INSTANCES)]
    slowest, seed = max(times)
    print(f"stack: {slowest:.0f} ms for the slowest of {INSTANCES} such libraries (seed {seed})")


if __name__ == "__main__":
    main()
