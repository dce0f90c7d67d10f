"""What can be wrong with a request, and how it is told: in one JSON shape, or as a page to people."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.http import web_wording

_CODES = {404: ("not_found", web_wording.NOT_FOUND), 405: ("wrong_method", web_wording.WRONG_METHOD)}


class RequestError(Exception):
    """A request that is refused: the status, a code for programs, a sentence for people."""

    def __init__(
        self, status: int, code: str, message: str, *, retry_after: int | None = None, allow: str | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.retry_after, self.allow = status, code, message, retry_after, allow

    @property
    def headers(self) -> dict[str, str]:
        """What is sent along."""
        wait = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        return wait | ({} if self.allow is None else {"Allow": self.allow})


def as_error(status: int, allow: str | None = None) -> RequestError:
    """The error that a bare status stands for."""
    code, message = _CODES.get(status, (HTTPStatus(status).name.lower(), web_wording.FAILED))
    return RequestError(status, code, message, allow=allow)


def json_error(error: RequestError) -> Response:
    """The one shape in which programs are told."""
    return JSONResponse({"error": error.code, "message": error.message}, error.status, headers=error.headers)


def wants_page(request: Request) -> bool:
    """Whether a person is to read the answer: outside the API, and what a browser asks for."""
    return not request.url.path.startswith(("/api/v", "/hook/", "/metrics")) and "text/html" in request.headers.get("accept", "")
