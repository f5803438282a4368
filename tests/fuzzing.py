"""Requests at random, made from the API's own document: whatever is sent, it answers as the document says."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.routes import ROWS, Row
from tests.settled import Settled

CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
ROW_OF: dict[str, Row] = {re.sub(r"<[^>]*?(\w+)>", r"{\1}", row["route"]): row for row in ROWS if "case" not in row}
"""The table's row of each operation."""
KNOWN: dict[str, tuple[str, ...]] = {
    "resident_id": ("elder", "neighbour", "other_elder", "away_elder"),
    "team_id": ("team", "other_team", "away_team"),
    "care_team_id": ("team", "other_team"),
    "clinician_id": ("nurse", "doctor", "other_nurse", "away_nurse"),
    "organization_id": ("organization", "away_organization"),
    "household_id": ("household",),
    "package_id": ("package", "draft_package", "hypertension_package"),
    "contract_id": ("contract", "contract.draft", "contract.pending_review", "contract.pending_sign"),
    "visit_id": ("visit.requested", "visit.accepted", "visit.scheduled", "visit.started", "visit.review"),
    "entity_id": ("visit.scheduled", "visit.started", "visit.review", "follow_up", "refill_request", "contract"),
    "prescription_id": ("prescription", "dispensed_prescription"),
    "request_id": ("refill_request",),
    "follow_up_id": ("follow_up",),
    "enrolment_id": ("enrolment",),
    "phone_id": ("phone",),
    "condition_id": ("condition", "hidden_condition"),
    "flag_id": ("flag", "hidden_flag"),
    "proxy_id": ("proxy",),
    "notice_id": ("notice",),
    "sha256": ("photo",),
    "held_id": ("held",),
}
"""What a field may name, so that requests reach something."""
WORDS = {"code": ("D01", "B01", "P90"), "item_code": ("D01", "B01", "C05"), "drug_id": ("amlodipine_5mg",)}
LIKELY = 0.7


def operations(settled: Settled) -> Iterator[Any]:
    """Every operation of the document but the demo's own."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", settled.app)
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        if "/demo/" not in operation.path:
            yield operation


def tried(settled: Settled, operation: Any, who: str | None, settings: hypothesis_settings) -> Callable[[], None]:
    """A test that sends this operation, as somebody, as often as the settings say; each request is undone."""
    headers = {"X-Jiayi": "1", "Accept-Encoding": "identity"} | (
        {} if who is None else {"Authorization": f"Bearer {settled.token(who)}"}
    )
    kinds = sorted(settled.runtime.feed.registry.commands)

    @settings
    @given(case=operation.as_strategy(), random=st.randoms(use_true_random=False))
    def answers_as_documented(case: Any, random: Random) -> None:
        fill(settled, case.path_parameters, random)
        fill(settled, case.query, random)
        fill(settled, case.body, random)
        if case.path.endswith("/sync/push"):
            case.body["device_id"] = settled.things["device"]
            for command in case.body["commands"]:
                command["kind"] = random.choice(kinds)
        with settled.undone():
            answer = case.call_and_validate(headers=headers, checks=CHECKS)
        if case.path.endswith("/sync/push") and answer.status_code == 200:
            assert [one for one in answer.json()["results"] if one["outcome"] == "retry"] == []

    run: Callable[[], None] = answers_as_documented
    return run


def fill(settled: Settled, told: Any, random: Random) -> None:
    """Let most of what names something name something that is there."""
    for name, value in list(told.items()) if isinstance(told, dict) else ():
        is_list, one = name.endswith("_ids"), name.removesuffix("s")
        if one in KNOWN and random.random() < LIKELY:
            found = settled.things[random.choice(KNOWN[one])]
            told[name] = [found] if is_list else found
        elif name in WORDS and random.random() < LIKELY:
            told[name] = random.choice(WORDS[name])
        else:
            for inner in value if isinstance(value, list) else [value]:
                fill(settled, inner, random)


def settings(examples: int, *, is_random: bool) -> hypothesis_settings:
    """So many requests each; at random, shrinking what fails, or always the same ones."""
    return hypothesis_settings(
        max_examples=examples,
        derandomize=not is_random,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if is_random else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
