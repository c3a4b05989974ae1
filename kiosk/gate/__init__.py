"""One scan or one tap: gather the facts, decide, record, in one transaction of the ledger.

Nobody is told anything before the ledger has committed it. What the ledger, or the clock, cannot vouch for is
answered with "the staff will help you"; it lets nobody in.
"""
