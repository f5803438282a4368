"""Verbs about pictures and recordings: they come in parts, and leave when nothing names them. Pictures lose their metadata."""

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, func, literal_column, select
from sqlalchemy.orm import Session

from jiayi.attachments import pictures, rules, sounds
from jiayi.attachments.folder import folder_of
from jiayi.attachments.models import Attachment
from jiayi.attachments.terms import PICTURES, SOUNDS, AttachmentArrived, AttachmentType, UploadState
from jiayi.core import db
from jiayi.core.errors import Busy, Invalid
from jiayi.core.events import publish
from jiayi.core.results import Refused
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor

Name = tuple[str, UUID]
"""A file's sha256 and the account that has it."""
UNFINISHED = timedelta(days=7)
UNNAMED = timedelta(days=30)
ONE_DAY = timedelta(days=1)
NO_ROOM_SECONDS = 300


def state(session: Session, actor: Actor, sha256: str) -> UploadState:
    """How much of this file the actor's account has brought. Of others' it tells nothing."""
    known = _find(session, sha256, actor.account_id)
    folder = folder_of(session)
    if known is not None and folder.has(known.stored_sha256):
        return UploadState(known.byte_count, is_complete=True)
    return UploadState(folder.arrived(actor.account_id, sha256), is_complete=False)


def receive(
    session: Session, actor: Actor, now: datetime, sha256: str, content: bytes, content_range: str | None
) -> UploadState:
    """Take the next part of a file; the last one makes it an attachment. A second copy changes nothing.

    Raises Refusal `attachments.refused.offset`, Invalid `attachments.invalid.range`, `.too_large`, `.hash`, `.type`,
    `.too_many_pixels`, Busy when the disk is full.
    """
    part = rules.part_of(content_range, len(content))
    try:
        here = state(session, actor, sha256)
        if here.is_complete:
            return here
        if isinstance(part, Refused):
            raise Invalid(part.reason, part.detail)
        whole = content if part.is_whole else folder_of(session).append(actor.account_id, sha256, part, content)
        if whole is None:
            return UploadState(part.end, is_complete=False)
        _keep(session, actor, now, sha256, whole)
    except OSError as error:
        raise Busy("attachments.refused.no_room", NO_ROOM_SECONDS) from error
    return UploadState(part.total, is_complete=True)


def _keep(session: Session, actor: Actor, now: datetime, sha256: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Invalid("attachments.invalid.hash")
    sound = sounds.type_of(content)
    kind, kept = pictures.cleaned(content) if sound is None else (sound, content)
    stored_sha256 = hashlib.sha256(kept).hexdigest()
    lock(session, sha256)
    lock(session, stored_sha256)
    folder_of(session).store(stored_sha256, kept)
    row = _find(session, sha256, actor.account_id) or Attachment(
        sha256=sha256, uploaded_by_account_id=actor.account_id, byte_count=len(content)
    )
    row.stored_sha256, row.type, row.uploaded_at = stored_sha256, kind, now
    session.add(row)
    audit(session, actor, now, "attachments.upload", subject=f"attachment:{sha256}")
    session.flush()
    publish(session, AttachmentArrived(sha256, actor.account_id))


def lock(session: Session, sha256: str) -> None:
    """Wait for whoever is busy with these bytes, until this transaction ends.

    Naming a file and its arrival thus see one another, whichever comes first.
    """
    key = f"attachment:{session.info['county_id']}:{sha256}"
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))


def is_here(sha256: ColumnElement[str], account_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """In a statement about what names pictures: whether the account's upload has come, and is one."""
    of_account = Attachment.uploaded_by_account_id == account_id
    # Written out: a statement that is prepared beforehand binds nothing but what it is asked with.
    no_sound = (Attachment.type != literal_column(f"'{one.value}'") for one in sorted(SOUNDS))
    return exists().where(Attachment.sha256 == sha256, of_account, *no_sound)


def read(session: Session, sha256: str, account_id: UUID) -> bytes | None:
    """The picture (JPEG) that this account has brought; None if it is not here. Who may see it, the caller decides."""
    known = _find(session, sha256, account_id)
    return None if known is None or known.type in SOUNDS else folder_of(session).read(known.stored_sha256)


def read_sound(session: Session, sha256: str, account_id: UUID) -> tuple[AttachmentType, bytes] | None:
    """The recording that this account has brought; None if it is not here. Who may hear it, the caller decides."""
    known = _find(session, sha256, account_id)
    content = None if known is None or known.type in PICTURES else folder_of(session).read(known.stored_sha256)
    return None if known is None or content is None else (known.type, content)


def stored_name(session: Session, sha256: str, account_id: UUID, kinds: Collection[AttachmentType]) -> str | None:
    """By which hash the file is kept that this account has brought; None if it is not here, or of another kind."""
    known = _find(session, sha256, account_id)
    return None if known is None or known.type not in kinds else known.stored_sha256


def read_stored(session: Session, stored_sha256: str) -> bytes | None:
    """The file that is kept by this name, whatever is in it now; for who has sealed the name. None if it is gone."""
    return folder_of(session).read(stored_sha256)


def old_names(session: Session, now: datetime) -> list[Name]:
    """The files that came more than 30 days ago."""
    statement = select(Attachment.sha256, Attachment.uploaded_by_account_id)
    return [(row[0], row[1]) for row in session.execute(statement.where(Attachment.uploaded_at < now - UNNAMED))]


def forget(session: Session, names: Iterable[Name]) -> None:
    """Give up these; `sweep` then removes their files."""
    for sha256, account_id in names:
        session.execute(
            delete(Attachment).where(Attachment.sha256 == sha256, Attachment.uploaded_by_account_id == account_id)
        )


def sweep(sessions: db.Sessions, county_id: int, now: datetime) -> None:
    """Remove uploads that were left unfinished for a week, and files that nobody has any longer."""
    with sessions.county(county_id) as session:
        folder = folder_of(session)
    folder.forget_partial(now - UNFINISHED)
    for stored in folder.old_files(now - ONE_DAY):
        with sessions.county(county_id) as session:
            for stored_sha256 in sorted(set(stored) - _owned(session, stored)):
                # Somebody may bring the same picture in this very moment: then it stays.
                lock(session, stored_sha256)
                if not _owned(session, [stored_sha256]):
                    folder.remove(stored_sha256)
            db.commit(session)


def _owned(session: Session, stored: Collection[str]) -> set[str]:
    found = select(Attachment.stored_sha256).where(Attachment.stored_sha256.in_(list(stored)))
    return set(session.scalars(found))


def _find(session: Session, sha256: str, account_id: UUID) -> Attachment | None:
    return session.scalar(
        select(Attachment).where(Attachment.sha256 == sha256, Attachment.uploaded_by_account_id == account_id)
    )
