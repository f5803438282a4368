"""The API object: problem+json for everything that goes wrong, and an OpenAPI document that says so."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import orjson
from flask import Flask, Response, json, request
from flask.json.provider import JSONProvider
from flask_smorest import Api, Blueprint
from marshmallow import Schema
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from jiayi.core.errors import Busy, NotFound, Problem, Refusal, Stale
from jiayi.core.web.parsing import StrictParser

log = logging.getLogger(__name__)
PROBLEM_JSON = "application/problem+json"
_LOCK_STATES = frozenset({"55P03", "40P01", "40001", "57014", "57P01", "57P02", "57P03", "08006", "08001", "25P03"})
"""Lock not available, deadlock, serialisation, cancelled, server gone: nothing was changed, try again."""

View = TypeVar("View", bound=Callable[..., Any])


class OrjsonProvider(JSONProvider):
    """JSON by orjson; keys keep their order."""

    def dumps(self, obj: Any, **_kwargs: Any) -> str:
        return orjson.dumps(obj, option=orjson.OPT_NON_STR_KEYS).decode()

    def loads(self, s: str | bytes, **_kwargs: Any) -> Any:
        return orjson.loads(s)


class JiayiApi(Api):
    """flask-smorest's Api, answering problems as RFC 9457 and keeping the headers of werkzeug's exceptions."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def handle_http_exception(self, error: HTTPException) -> Response:
        status = error.code or 500
        data = getattr(error, "data", None) or {}
        errors = data.get("errors") or data.get("messages")
        answer = problem_response(status, _CODES.get(status, "core.error"), {"errors": errors} if errors else {})
        for name, value in error.get_headers():
            if name.lower() not in {"content-type", "content-length"}:
                answer.headers[name] = value
        for name, value in (data.get("headers") or {}).items():
            answer.headers[name] = value
        return answer


_CODES = {
    400: "core.invalid.request",
    401: "identity.refused.not_signed_in",
    403: "core.forbidden",
    404: "core.not_found",
    405: "core.method_not_allowed",
    412: "core.stale",
    413: "core.too_large",
    415: "core.invalid.content_type",
    422: "core.invalid.fields",
    428: "core.if_match_missing",
    429: "core.too_many",
    500: "core.error",
    503: "core.busy",
}


def problem_response(status: int, code: str, detail: Any = None, headers: dict[str, str] | None = None) -> Response:
    """An RFC 9457 answer. `detail` holds the values that the code's text names; `errors` the fields of a body."""
    from http import HTTPStatus

    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code}
    detail = dict(detail or {})
    if "errors" in detail:
        body["errors"] = detail.pop("errors")
    if detail:
        body["detail"] = detail
    return Response(json.dumps(body), status, headers, content_type=PROBLEM_JSON)


def register_problems(app: Flask) -> None:
    """Turn our problems, and a database that is busy or gone, into answers."""

    @app.before_request
    def refuse_nul() -> None:
        # PostgreSQL cannot even be asked for it.
        if "\x00" in request.path:
            raise NotFound

    @app.errorhandler(Problem)
    def our_problem(problem: Problem) -> Response:
        return problem_response(problem.status, problem.code, problem.detail, problem.headers)

    @app.errorhandler(DBAPIError)
    @app.errorhandler(StaleDataError)
    def database_trouble(error: DBAPIError | StaleDataError) -> Response:
        problem = problem_of(error)
        if problem is None:
            raise error
        if isinstance(error, StaleDataError) and "If-Match" in request.headers:
            problem = Stale("core.stale")  # Who named a version is told so, everybody else tries again.
        return our_problem(problem)


def problem_of(error: Exception) -> Problem | None:
    """What to answer to an error of the database, if somebody who asks can cause it; None for a mistake of ours.

    Rules are checked before writing. What two at once can still bring about is told by the constraint: an id or a unique
    thing that is there by now, a row named that is gone by now.
    """
    if isinstance(error, StaleDataError):
        return Busy()  # Somebody committed between our look and our write.
    if isinstance(error, OperationalError):
        return Busy() if _is_passing(error) else None
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    return {UNIQUE_VIOLATION: Refusal("core.refused.exists"), FOREIGN_KEY_VIOLATION: NotFound()}.get(state or "")


UNIQUE_VIOLATION = "23505"
FOREIGN_KEY_VIOLATION = "23503"


def _is_passing(error: OperationalError) -> bool:
    """Whether trying again may help: a lock, a deadlock, a database that is away."""
    state = getattr(error.orig, "sqlstate", None)
    return state in _LOCK_STATES or error.connection_invalidated or state is None


class StrictBlueprint(Blueprint):
    """flask-smorest's Blueprint, reading bodies strictly."""

    ARGUMENTS_PARSER = StrictParser()

    def arguments(self, schema: type[Schema], **kwargs: Any) -> Any:
        """As flask-smorest's, with one schema for all requests instead of one each."""
        return super().arguments(schema(), **kwargs)


def blueprint(name: str, description: str) -> Blueprint:
    """A feature's blueprint under /api/v1."""
    return StrictBlueprint(name, __name__, url_prefix="/api/v1", description=description)
