"""How each kind of result is laid out. The module ``layout.<kind>`` has two functions.

``document(result, ...)`` is what people read, ``rows(result)`` what a spreadsheet reads.
"""
