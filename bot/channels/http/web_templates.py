"""Pages made of templates, and the files that go with them, read once at the start."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.http import web_wording
from bot.channels.http.request_errors import RequestError
from bot.channels.http.web_api import regions_view
from bot.channels.http.web_context import Web
from bot.dialogue import wording

_HERE = Path(__file__).parent
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


class Pages:
    """Renders templates with what every page shows."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._files = {file.name: file.read_bytes() for file in (_HERE / "static").iterdir() if file.suffix in _KINDS}
        environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals |= {"name": web_wording.NAME, "static": self.address, "pieces": pieces}
        self._environment = environment

    def page(self, template: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> Response:
        """A page."""
        snapshot = self._web.snapshot()
        common = {
            "scope": wording.scope(snapshot.in_sight),
            "regions": regions_view(snapshot),
            "today": self._web.today().isoformat(),
            "url": self._web.public_url,
        }
        text = self._environment.get_template(template).render(common | values)
        return HTMLResponse(text, status, headers=headers)

    def message(self, heading: str, *texts: str, status: int = 200, **values: Any) -> Response:
        """A page with a few sentences."""
        blank: dict[str, Any] = {"endpoints": (), "sample": "", "session": "", "question": "", "ask_to_keep": False}
        return self.page("message.html", status, heading=heading, texts=texts, **(blank | values))

    def error(self, error: RequestError) -> Response:
        """What is wrong with a request, told to a person."""
        return self.message(error.message, status=error.status, headers=error.headers)

    def address(self, name: str) -> str:
        """Where a file is found; another address whenever its content is another one."""
        return f"/static/{name}?v={self._version(name)}"

    def _version(self, name: str) -> str:
        return hashlib.sha256(self._files[name]).hexdigest()[:10]

    async def file(self, request: Request) -> Response:
        """One of the files; kept for good only under the address of its content: while programs are exchanged one after another,
        the page may be a newer one's.
        """
        name = request.path_params.get("name", "icon.svg")
        if name not in self._files:
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        kept = _FOR_GOOD if request.query_params.get("v") == self._version(name) else None
        return Response(self._files[name], media_type=_KINDS[Path(name).suffix], headers=kept)


_MARK = re.compile("[，。、；：！？）》”]*")


def pieces(line: dict[str, Any]) -> Iterator[tuple[str, str | None, str]]:
    """A line in pieces, telephone numbers apart, each with the marks behind it, which begin no line.

    >>> list(pieces({"text": "打 12345、12355 问", "phones": ["12345", "12355"]}))
    [('打 ', None, ''), ('12345', '12345', '、'), ('12355', '12355', ''), (' 问', None, '')]
    """
    rest: str = line["text"]
    while rest:
        found = min(((rest.index(phone), phone) for phone in line["phones"] if phone in rest), default=None)
        if found is None:
            yield rest, None, ""
            return
        at, phone = found
        if at:
            yield rest[:at], None, ""
        behind = _MARK.match(rest, at + len(phone))
        marks = behind[0] if behind is not None else ""
        yield phone, phone, marks
        rest = rest[at + len(phone) + len(marks) :]
