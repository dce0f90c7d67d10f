"""The command line: what each command writes where, and with which exit code it ends."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.channels.terminal.terminal_chat import FAREWELL
from bot.checks import all_checks
from bot.cli import COMMANDS, main
from bot.commands import answering_snapshot, authors_folder
from bot.compiled.snapshot import Snapshot
from bot.reading import parse
from bot.reading.parse import Reading, read_folder
from bot.reloading import candidate
from bot.settings import shipped_knowledge
from bot.storage.database import FILE
from bot.storage.lock import InstanceLock
from bot.storage.migrations import VERSION
from tests.authors.folders import BASE
from tests.storage.postgres_server import Server

QUESTION = "红桥区的临时性工作补助一天多少钱"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(
    shipped: Reading,
    snapshot: Snapshot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run one command in this process, on the shipped folder as it was read and compiled for all tests."""

    def read(folder: Path) -> Reading:
        return shipped if folder == shipped_knowledge() else read_folder(folder)

    for module in (all_checks, parse):
        monkeypatch.setattr(module, "read_folder", read)
    monkeypatch.setattr(candidate, "compile_snapshot", lambda *_, **__: snapshot)
    monkeypatch.setattr(candidate, "kept", lambda _where, _name, _content, compute, _worth: compute())
    monkeypatch.chdir(tmp_path)

    def run_one(*argv: str, stdin: bytes = b"", **environ: str) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(argv, {"HOME": str(tmp_path), **environ})
        except SystemExit as left:
            code = int(str(left.code))
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return run_one


def test_no_command_is_a_chat(run: Run) -> None:
    ended = run(stdin="你好\n/quit\n".encode())
    assert ended.code == 0
    assert ended.out.endswith(f"{FAREWELL}\n")
    assert ended.err == ""


def test_chat_in_a_region(run: Run) -> None:
    assert "天津市红桥区" in run("chat", "--region", "hongqiao").out


def test_ask_for_people(run: Run) -> None:
    ended = run("ask", QUESTION)
    assert ended.code == 0
    assert "300" in ended.out
    assert "2020 年" in ended.out
    assert "\x1b" not in ended.out


def test_ask_for_programs(run: Run) -> None:
    answer = json.loads(run("ask", QUESTION, "--json").out)
    assert list(answer) == ["id", "decision", "measures", "text", "options", "outcome", "amount"]
    assert answer["measures"][0] == "hq-09"


def test_ask_line_by_line(run: Run) -> None:
    lines = ['{"id": 1, "turns": ["你好"]}', "{", '{"id": 3, "turns": ["你好"]}']
    ended = run("ask", "--jsonl", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, 3]
    assert "error" in answers[1]
    assert ended.code == 0


def test_ask_line_by_line_of_nothing(run: Run) -> None:
    assert run("ask", "--jsonl") == Ended(0, "", "")


@pytest.mark.parametrize("question", ["", " ", "\x00\x1b[2J", "补" * 100_000, "\udcff\udcfe"])
def test_odd_questions_get_a_reply(run: Run, question: str) -> None:
    ended = run("ask", question)
    assert ended.code == 0
    assert ended.out.strip()
    assert "\x1b" not in ended.out


def test_why_shows_the_answer_and_how_it_came_about(run: Run) -> None:
    ended = run("why", QUESTION)
    assert "300" in ended.out
    assert "读作" in ended.out


def test_bench_measures_a_file_of_questions(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"turns": ["你好"]}\n', encoding="utf-8")
    assert "比值" in run("bench", str(file)).out


