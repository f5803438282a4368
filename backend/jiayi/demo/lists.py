"""Who of the office wanted which people as a file: one that waits for each of the two, one fetched, one not allowed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from jiayi.core.dates import china_date
from jiayi.demo.chance import Chance
from jiayi.demo.sheets import Sheets
from jiayi.demo.timeline import Timeline
from jiayi.identity.terms import Role
from jiayi.reports.terms import ExportDecision, FileKind, Part

M, S = Role.MANAGER, Role.SUPERVISOR


@dataclass(frozen=True, slots=True)
class Wish:
    """`hours`: how long ago it was asked; decided two hours later, fetched one after that."""

    asker: Role
    code: str
    part: Part
    hours: int
    purpose: str
    decision: ExportDecision | None = None
    note: str | None = None
    rows_count: int | None = None


WISHES = (
    Wish(M, "htn_controlled", Part.GAP, 3, "发给三个团队，月底前把血压没管住的再走一遍"),
    Wish(S, "elder_managed", Part.GAP, 20, "抽查50位没体检的老人，问是不是真没查"),
    Wish(
        M,
        "signed",
        Part.GAP,
        410,
        "给村委会核对没签约的，看有没有搬走的",
        ExportDecision.REFUSE,
        "村委会不该拿名单，请团队去问",
    ),
    Wish(M, "tcm_managed", Part.GAP, 700, "安排中医科下月到村做体质辨识", ExportDecision.APPROVE, None, 37),
)


def write_lists(sheets: Sheets, timeline: Timeline, chance: Chance, people: Mapping[Role, tuple[UUID, str]]) -> None:
    """`people`: account and name of the two."""
    for wish in WISHES:
        asked_at = timeline.now - timedelta(hours=wish.hours)
        account_id, name = people[wish.asker]
        other_id, other = people[S if wish.asker is M else M]
        is_decided = wish.decision is not None
        sheets["export_requests"].add(
            id=chance.id_at(asked_at), code=wish.code, part=wish.part, census_on=china_date(asked_at), scope={},
            kind=FileKind.XLSX, purpose=wish.purpose, asked_at=asked_at, asked_by_account_id=account_id, asked_by_name=name,
            decision=wish.decision, decision_note=wish.note, rows_count=wish.rows_count,
            decided_at=asked_at + timedelta(hours=2) if is_decided else None,
            decided_by_account_id=other_id if is_decided else None, decided_by_name=other if is_decided else None,
            fetched_at=asked_at + timedelta(hours=3) if wish.rows_count is not None else None,
        )  # fmt: skip
