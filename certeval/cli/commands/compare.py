"""``certeval compare``."""

from typing import Annotated

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.decide import compare


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
    session.show(
        compare(
            certificates, audience=audience, all_audiences=all_audiences, rubric=rubric,
            weights=weights, normalize=normalize, today=today, library=session.library,
        )
    )  # fmt: skip
    return None
