"""Results -> text, one renderer a format.

Each result has a layout (``layout.<kind>``): the document that people read, and the rows that a
spreadsheet reads. A format turns any document, or any rows, into text; JSON is the result itself.
Nothing here calculates.
"""
