"""What can be known of the image and the composition without building them."""

import json
import re
import shlex
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from jiayi.cli import main as cli

ROOT = Path(__file__).parent.parent


class Instruction(NamedTuple):
    """One instruction of the Dockerfile and the stage it stands in, counted from 0."""

    stage: int
    name: str
    arguments: str


def instructions() -> Iterator[Instruction]:
    lines = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if not line.startswith("#")]
    stage = -1
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            name, arguments = line.split(maxsplit=1)
            stage += name == "FROM"
            yield Instruction(stage, name, arguments)


DOCKERFILE = list(instructions())
LAST_STAGE = DOCKERFILE[-1].stage
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SETTINGS = (ROOT / "backend/jiayi/core/settings.py").read_text()


def of(name: str, stage: int | None = None) -> list[str]:
    return [each.arguments for each in DOCKERFILE if each.name == name and stage in (None, each.stage)]


def environment(service: dict[str, Any]) -> set[str]:
    return set(service.get("environment", {}))


def is_ignored(path: str) -> bool:
    """Whether .dockerignore keeps a path at the root from the builder: the last pattern that fits decides."""
    ignored = False
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        if line and not line.startswith("#") and fnmatch(path, line.lstrip("!")):
            ignored = not line.startswith("!")
    return ignored


def test_copies_only_what_exists_and_is_sent_to_the_builder():
    sources = [word for line in of("COPY") if "--from" not in line for word in shlex.split(line)[:-1]]
    assert sources
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert [source for source in sources if is_ignored(source.split("/")[0])] == []


def test_copies_from_stages_that_exist_by_then():
    for stage, name, arguments in DOCKERFILE:
        if name == "COPY" and (source := re.search(r"--from=(\w+)", arguments)):
            assert any(re.search(rf" AS {source[1]}$", line) for line in of("FROM")[:stage]), arguments


def test_the_image_holds_the_environment_and_nothing_else():
    assert of("COPY", LAST_STAGE) == ["--from=wheel /opt/jiayi /opt/jiayi"]


def test_the_image_does_not_run_as_root():
    (user,) = of("USER", LAST_STAGE)
    assert user not in {"root", "0"}
    assert any(line.startswith("useradd --system") and line.endswith(f" {user}") for line in of("RUN", LAST_STAGE))


def test_ports_agree():
    (port,) = of("EXPOSE", LAST_STAGE)
    assert f"PORT={port}" in of("ENV", LAST_STAGE)[0]
    assert f'env.int("PORT", {port})' in SETTINGS
    assert [published.rsplit(":", 1)[1] for published in COMPOSE["services"]["app"]["ports"]] == [port]


def test_the_health_check_asks_a_route_that_exists():
    (check,) = of("HEALTHCHECK", LAST_STAGE)
    path = re.search(r"\}(/\w+)'", check)
    assert path is not None
    assert any(f'"{path[1]}"' in source.read_text() for source in (ROOT / "backend").rglob("*.py"))


@pytest.mark.parametrize(
    "command",
    [
        json.loads(of("CMD", LAST_STAGE)[0]),
        *(each["command"] for each in COMPOSE["services"].values() if "command" in each),
    ],
    ids=" ".join,
)
def test_commands_exist(command):
    program, name, *arguments = command
    assert program == "jiayi"
    options = {option for parameter in cli.commands[name].params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("--")} <= options


def test_every_setting_is_one_that_the_server_reads():
    given = environment(COMPOSE["x-jiayi"]) | {line.split("=")[0] for line in shlex.split(of("ENV", LAST_STAGE)[0])}
    ours = {name for name in given if name.startswith("JIAYI_") or name in {"DATABASE_URL", "PORT"}}
    assert {name for name in ours if f'"{name}"' not in SETTINGS} == set()


def test_every_secret_is_asked_for():
    secrets = set(re.findall(r'"(JIAYI_\w+_KEYS?)"', SETTINGS))
    assert secrets
    assert secrets <= environment(COMPOSE["x-jiayi"])


def test_only_the_migration_connects_as_owner():
    user = {
        name: service["environment"].get("DATABASE_URL", "").split(":")[1:2]
        for name, service in COMPOSE["services"].items()
    }
    assert user == {"db": [], "migrate": ["//jiayi"], "app": ["//jiayi_app"], "worker": ["//jiayi_app"]}
    holders = {name for name, service in COMPOSE["services"].items() if "POSTGRES_PASSWORD:?" in str(service)}
    assert holders == {"db", "migrate"}
