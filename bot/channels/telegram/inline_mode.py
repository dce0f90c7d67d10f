"""Inline mode: what a measure gives anybody, to be sent into any chat. Results are the same for everyone."""

from __future__ import annotations

from datetime import date

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.channels.telegram.html_rendering import render
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import LineKind, Reply, Section
from bot.model.session import Session

PAGE = 20
CACHE_SECONDS = 300
_PERSONAL_LINES = frozenset({LineKind.VERDICT, LineKind.SUM, LineKind.QUESTION})
_DESCRIPTION = 100


def results(
    query: str, offset: str, snapshot: Snapshot, today: date, username: str
) -> tuple[list[InlineQueryResultArticle], str]:
    """Articles for a query, and the offset of the next page ("" if it is the last). An empty query lists all."""
    measures = _found(query, snapshot, today) if query.strip() else list(snapshot.knowledge.measure_by_id)
    start = int(offset) if offset.isdecimal() and len(offset) < 6 else 0
    page = measures[start : start + PAGE]
    following = str(start + PAGE) if start + PAGE < len(measures) else ""
    return [_article(measure, snapshot, today, username) for measure in page], following


def _found(query: str, snapshot: Snapshot, today: date) -> list[str]:
    """Measures the answer to a question rests on, asked by nobody in particular."""
    reply, _ = respond(Message(text=query[:500]), Session(), snapshot, today)
    return list(reply.measures)


def _article(measure: str, snapshot: Snapshot, today: date, username: str) -> InlineQueryResultArticle:
    reply, _ = respond(Message(action=f"measure:{measure}"), Session(), snapshot, today)
    part = render(_public(reply))[0]
    region = snapshot.knowledge.region_of[measure].region.name
    link = InlineKeyboardButton("我符合吗？接着问", url=f"https://t.me/{username}?start={measure}")
    body = [line.text for section in reply.sections for line in section.lines if line.kind is LineKind.TEXT]
    return InlineQueryResultArticle(
        id=measure,
        title=f"【{region}】{snapshot.knowledge.measure_by_id[measure].title}",
        description=body[0][:_DESCRIPTION] if body else None,
        input_message_content=InputTextMessageContent(
            part.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=InlineKeyboardMarkup([[link]]),
    )


def _public(reply: Reply) -> list[Section]:
    """The sections without lines that speak of somebody."""
    kept = (tuple(line for line in section.lines if line.kind not in _PERSONAL_LINES) for section in reply.sections)
    return [Section(lines) for lines in kept if lines]
