"""Photos of a visit: named by a command, uploaded apart, in whichever order; shown to who may see their resident."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.attachments.terms import AttachmentArrived
from jiayi.contracts import service as contracts
from jiayi.core.clock import Moment
from jiayi.core.db import touch
from jiayi.core.errors import NotFound, Refusal
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import RECORDING, Access
from jiayi.visits.models import Visit, VisitPhoto
from jiayi.visits.service import access, telling
from jiayi.visits.terms import PhotoKind


def add_photo(
    session: Session,
    actor: Actor,
    at: Moment,
    visit_id: UUID,
    *,
    sha256: str,
    resident_id: UUID,
    kind: PhotoKind = PhotoKind.CARE,
) -> Visit:
    """A picture was taken of this resident on the visit. The same one again changes nothing.

    It counts as here once the account that names it has uploaded it: knowing a hash opens nothing. Raises NotFound,
    Forbidden, Refusal `visits.refused.no_photo_consent` (when it was taken), `.wrong_resident`, `.cancelled`, `.wrong_status`.
    """
    visit = access.work_on(session, actor, visit_id)
    access.open_record(visit, actor)
    if resident_id not in access.resident_ids_of(session, visit_id):
        raise Refusal("visits.refused.wrong_resident")
    if not residents.consented(session, resident_id, RECORDING, at.occurred_at):
        raise Refusal("visits.refused.no_photo_consent")
    attachments.lock(session, sha256)
    of_account = VisitPhoto.account_id == actor.account_id
    known = select(VisitPhoto.id).where(VisitPhoto.visit_id == visit_id, VisitPhoto.sha256 == sha256, of_account)
    if session.scalar(known) is None:
        session.add(
            VisitPhoto(
                visit_id=visit_id,
                resident_id=resident_id,
                sha256=sha256,
                kind=kind,
                taken_at=at.occurred_at,
                account_id=actor.account_id,
                clinician_id=access.worker(actor),
            )
        )
        telling.note(session, actor, at.received_at, "visits.add_photo", visit)
    session.flush()
    return visit


def drop_photo(session: Session, actor: Actor, at: Moment, visit_id: UUID, *, sha256: str) -> Visit:
    """Whoever named this picture lets it go: the visit waits for it no longer. One that has come meanwhile stays.

    Only one's own word is taken back, so nothing is asked about the visit. Raises NotFound.
    """
    visit = access.lock(session, visit_id)
    attachments.lock(session, sha256)
    mine = (VisitPhoto.visit_id == visit_id, VisitPhoto.sha256 == sha256, VisitPhoto.account_id == actor.account_id)
    photo = session.scalar(select(VisitPhoto).where(*mine))
    if photo is not None and not attachments.state(session, actor, sha256).is_complete:
        session.delete(photo)
        telling.note(session, actor, at.received_at, "visits.drop_photo", visit)
    session.flush()
    return visit


def read_photo(session: Session, actor: Actor, now: datetime, sha256: str) -> bytes:
    """The picture, as JPEG. Raises NotFound for who may see no visit with it, and while it is not here."""
    for photo in session.scalars(select(VisitPhoto).where(VisitPhoto.sha256 == sha256).order_by(VisitPhoto.id)):
        if _may_see(session, actor, photo):
            content = attachments.read(session, sha256, photo.account_id)
            if content is not None:
                audit(
                    session, actor, now, "visits.read_photo", resident_id=photo.resident_id,
                    subject=f"visit:{photo.visit_id}", detail={"sha256": sha256},
                )  # fmt: skip
                return content
    raise NotFound


def _may_see(session: Session, actor: Actor, photo: VisitPhoto) -> bool:
    """The visit's team and the resident's; the resident and family with full view as long as the consent holds."""
    if actor.is_team and organizations.is_on_team(session, actor, access.get(session, photo.visit_id).team_id):
        return True
    if residents.may_see(session, actor, photo.resident_id) is not Access.FULL:
        return False
    return actor.is_team or residents.live_consent(session, photo.resident_id, RECORDING) is not None


def show_arrived(session: Session, event: AttachmentArrived) -> None:
    """The visits with this picture say that it is here."""
    of_account = VisitPhoto.account_id == event.account_id
    touch(
        session,
        "visit",
        session.scalars(select(VisitPhoto.visit_id).where(VisitPhoto.sha256 == event.sha256, of_account)),
    )


def forget_unnamed_photos(session: Session, now: datetime, held: set[str]) -> None:
    """Give up pictures and recordings that no visit and no contract has named in the 30 days since they came, and no held work (`held`, by sha256)."""
    old = [name for name in attachments.old_names(session, now) if name[0] not in held]
    for at in range(0, len(old), BATCH):
        batch = old[at : at + BATCH]
        hashes = {one[0] for one in batch}
        named = select(VisitPhoto.sha256, VisitPhoto.account_id).where(VisitPhoto.sha256.in_(hashes))
        kept = {(row[0], row[1]) for row in session.execute(named)} | contracts.named_files(session, hashes)
        attachments.forget(session, set(batch) - kept)


BATCH = 1_000
