"""The office's TOML file becomes frozen, validated values; every problem in it is told at once."""

from kiosk.config.office_file import OfficeFile, load_office_file
from kiosk.config.problems import OfficeFileError, Problem

__all__ = ["OfficeFile", "OfficeFileError", "Problem", "load_office_file"]
