"""The bytes of a list become text, whatever office program has saved it."""

import codecs

from kiosk.intake.listing import AppointmentListError, ListProblem

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes, wanted: str = "save the file as “CSV UTF-8”") -> str:
    """Return the text: UTF-8, with or without its mark, or else Windows-1252. Raises AppointmentListError.

    `wanted` says what to do with a file that is neither.
    """
    if data.startswith(_UTF_16):
        raise AppointmentListError([ListProblem(1, None, f"this is UTF-16: {wanted}")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as no_utf_8:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            line = data.count(b"\n", 0, no_utf_8.start) + 1
            sentence = f"this is neither UTF-8 nor Windows-1252: {wanted}"
            raise AppointmentListError([ListProblem(line, None, sentence)]) from None
