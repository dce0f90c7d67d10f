"""pydantic's errors in the words of an author, at the line the author wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.language.numerals import bounds_of, leading_value, ordinal
from bot.model.pattern import GROUP_TAG, PATTERN_TAG, SHARED_TAG
from bot.reading.problem import Problem
from bot.reading.yaml_reader import Document

_GUIDE = "knowledge/README.md"
_OF_PATTERNS = (PATTERN_TAG, GROUP_TAG, SHARED_TAG)
_TAGS = frozenset({"all", "any", "not", "fact", *_OF_PATTERNS})
_SHOWN_CHOICES = 12


_Options = Mapping[str, tuple[str, ...]]
"""The options of every fact, by its id."""


def explain(
    document: Document, prefix: tuple[str | int, ...], detail: ErrorDetails, model: Any = None, options: _Options | None = None
) -> Problem:
    """One pydantic error as a problem an author understands. ``model`` and ``options`` are what was expected, for hints."""
    path = _author_path(document, (*prefix, *detail["loc"]))
    if detail["type"] == "value_error":
        path = _quoted_part(path, detail)
    unknown = detail["type"] == "extra_forbidden"
    line, column = document.key_place(path) if unknown else document.place(path)
    key = next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str) and part not in _OF_PATTERNS), "")
    if unknown:
        message, remedy = _unknown_key(key, keys_of(model))
    elif detail["type"] == "string_pattern_mismatch":
        message, remedy = _no_id(document, path, str(detail.get("input")), key, options or {})
    else:
        message, remedy = _wording(detail, key)
    return Problem(document.file, line, column, message, remedy)


def _no_id(document: Document, path: tuple[str | int, ...], found: str, key: str, options: _Options) -> tuple[str, str]:
    """What stands where an id should: often the name by which people call the thing."""
    asked = _fact_asked(document, path)
    if asked:
        return f"事实“{asked}”没有选项“{found}”", choices(found, options.get(asked, ()))
    if key == "fact":
        return f"没有叫“{found}”的事实（facts.yaml）", choices(found, options)
    if key in _NAMED_ELSEWHERE and not _LISTED.search(found):
        return f"“{found}”不能作 id（{key}）", f"这里不写名称，写 id：{_NAMED_ELSEWHERE[key]}"
    return (
        f"“{found}”不能作 id（{key}）",
        "只用小写英文字母、数字和连字符，如 daily-subsidy；多个 id 之间用英文逗号",
    )


_LISTED = re.compile(r"\W")
_NAMED_ELSEWHERE = {
    "units": "contacts.yaml 里那个单位的 id",
    "lead": "contacts.yaml 里那个单位的 id",
    "channels": "contacts.yaml 里那条热线的 id",
    "topics": "topics/ 里的文件名，不带 .yaml",
    "related": "topics/ 里的文件名，不带 .yaml",
    "area": "region.yaml 的 areas 里那一类的 id",
    "facets": "facets.yaml 里的 id",
}


def _fact_asked(document: Document, path: tuple[str | int, ...]) -> str:
    """The fact of which an option should stand there."""
    at = path[:-1] if path and isinstance(path[-1], int) else path
    if not at or at[-1] not in ("is", "in"):
        return ""
    value: Any = document.value
    for part in at[:-1]:
        value = value[part]
    return str(value.get("fact", "")) if isinstance(value, dict) else ""


def nearest(wanted: str, allowed: Sequence[str]) -> str | None:
    """The nearest spelling of a name, itself if it is allowed; None if none is near."""
    return next(iter(get_close_matches(wanted, allowed, 1, 0.6)), None)


def choices(wanted: str, allowed: Iterable[str]) -> str:
    """What may stand instead: the nearest spelling first, then the list as far as it fits a line."""
    names = list(dict.fromkeys(allowed))
    near = nearest(wanted, names)
    if near is not None:
        return f"是不是“{near}”？"
    if not names:
        return "这里还没有任何可用的名字，先去定义"
    shown = "、".join(names[:_SHOWN_CHOICES])
    return f"可用：{shown}" + (f" 等 {len(names)} 个" if len(names) > _SHOWN_CHOICES else "")


def _author_path(document: Document, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path without pydantic's union tags, which stand in no file."""
    kept: tuple[str | int, ...] = ()
    for index, part in enumerate(path):
        following = path[index + 1] if index + 1 < len(path) else None
        if part in _TAGS and (*kept, part) in document.places and following == part:
            continue
        if part in _TAGS and (*kept, part, following) not in document.places and (*kept, following) in document.places:
            continue
        if part in _TAGS and (*kept, part) not in document.places:
            continue
        kept = (*kept, part)
    return kept


