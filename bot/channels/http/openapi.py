"""The API described for programs: OpenAPI 3.1. The tests hold the running server to it."""

from __future__ import annotations

from typing import Any

MOST_TEXT = 4_000
"""Of more than 500 characters the core hears both ends; what is longer than this is no message."""

MOST_ACTION = 200
MOST_SESSION = 12_000
MOST_MEASURES = 50


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }


def _all(**properties: Any) -> dict[str, Any]:
    """An object that always has all of its properties."""
    return _object(tuple(properties), **properties)


def _list(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


def _text(about: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "string", **({"description": about} if about else {}), **more}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _answer(about: str, schema: str) -> dict[str, Any]:
    return {"description": about, "content": _json(schema)}


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """What may be left out or be null."""
    return value | {"type": [value["type"], "null"]}


_ID = _text(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=60)
_NULL = {"type": "null"}
_OPTIONAL_ID = {"anyOf": [_ID, _NULL]}
_ERRORS = {
    "400": _answer("请求写得不对；bad_session：对话过期，不带 session 从头开始。", "Error"),
    "408": _answer("内容 10 秒没有传完。", "Error"),
    "413": _answer("内容超过 16 KiB。", "Error"),
    "415": _answer("内容类型不是 application/json。", "Error"),
    "429": {
        **_answer("问得太多。", "Error"),
        "headers": {"Retry-After": {"description": "要等几秒。", "schema": {"type": "integer", "minimum": 1}}},
    },
    "500": _answer("程序出错；message 里有编号。", "Error"),
    "503": _answer("正在停下，或还没准备好。", "Error"),
}

_SCHEMAS: dict[str, Any] = {
    "Question": {
        **_object(
            (),
            text=_or_null(_text("打的字；超过 500 个字只听头尾。", minLength=1, maxLength=MOST_TEXT)),
            action=_or_null(_text("点的选项的 action。", minLength=1, maxLength=MOST_ACTION, pattern=r"^[\x00-\x7f]+$")),
            session=_or_null(_text("上一个回答里的 session；24 小时有效。", minLength=1, maxLength=MOST_SESSION)),
            region=_or_null(_text("没有 session 时，对话从哪个地区开始；见 /api/v1/regions。")),
        ),
        "oneOf": [
            {"required": ["text"], "properties": {"text": {"type": "string"}, "action": _NULL}},
            {"required": ["action"], "properties": {"action": {"type": "string"}, "text": _NULL}},
        ],
    },
    "Line": _all(
        kind=_text(enum=["title", "verdict", "sum", "text", "contact", "source", "note", "question"]),
        text=_text(),
        phones=_list(_text("这一行里的电话号码。")),
    ),
    "Section": _all(measure=_OPTIONAL_ID, lines=_list({"$ref": "#/components/schemas/Line"}, minItems=1)),
    "Option": _all(label=_text(), action=_text()),
    "Cited": _all(id=_ID, title=_text(), path=_text("能转发的页面。")),
    "Answer": _all(
        decision=_text("答、反问、文件里没有、闲话。", enum=["answer", "ask", "decline", "chat"]),
        sections=_list({"$ref": "#/components/schemas/Section"}),
        options=_list({"$ref": "#/components/schemas/Option"}),
        measures=_list(_ID, description="依据的条款，最相关的在前。"),
        cited=_list({"$ref": "#/components/schemas/Cited"}),
        outcome={"enum": ["eligible", "ineligible", "unknown", None]},
        amount={"type": ["integer", "null"], "description": "算出的金额，元。"},
        region={"anyOf": [_all(id=_ID, name=_text()), _NULL]},
        command={
            "type": ["string", "null"],
            "description": "答的是机器人的哪个命令；forget：对话已清除；useful、useless：说了有用、没用，已经数过。",
        },
        delicate={"type": "boolean", "description": "问的人可能正难受：别请他评价，别留他的话。"},
        why=_list(_text(), description="怎么得出的：听到了什么，查的是哪一项；delicate 时不写。"),
        session=_text("下一句带上它。"),
    ),
    "Feedback": _object(
        ("helpful",),
        helpful={"type": "boolean", "description": "有没有用：true 或 false。"},
        measures=_list(_ID, maxItems=MOST_MEASURES, description="回答依据的条款。"),
        question=_or_null(_text("问的人同意留下才写；会去掉姓名、电话、证件号。", minLength=1, maxLength=MOST_TEXT)),
        counted={"type": "boolean", "description": "打字说过有用没用，已经数过：这次只留问题。"},
    ),
    "Region": _all(
        id=_ID,
        name=_text(),
        full_name=_text(),
        document=_all(title=_text(), year={"type": "integer"}),
        path=_text("这个地区的页面。"),
    ),
    "Regions": _all(regions=_list({"$ref": "#/components/schemas/Region"})),
    "Error": _all(error=_text("给程序看的代码。"), message=_text("给人看的一句话。")),
}


def _post(about: str, schema: str, good: dict[str, Any]) -> dict[str, Any]:
    body = {"required": True, "content": _json(schema)}
    return {"post": {"summary": about, "requestBody": body, "responses": {**good, **_ERRORS}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "一线医务人员保障问答",
        "version": "1",
        "description": "按 2020 年的公开文件回答。不用登录；不存对话：session 由您保管，每次带回来。",
    },
    "paths": {
        "/api/v1/turn": _post("问一句，答一句", "Question", {"200": _answer("回答。", "Answer")}),
        "/api/v1/feedback": _post("这个回答有没有用", "Feedback", {"204": {"description": "记下了。"}}),
        "/api/v1/regions": {"get": {"summary": "有哪些地区", "responses": {"200": _answer("地区。", "Regions")}}},
    },
    "components": {"schemas": _SCHEMAS},
}
