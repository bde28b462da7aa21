"""The questions as functions, for Python and for the commands.

Every function takes ids, files or model objects, and numbers of any type; loads what it needs,
asks ``analysis``, and returns a result with ``to_dict()``, ``to_json()`` and ``to_markdown()``.
"""
