"""Whatever becomes of people, teams and grants: each phone's next pull leaves it with what is its own, no less, no more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jiayi.app import Runtime
from jiayi.core.clock import now as clock_now
from jiayi.core.database import EmbeddedServer, app_engine
from jiayi.core.dates import china_date
from jiayi.core.db import commit
from jiayi.core.errors import Problem
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.terms import ProxyScope, Relation
from jiayi.sync.buckets import buckets_of
from jiayi.sync.verify import verify
from tests import world as people
from tests.conftest import fresh_database
from tests.phone import Phone, signed_in
from tests.world import World

STAFF = (people.LEADER, people.DOCTOR, people.NURSE, people.OTHER_LEADER, people.OTHER_NURSE)


class Copy:
    """A phone with its documents, as the app keeps them."""

    def __init__(self, phone: Phone, actor: Any) -> None:
        self.phone, self.actor = phone, actor
        self.cursor: str | None = None
        self.documents: dict[tuple[str, str, str], Any] = {}
        self.removed: list[dict[str, Any]] = []

    def pull(self) -> None:
        self.removed = []
        while True:
            answer = self.phone.pull(self.cursor)
            self.cursor = answer["cursor"]
            for bucket in answer["dropped"]:
                self.documents = {key: body for key, body in self.documents.items() if key[0] != bucket}
            for one in answer["removed"]:
                self.documents.pop((one["bucket"], one["kind"], one["id"]), None)
            for one in answer["documents"]:
                self.documents[one["bucket"], one["kind"], one["id"]] = one["body"]
            self.removed += answer["removed"]
            if not answer["more"]:
                return


class Life:
    """The county while its people change, and everybody's phone."""

    def __init__(self, app: Flask, runtime: Runtime, world: World) -> None:
        self.runtime, self.world = runtime, world
        actors = (world.leader, world.doctor, world.nurse, world.other_leader, world.other_nurse)
        self.copies = [Copy(signed_in(app, number), actor) for number, actor in zip(STAFF, actors, strict=True)]
        self.copies.append(Copy(signed_in(app, people.DAUGHTER, "family"), world.daughter))
        elders = (world.elder_id, world.neighbour_id, world.other_elder_id)
        self.elders = list(elders)
        self.teams: list[UUID | None] = [world.team_id, world.other_team_id, None]
        self.members = [world.doctor_id, world.nurse_id, world.other_nurse_id]

    def move(self, session: Session, a: int, b: int) -> None:
        residents.assign_team(session, clock_now(), self.elders[a % 3], self.teams[b % 3])

    def leave(self, session: Session, a: int, b: int) -> None:
        organizations.leave_team(session, self.world.admin, clock_now(), self._team(b), self.members[a % 3])

    def join(self, session: Session, a: int, b: int) -> None:
        organizations.join_team(session, self.world.admin, clock_now(), self._team(b), self.members[a % 3])

    def revoke(self, session: Session, a: int, _b: int) -> None:
        for grant in residents.proxies_of(session, self.elders[a % 3]):
            residents.revoke_proxy(session, self.world.daughter, clock_now(), grant.resident_id, grant.id)

    def grant(self, session: Session, a: int, b: int) -> None:
        resident_id = self.elders[a % 3]
        scopes = [ProxyScope.VIEW_FULL, ProxyScope.BOOK] if b % 2 else [ProxyScope.VIEW_SUMMARY]
        residents.grant_proxy(
            session, self._carer(session, resident_id), clock_now(), resident_id, id=uuid4(), phone=people.DAUGHTER,
            name="丁秀芳", relation=Relation.DAUGHTER, scopes=scopes,
        )  # fmt: skip

    def name(self, session: Session, a: int, b: int) -> None:
        residents.name_staff(session, self.world.manager, clock_now(), self.elders[a % 3], self.members[b % 3], "随访")

    def die(self, session: Session, a: int, b: int) -> None:
        """Today, or so long ago that nobody reads of it any more."""
        resident_id = self.elders[a % 3]
        day = china_date(clock_now()) - timedelta(days=40 if b % 2 else 0)
        residents.record_death(session, self._carer(session, resident_id), clock_now(), resident_id, day)

    def _team(self, b: int) -> UUID:
        return (self.world.team_id, self.world.other_team_id)[b % 2]

    def _carer(self, session: Session, resident_id: UUID) -> Any:
        team = residents.care_teams_of(session, [resident_id])[resident_id]
        return self.world.other_leader if team == self.world.other_team_id else self.world.leader

    def happens(self, what: str, a: int, b: int) -> None:
        with self.runtime.sessions.county(self.world.county_id) as session:
            try:
                getattr(self, what)(session, a, b)
            except Problem:
                return
            commit(session)

    def owed(self, copy: Copy) -> dict[tuple[str, str, str], str]:
        """What should be on a phone now, from the aggregates themselves."""
        with self.runtime.sessions.county(self.world.county_id) as session:
            buckets = buckets_of(session, copy.actor, china_date(clock_now()))
            found = [self.runtime.feed.all_in(session, bucket) for bucket in buckets]
        return {(key.bucket, key.kind, str(key.id)): stored.body for part in found for key, stored in part.items()}


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(["move", "move", "leave", "join", "revoke", "grant", "name", "die"]),
        st.integers(0, 5), st.integers(0, 5), st.sets(st.integers(0, 5), max_size=3),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@pytest.fixture(scope="module")
def life(server: EmbeddedServer, template_world: World, settings_of: Callable[..., Any]) -> Callable[[], Any]:
    @contextmanager
    def fresh() -> Iterator[Life]:
        with fresh_database(server) as urls:
            engine = app_engine(urls.app)
            try:
                app, runtime = settings_of(urls, engine)
                yield Life(app, runtime, template_world)
            finally:
                engine.dispose()

    return fresh


@pytest.fixture(scope="module")
def settings_of(settings: Any) -> Callable[..., tuple[Flask, Runtime]]:
    from jiayi.app import create_app, make_runtime

    def made(urls: Any, engine: Any) -> tuple[Flask, Runtime]:
        runtime = make_runtime(settings, urls, engine)
        return create_app(runtime), runtime

    return made


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(happenings=HAPPENINGS)
def test_after_every_change_each_phone_has_what_is_its_own(life: Callable[[], Any], happenings: list[Any]) -> None:
    with life() as county:
        for copy in county.copies:
            copy.pull()
        for what, a, b, who in happenings:
            county.happens(what, a, b)
            for n in who:
                county.copies[n].pull()
        for copy in county.copies:
            before = set(copy.documents)
            copy.pull()
            owed = county.owed(copy)
            assert set(copy.documents) == set(owed)
            told = {(one["bucket"], one["kind"], one["id"]) for one in copy.removed}
            assert told & before == {key for key in told & before if key not in owed}
            assert all(one["reason"] in {"moved", "ended", "revoked", "deleted"} for one in copy.removed)
        with county.runtime.sessions.county(county.world.county_id) as session:
            assert list(verify(session, county.runtime.feed)) == []
