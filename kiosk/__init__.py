"""Entrance check-in for a public office: a letter is scanned, the visitor is let in, the count is right."""

__version__ = "0.1.0"
