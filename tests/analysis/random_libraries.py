"""Small random libraries with a reader and a role, and the best plan found by trying every one.

The search here shares no code with certeval.analysis: it takes certificates one after the other
in every order that their prerequisites allow, and calculates with the numbers of the files.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil
from random import Random
from typing import NamedTuple

from certeval.analysis.stack.stack import PlanOptions, stack
from certeval.model.context import Context
from certeval.model.reader import Answers
from certeval.model.role import Role
from tests import builders
from tests.analysis.ask import about

ALL = {"whole": ("p", "q")}
ANY = {"either": ("r", "s")}
SKILLS = ("a", "b", "c", "p", "q", "r", "s", "whole", "either")
ASKED = ("a", "b", "c", "p", "whole", "either")
RANKS = {"beginner": 0, "intermediate": 1, "advanced": 2}
KNOWN = ("none", "basic", "working", "fluent")
OTHER = {
    "amount_usd": "39.99",
    "per": "month",
    "product": "Other",
    "covers_other_programs": True,
    "source": "me",
}
PRICES = (
    {"plus": 59},
    {"plus": 59},
    {"plus": 59},
    {"plus": 49},  # another price is another subscription
    {"prices": [OTHER]},
    {"prices": [OTHER]},
    {"plus": 59, "fee": 100},
    {"month": "29.50"},
    {"fee": 150},
    {"fee": 200},
    {"whole": 0},
    {"whole": "120.25"},
    {},
)
HOURS = (10, 30, "30.4375", 31, 40, "60.875", 61, 100)  # 30.4375 are a month at 7 hours a week
RETIRED = {"retired": {"as_of": "2026-03-31", "source": "me"}}


class World(NamedTuple):
    """A question about what to add to a certificate."""

    context: Context
    answers: Answers
    options: PlanOptions = PlanOptions()

    @property
    def plan(self):
        """What the program answers."""
        return stack(self.question, self.options)

    @property
    def question(self):
        """The context, with the answers."""
        return about(self.context, **self.answers._asdict())

    def adding(self, *others):
        """The same, with *others* in the library."""
        more = {**self.context.others, **{other.id: other for other in others}}
        return self._replace(context=replace(self.context, others=more))

    def limited(self, budget=None, months=None):
        """The same, within limits."""
        return self._replace(options=self.options._replace(budget=budget, max_months=months))


def program(random, name):
    """A certificate that teaches something; its other facts are random and may be missing."""
    taught = random.sample(SKILLS, random.randint(1, 3))
    facts = {"level": random.choice([*RANKS, *RANKS, None]), **random.choice(PRICES)}
    if random.random() < 0.85:
        facts["hours"] = sorted(random.choices(HOURS, k=2), key=Decimal)
    if random.random() < 0.4:
        needed = random.sample(SKILLS, random.randint(1, 2))
        facts["needs"] = {skill: random.choice(KNOWN[1:]) for skill in needed}
    if name != "own" and random.random() < 0.1:
        facts |= RETIRED
    return builders.program(name, taught, **facts)


def known_program(random, name):
    """A certificate of known price and hours that can be taken at once."""
    facts = random.choice([price for price in PRICES if price])
    hours = sorted(random.choices(HOURS, k=2), key=Decimal)
    level = random.choice(list(RANKS))
    return builders.program(name, random.sample(SKILLS, 2), level=level, hours=hours, **facts)


def world(seed, most=7):
    """A question about a library of *most* other certificates at most; the same for each seed."""
    random = Random(seed)  # noqa: S311 - random test data
    own = program(random, "own")
    others = [program(random, f"x{number}") for number in range(random.randint(2, most))]
    context = builders.context(
        own,
        *others,
        role=builders.role(random.sample(ASKED, random.randint(1, 5))),
        held=tuple(other for other in others if random.random() < 0.1),
        vocabulary=builders.words(ALL, ANY),
    )
    skills = {skill: random.choice(KNOWN) for skill in random.sample(SKILLS, random.randint(0, 3))}
    rate = random.choice([Fraction(7), Fraction(10), Fraction(7, 2)])
    excluded = frozenset(other.id for other in others if random.random() < 0.1)
    return World(context, Answers(skills, hours_per_week=rate), PlanOptions(excluded=excluded))


BUDGETS = (None, *map(Decimal, ("0", "59", "118", "177.5", "236", "295", "400", "600")))
MONTHS = (None, *map(Decimal, ("0", "1", "2.5", "4", "6", "9")))


class Brute:
    """Every plan of a world, and which of them is best."""

    def __init__(self, world):
        self.world = world
        context, self.reader = world.context, world.question.reader
        self.own = context.certificate
        held = {one.id for one in context.held}
        self.free = [
            other
            for other in context.others.values()
            if other.id not in held | world.options.excluded and other.program.retired is None
        ]
        self.by_id = {one.id: one for one in (self.own, *self.free)}
        self.learned = {skill for one in context.held for skill in one.taught()}
        self.needs = {one.id: frozenset(self._needs(one)) for one in self.by_id.values()}
        self.lost = self.needs[self.own.id] - self._prepared(self._most(), self.own)
        self.lost = frozenset() if self.own.id in self._most() else self.lost
        self.needs[self.own.id] -= self.lost
        role: Role = context.role
        known = self._known(role.skills.level) | set(self.own.taught())
        self.gaps = [skill for skill in role.skills.core if not has(known, skill)]
        self.known = known
        most = self._most()
        self.out_of_reach = {skill for skill in self.gaps if not self._closed(most, skill)}
        self.closable = [skill for skill in self.gaps if skill not in self.out_of_reach]

    def plans(self):
        """Every set that can be taken in some order and contains the certificate itself."""
        found, new = {frozenset()}, [frozenset()]
        while new:
            taken = new.pop()
            for name in self.by_id.keys() - taken:
                wider = taken | {name}
                if wider not in found and self.can_follow(name, taken):
                    found.add(wider)
                    new.append(wider)
        return [taken for taken in found if self.own.id in taken]

    def best(self):
        """The open gaps and the key of the best plan within the limits; None without any."""
        options = self.world.options
        keys = []
        for plan in self.plans():
            key = self.key(plan)
            if options.budget is not None and key[1] > options.budget:
                continue
            if options.max_months is not None and ceil(key[3] / self.month) > options.max_months:
                continue
            keys.append((len(self.open(plan)), key))
        return min(keys, default=None)

    def least(self):
        """The smallest key of any plan, regardless of limits and gaps."""
        return min(map(self.key, self.plans()))

    def within(self, best):
        """The state of the limits if *best* is the best plan within them."""
        budget, months = self.world.options.budget, self.world.options.max_months
        if budget is None and months is None:
            return None
        if best is None:
            return "no"
        open_gaps, (unknown_cost, _, unknown_hours, _) = best
        if open_gaps:
            return "gaps_stay_open"
        unknown = (budget is not None and unknown_cost) or (months is not None and unknown_hours)
        return "unknown" if unknown else "yes"

    def open(self, plan):
        """The gaps that *plan* leaves open, although they can be closed."""
        return [skill for skill in self.closable if not self._closed(plan, skill)]

    @property
    def month(self):
        """The hours of study in a month of 365.25 / 12 days."""
        return self.reader.hours_per_week / 7 * Fraction("365.25") / 12

    def key(self, plan):
        """What plans are compared by: unknown costs, the cost, unknown hours, the hours."""
        hours, subscribed, fees, unknown = {}, {}, Fraction(), 0
        for name in plan:
            program = self.by_id[name].program
            hours[name] = Fraction(program.hours[0].high) if program.hours else None
            monthly = [one for one in program.prices if one.per == "month"]
            fees += sum(Fraction(one.amount_usd) for one in program.prices if one.per != "month")
            unknown += not program.prices or bool(monthly and hours[name] is None)
            for one in monthly:
                owner = None if one.covers_other_programs else name
                product = (one.product, one.amount_usd, owner)
                subscribed[product] = subscribed.get(product, 0) + (hours[name] or 0)
        cost = fees + sum(
            Fraction(price) * ceil(load / self.month) for (_, price, _), load in subscribed.items()
        )
        known = [load for load in hours.values() if load is not None]
        return unknown, cost, len(hours) - len(known), sum(known, Fraction())

    def can_follow(self, name, taken):
        """Whether the certificate *name* can be taken after *taken*."""
        return not self.needs[name] - self._prepared(taken, self.by_id[name])

    def _needs(self, certificate):
        """The prerequisites of *certificate* that are missing: each part, with its skill."""
        for item in certificate.program.prerequisites:
            known = self._known(item.level)
            if not has(known, item.skill):
                for part in ALL.get(item.skill, [item.skill]):
                    if not has(known, part):
                        yield part, item.skill

    def _known(self, level):
        """The skills known at *level*, and those that held certificates teach."""
        enough = KNOWN[KNOWN.index(level) :]
        own = {skill for skill, has in self.reader.skills.items() if has in enough}
        return own | self.learned

    def _prepared(self, taken, certificate):
        """Which needs of *certificate* are covered by those of *taken* that are no harder."""
        easier = [self.by_id[name] for name in taken if rank(self.by_id[name]) <= rank(certificate)]
        taught = {skill for one in easier for skill in one.taught()}
        return {
            (part, skill)
            for part, skill in self.needs[certificate.id]
            if skill in taught or has(taught, part)
        }

    def _most(self):
        """All certificates that can be taken eventually."""
        taken = set()
        while more := [n for n in self.by_id if n not in taken and self.can_follow(n, taken)]:
            taken |= set(more)
        return taken

    def _closed(self, plan, skill):
        return has(self.known | {s for name in plan for s in self.by_id[name].taught()}, skill)


def has(known, skill):
    """Whether a reader who knows *known* has *skill*, itself or by its parts."""
    parts = ALL.get(skill) or ANY.get(skill) or ()
    enough = all if skill in ALL else any
    return skill in known or bool(parts and enough(part in known for part in parts))


def rank(certificate):
    """How hard a certificate is; one without a level counts as the hardest."""
    level = certificate.program.level
    return RANKS[level.level] if level else len(RANKS)
