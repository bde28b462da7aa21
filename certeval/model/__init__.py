"""The definitions as frozen objects: rubric, certificate, audience, role.

Nothing here reads a file or knows a command. A definition is valid once it exists; what can only
be judged against another definition (a certificate against its rubric) is in ``agreement``.
"""
