"""The phones of everybody in the small county, each signed in once."""

from collections.abc import Callable

from flask import Flask

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
