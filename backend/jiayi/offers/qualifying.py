"""How many residents a package is meant for, counted by the database: the same question that `contracts.packages` asks of one."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from jiayi.catalogue.terms import Criterion
from jiayi.core.dates import DAY, anniversary
from jiayi.residents import service as residents

FLAGGED = (
    "exists (select from key_group_flags k where k.county_id = r.county_id and k.resident_id = r.id and k.code = {code}"
    " and k.valid_from <= :today and (k.valid_to is null or k.valid_to >= :today){more})"
)


def qualified_count(session: Session, target: Sequence[Criterion], today: date) -> int:
    """Living residents who meet any of these criteria on that day."""
    asked = _Asked(session, today)
    any_of = " or ".join(f"({asked.all_of(one)})" for one in target) or "false"
    statement = text(
        "select count(*) from residents r"  # noqa: S608 - the parts are ours; every value is bound
        " left join organizations o on o.county_id = r.county_id and o.id = r.elder_home_id"
        f" where (r.deceased_on is null or r.deceased_on > :today) and (r.moved_on is null or r.moved_on > :today) and ({any_of})"
    )
    return int(session.execute(statement, asked.values).scalar_one())


class _Asked:
    """Writes conditions and collects the values that they bind."""

    def __init__(self, session: Session, today: date) -> None:
        self.session, self.today = session, today
        self.values: dict[str, Any] = {"today": today}

    def all_of(self, one: Criterion) -> str:
        parts = [
            self._age(one.age_from),
            None if one.group is None else FLAGGED.format(code=self._bound(one.group), more=""),
            self._conditions(one.conditions, one.conditions_min),
            self._least("r.ability_level", one.ability_level_from),
            self._least("r.ltc_level", one.ltc_level_from),
            self._flagged(one.is_flagged_disabled),
            self._discharged(one.discharged_within_days),
            self._diagnosed(one.discharge_icd10_from, one.discharge_icd10_to),
            None if one.had_orthopaedic_surgery is None
            else f"r.had_orthopaedic_surgery = {self._bound(one.had_orthopaedic_surgery)}",
            self._least("o.beds_count", one.institution_beds_from),
        ]  # fmt: skip
        return " and ".join(part for part in parts if part) or "true"

    def _bound(self, value: Any) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def _least(self, column: str, least: int | None) -> str | None:
        return None if least is None else f"{column} >= {self._bound(least)}"

    def _age(self, years: int | None) -> str | None:
        return None if years is None else f"r.birth_on <= {self._bound(anniversary(self.today, -years))}"

    def _conditions(self, wanted: Collection[str], least: int) -> str | None:
        """Diagnoses are kept by their ICD-10 code: which of those in use mean which condition is asked of residents."""
        if not wanted:
            return None
        in_use = self.session.scalars(text("select distinct icd10 from resident_conditions")).all()
        meaning = {code: residents.conditions_of_codes([code]) for code in in_use}
        has = [
            "(exists (select from resident_conditions c where c.county_id = r.county_id and c.resident_id = r.id"
            f" and c.icd10 = any({self._bound([code for code in in_use if one in meaning[code]])})))::int"
            for one in wanted
        ]
        return f"{' + '.join(has)} >= {self._bound(least)}"

    def _flagged(self, wanted: bool | None) -> str | None:  # noqa: FBT001 - a fact of the criterion
        if wanted is None:
            return None
        told = FLAGGED.format(code=self._bound("K12"), more=" and k.evidence_source <> 'rule'")
        return told if wanted else f"not {told}"

    def _discharged(self, days: int | None) -> str | None:
        return None if days is None else f"r.discharged_on between {self._bound(self.today - days * DAY)} and :today"

    def _diagnosed(self, first: str | None, last: str | None) -> str | None:
        if first is None or last is None:
            return None
        part = f"left(d.code, {self._bound(len(last))})"
        return (
            "exists (select from jsonb_array_elements_text(r.discharge_diagnoses) d(code)"
            f" where {part} between {self._bound(first)} and {self._bound(last)})"
        )
