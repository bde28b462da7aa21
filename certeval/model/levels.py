"""Levels: how well a person knows a skill, and how hard a program is."""

from typing import Literal

SkillLevel = Literal["none", "basic", "working", "fluent"]
"""How well somebody knows a skill, in rising order."""

RequiredLevel = Literal["basic", "working", "fluent"]
"""The lowest level that counts as having a skill."""

ProgramLevel = Literal["beginner", "intermediate", "advanced"]
"""How hard a provider says that a program is, in rising order."""
