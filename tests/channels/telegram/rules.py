"""What the Bot API asks of each request, and what it says to one that does not comply."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.channels.telegram.markup import MarkupError, text_of

Params = dict[str, Any]
PNG = b"\x89PNG\r\n\x1a\n"
REQUIRED = {
    "getMe": (),
    "getUpdates": (),
    "setWebhook": ("url",),
    "deleteWebhook": (),
    "getWebhookInfo": (),
    "setMyCommands": ("commands",),
    "sendMessage": ("chat_id", "text"),
    "editMessageText": ("text",),
    "editMessageReplyMarkup": ("chat_id", "message_id"),
    "sendPhoto": ("chat_id", "photo"),
    "deleteMessage": ("chat_id", "message_id"),
    "answerCallbackQuery": ("callback_query_id",),
    "answerInlineQuery": ("inline_query_id", "results"),
}
_KNOWN = {
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "setWebhook": {"url", "secret_token", "allowed_updates", "drop_pending_updates", "max_connections"},
    "deleteWebhook": {"drop_pending_updates"},
    "setMyCommands": {"commands", "scope", "language_code"},
    "getWebhookInfo": set(),
    "sendMessage": {"chat_id", "message_thread_id", "text", "parse_mode", "reply_markup", "reply_parameters", "link_preview_options"},
    "editMessageText": {"chat_id", "message_id", "text", "parse_mode", "reply_markup", "link_preview_options"},
    "editMessageReplyMarkup": {"chat_id", "message_id", "reply_markup"},
    "sendPhoto": {"chat_id", "message_thread_id", "photo", "caption", "reply_parameters"},
    "deleteMessage": {"chat_id", "message_id"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert", "cache_time"},
    "answerInlineQuery": {"inline_query_id", "results", "cache_time", "is_personal", "next_offset"},
}


class RefusedError(Exception):
    """The request is refused: HTTP status, description, parameters."""

    def __init__(self, status: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            self.body["parameters"] = dict(parameters)

    def json(self) -> bytes:
        """The body of the answer."""
        return json.dumps(self.body).encode()


def bad(reason: str) -> RefusedError:
    """A 400."""
    return RefusedError(400, reason if reason.startswith("Bad Request") else f"Bad Request: {reason}")


def read(method: str, raw: Mapping[str, str | bytes]) -> Params:
    """The parameters of a request, decoded and checked.

    Raises:
        RefusedError: as the Bot API would.
    """
    if method not in REQUIRED:
        raise RefusedError(404, "Not Found")
    params = {name: _decode(value) if isinstance(value, str) else value for name, value in raw.items()}
    unknown = set(params) - _KNOWN.get(method, set())
    if unknown:
        raise bad(f"the emulator knows no parameter {sorted(unknown)} of {method}")
    for name in REQUIRED[method]:
        if params.get(name) in (None, ""):
            raise bad(f"{_names(name)} is empty")
    check = _CHECKS.get(method)
    if check is not None:
        check(params)
    return params


def _names(name: str) -> str:
    return {"chat_id": "chat_id", "text": "message text"}.get(name, name)


def _decode(value: str) -> Any:
    if re.fullmatch(r"-?\d{1,18}", value) or value[:1] in "[{" or value in ("true", "false"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def shown_text(params: Params) -> str:
    """The text a message will show."""
    raw = str(params["text"])
    mode = params.get("parse_mode")
    if mode not in (None, "HTML"):
        raise bad(f"unsupported parse_mode {mode}")
    try:
        text = text_of(raw) if mode == "HTML" else raw
    except MarkupError as error:
        raise bad(str(error)) from error
    if not text.strip():
        raise bad("message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise bad("message is too long")
    return text


def _check_text(params: Params) -> None:
    shown_text(params)
    if params.get("link_preview_options") != {"is_disabled": True}:
        raise bad("the emulator wants link previews off")
    check_keyboard(params.get("reply_markup"))


def check_keyboard(markup: Any) -> None:
    """An inline keyboard: at most 100 buttons, each with a text and one action; callback data of 1 to 64 bytes."""
    if markup is None:
        return
    rows = markup["inline_keyboard"]
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows) or not all(rows):
        raise bad("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad("text of the button is empty")
        actions = [name for name in ("callback_data", "url", "switch_inline_query") if name in button]
        if len(actions) != 1:
            raise bad("text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in button and not re.match(r"(https?|tg)://\S+$", button["url"]):
            raise bad("BUTTON_URL_INVALID")


def _check_markup(params: Params) -> None:
    check_keyboard(params.get("reply_markup"))


def _check_photo(params: Params) -> None:
    photo = params["photo"]
    if not isinstance(photo, bytes) or not photo.startswith(PNG):
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = (int.from_bytes(photo[start : start + 4], "big") for start in (16, 20))
    if width + height > 10_000 or max(width, height) > 20 * min(width, height) or len(photo) > 10 << 20:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    if len(str(params.get("caption", ""))) > 1024:
        raise bad("message caption is too long")


def _check_commands(params: Params) -> None:
    commands = params["commands"]
    if not 1 <= len(commands) <= 100:
        raise bad("BOT_COMMANDS_INVALID")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if not re.fullmatch(r"([a-z]{2})?", params.get("language_code", "")):
        raise bad("LANGUAGE_CODE_INVALID")


def _check_results(params: Params) -> None:
    results = params["results"]
    ids = [result["id"] for result in results]
    if len(results) > 50 or len(set(ids)) < len(ids) or not all(1 <= len(i.encode()) <= 64 for i in ids):
        raise bad("RESULT_ID_INVALID")
    if len(str(params.get("next_offset", "")).encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    for result in results:
        if result["type"] != "article" or not result["title"]:
            raise bad("ARTICLE_TITLE_EMPTY")
        content = dict(result["input_message_content"])
        shown_text({"text": content["message_text"], "parse_mode": content.get("parse_mode")})
        check_keyboard(result.get("reply_markup"))


def _check_webhook(params: Params) -> None:
    if not str(params["url"]).startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", str(params.get("secret_token", ""))):
        raise bad("secret token contains unallowed characters")


_CHECKS: dict[str, Callable[[Params], None]] = {
    "sendMessage": _check_text,
    "editMessageText": _check_text,
    "editMessageReplyMarkup": _check_markup,
    "sendPhoto": _check_photo,
    "setMyCommands": _check_commands,
    "answerInlineQuery": _check_results,
    "setWebhook": _check_webhook,
}
