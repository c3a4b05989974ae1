"""The languages of the office's own, for the commands that open a visitors' screen."""

from kiosk.commands.exits import Exit, stop
from kiosk.config import OfficeFile
from kiosk.languages.faults import LanguageFilesError
from kiosk.languages.own import OwnLanguage, own_languages


def read_languages(office_file: OfficeFile) -> tuple[OwnLanguage, ...]:
    """Return the languages that the office has added, or end the command with all that is wrong in them."""
    try:
        return own_languages(office_file.letter_texts)
    except LanguageFilesError as error:
        stop(Exit.OFFICE_FILE, str(error))
