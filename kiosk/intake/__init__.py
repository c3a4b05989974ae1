"""Lists of appointments, as other programs of the office write them, become values of the core."""
