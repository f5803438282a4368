"""A token opens what it was signed for, by us, for now; and what a membership may do is not for the token to say."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import jwt
import pytest

from tests.refusing import refused, unchanged
from tests.routes import ROWS, usual
from tests.settled import Settled

pytestmark = pytest.mark.xdist_group("settled")


def _claims(settled: Settled, who: str = "clinician.own") -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(settled.token(who), options={"verify_signature": False})
    return claims


Forge = Callable[[Settled], str]


def _signed(change: Callable[[dict[str, Any], Settled], dict[str, Any]], algorithm: str = "HS256") -> Forge:
    """A token as we would sign it, with other claims."""

    def forge(settled: Settled) -> str:
        claims = change(_claims(settled), settled)
        return jwt.encode(claims, settled.runtime.settings.jwt_key, algorithm)

    return forge


HOUR = 3_600


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda settled: jwt.encode(_claims(settled), "", "none"), id="no algorithm"),
        pytest.param(lambda settled: jwt.encode(_claims(settled), "k" * 64, "HS256"), id="another key"),
        pytest.param(_signed(lambda claims, _: claims, "HS512"), id="another algorithm"),
        pytest.param(_signed(lambda claims, _: claims | {"exp": claims["iat"] - HOUR}), id="expired"),
        pytest.param(_signed(lambda claims, _: claims | {"nbf": claims["iat"] + HOUR}), id="not yet"),
        pytest.param(_signed(lambda claims, _: claims | {"type": "refresh"}), id="another type"),
        pytest.param(_signed(lambda claims, s: claims | {"county_id": s.away.county_id}), id="another county"),
        pytest.param(_signed(lambda claims, _: claims | {"county_id": "x"}), id="no county"),
        pytest.param(_signed(lambda claims, _: claims | {"membership_id": str(uuid4())}), id="no membership"),
        pytest.param(_signed(lambda claims, s: claims | {"membership_id": s.things["nurse"]}), id="another id"),
        pytest.param(_signed(lambda claims, _: claims | {"device_id": "\x00"}), id="no device"),
        pytest.param(_signed(lambda claims, _: claims | {"scope": "everything"}), id="no scope"),
        pytest.param(_signed(lambda claims, _: {"sub": claims["sub"]}), id="no claims"),
        pytest.param(lambda _: "a.b.c", id="rubbish"),
        pytest.param(lambda _: "é" * 100, id="other letters"),
    ],
)
def test_a_forged_token_opens_nothing(settled: Settled, forge: Forge) -> None:
    row = next(row for row in ROWS if row["route"].endswith("/write-note"))
    request, _ = usual(settled, row)
    headers = {"Authorization": f"Bearer {forge(settled)}".encode().decode("latin-1")}
    with unchanged(settled):
        for method, path, body in (("GET", "/api/v1/me", None), (request.method, request.path, request.body)):
            answer = settled.ask(None, method, path, body, headers)
            refused(answer, {401}, row, "forged")
            assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_the_role_is_the_memberships_and_not_the_tokens(settled: Settled) -> None:
    token = _signed(lambda claims, _: claims | {"role": "admin", "sub": str(settled.world.admin.account_id)})(settled)
    row = next(row for row in ROWS if row["route"] == "POST /api/v1/teams")
    request, _ = usual(settled, row)
    with unchanged(settled):
        answer = settled.ask(None, "POST", request.path, request.body, {"Authorization": f"Bearer {token}"})
        refused(answer, {403}, row, "role")
