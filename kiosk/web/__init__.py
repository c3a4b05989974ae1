"""The manager's page: a process of its own that reads the ledger, and tells all open pages what changed."""
