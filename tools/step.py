"""Runs one long step of the set-up quietly: one line for the reader, everything else in build/log/.

    python3 tools/step.py "app packages" npm ci

Runs before anything is installed, so it needs nothing but Python.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

LOGS = Path("build/log")
TAIL_LINES = 40


def main(label: str, command: list[str]) -> int:
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / (re.sub(r"\W+", "-", label) + ".log")
    began = time.monotonic()
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT)
        try:
            code = _wait(process, label, began)
        except KeyboardInterrupt:
            process.terminate()
            raise
    mark = "✗" if code else "✓"
    print(f"\r{mark} {label} ({time.monotonic() - began:.0f} s)", flush=True)
    if code:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        print("\n".join(lines[-TAIL_LINES:]), f"\nAll of it: {log}", file=sys.stderr)
    return code


def _wait(process: subprocess.Popen[bytes], label: str, began: float) -> int:
    if not sys.stdout.isatty():
        print(f"… {label}", flush=True)
        return process.wait()
    while True:
        print(f"\r… {label} ({time.monotonic() - began:.0f} s)", end="", flush=True)
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
