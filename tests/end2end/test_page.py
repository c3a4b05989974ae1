"""The manager's page as a program: with TLS, on a port that is taken, and with a certificate that is none."""

import re
import signal
import socket
import ssl
from http.client import HTTPSConnection
from pathlib import Path

import pytest
import trustme

from tests.end2end.program import Desk, wait_until
from tests.premises import make_premises


def test_page_speaks_tls_and_says_what_is_wrong_with_its_port_and_its_certificate(tmp_path: Path) -> None:
    desk = Desk(make_premises(tmp_path / "office"))
    certificate, key = tmp_path / "page.pem", tmp_path / "page-key.pem"
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.cert_chain_pems[0].write_to_path(certificate)
    issued.private_key_pem.write_to_path(key)
    tls = ("--certificate", certificate, "--key", key)
    with desk.running("serve", "--port", "0", *tls) as page:
        wait_until(lambda: "https" in page.said() or not page.runs(), "the page is served")
        found = re.search(r"https://127\.0\.0\.1:(\d+)/", page.said())
        assert found is not None, page.complained()
        port = int(found[1])
        trusting = ssl.create_default_context()
        authority.configure_trust(trusting)
        connection = HTTPSConnection("127.0.0.1", port, context=trusting, timeout=30)
        connection.request("GET", "/sign-in")
        answer = connection.getresponse()
        assert answer.status == 200
        assert "Secure" in str(answer.headers["set-cookie"])
        connection.close()
        # Unless it is told another address it hears this one alone, and no other of this machine.
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=30).close()
        taken = desk.call("serve", "--port", port)
        assert (taken.returncode, "choose another by --port" in taken.stderr) == (2, True)
        assert page.end(signal.SIGINT) == 0
    swapped = desk.call("serve", "--port", "0", "--certificate", key, "--key", certificate)
    assert (swapped.returncode, "give both in PEM form" in swapped.stderr) == (2, True)
    alone = desk.call("serve", "--certificate", certificate)
    assert (alone.returncode, "belong together" in alone.stderr) == (2, True)
