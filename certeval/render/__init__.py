"""Turn results into text, with one renderer for each format.

Each result has a layout (``layout.<kind>``) that turns it into a document for people. The terminal
and Markdown renderers show any document; CSV and JSON are written from the result itself. Nothing
is calculated here.
"""
