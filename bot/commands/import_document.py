"""``import``: measure files drafted from a document."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.authors_folder import authors_folder
from bot.commands.command import DONE, FOUND_PROBLEMS, UNUSABLE, Command, Parser
from bot.settings import Settings
from bot.streams import complain, say

if TYPE_CHECKING:
    from bot.authoring.importer import Guess, Import

_SHOWN, _LONGEST = 20, 100


def add_arguments(parser: Parser) -> None:
    """The document, and the region it is for."""
    parser.arguments.add_argument("document", type=Path, metavar="文件", help="要读的文件")
    parser.options.add_argument("--region", required=True, metavar="地区", help="写进哪个地区")


def run(arguments: Namespace, settings: Settings) -> int:
    """Draft measure files and say what is left to the author."""
    from bot.authoring.importer import AlreadyThereError, import_document

    folder = authors_folder(settings)
    try:
        done = import_document(arguments.document, folder, arguments.region, _guesser(folder, settings))
    except AlreadyThereError as error:
        say(str(error))
        return FOUND_PROBLEMS
    except (ValueError, OSError) as error:
        complain(str(error))
        return UNUSABLE
    _show(done, folder / "regions" / arguments.region / "contacts.yaml")
    return DONE


def _guesser(folder: Path, settings: Settings) -> Guess:
    """Guesses topics by asking the bot itself, which is made ready when the first draft is there."""
    from bot.authoring.importer import topic_guesser
    from bot.commands.answering_snapshot import cache_dir
    from bot.keeping.index_store import compile_snapshot
    from bot.reading.parse import read_folder

    knowledge = read_folder(folder).knowledge  # before drafts lie in the folder

    @cache
    def ready() -> Guess:
        if knowledge is None:
            return lambda _: ()
        return topic_guesser(compile_snapshot(knowledge, cache_dir(settings)), date.today())

    return lambda text: ready()(text)


def _show(done: Import, contacts: Path) -> None:
    from bot.authoring.importer import summary

    for made in done.made:
        say(f"新建 {made}")
    for kept in done.kept:
        say(f"没有动 {kept}：已经有了")
    if done.contacts:
        say(f"请把这些单位和电话加进 {contacts}：")
        for line in done.contacts:
            say(line)
    for left_out in done.left_out[:_SHOWN]:
        say(f"没有放进草稿 {_shortened(' '.join(str(left_out).split()))}")
    say(f"{summary(done)}{f'，逐条写在 {done.report}' if done.left_out else ''}。")
    say(f"共 {done.doubts} 处〔待…〕要由作者核对；改完运行 python -m bot check。")


def _shortened(text: str) -> str:
    """A line that fits a terminal."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


COMMAND = Command("import", "从文件（.docx .pdf .md .txt .csv）起草条款，一项一个文件；已有的不动", run, add_arguments)
