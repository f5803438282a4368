"""The phones of everybody in the small county, each signed in once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask

from jiayi.app import Runtime
from jiayi.sync.verify import verify
from tests import world as people
from tests.phone import Phone

BORN = {people.ELDER: people.ELDER_BORN, people.OTHER_ELDER: people.OTHER_ELDER_BORN}
FAMILY = {people.ELDER, people.DAUGHTER, people.OTHER_ELDER}
PhoneOf = Callable[[str], Phone]


def phones(app: Flask) -> PhoneOf:
    """Gives the phone of whoever has this number, signed in; the same one each time it is asked for."""
    known: dict[str, Phone] = {}

    def phone_of(number: str) -> Phone:
        if number not in known:
            known[number] = Phone(app)
            extra = {"birth_year": BORN[number]} if number in BORN else {}
            answer = known[number].sign_in(number, "family" if number in FAMILY else "staff", **extra)
            assert answer.status_code == 200, answer.json
        return known[number]

    return phone_of


@contextmanager
def watched_phones(app: Flask, runtime: Runtime) -> Iterator[PhoneOf]:
    """The same, while the team's and the elder's phones follow all that happens: in the end they must show what is so."""
    phone_of = phones(app)
    for number in (people.LEADER, people.ELDER):
        phone_of(number).pull()
    yield phone_of
    with runtime.sessions.county(people.COUNTY) as session:
        assert [str(difference) for difference in verify(session, runtime.feed)] == []
