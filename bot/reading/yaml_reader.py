"""Read one YAML file into plain values with the place of each: the only room that knows yaml.

Plain scalars follow YAML 1.2's core schema, so that ``on``, ``no``, ``12:30`` and ``010`` stay the text an author meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from bot.reading.line_slips import HALF_WIDTH, depth_of, has_conflict, slips_of
from bot.reading.problem import Problem

MAX_BYTES = 2_000_000
MAX_NODES = 200_000
MAX_DEPTH = 60

Path_ = tuple[str | int, ...]
Place = tuple[int, int]

_LoaderBase: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_KINDS = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq")
_CORE_TAGS = frozenset((*_KINDS, *(_CORE + kind for kind in _KINDS)))
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+")


@dataclass(slots=True)
class Document:
    """A file's value (sequences as tuples), the line and column of every part, and those of the keys before parts; ``value``
    is None if unreadable.
    """

    file: Path
    value: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_) -> Place:
        """Where a part stands; for a part that is missing, where its parent stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def key_place(self, path: Path_) -> Place:
        """Where the key of a part stands."""
        return self.keys.get(path) or self.place(path)


def read_yaml(file: Path) -> Document:
    """Read a file; whatever is wrong ends up in ``problems``, never in an exception."""
    document = Document(file)
    text = _decode(file, document.problems)
    if text is None:
        return document
    document.problems += [Problem(document.file, *slip) for slip in slips_of(text)]
    if has_conflict(text):  # what stands between the marks is there twice: nothing it leads to is worth telling
        return document
    text = text.translate(HALF_WIDTH)  # the digits are told already; what follows from their width is nothing more to mend
    slipped = any(problem.severity == "error" for problem in document.problems)
    try:
        node = yaml.compose(text, Loader=_LoaderBase)
    except yaml.MarkedYAMLError as error:
        if not slipped:  # the slip is the cause, the parser's complaint its consequence
            document.problems.append(_syntax_problem(file, text, error))
        return document
    except RecursionError:
        document.problems.append(Problem(file, 1, 1, "括号或缩进套得太深", "拆开写，一般不超过五层"))
        return document
    except yaml.YAMLError as error:
        if not slipped:
            document.problems.append(Problem(file, 1, 1, f"YAML 写法不对（{error}）", "检查编码，另存为 UTF-8"))
        return document
    if node is None:
        document.problems.append(Problem(file, 1, 1, "文件是空的", "写上内容，或删掉这个文件"))
        return document
    document.value = _Converter(document, text.split("\n")).convert(node, ())
    return document


def _decode(file: Path, problems: list[Problem]) -> str | None:
    try:
        raw = file.read_bytes()
    except OSError as error:
        problems.append(Problem(file, 0, 0, f"打不开文件：{error.strerror}", "检查文件是否存在、是否有权限"))
        return None
    if len(raw) > MAX_BYTES:
        problems.append(Problem(file, 0, 0, f"文件有 {len(raw)} 字节，上限是 {MAX_BYTES}", "拆成几个文件"))
        return None
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        problems.append(Problem(file, 1, 1, "文件是 UTF-16 编码", "在编辑器里另存为 UTF-8"))
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.append(Problem(file, line, column, "文件不是 UTF-8 编码（多半是 GBK）", "在编辑器里另存为 UTF-8"))
        return None


def _syntax_problem(file: Path, text: str, error: yaml.MarkedYAMLError) -> Problem:
    for number, row in enumerate(text.split("\n"), start=1):
        if row.split(" #")[0].replace('\\"', "").count('"') % 2:
            message, remedy = "这一行的英文双引号不成对", "补上另一半，或删掉多余的一个"
            return Problem(file, number, row.index('"') + 1, message, remedy)
    reason = error.problem or "写法不对"
    lines, failed = text.split("\n"), error.problem_mark.line if error.problem_mark else -1
    found = _misplaced_item(file, lines, failed) or _slip_of_line(file, lines, failed, reason)
    if found is not None:
        return found
    # of a bracket that never closes, what helps is where it was opened
    mark = error.context_mark if "', or '" in reason or "',' or" in reason else error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for sign, (message, remedy) in _SYNTAX_REMEDIES.items():
        if sign in reason:
            return Problem(file, line, column, message, remedy)
    return Problem(file, line, column, f"YAML 写法不对（{reason}）", "检查这一行和上一行的缩进、引号和冒号")


