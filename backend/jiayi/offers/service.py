"""Verbs of the editor of packages."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.catalogue import service as catalogue
from jiayi.catalogue.loading import plain
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Package, Performer, ServiceItem
from jiayi.core.dates import age_on, china_date
from jiayi.core.errors import Refusal
from jiayi.core.tools import tools
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor
from jiayi.offers import rules
from jiayi.offers.qualifying import qualified_count
from jiayi.organizations.terms import Profession, Title

VERSIONS = text(
    """
    select p.id, p.code, p.version, p.status, p.tier, p.name, p.name_en, p.total_fen, p.payer_split, p.is_example_price,
           coalesce(u.running, 0) as running_count
    from packages p
    left join (
        select one.id, count(*) as running
        from contracts c cross join jsonb_array_elements_text(c.package_ids) one(id)
        where c.status in ('active', 'suspended', 'renewal_signed') group by one.id
    ) u on u.id = p.id::text
    order by p.code, p.version desc
    """
)
STAFF = text("select profession, title, worked_since_on, certificates from clinicians")


def versions(session: Session, actor: Actor, now: datetime) -> dict[str, Any]:
    """Every version of every package, and how many contracts run on each."""
    catalogue.may_keep_packages(actor)
    rows = [dict(row) for row in session.execute(VERSIONS).mappings()]
    audit(session, actor, now, "offers.list_versions", detail={"count": len(rows)})
    return {"items": rows}


def compare(session: Session, actor: Actor, now: datetime, package_id: UUID) -> dict[str, Any]:
    """What this version says otherwise than the published one, what stands in its way, whom it is meant for.

    Raises NotFound.
    """
    catalogue.may_keep_packages(actor)
    draft = catalogue.package_terms(catalogue.package(session, package_id))
    published = catalogue.published_by_code(session)
    today = china_date(now)
    count = qualified_count(session, draft.target, today)
    former = published.get(draft.code)
    return {
        "former_version": None if former is None else former.version,
        "qualified_count": count,
        "changes": [
            asdict(one) | {"before": plain(one.before), "after": plain(one.after)}
            for one in rules.changes(former, draft)
        ],
        "hurdles": _hurdles(session, draft, published, today, count),
    }


def publish(session: Session, actor: Actor, now: datetime, package_id: UUID) -> Any:
    """Let a draft be signed; the version before is retired, and running contracts stay on it.

    Raises NotFound, Refusal `catalogue.refused.not_draft`, `offers.refused.hurdles` with the first that blocks.
    """
    catalogue.may_keep_packages(actor)
    draft = catalogue.package_terms(catalogue.package(session, package_id))
    found = _hurdles(session, draft, catalogue.published_by_code(session), china_date(now), count=1)
    blocking = [one for one in found if one.is_blocking]
    if blocking:
        raise Refusal("offers.refused.hurdles", {"hurdle": blocking[0].code.value, "count": len(blocking)})
    return catalogue.publish_package(session, actor, now, package_id)


def _hurdles(
    session: Session, draft: Package, published: Mapping[str, Package], today: date, count: int
) -> tuple[Any, ...]:
    table = tools(session).rules.of(Qualifications, today)
    items = {one.code: one for one in _items(session)}
    return rules.hurdles(draft, published, items, _performers(session, today), table, count)


def _items(session: Session) -> list[ServiceItem]:
    return [catalogue.item_terms(row) for row in catalogue.every_item(session)]


def _performers(session: Session, today: date) -> list[Performer]:
    return [
        Performer(
            Profession(row.profession),
            Title(row.title),
            0 if row.worked_since_on is None else age_on(row.worked_since_on, today),
            frozenset(row.certificates),
        )
        for row in session.execute(STAFF)
    ]
