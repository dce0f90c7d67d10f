"""Where the web is found: what the server, its links and the commands beside it agree upon."""

from __future__ import annotations

from bot.settings import Settings


def web_address(settings: Settings) -> str:
    """The public address, or that of this machine; no slash at its end."""
    host, port = settings.web_listen
    return settings.web_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"