@pytest.mark.parametrize("content", [None, b"", b"nonsense\n"])
def test_bench_without_questions_says_so(run: Run, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "questions.jsonl"
    if content is not None:
        file.write_bytes(content)
    ended = run("bench", str(file))
    assert ended.code == 2
    assert "questions.jsonl" in ended.err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("ask",), "--jsonl"),
        (("ask", QUESTION, "--jsonl"), "--jsonl"),
        (("ask", QUESTION, "--region", "mars"), "hongqiao"),
        (("chat", "--region", "mars"), "hongqiao"),
        (("frobnicate",), "--help"),
        (("frobnicate",), "可用：chat、ask"),
        (("severe",), "是不是“serve”"),
        (("check", "--jsno"), "多了“--jsno”"),
        (("ask", QUESTION, "--region"), "后面要写一个值"),
        (("ask", "一", "二"), "--help"),
    ],
)
def test_a_command_that_makes_no_sense_ends_with_2_and_the_remedy(run: Run, argv: tuple[str, ...], says: str) -> None:
    ended = run(*argv)
    assert ended.code == 2
    assert says in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_help_names_every_command(run: Run) -> None:
    ended = run("--help")
    assert ended.code == 0
    assert all(name in ended.out for name in COMMANDS)


def test_wrong_settings_are_all_reported(run: Run) -> None:
    ended = run("ask", QUESTION, BOT_LOG_LEVEL="LOUD", BOT_KNOWLEDGE_DIR="a\0b")
    assert ended.code == 2
    assert "BOT_LOG_LEVEL" in ended.err
    assert "BOT_KNOWLEDGE_DIR" in ended.err


def test_a_data_folder_that_cannot_be_made_matters_only_if_it_was_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = str(tmp_path / "file" / "data")
    assert run("ask", QUESTION, XDG_DATA_HOME=place).code == 0
    ended = run("ask", QUESTION, BOT_DATA_DIR=place)
    assert ended.code == 2
    assert "BOT_DATA_DIR" in ended.err


def test_a_missing_knowledge_folder(run: Run, tmp_path: Path) -> None:
    ended = run("--knowledge", str(tmp_path / "nowhere"), "ask", QUESTION)
    assert ended.code == 2
    assert "nowhere" in ended.err
    assert "--knowledge" in ended.err


def test_an_empty_knowledge_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = run("ask", QUESTION, BOT_KNOWLEDGE_DIR=str(tmp_path / "empty"))
    assert ended.code == 2
    assert "empty" in ended.err


def test_a_broken_knowledge_folder_is_reported_whole(run: Run, tmp_path: Path) -> None:
    """Every problem with file, line and column; the option after the command works like the one before it."""
    broken = tmp_path / "broken"
    shutil.copytree(shipped_knowledge(), broken)
    (broken / "places.yaml").write_text("uncovered：[上海]\n", encoding="utf-8")
    (broken / "phrases.yaml").write_bytes("- id: 关怀\n".encode("gbk"))
    ended = run("ask", QUESTION, "--knowledge", str(broken))
    assert ended.code == 2
    assert f"{broken / 'places.yaml'}:1:" in ended.err
    assert f"{broken / 'phrases.yaml'}:1:" in ended.err
    assert ended.out == ""


def test_check_ends_with_1_if_there_are_errors(run: Run, tmp_path: Path) -> None:
    """A folder named after the command is checked instead of the one in use."""
    ended = run("check", str(tmp_path / "nowhere"), "--json")
    assert ended.code == 1
    assert json.loads(ended.out)[0]["file"].endswith("nowhere")


def test_schema_of_one_kind_of_file(run: Run) -> None:
    ended = run("schema", "measure")
    assert ended.code == 0
    assert "properties" in json.loads(ended.out)


def test_nothing_unanswered_and_nothing_taught(run: Run, tmp_path: Path) -> None:
    assert run("gaps", BOT_DATA_DIR=str(tmp_path / "data")).code == 0
    assert run("taught", BOT_DATA_DIR=str(tmp_path / "data")).code == 0


def test_a_new_region_goes_into_the_author_s_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own" / "topics").mkdir(parents=True)
    assert run("--knowledge", str(tmp_path / "own"), "new-region", "hexi").code == 0
    assert (tmp_path / "own" / "regions" / "hexi" / "region.yaml").exists()


