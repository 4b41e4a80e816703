"""Spreadsheets that come in: rows with their numbers, cells as seen, refusals."""
