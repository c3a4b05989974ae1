"""What is wrong in files of languages, told at once with file, line and mend."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.config.problems import Problem


class LanguageFaultError(Exception):
    """Raised for a text or a file of texts that cannot be used, with all that is wrong in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(each) for each in problems))
        self.problems = problems


class LanguageFilesError(Exception):
    """Raised for a folder of texts that cannot be used, with all that is wrong in its files."""

    def __init__(self, faults: Mapping[Path, tuple[Problem, ...]]) -> None:
        lines = []
        for path, problems in faults.items():
            lines += [f"{path} cannot be used:", *(f"  {each}" for each in problems)]
        super().__init__("\n".join(lines))
