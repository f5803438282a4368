"""What docs/operations.md says of settings and commands is so."""

import re
from pathlib import Path

from jiayi.cli import main as cli

ROOT = Path(__file__).parent.parent
MANUAL = (ROOT / "docs/operations.md").read_text()
NAME = r"\b(JIAYI_[A-Z_]+|DATABASE_URL|PORT)\b"


def test_every_setting_is_explained_and_exists():
    read = re.findall(rf'"{NAME}"', (ROOT / "backend/jiayi/core/settings.py").read_text())
    table = re.findall(r"^\| `.*", MANUAL, flags=re.MULTILINE)
    explained = {name for row in table for name in re.findall(NAME, row.split("|")[1])}
    assert explained == set(read)


def test_every_command_exists():
    named = {words.split()[0] for words in re.findall(r"`jiayi ([a-z][^`]*)`", MANUAL)}
    assert named
    assert named <= set(cli.commands)
