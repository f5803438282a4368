"""The wheel works by itself: built here, installed elsewhere, with no checkout in reach."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = ROOT / ".venv/bin/uv"
pytestmark = [pytest.mark.packaging, pytest.mark.xdist_group("packaging")]


def run(*command: str | Path, cwd: Path = ROOT, **extra: str) -> str:
    """The command's output; the test fails with it when the command does."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("JIAYI_", "DATABASE_URL", "UV_"))
    }
    done = subprocess.run(
        command,
        cwd=cwd,
        env=inherited | extra,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    # Everything needed lies in uv's cache since the set-up: no network.
    run(UV, "build", "--offline", "--quiet", "--wheel", "--out-dir", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """An environment with what the lock says and the wheel, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    run(UV, "venv", "--offline", "--quiet", "--python", ROOT / ".venv/bin/python", folder)
    locked = ("--offline", "--quiet", "--locked", "--no-dev", "--no-install-project")
    run(UV, "sync", *locked, UV_PROJECT_ENVIRONMENT=str(folder))
    run(UV, "pip", "install", "--offline", "--quiet", "--python", folder / "bin/python", "--no-deps", wheel)
    return folder


def test_carries_the_app_the_texts_and_the_seed_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "jiayi/_resources/pwa/index.html" in names
    files = [path for name in ("seed", "locales") for path in (ROOT / name).rglob("*") if path.is_file()]
    assert {f"jiayi/_resources/{path.relative_to(ROOT)}" for path in files} - names == set()


def test_carries_nothing_else(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"jiayi", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_doctor_is_content(environment, tmp_path):
    run(environment / "bin/jiayi", "doctor", cwd=tmp_path)
