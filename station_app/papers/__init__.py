"""Printed papers that are no certificates: frozen contents to the pages of a PDF.

A form says in a numbered file of `resources/papers` what stands on the paper, in which order; its
blocks flow from page to page. Fonts, line breaking and ink are those of certificates. No database,
no clock. `contents` is what a paper says, `consent` and `record` print it.
"""
