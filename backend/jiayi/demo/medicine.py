"""Medicine at home: what is taken for what, how many days are left, and who asks for more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from jiayi.core import resources
from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance
from jiayi.demo.residents import Person
from jiayi.demo.staff import POSTS, Staff
from jiayi.demo.story import Medicine
from jiayi.demo.world import World
from jiayi.organizations.terms import Profession
from jiayi.prescriptions.files import ListedDrug, read_drugs
from jiayi.prescriptions.tables import LongPrescription
from jiayi.prescriptions.terms import PrescriptionStatus, RefillStatus, RefuseReason

S = PrescriptionStatus
RENEWED = "C04"
MONTH = 28

# fmt: off
DOSES: Mapping[str, tuple[str, float]] = {
    # drug                            how it is taken                  pieces a day
    "amlodipine_5mg":               ("每天早上1片",                     1),
    "nifedipine_30mg_cr":           ("每天早上1片，整片吞",              1),
    "valsartan_80mg":               ("每天早上1粒",                     1),
    "enalapril_10mg":               ("每天早上1片",                     1),
    "hydrochlorothiazide_25mg":     ("每天早上半片",                    0.5),
    "metformin_500mg":              ("早晚饭时各1片",                   2),
    "glimepiride_2mg":              ("每天早饭前1片",                   1),
    "atorvastatin_20mg":            ("每天睡前1片",                     1),
    "aspirin_100mg_ec":             ("每天1片",                        1),
    "metoprolol_47_5mg_sr":         ("每天早上1片",                     1),
    "tiotropium_18ug":              ("每天早上吸1次",                   1),
    "theophylline_100mg_sr":        ("早晚各1片",                      2),
    "levodopa_benserazide_250mg":   ("一天3次，每次半片，饭前",          1.5),
    "donepezil_5mg":                ("每天睡前1片",                     1),
    "allopurinol_100mg":            ("每天饭后1片",                     1),
    "calcium_d3_600mg":             ("每天晚饭后1片",                   1),
}
REGIMENS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "I10":   (("amlodipine_5mg",), ("nifedipine_30mg_cr",), ("valsartan_80mg",), ("enalapril_10mg",),
              ("amlodipine_5mg", "valsartan_80mg"), ("enalapril_10mg", "hydrochlorothiazide_25mg")),
    "E11":   (("metformin_500mg",), ("metformin_500mg", "glimepiride_2mg")),
    "E78":   (("atorvastatin_20mg",),),
    "I25.1": (("aspirin_100mg_ec",), ("aspirin_100mg_ec", "metoprolol_47_5mg_sr")),
    "I63":   (("aspirin_100mg_ec",),),
    "J44":   (("tiotropium_18ug",), ("theophylline_100mg_sr",)),
    "G20":   (("levodopa_benserazide_250mg",),),
    "M10":   (("allopurinol_100mg",),),
    "M81":   (("calcium_d3_600mg",),),
}
# fmt: on


@dataclass(frozen=True, slots=True)
class Sheet:
    """A prescription; `prescriber` is a clinician's number."""

    id: UUID
    person: Person
    prescriber: int
    diagnosis: str
    drugs: tuple[str, ...]
    days: int
    issued_on: date
    dispensed_on: date | None
    status: PrescriptionStatus
    regimen_since_on: date
    replaces: UUID | None = None

    @property
    def ends_on(self) -> date | None:
        """The first day without medicine."""
        return None if self.dispensed_on is None else self.dispensed_on + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody asks for more of the same; what the doctor said, if anything yet."""

    id: UUID
    person: Person
    sheet: UUID
    status: RefillStatus
    asked_at: datetime
    decided_at: datetime | None = None
    doctor: int | None = None
    refused: RefuseReason | None = None
    new_sheet: UUID | None = None


@dataclass(slots=True)
class Cabinet:
    """All medicine of a town."""

    sheets: list[Sheet]
    wishes: list[Wish]


@cache
def listed() -> Mapping[str, ListedDrug]:
    """The list of drugs, by id."""
    return {drug.id: drug for drug in read_drugs(resources.seed() / "codes" / "drugs.yaml")}


def lines_of(drugs: Sequence[str]) -> list[dict[str, object]]:
    """The drugs as a prescription holds them."""
    return [
        {"drug_id": drug, "name": listed()[drug].name, "dose_text": DOSES[drug][0], "daily_dose": DOSES[drug][1]}
        for drug in drugs
    ]


class Pharmacy:
    """Writes prescriptions for those whose contract has them."""

    def __init__(self, world: World, staff: Staff, town: int) -> None:
        self.timeline = world.timeline
        self.chance = Chance(world.seed, "medicine", town)
        self.staff = staff
        self.table = world.rules.of(LongPrescription, self.timeline.today)
        self.cabinet = Cabinet([], [])

    def tell(self, told: Mapping[str, Person], medicine: Sequence[Medicine]) -> None:
        """The story's medicine."""
        for one in medicine:
            person = told[one.person]
            handed_on = self.timeline.today + timedelta(days=one.dispensed)
            now = self._chain(person, one.doctor, one.diagnosis, one.drugs, MONTH, handed_on)
            if one.asked_minutes_ago is not None:
                asked_at = self.timeline.now - timedelta(minutes=one.asked_minutes_ago)
                self._ask(now, asked_at, is_approved=one.is_approved)

    def fill(self, agreements: Sequence[Agreement]) -> None:
        """Everybody else's, where the contract has long-term prescriptions."""
        for agreement in agreements:
            drugs = self._regimen(agreement)
            if RENEWED not in agreement.quotas or not drugs or not self.chance.happens(80):
                continue
            diagnosis = next(code for code in agreement.person.health.diagnoses if code in REGIMENS)
            days = MONTH if self._is_frail(agreement.person) or self.chance.happens(85) else 2 * MONTH
            handed_on = self.timeline.days_ago(self.chance.randint(0, days + 4))
            doctor = self._doctor(agreement.person.team)
            sheet = self._chain(agreement.person, doctor, diagnosis, drugs, days, handed_on)
            if sheet.ends_on is not None and 0 < (sheet.ends_on - self.timeline.today).days <= days // 5:
                self._perhaps_ask(sheet)

    def _regimen(self, agreement: Agreement) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for code in agreement.person.health.diagnoses:
            found |= dict.fromkeys(self.chance.choice(REGIMENS[code]) if code in REGIMENS else ())
        return tuple(found)[: self.table.drugs_per_sheet_max]

    def _is_frail(self, person: Person) -> bool:
        return person.age(self.timeline.today) >= self.table.frail_age

    def _doctor(self, team: int) -> int:
        members = self.staff.teams[team].members
        return self.chance.choice([number for number in members if POSTS[number].profession is Profession.DOCTOR])

    def _chain(
        self, person: Person, doctor: int, diagnosis: str, drugs: tuple[str, ...], days: int, handed_on: date
    ) -> Sheet:
        """The supply at home and the one before it, which it followed without a gap or nearly so."""
        before_on = handed_on - timedelta(days=days - self.chance.randint(0, 3))
        since = before_on - timedelta(days=self.chance.randint(100, 900))
        former = Sheet(
            self._id(before_on), person, doctor, diagnosis, drugs, days, before_on, before_on, S.COMPLETED, since
        )
        now = Sheet(
            self._id(handed_on), person, doctor, diagnosis, drugs, days, handed_on, handed_on, S.HANDED_OVER, since,
            former.id,
        )  # fmt: skip
        self.cabinet.sheets.extend((former, now))
        if days == MONTH and self.chance.happens(40):
            self._was_asked(former, now)
        return now

    def _was_asked(self, former: Sheet, now: Sheet) -> None:
        asked_at = self.timeline.by_day(self._at(now.issued_on) - timedelta(hours=self.chance.randint(2, 40)))
        decided_at = self._at(now.issued_on)
        self.cabinet.wishes.append(
            Wish(
                self.chance.id_at(asked_at), now.person, former.id, RefillStatus.APPROVED, asked_at, decided_at,
                now.prescriber, new_sheet=now.id,
            )
        )  # fmt: skip

    def _perhaps_ask(self, sheet: Sheet) -> None:
        if self.chance.happens(20):
            asked_at = self.timeline.by_day(self.timeline.now - timedelta(minutes=self.chance.randint(20, 900)))
            self._ask(sheet, asked_at, is_approved=False)
        elif self.chance.happens(6):
            asked_at = self.timeline.by_day(self.timeline.now - timedelta(hours=self.chance.randint(20, 70)))
            self.cabinet.wishes.append(
                Wish(
                    self.chance.id_at(asked_at), sheet.person, sheet.id, RefillStatus.REFUSED, asked_at,
                    asked_at + timedelta(minutes=50), sheet.prescriber, RefuseReason.UNCONTROLLED,
                )
            )  # fmt: skip

    def _ask(self, sheet: Sheet, asked_at: datetime, *, is_approved: bool) -> None:
        """A wish; an approved one has its new prescription on the way to the pharmacy."""
        if not is_approved:
            wish = Wish(self.chance.id_at(asked_at), sheet.person, sheet.id, RefillStatus.PENDING, asked_at)
            self.cabinet.wishes.append(wish)
            return
        decided_at = asked_at + timedelta(minutes=53)
        new = Sheet(
            self.chance.id_at(decided_at), sheet.person, sheet.prescriber, sheet.diagnosis, sheet.drugs, sheet.days,
            self.timeline.today, None, S.SENT_TO_PHARMACY, sheet.regimen_since_on, sheet.id,
        )  # fmt: skip
        self.cabinet.sheets.append(new)
        self.cabinet.wishes.append(
            Wish(
                self.chance.id_at(asked_at), sheet.person, sheet.id, RefillStatus.APPROVED, asked_at, decided_at,
                sheet.prescriber, new_sheet=new.id,
            )
        )  # fmt: skip

    def _id(self, day: date) -> UUID:
        return self.chance.id_at(self._at(day))

    def _at(self, day: date) -> datetime:
        return min(self.timeline.now, self.timeline.at(day, datetime.min.time()) + timedelta(hours=9))


def asked_by(wish: Wish, accounts: Mapping[str, UUID], otherwise: UUID) -> UUID:
    """The account that asked: the resident's own, else a helper's, else the team on the telephone."""
    return next((accounts[phone] for phone in _phones(wish.person) if phone in accounts), otherwise)


def _phones(person: Person) -> Iterator[str]:
    if person.account is not None:
        yield person.account
    yield from (helper.phone for helper in person.helpers)
