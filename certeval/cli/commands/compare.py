"""``certeval compare``."""

from typing import Annotated

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudiencesOption = None,
    all_audiences: Annotated[
        bool,
        options.flag("--all-audiences", "Compare one certificate for every audience."),
    ] = False,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """Compare certificates criterion by criterion.

    Give several certificates for one audience, or one certificate for several audiences.

    Examples:
      certeval compare ibm-ml --all-audiences
      certeval compare ibm-ml --all-audiences --format csv
    """
    from certeval.analysis.alternatives import judge
    from certeval.analysis.compare import compare
    from certeval.library.loading import load

    percent, day = dict(weights or ()), parsers.as_partial_date(today)
    readers = [*session.library.ids("audience"), *(audience or ())] if all_audiences else audience
    readers = list(dict.fromkeys(readers or ()))
    if len(certificates) > 1 and len(readers) > 1:
        raise UsageError(
            "several certificates and several audiences",
            "compare certificates for one audience, or one certificate across audiences",
        )
    found = load(session.library, certificates, readers or None, rubric, distinct_audiences=True)
    cases = found.cases(day)
    if len(cases) == 1:
        raise UsageError(
            f"nothing to compare '{certificates[0]}' with",
            "name another certificate, or use --all-audiences",
        )
    session.show(compare(judge(cases, weights=percent, normalize=normalize)))
    return None
