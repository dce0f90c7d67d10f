"""What is in the way of listening is told with what to do."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import pytest

from bot.channels import hook_server
from bot.channels.listening import CannotListenError, listening_socket


def test_a_port_in_use_is_named() -> None:
    with listening_socket("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(CannotListenError, match=f"端口 {port} 已被占用"):
            listening_socket("127.0.0.1", port)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "1024 以上的端口"),
        (OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address"), "没有地址 127.0.0.1"),
        (OSError(errno.ENOBUFS, "No buffer space available"), "检查 BOT_WEB_LISTEN"),
    ],
)
def test_each_reason_has_its_remedy(monkeypatch: pytest.MonkeyPatch, error: OSError, says: str) -> None:
    def bind(*_: object) -> None:
        raise error

    monkeypatch.setattr(socket.socket, "bind", bind)
    with pytest.raises(CannotListenError, match=says):
        listening_socket("127.0.0.1", 80)


def test_a_host_that_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(CannotListenError, match="不认识监听的主机名"):
        listening_socket("bot.invalid", 8000)


@pytest.mark.parametrize("listen", [listening_socket, hook_server._listener])
def test_who_connects_is_sent_the_body_of_an_answer_before_its_head_is_acknowledged(
    listen: Callable[[str, int], socket.socket],
) -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        listener.settimeout(5.0)
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
