"""What a phone and the server say to each other."""

from flask import Flask

from tests import world as people
from tests.phone import Phone
from tests.world import World


def kinds(answer: dict) -> dict[str, int]:
    found: dict[str, int] = {}
    for document in answer["documents"]:
        found[document["kind"]] = found.get(document["kind"], 0) + 1
    return found


def test_a_nurse_gets_her_teams_residents_and_what_is_public(app: Flask, world: World) -> None:
    phone = Phone(app)
    phone.sign_in(people.NURSE)
    answer = phone.pull()
    found = kinds(answer)
    assert found["resident"] == 2
    assert found["team"] == 2
    assert found["package"] == 9
    assert not answer["more"]
    assert phone.pull(answer["cursor"])["documents"] == []