def _quoted_part(path: tuple[str | int, ...], detail: ErrorDetails) -> tuple[str | int, ...]:
    """Of a value that contradicts itself, the part whose text the message quotes."""
    found = detail.get("input")
    if isinstance(found, dict):
        quoted = _QUOTED.findall(str(detail.get("ctx", {}).get("error", "")))
        return next(((*path, key) for key, value in found.items() if value in quoted), path)
    return path


_QUOTED = re.compile("“([^”]+)”")


@cache
def keys_of(model: Any) -> tuple[str, ...]:
    """Every key an author may write somewhere inside a model."""
    if model is None:
        return ()
    seen: dict[str, None] = {}
    _collect_keys(model, seen, set())
    return tuple(seen)


def _collect_keys(model: Any, seen: dict[str, None], done: set[type[BaseModel]]) -> None:
    if isinstance(model, type) and issubclass(model, BaseModel):
        if model in done:
            return
        done.add(model)
        for name, info in model.model_fields.items():
            seen[info.alias or name] = None
            _collect_keys(info.annotation, seen, done)
        return
    for part in get_args(model):
        _collect_keys(part, seen, done)


def _unknown_key(key: str, known: Iterable[str]) -> tuple[str, str]:
    if "：" in key:
        return f"用了全角冒号：“{key}”", "改成英文冒号加一个空格“: ”"
    if ":" in key:
        return f"冒号后面少一个空格：“{key}”", "写成“键: 值”"
    names = list(known)
    if key in names:
        return f"“{key}”不能写在这里", f"检查缩进：它属于另一层；哪一层见 {_GUIDE}"
    near = nearest(key, names)
    hint = f"是不是“{near}”？" if near is not None else "检查拼写和缩进；"
    return f"不认识的键“{key}”", f"{hint}可用的键见 {_GUIDE}"


def _wording(detail: ErrorDetails, key: str) -> tuple[str, str]:
    worded = _WORDINGS.get(detail["type"])
    if worded is None:
        return f"“{key}”不对：{detail['msg']}", f"对照 {_GUIDE} 改正"
    return worded(key, detail.get("input"), detail.get("ctx", {}), detail["msg"])


def _not_text(key: str, found: Any, _ctx: dict[str, Any], _msg: str) -> tuple[str, str]:
    if found is None:
        return f"“{key}”是空的", "写上内容，或删掉这一行"
    shown = "列表" if isinstance(found, tuple) else "一组“键: 值”" if isinstance(found, dict) else repr(found)
    if isinstance(found, bool | int | float):
        return f"“{key}”应当是文字，写成了 {shown}", '电话、年份、编号等要放进英文双引号，如 "12355"'
    return f"“{key}”应当是文字，写成了{shown}", "只写一段文字；含冒号的文字放进英文双引号"


def _not_mapping(key: str, found: Any, _ctx: dict[str, Any], _msg: str) -> tuple[str, str]:
    return f"“{key}”应当由“键: 值”组成，写成了 {str(found)[:20]!r}", "检查缩进，以及冒号后的空格"


def _not_list(key: str, found: Any, _ctx: dict[str, Any], _msg: str) -> tuple[str, str]:
    shown = "空的" if found is None else f"写成了 {str(found)[:20]!r}"
    return f"“{key}”应当是一个列表，{shown}", "写成 [甲, 乙]，或每项一行以“- ”开头"


def _only_digits(found: Any) -> str:
    """How a number that was written as text is to be written."""
    number = _whole_number(found.replace(",", "").replace("，", "").strip()) if isinstance(found, str) else None
    if number is None:
        return "去掉引号、单位和逗号，只写数字"
    return f"去掉引号、单位和逗号，只写数字：{number}" if re.search(r"[0-9]", found) else f"写成 {number}"


def _whole_number(text: str) -> int | None:
    """The number a text means, if it means one: 十二, 300 元, 第12项."""
    bounds = bounds_of(text)
    value = (bounds.low if bounds.low == bounds.high else None) if bounds is not None else leading_value(text) or ordinal(text)
    return int(value) if value is not None and value == int(value) else None


_MEANINGS = {
    "eligible": "符合", "ineligible": "不符合", "missing": "要看", "silent": "文件没写",
    "answer": "回答", "ask": "反问", "decline": "没答上来", "chat": "招呼、菜单",
}  # fmt: skip
"""What the words that may be chosen say in a reply."""


