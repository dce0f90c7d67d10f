"""The socket a server listens on: taken before anything that takes long, so that a port in use is told at once.

Imports nothing but the standard library.
"""

from __future__ import annotations

import errno
import socket

BACKLOG = 2_048
"""Connections that wait while the application gets ready."""

_LEAST_FREE_PORT = 1_024


class CannotListenError(Exception):
    """An address cannot be listened on; the message says why and what to do, in Chinese."""


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens, so that who connects waits until the application serves; port 0 takes a free one.

    Raises:
        CannotListenError: if the address cannot be listened on.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise CannotListenError(_why(error, host, port)) from error
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        answer_at_once(bound)
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        raise CannotListenError(_why(error, host, port)) from error
    bound.setblocking(False)
    return bound


def answer_at_once(listener: socket.socket) -> None:
    """Let whoever connects to a socket that listens be sent each piece of an answer as soon as it is there.

    asyncio sees to that for sockets of its own making only. A server writes head and body of an answer apart, and the system would keep
    the body back until the head is acknowledged: for 40 ms on a connection that is used again.
    """
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _why(error: OSError, host: str, port: int) -> str:
    """What is in the way, and what to do."""
    if isinstance(error, socket.gaierror):
        return f"不认识监听的主机名“{host}”：改 BOT_WEB_LISTEN，如 127.0.0.1:{port}"
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用：多半是上一个 serve 还在运行，先停掉它；或用 BOT_WEB_LISTEN 换一个端口，如 {host}:{port % 65_535 + 1}"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"这台机器没有地址 {host}：改 BOT_WEB_LISTEN，如 127.0.0.1:{port}"
    if isinstance(error, PermissionError) and port < _LEAST_FREE_PORT:
        return f"没有权限监听端口 {port}：用 BOT_WEB_LISTEN 换成 {_LEAST_FREE_PORT} 以上的端口，前面放反向代理"
    return f"{host}:{port} 监听不了（{error.strerror}）：检查 BOT_WEB_LISTEN"
