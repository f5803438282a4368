"""Whatever is sent, the API answers as its document says, and never with a 500.

`make fuzz` tries fifty requests an operation and role, others each time; a failure prints the smallest one.
"""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from jiayi.app import Runtime
from jiayi.core.db import commit
from jiayi.identity import service
from jiayi.identity.terms import Realm, Role
from tests.phone import Phone
from tests.world import COUNTY

pytestmark = pytest.mark.fuzz

EXAMPLES = 50
PHONE = "13900000001"
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
# Whoever signs out in the middle of it would send nothing but 401 from then on.
OURS = r"^(?!/api/v1/auth/(logout|refresh))"


def headers_of(app: Flask, runtime: Runtime, role: Role) -> dict[str, str]:
    """The headers of somebody with this role who just signed in."""
    realm = Realm.FAMILY if role in {Role.RESIDENT, Role.PROXY} else Realm.STAFF
    with runtime.sessions.identity() as session:
        account = service.ensure_account(
            session, datetime.now(UTC), phone=PHONE, realm=realm, name="蒲晓燕", birth_year=1950
        )
        service.ensure_membership(
            session, account_id=account.id, county_id=COUNTY, role=role, subject_id=uuid4(), name="蒲晓燕"
        )
        commit(session)
    phone = Phone(app)
    assert phone.sign_in(PHONE, realm, birth_year=1950).status_code == 200
    return {"Authorization": f"Bearer {phone.token}", "X-Jiayi": "1"}


@pytest.mark.parametrize("role", [Role.TEAM_LEADER, Role.RESIDENT, Role.MANAGER, Role.ADMIN])
def test_no_request_surprises_the_api(app: Flask, runtime: Runtime, role: Role, subtests: pytest.Subtests) -> None:
    headers = headers_of(app, runtime, role)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app).include(path_regex=OURS)
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def answers_as_documented(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=headers, checks=CHECKS)

        with subtests.test(operation.label):
            answers_as_documented()
