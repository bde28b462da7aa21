"""What a question beyond the score begins with: the setting, the reader, and what is old."""

from datetime import date
from typing import NamedTuple

from certeval.analysis.citation import Freshness
from certeval.analysis.reader import NO_ANSWERS, Answers, Reader, reader_of
from certeval.cli import parsers
from certeval.cli.session import Session
from certeval.library.settings import NOTHING_MORE, Wanted, load_setting
from certeval.model.setting import Setting


class Asked(NamedTuple):
    """A setting, its reader, and up to what age facts are fresh."""

    setting: Setting
    reader: Reader
    freshness: Freshness


def asked(
    session: Session,
    certificate: str,
    audience: str | None,
    *,
    today: date | None,
    rubric: str | None = None,
    wanted: Wanted = NOTHING_MORE,
    answers: Answers = NO_ANSWERS,
) -> Asked:
    """Load what a question about *certificate* needs.

    Raises:
        CertevalError: something that is named does not exist, or has problems.

    """
    setting = load_setting(
        session.library,
        certificate,
        audience,
        rubric,
        today=parsers.as_partial_date(today),
        wanted=wanted,
    )
    months = setting.rubric.facts_fresh_for_months if setting.rubric else None
    freshness = Freshness(setting.today, months)
    return Asked(setting, reader_of(setting, answers), freshness)
