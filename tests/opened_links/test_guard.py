"""A link may be written by anybody: it leads a visit to the internet, and to nothing else."""

from __future__ import annotations

import pytest
from links.guarded import RefusedError, as_sent, is_public


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:a00:1::", False),
        ("64:ff9b::a00:1", False),
    ],
)
def test_what_is_public_is_what_anybody_may_reach(ip: str, public: bool) -> None:
    assert is_public(ip) is public


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "http:///x", "http://a.example:x/", "http://me@a.example/", "//a.example"],
)
def test_what_is_no_plain_address_of_the_web_is_not_opened(address: str) -> None:
    with pytest.raises(RefusedError):
        as_sent(address)


def test_what_is_sent_starts_no_second_line_and_leaves_the_part_out() -> None:
    sent = as_sent("https://École.example/a b\r\nX: y?é=%20#part")
    assert sent == "https://xn--cole-9oa.example/a%20bX:%20y?%C3%A9=%20"
