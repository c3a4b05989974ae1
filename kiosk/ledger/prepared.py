"""Statements of the hot path: compiled once for each kind of database, and run by its driver itself.

SQLAlchemy spends about 50 microseconds on each statement, the driver 2 to 5; a scan needs seven statements,
and a commit to SQLite takes about 1500.
"""

from typing import Any

from sqlalchemy import Connection, Insert, Select, Update


class Prepared:
    """A statement whose values are all given by name when it is run; rows come back as plain tuples."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert | Update) -> None:
        """`statement` must hold no list of values (`IN`), which would have to be compiled anew each time."""
        self._statement = statement
        self._compiled: dict[str, tuple[str, dict[str, object]]] = {}

    def run(self, connection: Connection, **values: object) -> Any:  # noqa: ANN401 - a cursor of either driver
        """Run the statement with its values. The driver's errors come as they are: see `named_errors`."""
        text, constants = self._compiled.get(connection.dialect.name) or self._compile(connection)
        driver: Any = connection.connection.driver_connection
        return driver.execute(text, constants | values)

    def _compile(self, connection: Connection) -> tuple[str, dict[str, object]]:
        compiled = self._statement.compile(dialect=connection.dialect)
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        self._compiled[connection.dialect.name] = (str(compiled), constants)
        return str(compiled), constants
