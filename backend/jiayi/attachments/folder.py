"""A county's pictures and recordings on disk: `attachments/<county>/<ab>/<sha256>`, and in `partial/` what has come of others so far.

Several server processes share the folder. A file appears whole or not at all, and is on the disk before a row names it.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.attachments.terms import Part
from jiayi.core.errors import Refusal
from jiayi.core.tools import tools

SCRATCH = "partial"


class Folder:
    """The files of one county. Only this installation's own user may read them."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def has(self, stored_sha256: str) -> bool:
        return self._path(stored_sha256).is_file()

    def read(self, stored_sha256: str) -> bytes | None:
        """The file, None if it is not here."""
        try:
            return self._path(stored_sha256).read_bytes()
        except FileNotFoundError:
            return None

    def store(self, stored_sha256: str, content: bytes) -> None:
        """Keep a file, beside any copy of the same that comes at the same moment."""
        path = self._path(stored_sha256)
        scratch = _made(self.root / SCRATCH)
        _made(path.parent)
        descriptor, name = tempfile.mkstemp(dir=scratch, prefix=".new-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _fsync(path.parent)

    def arrived(self, account_id: UUID, sha256: str) -> int:
        """How many bytes of an unfinished file are here."""
        try:
            return self._partial(account_id, sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, account_id: UUID, sha256: str, part: Part, content: bytes) -> bytes | None:
        """Add the next part; the whole once it is complete, and then the unfinished copy is gone.

        Raises Refusal `attachments.refused.offset` with the `byte_count` that is here, where another part comes next.
        """
        with self._locked(self._partial(account_id, sha256)) as (path, descriptor):
            here = os.fstat(descriptor).st_size
            if part.first != here:
                raise Refusal("attachments.refused.offset", {"byte_count": here})
            if part.end < part.total:
                os.pwrite(descriptor, content, here)
                return None
            # An unfinished file never has all its bytes: whoever asks how many are here always finds a next part to bring.
            before = os.pread(descriptor, here, 0)
            path.unlink()
            return before + content

    def forget_partial(self, before: datetime) -> None:
        """Remove what nobody has added to since then."""
        for path in _files(self.root / SCRATCH):
            if _changed_before(path, before):
                path.unlink(missing_ok=True)

    def old_files(self, before: datetime) -> Iterator[list[str]]:
        """The files kept since before then, folder by folder."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield [path.name for path in _files(folder) if _changed_before(path, before)]

    def remove(self, stored_sha256: str) -> None:
        self._path(stored_sha256).unlink(missing_ok=True)

    def _path(self, stored_sha256: str) -> Path:
        return self.root / stored_sha256[:2] / stored_sha256

    def _partial(self, account_id: UUID, sha256: str) -> Path:
        return self.root / SCRATCH / f"{account_id}-{sha256}"

    @contextmanager
    def _locked(self, path: Path) -> Iterator[tuple[Path, int]]:
        """The file, made if need be, alone among all processes."""
        _made(path.parent)
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                if _is_still(path, descriptor):
                    yield path, descriptor
                    return
            finally:
                os.close(descriptor)


def folder_of(session: Session) -> Folder:
    """The folder of the session's county."""
    return Folder(tools(session).settings.data_dir / "attachments" / str(session.info["county_id"]))


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file that was locked is the one of that name: who waited for it may have waited for its end."""
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _fsync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _changed_before(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:
        return False
