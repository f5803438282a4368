"""Sees to it that the browser tests have their browser and a Chinese font; installs both as root on Debian."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSER = Path("/usr/bin/chromium")
FONTS = Path("/usr/share/fonts")
INSTALL = "apt-get install --yes --no-install-recommends"


def missing() -> list[str]:
    """Debian's names of what isn't there."""
    packages = []
    if not BROWSER.exists():
        packages.append("chromium")
    if not any(FONTS.glob("**/NotoSansCJK*")):
        packages.append("fonts-noto-cjk")
    return packages


def main() -> None:
    packages = missing()
    if not packages:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(f"The browser tests need {' and '.join(packages)}. On Debian: sudo {INSTALL} {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    step = [sys.executable, "tools/step.py", " and ".join(packages), "sh", "-ec"]
    subprocess.run([*step, f"apt-get update; {INSTALL} {' '.join(packages)}"], env=environment, check=True)
    if missing():
        sys.exit(f"Still missing: {' '.join(missing())}")


if __name__ == "__main__":
    main()
