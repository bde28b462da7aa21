"""The definitions as frozen objects: rubric, certificate, audience, role, skills.

Nothing here reads a file or knows a command. A definition that exists is valid. Checks of one
definition against another, such as a certificate against its rubric, are separate.
"""