def _one_of(expected: str) -> str:
    """The words that may stand there, each with its meaning."""
    names = _LITERAL.findall(expected)
    return "可用：" + "、".join(f"{name}（{_MEANINGS[name]}）" if name in _MEANINGS else name for name in names)


_LITERAL = re.compile("'([^']*)'")


def _as_told(found: Any, message: str) -> str:
    """The remedy for a value that contradicts itself, which the message names."""
    lead, units = (found.get("lead"), found.get("units")) if isinstance(found, dict) else (None, None)
    if not isinstance(lead, str) or not isinstance(units, tuple) or f"“{lead}”" not in message:
        return "照说明改正"
    near = nearest(lead, [str(unit) for unit in units])
    return (f"是不是“{near}”？不是就" if near is not None else "") + f"把 {lead} 加进 units，或把 lead 改成 units 里的一个"


_Wording = Callable[[str, Any, dict[str, Any], str], tuple[str, str]]
_WORDINGS: dict[str, _Wording] = {
    "missing": lambda key, _f, _c, _m: (f"缺少“{key}”", f"补上一行“{key}: …”"),
    "string_type": _not_text,
    "string_too_short": lambda key, _f, _c, _m: (f"“{key}”是空的", "写上内容，或删掉这一行"),
    "string_too_long": lambda key, found, ctx, _m: (
        f"“{key}”太长：{len(str(found))} 个字，最多 {ctx.get('max_length')} 个",
        "写短一些",
    ),
    "tuple_type": _not_list,
    "too_short": lambda key, _f, _c, _m: (f"“{key}”至少要有一项", "补上内容"),
    "dict_type": _not_mapping,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "int_type": lambda key, found, _c, _m: (f"“{key}”应当是整数，写成了 {found!r}", _only_digits(found)),
    "bool_type": lambda key, found, _c, _m: (f"“{key}”应当是 true 或 false，写成了 {found!r}", "写 true 或 false"),
    "literal_error": lambda key, found, ctx, _m: (f"“{key}”不能是 {found!r}", _one_of(str(ctx.get("expected")))),
    "value_error": lambda _k, found, ctx, msg: (str(ctx.get("error", msg)), _as_told(found, str(ctx.get("error", msg)))),
    "condition_kind": lambda _k, _f, _c, msg: (msg, "写成 {fact: 事实, is: 选项} 或 {any: [...]} 等"),
    "pattern_guard": lambda _k, _f, ctx, msg: (msg, ctx["remedy"]),
    "shared_unknown": lambda _k, _f, ctx, msg: (msg, choices(ctx["name"], ctx["known"])),
    "greater_than_equal": lambda key, found, ctx, _m: (
        f"“{key}”是 {found!r}，不能小于 {ctx.get('ge')}",
        f"改成不小于 {ctx.get('ge')} 的整数",
    ),
}


_FOLLOWS_FROM_SLIPS = frozenset({"missing", "extra_forbidden", "tuple_type"})


def explain_all(
    document: Document, prefix: tuple[str | int, ...], details: list[ErrorDetails], model: Any, options: _Options | None = None
) -> list[Problem]:
    """Every error of one value, once.

    A text-or-list union gives two errors for one slip, and a slip of the editor (a full-width colon) or of the hand (titel)
    makes keys go missing: only the cause is told.
    """
    slipped = any(problem.severity == "error" for problem in document.problems)
    slipped = slipped or any(d["type"] == "extra_forbidden" and {":", "："} & set(str(d["loc"][-1])) for d in details)
    told: dict[tuple[int, int, str], Problem] = {}
    wrong = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    for detail in details:
        if detail["type"] == "too_short" and detail["loc"] in wrong:  # what is wrong inside left it empty
            continue
        own_slip = bool({":", "："} & set(str(detail["loc"][-1:])))
        if slipped and detail["type"] in _FOLLOWS_FROM_SLIPS and not own_slip:
            continue
        if detail["type"] == "missing" and _misspelt(detail, details):
            continue
        problem = explain(document, prefix, detail, model, options)
        same_slip = "" if detail["type"] != "missing" else problem.message
        told.setdefault((problem.line, problem.column, same_slip), problem)
    return list(told.values())


def _misspelt(missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a key that is missing stands beside its place as one that nobody knows: titel."""
    *around, key = missing["loc"]
    beside = (d["loc"] for d in details if d["type"] == "extra_forbidden" and [*d["loc"][:-1]] == around)
    return any(nearest(str(found[-1]), [str(key)]) is not None for found in beside)
