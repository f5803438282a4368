"""Who works in a town: two primary-care institutions, an elder home, three teams, fourteen clinicians."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from jiayi.core.dates import anniversary
from jiayi.demo import data, people
from jiayi.demo.chance import Chance
from jiayi.demo.places import Spot, Town
from jiayi.demo.timeline import Timeline
from jiayi.organizations.terms import OrganizationKind, Profession, Title
from jiayi.residents.terms import Sex

P, T = Profession, Title
TEAM_NAMES = ("第一团队", "第二团队", "第三团队")


@dataclass(frozen=True, slots=True)
class Post:
    """A place in a town's staff. It belongs to the first of `teams`; `years`: at work since so long."""

    profession: Profession
    title: Title
    years: int
    sex: Sex
    teams: tuple[int, ...]
    certificates: tuple[str, ...] = ()
    is_leader: bool = False
    visits_today: bool = True


# fmt: off
POSTS: tuple[Post, ...] = (
    Post(P.DOCTOR,        T.ASSOCIATE_SENIOR, 24, Sex.MALE,   (0,), is_leader=True, visits_today=False),
    Post(P.DOCTOR,        T.INTERMEDIATE,     11, Sex.FEMALE, (0,)),
    Post(P.NURSE,         T.INTERMEDIATE,     16, Sex.FEMALE, (0,), ("picc", "assessor")),
    Post(P.PUBLIC_HEALTH, T.JUNIOR,            8, Sex.FEMALE, (0, 2), ("assessor",)),
    Post(P.TCM_DOCTOR,    T.INTERMEDIATE,     19, Sex.MALE,   (0, 1, 2)),
    Post(P.DOCTOR,        T.ASSOCIATE_SENIOR, 21, Sex.FEMALE, (1,), is_leader=True, visits_today=False),
    Post(P.DOCTOR,        T.INTERMEDIATE,     12, Sex.MALE,   (1,)),
    Post(P.NURSE,         T.INTERMEDIATE,     14, Sex.FEMALE, (1,), ("assessor",)),
    Post(P.NURSE,         T.JUNIOR,            9, Sex.FEMALE, (1,)),
    Post(P.PUBLIC_HEALTH, T.JUNIOR,            6, Sex.MALE,   (1,), ("assessor",)),
    Post(P.DOCTOR,        T.INTERMEDIATE,     15, Sex.MALE,   (2,), is_leader=True),
    Post(P.NURSE,         T.INTERMEDIATE,     13, Sex.FEMALE, (2,)),
    Post(P.THERAPIST,     T.JUNIOR,            7, Sex.MALE,   (2, 0, 1), ("assessor",)),
    Post(P.PHARMACIST,    T.INTERMEDIATE,     12, Sex.MALE,   (2, 0, 1)),
)
# fmt: on

HOSPITAL, CENTRE, ELDER_HOME = range(3)
TEAM_AT = (HOSPITAL, HOSPITAL, CENTRE)
STARTED_WORK_AT = 23


@dataclass(frozen=True, slots=True)
class Institution:
    id: UUID
    kind: OrganizationKind
    name: str
    phone: str
    address: str
    spot: Spot
    beds: int | None


@dataclass(frozen=True, slots=True)
class Clinician:
    """`account_id` and `membership_id` are of the staff realm; the phone signs in."""

    id: UUID
    account_id: UUID
    membership_id: UUID
    post: Post
    name: str
    phone: str
    worked_since_on: date


@dataclass(frozen=True, slots=True)
class Team:
    id: UUID
    name: str
    phone: str
    organization: int
    leader: int
    members: tuple[int, ...]
    village_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """A town's institutions, teams and clinicians, each by its number in the town."""

    institutions: tuple[Institution, ...]
    teams: tuple[Team, ...]
    clinicians: tuple[Clinician, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Names and phones that the story gives to some posts, by the post's number, and its team's phone numbers."""

    names: Mapping[int, str]
    phones: Mapping[int, str]
    team_phones: tuple[str, ...]


def hire(seed: str, town: Town, timeline: Timeline, cast: Cast | None = None) -> Staff:
    """The staff of a town; in the first one some have the names of the story."""
    chance = Chance(seed, "staff", town.number)
    institutions = _institutions(chance, town, timeline)
    clinicians = tuple(_clinician(chance, town, timeline, n, cast) for n in range(len(POSTS)))
    teams = tuple(_team(chance, town, timeline, n, cast) for n in range(len(TEAM_NAMES)))
    return Staff(institutions, teams, clinicians)


def _institutions(chance: Chance, town: Town, timeline: Timeline) -> tuple[Institution, ...]:
    hospital = "中心卫生院" if town.kind == "镇" else "卫生院"
    kinds = (
        (OrganizationKind.PRIMARY_CARE, f"{town.full_name}{hospital}", "正街48号", None),
        (OrganizationKind.PRIMARY_CARE, f"{town.name}河东社区卫生服务中心", "滨河路6号", None),
        (OrganizationKind.ELDER_HOME, f"{town.name}敬老院", "桂香路21号", chance.choice((40, 60, 80, 120))),
    )
    return tuple(
        Institution(
            chance.id_at(timeline.founded_at), kind, name, _phone(town, 1 + n), f"{town.full_name}{street}",
            town.spot.moved(250 + 400 * n, 1.7 * n), beds,
        )
        for n, (kind, name, street, beds) in enumerate(kinds)
    )  # fmt: skip


def _clinician(chance: Chance, town: Town, timeline: Timeline, n: int, cast: Cast | None) -> Clinician:
    post = POSTS[n]
    since = anniversary(timeline.today, -post.years) - timedelta(days=chance.randrange(300))
    name = people.surnames().draw(chance) + people.given_name(chance, post.sex, since.year - STARTED_WORK_AT)
    phone = people.staff_mobile(int(town.code[:6]), town.number, n)
    if cast is not None:
        name, phone = cast.names[n], cast.phones[n]
    ids = (chance.id_at(timeline.founded_at) for _ in range(3))
    return Clinician(next(ids), next(ids), next(ids), post, name, phone, since)


def _team(chance: Chance, town: Town, timeline: Timeline, n: int, cast: Cast | None) -> Team:
    members = tuple(number for number, post in enumerate(POSTS) if n in post.teams)
    leader = next(number for number in members if POSTS[number].is_leader and POSTS[number].teams[0] == n)
    villages = tuple(village.name for village in town.villages if village.team == n)
    phone = cast.team_phones[n] if cast is not None else _phone(town, 4 + n)
    return Team(chance.id_at(timeline.founded_at), TEAM_NAMES[n], phone, TEAM_AT[n], leader, members, villages)


def _phone(town: Town, n: int) -> str:
    return people.landline(data.places().area_code, 1000 + town.number * 9 + n)
