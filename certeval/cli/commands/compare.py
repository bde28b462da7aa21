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
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Compare certificates criterion by criterion.

    Give several certificates for one audience, or one certificate for several audiences.

    Examples:
      certeval compare ibm-ml --all-audiences
      certeval compare ibm-ml mlops-duke --by evidence
    """
    session.show(
        compare(
            certificates, audience=audience, all_audiences=all_audiences, rubric=rubric,
            weights=weights, normalize=normalize, by=by.value if by else None, role=role,
            today=today, library=session.library,
        )
    )  # fmt: skip
    return None
