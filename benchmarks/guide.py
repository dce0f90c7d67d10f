"""What ``docs/answers.md`` asserts of every reply, by number. Used by the tests and by ``benchmarks.first_line``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.dialogue.replies.told import LONGEST_LINE, LONGEST_REPLY
from bot.language.asked_with import asked_with, asks_if_so_many, figure_put
from bot.language.numerals import figures
from bot.language.question_forms import asks_yes_or_no
from bot.model.reply import Decision, Line, LineKind, Reply
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said

FOOTER = re.compile(r"^问.+ · .+ · [\d、]+ 年，可能已失效$")
OPENERS = ("能", "不能", "符合", "不符合", "是", "不是", "有", "不用", "要", "算", "不算", "不会", "文件没写", "文件没有写")
"""What answers yes or no; the word asked with too: 管不管 gets 管, 会加吗 gets 会."""

SILENT = ("文件没写", "文件没有写")
BANNED = (
    "予以", "给予", "落实", "切实", "进一步", "倾斜", "上述", "本项", "暂无", "不详", "致敬", "逆行者", "打赢", "后顾之忧",
    "一定", "肯定", "保证", "放心",
)  # fmt: skip
_QUOTED = re.compile("“[^”]*”|《[^》]*》")
_ECHO = re.compile("^(?:记下|改为)：[^。]*。")
_AGAIN = re.compile("^还是：?(?!没)")
_MOST_LINES = 6
_MOST_BUTTONS, _MOST_OPTIONS, _LONGEST_LABEL = 4, 9, 16


@dataclass(frozen=True)
class Exchange:
    """One message, typed or tapped, with the session before and the reply."""

    text: str
    action: str | None
    before: Session
    reply: Reply
    after: Session
    snapshot: Snapshot

    @property
    def lines(self) -> list[Line]:
        """Every line of the reply."""
        return [line for section in self.reply.sections for line in section.lines]

    @property
    def cites(self) -> bool:
        """Whether it answers from items."""
        return self.reply.decision is Decision.ANSWER and bool(self.reply.measures)

    @property
    def verbatim(self) -> bool:
        """Whether it shows what the document says word for word: 全文, a card."""
        return (self.action or "").partition(":")[0] in ("full", "card") or self.action in ("do:full", "do:card")

    def said(self) -> Said:
        """The message as it was read."""
        return read(hear(self.text, self.snapshot), self.before, self.snapshot, 2020)


def length(exchange: Exchange) -> int:
    """Characters of a reply without blanks, line breaks and buttons."""
    return sum(len("".join(line.text.split())) for line in exchange.lines)


def first_line(exchange: Exchange) -> str:
    """Line one without what stands before it: what was heard, 还是, a label, a word to somebody who sighs."""
    texts = [line.text for line in exchange.lines if line.kind is not LineKind.TITLE]
    opening = {say for kind in exchange.snapshot.knowledge.care.kinds for reply in kind.reply for say in reply.say}
    words = [option.condolence for fact in exchange.snapshot.definitions.values() for option in fact.options if option.condolence]
    texts = [text.removeprefix(next((word for word in words if text.startswith(word)), "")) for text in texts if text not in opening]
    text = _ECHO.sub("", texts[0]) if texts else ""
    if not text and len(texts) > 1:
        text = texts[1]
    for label in _labels(exchange):
        text = text.removeprefix(f"{label}：")
    return _AGAIN.sub("", text)


def _labels(exchange: Exchange) -> list[str]:
    knowledge = exchange.snapshot.knowledge
    regions = [part.region.name for part in knowledge.regions]
    regions += [option.label for fact in knowledge.facts if fact.of_child for option in fact.options]  # a line for each child
    return regions + [measure.short for measure in knowledge.measure_by_id.values() if measure.short]


def broken(exchange: Exchange) -> Iterator[tuple[int, str]]:
    """Which assertions a reply breaks."""
    yield from _layout(exchange)
    yield from _footer(exchange)
    if exchange.text and exchange.cites and not exchange.verbatim:
        yield from _answer(exchange)
    yield from _words(exchange)
    yield from _buttons(exchange)


def _layout(exchange: Exchange) -> Iterator[tuple[int, str]]:
    if exchange.cites and not exchange.verbatim:
        long = [line.text for line in exchange.lines if _too_long(line, exchange)]
        yield from ((1, f"long line {text}") for text in long)
        if len(exchange.lines) > _MOST_LINES + 1:
            yield 1, f"{len(exchange.lines)} lines"
    if length(exchange) > LONGEST_REPLY:
        yield 1, f"{length(exchange)} characters"


def _too_long(line: Line, exchange: Exchange) -> bool:
    if line.kind in (LineKind.SOURCE, LineKind.QUESTION):
        return False
    text = _AGAIN.sub("", _ECHO.sub("", line.text))
    for label in (*_labels(exchange), "写了的", "有", "有规定", "符合", "不符合", "要看"):
        text = text.removeprefix(f"{label}：")
    return len("".join(text.split())) > LONGEST_LINE + 2


def _footer(exchange: Exchange) -> Iterator[tuple[int, str]]:
    feet = [n for n, line in enumerate(exchange.lines) if FOOTER.match(line.text)]
    if exchange.cites != (len(feet) == 1):
        yield 2, f"{len(feet)} footers"
    elif feet and any(line.kind is not LineKind.QUESTION for line in exchange.lines[feet[0] + 1 :]):
        yield 2, "the footer is not last"
    questions = [line.text for line in exchange.lines if line.kind is LineKind.QUESTION]
    if len(questions) > 1 or (questions and not exchange.reply.options):
        yield 11, "questions without buttons, or several"
    if exchange.reply.decision is Decision.DECLINE and not re.search("请问|请打|12345|可以这样问", exchange.reply.text):
        yield 8, "a refusal that names nobody to ask"


def _answer(exchange: Exchange) -> Iterator[tuple[int, str]]:
    said, first, reply = exchange.said(), first_line(exchange), exchange.reply
    facets = [exchange.snapshot.facet_by_id[facet] for facet in said.facets]
    if OVERVIEW in exchange.after.topics or first.startswith("问"):
        return
    summed = any(line.kind is LineKind.SUM for line in exchange.lines)
    figure_asked = any(f.amount and f.silent is None for f in facets) and not any(f.contacts for f in facets)
    if figure_asked and not (figures(first) or first.startswith((*SILENT, *OPENERS))):
        yield 3, f"no figure: {first}"
    deeds = tuple(filter(None, (asked_with(said.text[slice(*stretch)]) for stretch in said.asking)))
    put = {asks_if_so_many(said.text), *(figure_put(said.text[slice(*stretch)]) for stretch in said.asking)} - {""}
    number_put = any(number not in first for number in put)  # no yes to another number
    number_put = number_put or any(first.startswith(number) for number in figures(said.text))  # 24 小时都能打 is a yes
    texts = (said.text, said.text[slice(*said.asking[0])] if said.asking else said.text)  # of several questions the first
    if all(map(asks_yes_or_no, texts)) and not (summed or number_put) and not first.startswith((*OPENERS, *deeds)):
        yield 4, f"no yes or no: {first}"
    if first.startswith("符合") and reply.outcome not in ("eligible", None):
        yield 4, f"符合, but {reply.outcome}"
    if summed and reply.amount is not None and str(reply.amount) not in first and len(reply.measures) == 1:
        yield 6, f"the total is not in {first}"


def _words(exchange: Exchange) -> Iterator[tuple[int, str]]:
    for line in exchange.lines:
        bare = _QUOTED.sub("", line.text)
        if re.search(r"\d \d{3}(?!\d)", bare):
            yield 16, f"separated figure {line.text}"
        if exchange.cites and not exchange.verbatim:
            yield from ((16, f"{word} in {line.text}") for word in BANNED if word in bare)
    if exchange.cites and not exchange.verbatim and exchange.after.said:
        own = {line.text for line in exchange.lines if line.kind not in (LineKind.SOURCE, LineKind.QUESTION)}
        if len(own) < sum(line.kind not in (LineKind.SOURCE, LineKind.QUESTION) for line in exchange.lines):
            yield 7, "a line twice"


def _buttons(exchange: Exchange) -> Iterator[tuple[int, str]]:
    options = exchange.reply.options
    asks = any(option.action.startswith(("fact:", "region:")) for option in options)
    if exchange.cites and len(options) > (_MOST_OPTIONS if asks else _MOST_BUTTONS):
        yield 17, f"{len(options)} buttons"
    yield from ((17, f"long label {o.label}") for o in options if len(o.label) > _LONGEST_LABEL and not asks)
