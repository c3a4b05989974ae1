"""Statements of the hot path: compiled once for each kind of database, and run by its driver itself.

SQLAlchemy spends about 50 microseconds on each statement, the driver 2 to 5; a scan needs seven statements,
and a commit to SQLite takes about 1500.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, Select, Update

from kiosk.ledger.database import Direct


class Prepared:
    """A statement whose values are all given by name when it is run; rows come back as plain tuples."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert | Update | Delete) -> None:
        """`statement` must hold no list of values (`IN`), which would have to be compiled anew each time."""
        self._statement = statement
        self._compiled: dict[str, tuple[str, dict[str, object]]] = {}

    def run(self, direct: Direct, **values: object) -> Any:  # noqa: ANN401 - a cursor of either driver
        """Run the statement with its values, inside `Database.direct`."""
        text, constants = self._compiled.get(direct.dialect.name) or self._compile(direct.dialect)
        return direct.driver.execute(text, constants | values)

    def run_each(self, direct: Direct, rows: Sequence[dict[str, object]]) -> int:
        """Run the statement once for each of the rows, and return how many rows of the table it touched."""
        if not rows:
            return 0
        text, constants = self._compiled.get(direct.dialect.name) or self._compile(direct.dialect)
        cursor = direct.driver.cursor()
        cursor.executemany(text, [constants | row for row in rows])
        touched: int = cursor.rowcount
        return touched

    def _compile(self, dialect: Dialect) -> tuple[str, dict[str, object]]:
        compiled = self._statement.compile(dialect=dialect)
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        self._compiled[dialect.name] = (str(compiled), constants)
        return str(compiled), constants
