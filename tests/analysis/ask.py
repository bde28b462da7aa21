"""Questions about the built-in certificates, on one day."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from certeval import Library
from certeval.analysis.citation import Freshness
from certeval.analysis.reader import Answers, Reader, reader_of
from certeval.library.folders import built_in
from certeval.library.settings import Wanted, load_setting
from certeval.model.setting import Setting
from tests import builders


class Asked(NamedTuple):
    """What every question takes, in this order."""

    setting: Setting
    reader: Reader
    freshness: Freshness


@cache
def _setting(certificate, audience, role, held):
    wanted = Wanted(held=held, role=role, salaries=True, all_others=True)
    library = Library([built_in()])
    return load_setting(library, certificate, audience, today=builders.TODAY, wanted=wanted)


def built_in_setting(certificate="ibm-ml", audience=None, *, role=None, held=()):
    """The setting of a built-in certificate, everything around it included."""
    return _setting(certificate, audience, role, tuple(held))


def about(setting, **answers):
    """A question about *setting*; *answers* are what the reader says for this run."""
    rate = answers.pop("hours_per_week", None)
    said = Answers(**answers, hours_per_week=None if rate is None else Fraction(rate))
    months = setting.rubric.facts_fresh_for_months if setting.rubric else None
    return Asked(setting, reader_of(setting, said), Freshness(setting.today, months))


def built_in_question(certificate="ibm-ml", audience=None, *, role=None, held=(), **answers):
    """A question about a built-in certificate, for the data professional if for nobody else."""
    return about(built_in_setting(certificate, audience, role=role, held=held), **answers)


def nobody(asked, **answers):
    """The question *asked*, by a reader whom only the *answers* describe."""
    return about(asked.setting._replace(audience=None), **answers)
