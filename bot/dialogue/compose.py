"""Findings in words: each kind by a file of its own."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import (
    Accompanied,
    Answered,
    Carded,
    ChargeTold,
    Chatted,
    Comforted,
    Doubted,
    Entitled,
    FactAsked,
    InCharge,
    InFull,
    Judgment,
    NeedsRegion,
    NotForThem,
    NotHere,
    NotInDocuments,
    NotUnderstood,
    OnlyPart,
    Page,
    Silent,
    ToPeople,
)
from bot.dialogue.marks import said_before
from bot.dialogue.replies import refusals
from bot.dialogue.replies.card import card_reply
from bot.dialogue.replies.care import care_reply, condolence, said
from bot.dialogue.replies.charge import charge_reply
from bot.dialogue.replies.chatting import talk_reply, with_also
from bot.dialogue.replies.duty import duty_reply
from bot.dialogue.replies.entitlements import entitlements_reply
from bot.dialogue.replies.full import full_reply
from bot.dialogue.replies.measures import measures_reply
from bot.dialogue.replies.pages import fact_question, needs_region, page_reply
from bot.dialogue.replies.plain import plain
from bot.dialogue.replies.to_people import people_reply
from bot.model.reply import Decision, Line, LineKind, Reply, Section


def compose(judgment: Judgment, case: Case) -> Reply:
    """The reply to what was found, behind half a line for a sigh that was heard, or for a death that was told."""
    reply = _reply(judgment, case)
    if judgment.opening is not None:
        return replace(reply, sections=(Section((Line(LineKind.NOTE, said(judgment.opening, case)),)), *reply.sections))
    word = condolence(case)
    if word is None or not reply.sections or isinstance(judgment.findings, Comforted | Accompanied):
        return reply
    section, *others = reply.sections
    first, *lines = section.lines
    opened = section._replace(lines=(first._replace(text=f"{word}{first.text}"), *lines))
    return replace(reply, sections=(opened, *others))


def _reply(judgment: Judgment, case: Case) -> Reply:
    found, snapshot = judgment.findings, case.snapshot
    match found:
        case Answered():
            return measures_reply(found, judgment, case)
        case Entitled():
            return entitlements_reply(found, judgment, case)
        case Comforted():
            return care_reply(found, case)
        case Accompanied(lines):
            return plain(Decision.CHAT, *lines)
        case Carded():
            return card_reply(found, case)
        case ChargeTold():
            return charge_reply(found)
        case InCharge():
            return duty_reply(found)
        case Chatted(phrase, also):
            return with_also(talk_reply(phrase, case), also, case)
        case InFull():
            return full_reply(found, said_before(case.before, judgment))
        case ToPeople():
            return people_reply(found)
        case Page():
            return page_reply(found, case)
        case FactAsked():
            return fact_question(found, case)
        case NeedsRegion():
            return needs_region(case)
        case NotHere():
            return refusals.not_here(found, snapshot)
        case OnlyPart():
            return refusals.only_part(found)
        case NotForThem():
            return refusals.not_for_them(found)
        case Silent():
            return refusals.silent(found, snapshot)
        case NotInDocuments():
            return refusals.not_in_documents(found, case)
        case NotUnderstood():
            return refusals.not_understood(found, case)
        case Doubted():
            return refusals.doubted(found)
