"""The certificate: facts, curriculum, raw scores with their reasons, and advice."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.curriculum import Course, Phase
from certeval.model.editorial import (
    ClosingAdvice,
    EditorialVerdict,
    InterviewQuestion,
    OverlapAdvice,
    SkillsGap,
    SupportedJobs,
)
from certeval.model.facts import FlagFact
from certeval.model.fit_rules import FitRule
from certeval.model.freshness import last_day
from certeval.model.identifiers import AudienceId, CriterionId, RubricId, SkillId
