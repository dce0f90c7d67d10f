"""What the project says of itself: the knowledge is found, README's commands are the ones that CI runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from bot import settings
from bot.cli import COMMANDS, build_parser
from bot.settings import shipped_knowledge

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_a_checkout_answers_from_its_own_knowledge_folder() -> None:
    assert shipped_knowledge() == ROOT / "knowledge"


def test_an_installed_package_answers_from_the_knowledge_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "bot"
    (package / "shipped_knowledge").mkdir(parents=True)
    (tmp_path / "knowledge").mkdir()
    assert shipped_knowledge(package) == package / "shipped_knowledge"


def test_the_wheel_moves_the_knowledge_to_where_it_is_looked_for() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"] == {"knowledge": "bot/shipped_knowledge"}
    assert "knowledge" in wheel["only-include"]
    assert "knowledge" in PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]


def test_readme_gives_one_command_for_the_chat_and_one_for_the_tests() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    begun = [command.rsplit("/", 1)[1] for command in commands]
    assert begun == ["python -m bot", "python -m pytest -n auto --dist loadfile"]


def test_readme_names_every_command_and_every_setting() -> None:
    assert [name for name in COMMANDS if f"`{name}" not in README] == []
    variables = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert sorted(name for name in variables if f"`{name}`" not in README) == []


def test_every_command_of_the_parser_can_be_carried_out() -> None:
    shown = build_parser().format_help()
    assert [name for name in COMMANDS if f"    {name} " not in shown] == []


def test_the_version_has_a_place_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{PROJECT['project']['version']}]" in changelog


def test_the_package_is_typed() -> None:
    assert (Path(settings.__file__).parent / "py.typed").exists()
