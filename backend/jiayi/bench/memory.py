"""How much memory a server worker holds, and whether it grows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from jiayi.bench.bars import Bar

if TYPE_CHECKING:
    from jiayi.bench.load import Load

WARM, LATER = 2_000, 10_000
MIB = 1024 * 1024


def pss(pid: int) -> int:
    """The proportional set size of a process, in bytes (Linux)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("no Pss in smaps_rollup")


def growth(server: psutil.Process, load: Load) -> Iterator[Bar]:
    """The largest worker after 2,000 requests and after 10,000."""
    load.rate(WARM)
    early = _largest(server)
    load.rate(LATER - WARM)
    late = _largest(server)
    yield Bar("a server worker's memory", late / MIB, "MB PSS", 150)
    yield Bar("its growth from request 2,000 to 10,000", (late - early) / MIB, "MB", 5)


def _largest(server: psutil.Process) -> int:
    return max(pss(child.pid) for child in server.children(recursive=True) or [server])
