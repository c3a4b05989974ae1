"""Where the page listens: what cannot be had is said with what to give instead."""

import errno
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from kiosk.web.serving import Listening, ListeningError, serve
from tests.premises import Premises


@pytest.fixture(autouse=True)
def _usual_switches() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def refusal(premises: Premises, listening: Listening) -> str:
    with pytest.raises(ListeningError) as raised:
        serve(premises.file(), listening, lambda _: None)
    return str(raised.value)


def test_a_port_that_is_taken_is_told_and_another_asked_for(premises: Premises) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = refusal(premises, Listening("127.0.0.1", taken.getsockname()[1]))
    assert "another program has it" in told
    assert "--port" in told


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.EADDRNOTAVAIL, "Give one of its own by --host"),
        (errno.EACCES, "from 1024 on by --port"),
        (errno.ENOBUFS, "another by --port or --host"),
    ],
)
def test_what_keeps_an_address_from_being_listened_on_has_its_mend(
    premises: Premises, monkeypatch: pytest.MonkeyPatch, number: int, mend: str
) -> None:
    def refuse(*_address: object, **_options: object) -> socket.socket:
        raise OSError(number, "no")

    monkeypatch.setattr(socket, "create_server", refuse)
    told = refusal(premises, Listening("192.0.2.1", 80))
    assert told.startswith("port 80 of 192.0.2.1 cannot be listened on: ")
    assert mend in told


def test_an_address_that_is_none_is_told(premises: Premises) -> None:
    told = refusal(premises, Listening("no address", 0))
    assert "neither an address nor a known name" in told
    assert "--host" in told


def test_the_file_of_a_certificate_that_cannot_be_read_is_named(premises: Premises, tmp_path: Path) -> None:
    certificate, key = tmp_path / "page.pem", tmp_path / "page-key.pem"
    assert f"{certificate} cannot be read (No such file" in refusal(
        premises, Listening("127.0.0.1", 0, certificate, key)
    )
    certificate.touch()
    assert f"{key} cannot be read (No such file" in refusal(
        premises, Listening("127.0.0.1", 0, certificate, key)
    )
    key.touch()
    assert "give both in PEM form" in refusal(premises, Listening("127.0.0.1", 0, certificate, key))


def test_a_key_of_another_certificate_is_told_as_that(premises: Premises, tmp_path: Path) -> None:
    certificate, key = tmp_path / "page.pem", tmp_path / "page-key.pem"
    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").cert_chain_pems[0].write_to_path(certificate)
    authority.issue_cert("127.0.0.1").private_key_pem.write_to_path(key)
    told = refusal(premises, Listening("127.0.0.1", 0, certificate, key))
    assert told == f"{key} is not the key of {certificate}: give the one it was made with"


def test_nobody_is_asked_for_the_password_of_a_key(
    premises: Premises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # OpenSSL asks at the terminal where it is given none.
    def load(
        _context: ssl.SSLContext, _certificate: str, _key: str, password: Callable[[], str] | None
    ) -> None:
        raise OSError(f"tried with {password and password()!r}")

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", load)
    for name in ("page.pem", "page-key.pem"):
        (tmp_path / name).touch()
    told = refusal(premises, Listening("127.0.0.1", 0, tmp_path / "page.pem", tmp_path / "page-key.pem"))
    assert "tried with ' '" in told
    assert "the key without a password" in told
