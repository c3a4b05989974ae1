"""Letters are painted with the application of the tests."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _qt(qapp: QApplication) -> None:
    """Have pytest-qt make its application first: letters leave one alone that is there."""
