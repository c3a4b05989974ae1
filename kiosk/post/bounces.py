"""Mails that came back: reports of non-delivery (RFC 3464) in a Maildir, matched by the mail's own name.

What is read is moved from `new` to `cur`, as every mail program does; nothing of it is kept but a number.
"""

import mailbox
import re
from email.message import Message
from pathlib import Path
from typing import Final

from kiosk.ledger.mail_queue import MailQueue

_OURS: Final = re.compile(r"<([0-9a-f]{32})@[^>\s]*>")
_STATUS: Final = re.compile(r"5\.\d{1,3}\.\d{1,3}")


def note_bounces(folder: Path, queue: MailQueue) -> int:
    """Write down which mails came back for good; return how many. Raises OSError without a Maildir."""
    if not (folder / "new").is_dir():
        raise NotADirectoryError(None, f"{folder} is no Maildir")
    noted = 0
    maildir = mailbox.Maildir(folder, create=False)
    for key in maildir.keys():  # noqa: SIM118 - a mailbox is no mapping: iterating gives messages
        message = maildir[key]
        if message.get_subdir() != "new":
            continue
        returned = _returned(message)
        if returned is not None:
            noted += queue.note_bounce(*returned)
        message.set_subdir("cur")
        message.add_flag("S")
        maildir[key] = message
    return noted


def _returned(message: Message) -> tuple[str, str] | None:
    """Return the mail that a report is about and the number that it gives, None for any other mail."""
    failed = mail_id = None
    for part in message.walk():
        if part.get("Action", "").strip().lower() == "failed":
            status = _STATUS.search(part.get("Status", ""))
            failed = f"bounced {status[0]}" if status else "bounced"
        ours = _OURS.search(part.get("Message-ID", "")) or _headers_only(part)
        if ours is not None:
            mail_id = ours[1]
    return None if failed is None or mail_id is None else (mail_id, failed)


def _headers_only(part: Message) -> re.Match[str] | None:
    if part.get_content_type() != "text/rfc822-headers":
        return None
    return _OURS.search(str(part.get_payload()))
