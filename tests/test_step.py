"""A long step says one line when it goes well, and what went wrong when it does not."""

import subprocess
import sys
from pathlib import Path

STEP = Path(__file__).parent.parent / "tools/step.py"


def run_step(folder, code):
    return subprocess.run(
        [sys.executable, STEP, "some step", sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_success_is_quiet(tmp_path):
    done = run_step(tmp_path, "print('noise')")
    assert done.returncode == 0
    assert "noise" not in done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("✓ some step")
    assert (tmp_path / "build/log/some-step.log").read_text() == "noise\n"


def test_failure_shows_the_end_of_the_log(tmp_path):
    done = run_step(tmp_path, "import sys; print(*range(1000), sep='\\n'); sys.exit('the reason')")
    assert done.returncode == 1
    assert "✗ some step" in done.stdout
    assert "the reason" in done.stderr
    assert "\n1\n" not in done.stderr
