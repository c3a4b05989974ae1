"""A door, or a panel, as a running program: built, connected and stopped here; knows all other rooms."""
