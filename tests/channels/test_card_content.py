"""What stands on a picture of a card: the card reply, its region, its name."""

from __future__ import annotations

from datetime import date

from bot.channels.card_content import card_of
from bot.compiled.snapshot import Snapshot
from bot.model.session import Pending, Session

DAY = date(2026, 11, 28)


def test_a_card_holds_what_the_reply_says_without_its_heading(snapshot: Snapshot) -> None:
    card = card_of("hq-17", Session(), snapshot, DAY)
    assert card is not None
    content = card.content
    assert (content.region, content.title) == ("红桥区", "子女入园入学与升学照顾")
    assert content.source in card.reply.text
    assert "红桥台账第 17 项" in content.source
    assert all(line in card.reply.text for line in content.lines)
    assert not any("可转发" in line for line in (*content.lines, content.source))
    assert (content.made_on, content.link) == (DAY, None)


def test_a_card_on_a_topic_is_about_that_alone(snapshot: Snapshot) -> None:
    whole, part = card_of("hq-18", Session(), snapshot, DAY), card_of("hq-18", Session(), snapshot, DAY, "hubei-family-service")
    assert whole is not None
    assert part is not None
    assert 0 < len(part.content.lines) < len(whole.content.lines)
    assert any("二对一" in line for line in part.content.lines)


def test_of_a_conversation_only_what_is_known_counts(snapshot: Snapshot) -> None:
    elsewhere = Session(region="guangdong", topics=("daily-subsidy",), measures=("gd-01",), pending=Pending("days", (), "sum"))
    assert card_of("hq-17", elsewhere, snapshot, DAY) == card_of("hq-17", Session(), snapshot, DAY)


def test_what_has_no_card_has_no_picture(snapshot: Snapshot) -> None:
    for measure in ("hq-09", "hq-99"):
        assert card_of(measure, Session(), snapshot, DAY) is None
