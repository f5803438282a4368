"""What tests of visits need beside the small county: signed-in phones, a contract, visits in every state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import text
from sqlalchemy.engine import Engine
from werkzeug.test import TestResponse

from jiayi.app import Runtime
from jiayi.contracts import service as contracts
from jiayi.core.clock import now as clock_now
from jiayi.core.dates import CHINA, china_date
from tests import world as people
from tests.phone import Phone
from tests.world import World

WRITTEN = (
    "visits", "visit_services", "visit_clinicians", "visit_checks", "visit_notes", "visit_confirmations",
    "contact_attempts", "measurements", "ledger_entries", "notices", "sync_documents",
)  # fmt: skip
"""Tables that a refused request leaves as they were."""

Position = dict[str, Any] | None

FAMILY: dict[str, int | None] = {
    people.ELDER: people.ELDER_BORN,
    people.OTHER_ELDER: people.OTHER_ELDER_BORN,
    people.DAUGHTER: None,
}
AT_HOME = {"latitude": 30.8001, "longitude": 106.0801, "datum": "wgs84", "accuracy_metres": 12}
"""Some fifteen metres from the elder's home."""
FAR_AWAY = {"latitude": 30.805, "longitude": 106.08, "datum": "wgs84", "accuracy_metres": 12}
"""Some 550 metres from it."""
SIGNED = {"method": "strokes", "strokes": {"w": 300, "h": 120, "strokes": [[10, 10, 0, 5, 5, 30]]}}


@dataclass
class Visiting:
    """The county with its people's phones."""

    app: Flask
    runtime: Runtime
    owner: Engine
    world: World
    phones: dict[str, Phone] = field(default_factory=dict)

    def phone(self, number: str) -> Phone:
        """This person's phone, signed in once."""
        if number not in self.phones:
            phone = Phone(self.app)
            family = number in FAMILY
            extra = {"birth_year": FAMILY[number]} if FAMILY.get(number) else {}
            answer = phone.sign_in(number, "family" if family else "staff", **extra)
            assert answer.status_code == 200, answer.json
            self.phones[number] = phone
        return self.phones[number]

    @property
    def leader(self) -> Phone:
        return self.phone(people.LEADER)

    @property
    def nurse(self) -> Phone:
        return self.phone(people.NURSE)

    @property
    def doctor(self) -> Phone:
        return self.phone(people.DOCTOR)

    @property
    def elder(self) -> Phone:
        return self.phone(people.ELDER)

    @property
    def daughter(self) -> Phone:
        return self.phone(people.DAUGHTER)

    @property
    def stranger(self) -> Phone:
        return self.phone(people.OTHER_NURSE)

    def wish(self, *items: str, **more: Any) -> dict[str, Any]:
        """The body of a request for these items for the elder, tomorrow."""
        lines = [{"resident_id": str(self.world.elder_id), "item_code": item} for item in items or ("D01",)]
        body = {"id": str(uuid4()), "services": lines, "wish_on": tomorrow().isoformat(), "source": "app_resident"}
        return body | more

    def requested(self, *items: str) -> str:
        return str(good(self.elder.post("/visits", self.wish(*items)), 201)["id"])

    def accepted(self, *items: str) -> str:
        visit = self.requested(*items)
        good(self.leader.post(f"/visits/{visit}/accept", {}))
        return visit

    def scheduled(self, *items: str, by: str = people.NURSE, start: datetime | None = None) -> str:
        visit = self.accepted(*items)
        good(self.assign(visit, self.clinician(by), start=start))
        return visit

    def started(self, *items: str, by: str = people.NURSE, position: Position = AT_HOME) -> str:
        visit = self.scheduled(*items, by=by)
        good(self.phone(by).post(f"/visits/{visit}/check-in", {"position": position}))
        return visit

    def done(self, *items: str, by: str = people.NURSE, position: Position = AT_HOME, **more: Any) -> str:
        """A visit that was finished: served, signed, checked out."""
        visit = self.started(*items, by=by, position=position)
        phone = self.phone(by)
        good(phone.post(f"/visits/{visit}/record-services", self.served(*items)))
        good(phone.post(f"/visits/{visit}/confirm", SIGNED))
        good(phone.post(f"/visits/{visit}/check-out", {"position": position} | more))
        return visit

    def clinician(self, number: str) -> UUID:
        world = self.world
        return {people.NURSE: world.nurse_id, people.DOCTOR: world.doctor_id, people.LEADER: world.leader_id}[number]

    def assign(
        self,
        visit: str,
        *clinicians: UUID,
        start: datetime | None = None,
        minutes: int = 40,
        has_video_link: bool = True,
    ) -> TestResponse:
        """Alone to a home that is new: on video, unless said otherwise."""
        begin = start or tomorrow_at(9)
        return self.leader.post(
            f"/visits/{visit}/assign",
            {
                "clinician_ids": [str(one) for one in clinicians or (self.world.nurse_id,)],
                "planned_start_at": begin.isoformat(),
                "planned_end_at": (begin + timedelta(minutes=minutes)).isoformat(),
                "has_video_link": has_video_link,
            },
        )

    def served(self, *items: str, outcome: str = "done") -> dict[str, Any]:
        return {
            "services": [
                {"id": str(uuid4()), "resident_id": str(self.world.elder_id), "item_code": item, "outcome": outcome}
                for item in items or ("D01",)
            ]
        }

    def seen(self, visit: str, phone: Phone | None = None) -> dict[str, Any]:
        return good((phone or self.leader).get(f"/visits/{visit}"))

    def pressure(self, systolic: float = 138, diastolic: float = 82, **more: Any) -> dict[str, Any]:
        """The body of a measured blood pressure."""
        body = {
            "measurement_id": str(uuid4()), "resident_id": str(self.world.elder_id), "kind": "blood_pressure",
            "values": {"systolic": systolic, "diastolic": diastolic}, "unit": "mmHg",
        }  # fmt: skip
        return body | more

    def sign_contract(self) -> UUID:
        """The elder's contract for high blood pressure: four times B01, once C05."""
        return people.sign_contract(self.runtime, self.world, self.world.elder_id, "P2")

    def left(self, contract_id: UUID, item: str) -> dict[str, int]:
        """What is reserved and consumed of an item in all the contract's years."""
        with self.runtime.sessions.county(self.world.county_id) as session:
            lines = [one for one in contracts.balances(session, [contract_id])[contract_id] if one.item_code == item]
            return {name: sum(getattr(one, name) for one in lines) for name in ("reserved", "consumed")}

    def unchanged(self, act: Callable[[], TestResponse]) -> TestResponse:
        """Do something that must be refused, and see that no row of visits or contracts changed for it."""
        before = self._rows()
        answer = act()
        assert answer.status_code >= 400, answer.json
        assert self._rows() == before
        return answer

    def _rows(self) -> dict[str, list[str]]:
        with self.owner.connect() as connection:
            return {name: sorted(connection.scalars(text(f"select t::text from {name} t"))) for name in WRITTEN}

    def asks(self, phone: Phone, path: str, body: dict[str, Any], status: int, code: str) -> None:
        """Post something that is refused with this status and code, and changes nothing."""
        answer = self.unchanged(lambda: phone.post(path, body))
        assert (answer.status_code, (answer.json or {}).get("code")) == (status, code), answer.json


def good(answer: TestResponse, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.json
    body: dict[str, Any] = answer.json or {}
    return body


def tomorrow() -> date:
    return china_date(clock_now()) + timedelta(days=1)


def tomorrow_at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(tomorrow(), time(hour, minute), CHINA).astimezone(UTC)
