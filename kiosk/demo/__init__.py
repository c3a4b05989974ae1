"""The demo: an invented office on an invented day, before whose real door simulated visitors come and go."""
