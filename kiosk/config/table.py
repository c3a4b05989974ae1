"""What holds for every table of the office's file."""

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    """A field for each key: every other key is a fault. Faults repeat no value, since it may be secret."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)
