"""Two who do not write on glass: their contracts were signed on the printed page. Of one photo and voice are here, of one nothing."""

import hashlib
import io
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PIL import Image
from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.attachments import service as attachments
from jiayi.contracts import service as contracts
from jiayi.contracts.paper.content import paper_of
from jiayi.contracts.terms import SignMethod
from jiayi.core.clock import moment_now
from jiayi.core.tools import tools
from jiayi.demo.timeline import Timeline
from jiayi.identity.terms import Actor

WITNESS = "王桂芝"
VOICE = Path(__file__).with_name("consent.webm")
"""Nobody's voice: three notes, as Chromium records them."""
WAITED = timedelta(days=4)
DOTS = 60
"""Per inch: a page that can just be read."""


def tell_papers(session: Session, leader: Actor, timeline: Timeline, told: Sequence[UUID]) -> None:
    """The leader had them sign: one with a finger, photo and voice here; one by name, whose photo is still on some phone."""
    voice = VOICE.read_bytes()
    for n, contract_id in enumerate(_waiting(session, leader, told)):
        photo = _photo(session, contract_id)
        sha256 = hashlib.sha256(photo).hexdigest()
        if n:
            contracts.sign(
                session, leader, moment_now(timeline.now - WAITED), contract_id, method=SignMethod.PAPER,
                photo_sha256=hashlib.sha256(b"still on the phone").hexdigest(),
            )  # fmt: skip
            continue
        contracts.sign(
            session, leader, moment_now(timeline.now), contract_id, method=SignMethod.FINGERPRINT, photo_sha256=sha256,
            recording_sha256=hashlib.sha256(voice).hexdigest(), witness_name=WITNESS, was_heard=True,
        )  # fmt: skip
        for content in (photo, voice):
            attachments.receive(session, leader, timeline.now, hashlib.sha256(content).hexdigest(), content, None)


def _waiting(session: Session, leader: Actor, told: Sequence[UUID]) -> list[UUID]:
    """Two old people whom this team has accepted and who have not signed yet."""
    rows = session.scalars(
        text(
            "select c.id from contracts c"
            " join care_teams t on t.county_id = c.county_id and t.id = c.team_id"
            " join residents r on r.county_id = c.county_id and r.id = c.resident_id"
            " where c.status = 'pending_sign' and t.leader_id = :leader and c.resident_id <> all(:told)"
            " and r.deceased_on is null and r.birth_on < '1965-01-01' and r.identity_level >= 2 and c.text is not null"
            " and not exists (select from contracts o where o.resident_id = c.resident_id and o.status in ('active', 'suspended'))"
            " order by c.id limit 2"
        ),
        {"leader": leader.clinician_id, "told": list(told)},
    )
    return list(rows)


def _photo(session: Session, contract_id: UUID) -> bytes:
    """The first printed page, lying on a table."""
    from jiayi.contracts.paper.pdf import pictures_of

    base_url = tools(session).settings.public_url or "http://localhost"
    paper = paper_of(session, contracts.get(session, contract_id), base_url)
    page = Image.open(io.BytesIO(pictures_of(paper, DOTS)[0])).convert("RGB")
    table = Image.new("RGB", (page.width + 40, page.height + 40), "#8a6f52")
    table.paste(page, (20, 20))
    out = io.BytesIO()
    table.save(out, "JPEG", quality=70)
    return out.getvalue()