_SYNTAX_REMEDIES = {
    "cannot start any token": ("这里不能用制表符或特殊符号", "缩进改成空格；以 @、%、` 开头的文字放进英文双引号"),
    "expected alphabetic or numeric": ("以 * 或 & 开头的文字会被当成引用", "整段放进英文双引号"),
    "mapping keys are not allowed": ("以 ? 开头的文字会被当成键", "整段放进英文双引号"),
    "found unexpected ':'": ("花括号里的冒号后面要有空格和内容", "写成 {键: 值, 键: 值}"),
    "mapping values are not allowed": ("一行里有两个冒号，或缩进不对", "含冒号的文字放进英文双引号；同级的键对齐"),
    "did not find expected key": ("缩进或引号不对，找不到下一个键", "同级的键对齐；检查上面的引号是否成对"),
    "could not find expected ':'": ("这里少一个冒号", "写成“键: 值”"),
    "did not find expected '-' indicator": ("列表的缩进不齐", "同一个列表的“- ”对齐"),
    "did not find expected ',' or ']'": ("方括号里的列表没有写完", "各项之间用英文逗号，末尾写 ]"),
    "did not find expected ',' or '}'": ("花括号没有写完", "各项之间用英文逗号，末尾写 }"),
    "found unexpected end of stream": ("引号没有写完", "补上另一半英文引号"),
    "found undefined alias": ("星号“*”开头的文字被当成引用", "放进英文双引号"),
    "found another document": ("文件里有第二份内容，从这一行“---”起", "删掉这一行；后面的是另一个文件的，就移到那里去"),
    "found duplicate anchor": ("用了锚点“&”", "去掉，直接写出内容"),
}


_UNCLOSED = re.compile(r"^\s*(?:- )?(?:[a-z][a-z0-9_-]*: )?'[^']*$")
_TEXT_AFTER = re.compile(r"(?::|-|,) (\"[^\"]*\"|\[[^\]]*\]|\{[^}]*\})\s*[^\s#,}\]]")


def _slip_of_line(file: Path, lines: list[str], failed: int, reason: str) -> Problem | None:
    """What the text of a line tells better than the parser."""
    if "end of stream" in reason:
        failed = next((n for n, line in enumerate(lines) if _UNCLOSED.match(line)), -1)
        if failed >= 0:
            column = lines[failed].index("'") + 1
            return Problem(file, failed + 1, column, "这一行的英文单引号不成对", "补上另一半，或整段放进英文双引号")
    if not 0 <= failed < len(lines):
        return None
    line, depth = lines[failed], depth_of(lines[failed])
    if after := _TEXT_AFTER.search(line):
        message = "引号或括号后面还有字"
        return Problem(file, failed + 1, after.start(1) + 1, message, "整段放进英文双引号，里面的引号改成中文“ ”")
    if "'-' indicator" in reason and line.lstrip().startswith("{"):
        return Problem(file, failed + 1, depth + 1, "这里是列表的下一条，前面少了“- ”", "在“{”前面加“- ”，和上一条对齐")
    if "'-' indicator" in reason:
        return Problem(file, failed + 1, depth + 1, "这一行的缩进不齐", "和同一条里别的键对齐，多一格少一格都不行")
    return None


def _misplaced_item(file: Path, lines: list[str], failed: int) -> Problem | None:
    """Where a list went wrong of which an item failed to begin: its first has no dash, or one is deeper than the others."""
    if not 0 <= failed < len(lines) or not lines[failed].lstrip().startswith("- "):
        return None
    above = [n for n in range(failed) if lines[n].strip() and not lines[n].lstrip().startswith("#")]
    depth = depth_of(lines[failed])
    parent = next((n for n in reversed(above) if depth_of(lines[n]) < depth and _is_key(lines[n])), -1)
    items = [n for n in above if n > parent]
    if not items:
        return None
    first = items[0]
    if not lines[first].lstrip().startswith("- "):
        place = (first + 1, depth_of(lines[first]) + 1)
        return Problem(file, *place, "列表的第一条前面少了“- ”", "在这一行前面加“- ”，和下面的“- ”对齐")
    if depth_of(lines[first]) == depth:
        return None
    deeper = [n for n in items if lines[n].lstrip().startswith("- ") and depth_of(lines[n]) == depth_of(lines[first])]
    alike = [n for n in range(failed, len(lines)) if lines[n].lstrip().startswith("- ") and depth_of(lines[n]) == depth]
    odd = first if len(deeper) == 1 and len(alike) > 1 else failed
    return Problem(file, odd + 1, depth_of(lines[odd]) + 1, "列表的缩进不齐，这一行和别的不一样", "同一个列表的“- ”对齐")


