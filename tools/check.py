"""Runs every static check, a few at a time; prints one line each, and the output only of what fails."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import NamedTuple


class Check(NamedTuple):
    """A command that succeeds when what its name says is in order."""

    name: str
    command: tuple[str, ...]


class Result(NamedTuple):
    """How a check went."""

    check: Check
    is_ok: bool
    seconds: float
    output: str


NPM = ("npm", "--prefix", "pwa", "--silent", "run")
# The slow ones stand first, so that the quick ones fill the gaps.
CHECKS = (
    Check("types of the server", ("mypy",)),
    Check("types of the app", (*NPM, "typecheck")),
    Check("lint of the app", (*NPM, "lint")),
    Check("models and migrations agree", ("jiayi", "migrate", "--check")),
    Check("pwa/openapi.json is fresh", ("jiayi", "openapi", "--check")),
    Check("pwa/src/api/schema.d.ts is fresh", (*NPM, "api:check")),
    Check("lint of the server", ("ruff", "check", "--quiet")),
    Check("format", ("ruff", "format", "--check", "--quiet")),
    Check("who may import whom", ("lint-imports",)),
    Check("texts are complete", (sys.executable, "tools/check_locales.py")),
)


def run(check: Check) -> Result:
    began = time.monotonic()
    # The generated document and its types must not depend on who runs this.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JIAYI_", "DATABASE_URL"))}
    done = subprocess.run(
        check.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=environment,
    )
    return Result(check, done.returncode == 0, time.monotonic() - began, done.stdout)


def main() -> int:
    failed = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for future in as_completed([pool.submit(run, check) for check in CHECKS]):
            result = future.result()
            print(f"{'✓' if result.is_ok else '✗'} {result.check.name} ({result.seconds:.1f} s)", flush=True)
            if not result.is_ok:
                failed += 1
                print(result.output.rstrip(), flush=True)
    print(f"{len(CHECKS) - failed} of {len(CHECKS)} checks hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
