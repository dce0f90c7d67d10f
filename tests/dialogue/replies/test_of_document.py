"""Questions about a document itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.of_document import OF_DOCUMENT
from bot.dialogue.respond import Message, respond
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.region import Note
from bot.model.reply import Decision, Reply
from bot.model.session import Session
from bot.model.talk import Phrase
from tests.dialogue.talking import TODAY

Asked = Callable[..., Reply]
SILENT = "文件没写谁算一线。"


def with_note(knowledge: Knowledge, region: str, note: Note) -> Knowledge:
    def noted(part: RegionKnowledge) -> RegionKnowledge:
        document = part.region.document.model_copy(update={"notes": (note,)})
        return part.model_copy(update={"region": part.region.model_copy(update={"document": document})})

    return knowledge.model_copy(
        update={"regions": tuple(noted(p) if p.region.id == region else p for p in knowledge.regions)}
    )


@pytest.fixture(scope="module")
def asked(small: Snapshot) -> Asked:
    """Asks a document something, in a region or in none."""

    def ask(about: str, region: str | None = None, *, snapshot: Snapshot = small) -> Reply:
        phrase = Phrase(id="asked", says=("问一下",), about=about, reply=SILENT, declines=True)
        reply, _ = respond(
            Message(text="问一下"), Session(region=region), replace(snapshot, phrases={"问一下": phrase}), TODAY
        )
        return reply

    return ask


def test_a_field_of_the_persons_own_document_is_told(asked: Asked, small: Snapshot) -> None:
    reply = asked("in-force", "jia")
    assert str(small.places["jia"].region.document.year) in reply.text
    assert small.places["yi"].region.document.short not in reply.text


@pytest.mark.parametrize("about", sorted(OF_DOCUMENT))
def test_where_nobody_knows_the_region_both_documents_are_told(about: str, asked: Asked) -> None:
    assert len(asked(about).text.splitlines()) == 2


def test_a_note_is_told_where_there_is_one_and_else_that_nothing_is_written(small: Snapshot, asked: Asked) -> None:
    knowledge = with_note(small.knowledge, "jia", Note(about="frontline", text="甲县写的是发热门诊。"))
    snapshot = replace(small, knowledge=knowledge, everywhere=knowledge.regions)
    told, silent = asked("frontline", "jia", snapshot=snapshot), asked("frontline", "yi", snapshot=snapshot)
    assert (told.decision, told.text) == (Decision.CHAT, "甲县写的是发热门诊。")
    assert (silent.decision, silent.text) == (Decision.DECLINE, SILENT)


@pytest.mark.parametrize(
    ("text", "region", "said"),
    [
        ("请问这个政策到底是谁发的文", "guangdong", "广东省卫生健康委员会"),
        ("文号是多少", "guangdong", "粤府办〔2020〕4号：广东解读讲的就是这份文件"),
        ("依据哪份文件", "guangdong", "依据粤府办〔2020〕4号、国办发〔2020〕4号"),
        ("湛江自己出了实施细则没有", "guangdong", "没写各市的细则"),
        ("台账里一共有几项", "hongqiao", "23 项措施：第 1 项到第 23 项"),
        ("就近到底怎么算", "hongqiao", "没写多远算就近"),
        ("一线怎么算的", "hongqiao", "没写“一线医务人员”怎么算"),
    ],
)
def test_the_shipped_documents_are_asked_about_themselves(text: str, region: str, said: str, snapshot: Snapshot) -> None:
    reply, _ = respond(Message(text=text), Session(region=region), snapshot, TODAY)
    assert said in reply.text
    assert not reply.measures
