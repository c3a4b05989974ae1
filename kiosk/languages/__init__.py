"""The languages in which visitors are spoken to: those that are shipped, and those that an office adds."""
