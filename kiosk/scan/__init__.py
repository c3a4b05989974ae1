"""Pixels or keystrokes become text. No Qt here, and no knowledge of what a text means."""
