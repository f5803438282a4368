"""The story's elders as rows: by their numbers, because in a large county others have their names."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.core.tools import tools
from jiayi.demo.people import told_mobile
from jiayi.demo.story import story


def told_ids(session: Session) -> list[UUID]:
    """Their ids."""
    phones = [told_mobile(session.info["county_id"], elder.phone) for elder in story().elders]
    hashes = [tools(session).cipher.search_hash("number", phone) for phone in phones]
    found = text("select distinct resident_id from resident_phones where number_hash = any(:hashes)")
    return list(session.scalars(found, {"hashes": hashes}))