def test_nothing_is_written_into_an_installed_package(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "shipped_knowledge"
    monkeypatch.setattr(authors_folder, "shipped_knowledge", lambda: installed)
    ended = run("--knowledge", str(installed), "new-region", "hexi")
    assert ended.code == 2
    assert "--knowledge" in ended.err
    assert not installed.exists()


def test_import_drafts_measures(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text("一、给一线医务人员发放补助。\n二、安排免费体检。\n", encoding="utf-8")
    own = tmp_path / "own"
    (own / "topics").mkdir(parents=True)
    run("--knowledge", str(own), "new-region", "hexi")
    ended = run("import", str(document), "--region", "hexi", "--knowledge", str(own))
    assert ended.code == 0
    assert len(list((own / "regions" / "hexi" / "measures").glob("*.yaml"))) >= 2


def test_telegram_needs_a_token_and_a_private_place(run: Run, tmp_path: Path) -> None:
    ended = run("telegram")
    assert ended.code == 2
    assert "TELEGRAM_BOT_TOKEN" in ended.err
    (tmp_path / "file").touch()
    ended = run("telegram", TELEGRAM_BOT_TOKEN="1:" + "A" * 30, BOT_DATA_DIR=str(tmp_path / "file"))
    assert ended.code == 2
    assert "BOT_DATA_DIR" in ended.err


def test_doctor_tells_all_at_once_and_what_to_do(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    ended = run("doctor", "--offline", BOT_DATA_DIR=str(data))
    assert ended.code == 0
    assert "✓ Telegram：没有设令牌，不开" in ended.out
    for sound in ("✓ 数据文件夹", "✓ 数据库：还没有", "✓ 知识：2 个地区", "✓ 版本：Python"):
        assert sound in ended.out
    good = {"TELEGRAM_BOT_TOKEN": "1:" + "A" * 30, "BOT_DATA_DIR": str(data)}
    assert run("doctor", "--offline", **good).code == 0
    (data / FILE).write_bytes(b"no database" * 100)
    told = run("doctor", "--offline", **good)
    assert told.code == 1
    assert "doctor --set-aside" in told.out


def test_doctor_misses_a_token_only_where_telegram_is_wanted(run: Run, tmp_path: Path) -> None:
    ended = run("doctor", "--offline", BOT_DATA_DIR=str(tmp_path / "data"), BOT_ADMIN_IDS="12")
    assert ended.code == 1
    assert "✗ 设置：TELEGRAM_BOT_TOKEN" in ended.out


def test_doctor_goes_on_past_settings_that_nothing_could_start_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("BOT_DATA_DIR=数据\n".encode("gbk"))
    ended = run("doctor", "--offline", BOT_DATA_DIR=str(tmp_path / "data"), BOT_LOG_LEVEL="verbose", BOT_WEB_PROXY="nginx", BOT_DATADIR="x")
    assert ended.code == 1
    for wrong in (".env", "BOT_LOG_LEVEL，不能是“verbose”", "BOT_WEB_PROXY", "BOT_DATADIR"):
        assert any(line.startswith("✗ 设置") and wrong in line for line in ended.out.splitlines()), wrong
    assert "✓ 知识" in ended.out


def test_a_misspelt_setting_is_told_and_stops_nothing(run: Run) -> None:
    ended = run("schema", "topic", BOT_WEB_LISTN="x", BOT_NICKNAME_OF_OURS="y")
    assert ended.code == 0
    assert "BOT_WEB_LISTEN" in ended.err
    assert "NICKNAME" not in ended.err


def test_doctor_looks_at_a_server(run: Run, tmp_path: Path, postgres: Server) -> None:
    url = postgres.create()
    ended = run("doctor", "--offline", BOT_DATA_DIR=str(tmp_path / "data"), BOT_DATABASE_URL=url)
    assert ended.code == 0, ended.out
    assert "✓ 数据库：PostgreSQL" in ended.out
    assert "还没有，启动时建" in ended.out
    assert run("gaps", BOT_DATA_DIR=str(tmp_path / "data"), BOT_DATABASE_URL=url).code == 0
    assert f"结构第 {VERSION} 版" in run("doctor", "--offline", BOT_DATA_DIR=str(tmp_path / "data"), BOT_DATABASE_URL=url).out
    secret = "secret-of-the-server"
    lost = run("doctor", "--offline", BOT_DATA_DIR=str(tmp_path), BOT_DATABASE_URL=f"postgresql://bot:{secret}@127.0.0.1:1/bot")
    assert lost.code == 1
    assert "✗ 数据库：PostgreSQL 127.0.0.1:1/bot：连不上" in lost.out
    assert secret not in lost.out + lost.err


def test_doctor_puts_only_a_damaged_and_unused_database_aside(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    assert "没有坏" in run("doctor", "--set-aside", BOT_DATA_DIR=str(data)).out
    (data / FILE).write_bytes(b"no database" * 100)
    with InstanceLock(data / "telegram-1.lock"):
        assert run("doctor", "--set-aside", BOT_DATA_DIR=str(data)).code == 2
    assert run("doctor", "--set-aside", BOT_DATA_DIR=str(data)).code == 0
    assert not (data / FILE).exists()
    assert len(list(data.glob(f"{FILE}.damaged-*"))) == 1
    assert run("gaps", BOT_DATA_DIR=str(data)).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this platform has no full device")
@pytest.mark.parametrize("argv", [["--help"], ["schema", "measure"]])
def test_an_output_that_cannot_be_written_is_said(tmp_path: Path, argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        root = str(Path(answering_snapshot.__file__).parents[2])
        environ = {"PATH": os.environ["PATH"], "PYTHONPATH": root, "HOME": str(tmp_path)}
        command = [sys.executable, "-m", "bot", *argv]
        ended = subprocess.run(command, env=environ, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path)
    assert ended.returncode == 2
    assert "No space left" in ended.stderr.decode()
    assert "Traceback" not in ended.stderr.decode()


def _python_m_bot(*argv: str, **options: Any) -> subprocess.Popen[bytes]:
    """The program as a user starts it, from a folder that is not the checkout."""
    root = str(Path(answering_snapshot.__file__).parents[2])
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": root, "LC_ALL": "C", **options.pop("environ", {})}
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([sys.executable, "-m", "bot", *argv], env=environ, **pipes, **options)


@pytest.fixture
def started_before(snapshot: Snapshot, compiled_cache: Path, tmp_path: Path) -> Path:
    """A data folder in which the shipped knowledge lies compiled, as after a first start."""
    assert snapshot.version
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    shutil.copytree(compiled_cache, data / "cache")
    return data


def test_the_program_itself_under_a_poor_locale(tmp_path: Path, started_before: Path) -> None:
    """Chinese in and out under the C locale, bytes that are no UTF-8, and the cache in the data folder only."""
    environ = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path / "tmp"), "BOT_DATA_DIR": str(started_before)}
    (tmp_path / "tmp").mkdir()
    talk = "红桥区\n一天补多少\n".encode() + b"\xff\xfe\n\n/quit\n"
    with _python_m_bot(cwd=tmp_path, environ=environ) as process:
        out, err = process.communicate(talk)
    assert process.returncode == 0
    assert out.decode().endswith(f"{FAREWELL}\n")
    assert err == b""
    assert list((tmp_path / "tmp").iterdir()) == []
    assert started_before.stat().st_mode & 0o777 == 0o700


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "BOT_KNOWLEDGE_DIR": str(BASE), "BOT_DATA_DIR": str(tmp_path / "data")}
    with _python_m_bot("ask", "--jsonl", cwd=tmp_path, environ=environ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": 1, "turns": ["a"]}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.stdout.close()
        process.stdin.write(b'{"id": 2, "turns": ["a"]}\n' * 10)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
