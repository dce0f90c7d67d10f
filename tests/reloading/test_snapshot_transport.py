"""A snapshot that travels in pieces answers as the one that was packed."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from pathlib import Path

import pytest

from bot.channels.http.reply_view import line_view
from bot.channels.telegram.keyboard import content_mark
from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.dialogue.respond import Message, respond
from bot.model.knowledge import Knowledge
from bot.model.reply import Line, LineKind
from bot.model.session import Session
from bot.reading.parse import load
from bot.reloading import snapshot_transport
from bot.reloading.snapshot_transport import keys_of, pack, parts_of, read_header, unpack
from tests.authors.folders import change

TODAY = date(2020, 3, 1)
CUT = ("language", "shared", "index", "covering", "care")
"""What is compiled of texts that are cut into words."""

OF_REGIONS = ("cues jia", "cues yi", "region jia", "region yi")
WRITTEN = tuple(f"written {name}" for name in Knowledge.model_fields if name != "regions")
ALL = (*CUT, "signals", "phrases", "common", *OF_REGIONS, *WRITTEN)


@pytest.fixture
def small(folder: Path) -> Snapshot:
    return build_snapshot(load(folder))


def text(snapshot: Snapshot, question: str) -> str:
    return respond(Message(question), Session(region="jia"), snapshot, TODAY)[0].text


@pytest.mark.parametrize("left_out", [(), ("language",), ALL])
def test_it_answers_as_before(small: Snapshot, tmp_path: Path, left_out: tuple[str, ...]) -> None:
    file = tmp_path / "file"
    pack(small, {"digest": "abc"}, file, left_out)
    again = unpack(file, parts_of(small), lambda _: None)
    assert read_header(file) == {"digest": "abc"}
    here = parts_of(small)
    assert {name for name, part in parts_of(again).items() if part is here[name]} >= set(left_out)
    assert (again.index is small.index) == ("index" in left_out)
    for question in ("补助每天给多少", "在病房干了20天，补助一共多少", "孩子上学能优先吗", "明天下雨吗"):
        assert text(again, question) == text(small, question)


def test_a_tokenizer_that_travelled_knows_its_words_and_no_others(small: Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "file"
    pack(small, None, file, ())
    again = unpack(file, {}, lambda _: None)
    assert again.language.analyse("隔离病房的津贴").tokens == small.language.analyse("隔离病房的津贴").tokens


def test_others_get_a_turn_between_many_small_pieces(
    small: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_transport, "_SLICE", 1_000)
    file = tmp_path / "file"
    pauses: list[float] = []
    pack(small, None, file, ())
    unpack(file, {}, pauses.append)
    assert len(pauses) > 20


def test_only_what_is_made_of_other_content_travels(small: Snapshot, folder: Path) -> None:
    assert set(keys_of(small.knowledge)) == set(parts_of(small)) == set(ALL)

    def changed(file: str, old: str, new: str) -> set[str]:
        change(folder, file, old, new)
        before, after = keys_of(small.knowledge), keys_of(load(folder))
        change(folder, file, new, old)
        return {name for name in ALL if before[name] != after[name]}

    assert changed("regions/jia/measures/ja-02-school.yaml", "孩子上学优先安排。", "孩子上学优先照顾。") == {"region jia"}
    assert changed("regions/jia/contacts.yaml", "县教育局", "县教育体育局") == {"language", "region jia"}
    assert changed("regions/jia/measures/ja-01-subsidy.yaml", "到账", "到手") == {"language", "cues jia", "region jia"}
    assert changed("lexicon/words.yaml", "津贴]", "津贴, 辛苦费用]") == {*CUT, "signals", "phrases", "written lexicon"}
    assert changed("out_of_scope/weather.yaml", "明天下雨吗", "明天下不下雨") == {"written out_of_scope", "index", "covering"}


def test_what_was_left_behind_is_gone_without_a_collection(small: Snapshot) -> None:
    """Once frozen, what refers to itself is never collected: the memory of every reload would stay."""
    again = build_snapshot(small.knowledge)
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        for question in ("补助每天给多少", "我不想活了", "明天下雨吗"):
            text(again, question)
        assert content_mark("measure:ja-01", again) == content_mark("full:ja-01", again)
        assert line_view(Line(LineKind.TEXT, "打 0100-5550123"), again)
        gone = weakref.ref(again)
        del again
        assert gone() is None
        gc.collect()
        assert [thing for thing in gc.garbage if type(thing).__module__.startswith("bot.")] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
