"""How a thread waits for its next job, and for its time."""

import queue
from typing import TypeVar

_Job = TypeVar("_Job")


def next_job(jobs: queue.SimpleQueue[_Job], within: float) -> _Job | None:
    """Return the next job as soon as there is one, or None where none comes within so many seconds."""
    try:
        return jobs.get(timeout=max(within, 0.0))
    except queue.Empty:
        return None