def _is_key(line: str) -> bool:
    return line.split(" #")[0].rstrip().endswith(":")


class _Converter:
    """Nodes to plain values, noting places, refusing duplicate keys, tags and runaway aliases."""

    def __init__(self, document: Document, lines: list[str]) -> None:
        self._document = document
        self._lines = lines
        self._slipped = any(problem.severity == "error" for problem in document.problems)
        self._count = 0

    def convert(self, node: yaml.Node, path: Path_) -> Any:
        """The plain value of a node."""
        self._count += 1
        mark = node.start_mark
        self._document.places[path] = (mark.line + 1, mark.column + 1)
        if self._count > MAX_NODES or len(path) > MAX_DEPTH:
            if self._count == MAX_NODES + 1 or len(path) == MAX_DEPTH + 1:
                self._problem(node, "内容太多（或引用层层展开）", "去掉锚点和引用，或拆成几个文件")
            return None
        if node.tag not in _CORE_TAGS:
            self._problem(node, f"不支持标签“{node.tag}”", "去掉以 ! 开头的部分，或放进英文双引号")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        items = [part for item in node.value for part in self._undashed(item)]
        return tuple([self.convert(item, (*path, index)) for index, item in enumerate(items)])

    def _undashed(self, item: yaml.Node) -> Iterator[yaml.Node]:
        """An item of a list; where its first key comes again, another item begins that lacks its dash."""
        if not isinstance(item, yaml.MappingNode) or item.flow_style:
            yield item
            return
        starts = [n for n, (key, _) in enumerate(item.value) if key.value == item.value[0][0].value]
        for start, end in pairwise([*starts, len(item.value)]):
            pairs = item.value[start:end]
            if start:
                self._problem(pairs[0][0], "这里是列表的下一条，前面少了“- ”", f"在“{pairs[0][0].value}”前面加“- ”，和上一条对齐")
            mark = pairs[0][0].start_mark if start else item.start_mark
            yield yaml.MappingNode(item.tag, pairs, mark, item.end_mark, item.flow_style)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(key_node, "键必须是一个词", "检查冒号和缩进")
                continue
            key = str(key_node.value)
            if key in result:
                self._problem(key_node, f"键“{key}”写了两次", "合并成一个，或删掉多余的")
            result[key] = self.convert(value_node, (*path, key))
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            self._document.keys[(*path, key)] = place
            if isinstance(value_node, yaml.ScalarNode) and value_node.value == "":
                self._document.places[(*path, key)] = place
        return result

    def _scalar(self, node: yaml.Node) -> Any:
        text = str(node.value)
        if getattr(node, "style", None):
            return text
        first, last = node.start_mark.line, node.end_mark.line
        for number in range(first + 1, min(last + 1, len(self._lines))) if first != last else ():
            line = self._lines[number]
            if line.lstrip().startswith("- ") and not self._slipped:
                place = (number + 1, depth_of(line) + 1)
                message, remedy = "这一行缩进多了，会并进上一条", "把“- ”和上一条的“- ”对齐"
                self._document.problems.append(Problem(self._document.file, *place, message, remedy))
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INT.fullmatch(text):
            return int(text) if len(text) < 20 else text
        return float(text) if _FLOAT.fullmatch(text) else text

    def _problem(self, node: yaml.Node, message: str, remedy: str) -> None:
        mark = node.start_mark
        self._document.problems.append(Problem(self._document.file, mark.line + 1, mark.column + 1, message, remedy))
