"""How long tests wait for what happens at once on a machine that has nothing else to do."""

from typing import Final

PATIENCE_MS: Final = 60_000
"""One that is busy with other tests has taken more than ten seconds for what usually takes one."""
