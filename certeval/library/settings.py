"""Settings: a certificate and its reader with the definitions around them, read together."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from certeval.errors import UsageError
from certeval.library.cases import cases_of, read_together, sound
from certeval.library.catalogue import Library, all_loaded
from certeval.library.definitions import Loaded, Reading
from certeval.library.neighbours import Neighbours
from certeval.model.certificate import Certificate
from certeval.model.role import Role
from certeval.model.scalars import PartialDate
from certeval.model.setting import Setting
from certeval.model.skills import vocabulary


class Wanted(NamedTuple):
    """What a question needs to know beside the certificate, its reader and the rubric.

    ``held`` are certificates that the reader has, by id or file, beside those of the audience.
    ``role`` is an id or a file; where it is None, the audience's target role is meant. ``salaries``
    asks for the roles that the certificate's salary figures are about; ``named`` for the other
    certificates that it speaks of; ``all_others`` for every one of the library.
    """

    held: Sequence[str] = ()
    role: str | None = None
    salaries: bool = False
    named: bool = False
    all_others: bool = False


NOTHING_MORE = Wanted()


def load_setting(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificate: str,
    audience: str | None,
    rubric: str | None = None,
    *,
    today: PartialDate,
    wanted: Wanted = NOTHING_MORE,
) -> Setting:
    """The setting of a question about *certificate* for *audience*.

    *audience* None means the rubric's primary audience, or nobody where it names none; without a
    rubric there is no case to judge. Certificates of the library that have problems and were not
    named by the reader are left out, with a warning.

    Raises:
        UnknownIdError: something that is named does not exist.
        DefinitionError: a file has problems, or names something that does not exist.
        UsageError: two files are standard input.
        ScoreError: the certificate was scored on another scale than the rubric's.

    """
    files = (certificate, audience, rubric, wanted.role, *wanted.held)
    if files.count("-") > 1:
        raise UsageError("standard input can be read once", "name the other file")
    also = (*wanted.held, *([wanted.role] if wanted.role else []))
    reader_named = [audience] if audience else None
    read, around = read_together(library, [certificate], reader_named, rubric, *also)
    skills = around.skills()
    held = [around.read("certificate", name) for name in dict.fromkeys(wanted.held)]
    roles = [around.read("role", wanted.role)] if wanted.role else []
    neighbours = Neighbours(around, [*read, *roles])
    by_kind = sound([*read, *skills, *roles, *held], neighbours)
    judged, *also_held = by_kind["certificate"]
    case = (
        cases_of(judged, by_kind["rubric"][0], by_kind["audience"], neighbours)[0]
        if by_kind["rubric"]
        else None
    )
    reader = next(iter(by_kind["audience"]), None)
    around_it = _Around(around, judged.definition)
    return around_it.setting(
        Setting(
            certificate=judged.definition,
            today=today,
            audience=case.audience if case else reader.definition if reader else None,
            rubric=case.rubric if case else None,
            case=case,
            vocabulary=vocabulary(one.definition for one in by_kind["skills"]),
            role=by_kind["role"][0].definition if roles else None,
            held=tuple(one.definition for one in also_held),
            warnings=(*(case.warnings if case else ()), *_retired(judged.definition, today)),
            files=_files([one for kind in by_kind.values() for one in kind]),
        ),
        wanted,
    )


def _retired(certificate: Certificate, today: PartialDate) -> list[str]:
    gone = certificate.retired_on(today)
    if gone is None or certificate.program.retired is None:
        return []
    after = ", ".join(certificate.program.retired.successors)
    instead = f"; in its place: {after}" if after else ""
    return [f"'{certificate.id}' cannot be taken any more since {gone}{instead}"]


def _files(loaded: Iterable[Loaded[Any]]) -> dict[tuple[str, str], str]:
    return {(one.definition.kind, one.definition.id): one.positions.text.path for one in loaded}


class _Around:
    """Reads what stands around a certificate, each file once."""

    def __init__(self, library: Library, certificate: Certificate) -> None:
        self.library = library
        self.read: dict[str, Certificate] = {certificate.id: certificate}
        self.own = certificate
        self.faulty: list[str] = []
        self.files: dict[tuple[str, str], str] = {}

    def setting(self, begun: Setting, wanted: Wanted) -> Setting:
        """*begun* with what is *wanted* around it."""
        reader = begun.audience
        self.read |= {one.id: one for one in begun.held}
        background = reader.background.certificates if reader else ()
        held = [*begun.held, *self._certificates(background)]
        names = self.library.ids("certificate") if wanted.all_others else ()
        if wanted.named or wanted.all_others:
            names = [*_named(self.own), *names]
        others = {one.id: one for one in self._certificates(dict.fromkeys(names))}
        others.pop(self.own.id, None)
        target = begun.role or self._role(reader.target_role if reader else None)
        figures = self.own.program.salaries if wanted.salaries else ()
        about = {figure.role for figure in figures if figure.role}
        known = {role.id: role for name in sorted(about) if (role := self._role(name))}
        if target:
            known[target.id] = target
        return begun._replace(
            role=target,
            roles=known,
            held=tuple({one.id: one for one in held}.values()),
            others=others,
            warnings=(*begun.warnings, *self._warnings()),
            files={**self.files, **begun.files},
        )

    def _role(self, name: str | None) -> Role | None:
        if name is None or self.library.find("role", name) is None:
            return None
        loaded: Loaded[Role] = all_loaded([self.library.read("role", name)])[0]
        self.files |= _files([loaded])
        return loaded.definition

    def _certificates(self, names: Iterable[str]) -> list[Certificate]:
        """The certificates *names*, less those that are faulty."""
        for name in names:
            if name in self.read or name in self.faulty:
                continue
            reading = self._reading(name)
            if reading and reading.loaded:
                self.read[name] = reading.loaded.definition
                self.files |= _files([reading.loaded])
            else:
                self.faulty.append(name)
        return [self.read[name] for name in names if name in self.read]

    def _reading(self, name: str) -> Reading[Any] | None:
        """The certificate *name*; None where its file is called by what is no id."""
        found = self.library.find("certificate", name)
        return self.library.read("certificate", name) if found else None

    def _warnings(self) -> list[str]:
        return [
            f"the certificate '{name}' is left out: its file has problems "
            "('certeval check' tells them)"
            for name in self.faulty
        ]


def _named(certificate: Certificate) -> list[str]:
    """The other certificates that *certificate* speaks of."""
    rules = (*certificate.skip_if, *certificate.take_if)
    names = [name for rule in rules for name in rule.instead]
    names += [name for gap in certificate.gaps for name in gap.companions]
    return list(dict.fromkeys(names + [overlap.held for overlap in certificate.overlaps]))
