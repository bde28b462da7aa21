"""What a question is about, by id and title."""

from certeval.model.setting import Setting
from certeval.results.citation import Named


def certificate_of(setting: Setting) -> Named:
    """The certificate that a question is about."""
    certificate = setting.certificate
    return Named(certificate.id, certificate.title, setting.file_of(certificate))


def untold(setting: Setting) -> tuple[str, ...]:
    """A warning where what the certificate teaches is not known, and so counts as nothing."""
    if setting.certificate.taught():
        return ()
    said = f"the file of '{setting.certificate.id}' does not say what it teaches ('teaches')"
    return (f"{said}: nothing of it is counted",)


def audience_of(setting: Setting) -> Named | None:
    """Who asks; None for nobody in particular."""
    audience = setting.audience
    if audience is None:
        return None
    return Named(audience.id, audience.title, setting.file_of(audience))


def role_named(setting: Setting) -> Named | None:
    """The job that is aimed at; None for none."""
    role = setting.role
    return Named(role.id, role.title, setting.file_of(role)) if role else None
