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
    from certeval.library.alternatives import load_alternatives
    from certeval.library.cases import load_cases

    percent, day = dict(weights or ()), parsers.as_partial_date(today)
    readers = [*session.library.ids("audience"), *(audience or ())] if all_audiences else audience
    readers = list(dict.fromkeys(readers or ()))
    if len(certificates) > 1 and len(readers) > 1:
        raise UsageError(
            "several certificates and several audiences",
            "compare certificates for one audience, or one certificate across audiences",
        )
    if len(certificates) == 1:
        cases = load_cases(
            session.library, certificates[0], readers or None, rubric, side_by_side=True
        )
    else:
        reader = readers[0] if readers else None
        cases = load_alternatives(session.library, certificates, reader, rubric)
    if len(cases) == 1:
        raise UsageError(
            f"nothing to compare '{certificates[0]}' with",
            "name another certificate, or use --all-audiences",
        )
    session.show(compare(judge(cases, weights=percent, normalize=normalize, today=day)))
    return None
