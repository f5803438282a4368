"""The door of every route: who asks, in which county, in which transaction.

`@signed_in(roles…)` stands above everything else on a view method. It reads the token, checks that the membership is
still alive, opens the county's session, and commits when the view has answered well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache, wraps
from typing import Any, TypeVar
from uuid import UUID

from flask import Flask, Response, current_app, g, request
from flask_jwt_extended import JWTManager, create_access_token, decode_token
from flask_jwt_extended.exceptions import JWTDecodeError, NoAuthorizationError
from jwt import ExpiredSignatureError
from sqlalchemy.orm import Session

from jiayi.core import audit as audit_log
from jiayi.core import db
from jiayi.core.clock import now as clock_now
from jiayi.core.errors import Forbidden
from jiayi.core.web.api import problem_response
from jiayi.identity import service
from jiayi.identity.models import Membership
from jiayi.identity.terms import Actor, Role, Scope

ACCESS_LIFETIME = timedelta(minutes=15)
View = TypeVar("View", bound=Callable[..., Any])


def sessions() -> db.Sessions:
    """The application's sessions."""
    found: db.Sessions = current_app.extensions["jiayi.sessions"]
    return found


def request_session() -> Session:
    """The session of this request."""
    session: Session = g.session
    return session


def current_actor() -> Actor:
    """Who asks."""
    actor: Actor = g.actor
    return actor


def request_now() -> datetime:
    """When this request came in (UTC)."""
    if "now" not in g:
        g.now = clock_now()
    moment: datetime = g.now
    return moment


def signed_in(*roles: Role, hand_in: bool = False) -> Callable[[View], View]:
    """Let in these roles (none named: any role). `hand_in` also lets in a disabled account handing in its work."""
    allowed = frozenset(roles)

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            with _transaction(allowed, hand_in=hand_in):
                return view(*args, **kwargs)

        guarded.__dict__["roles"] = allowed or frozenset(Role)
        return guarded  # type: ignore[return-value]

    return decorate


def public(view: View) -> View:
    """Mark a route that needs no token."""
    view.__dict__["is_public"] = True
    return view


@contextmanager
def _transaction(roles: frozenset[Role], *, hand_in: bool) -> Iterator[None]:
    claims = _claims()
    session = sessions().county(int(claims["county_id"]), is_read=request.method == "GET")
    try:
        g.session = session
        g.actor = service.actor_of(
            session,
            membership_id=UUID(claims["membership_id"]),
            device_id=UUID(claims["device_id"]),
            scope=Scope(claims["scope"]),
        )
        if g.actor.scope is Scope.HAND_IN and not hand_in:
            raise Forbidden("identity.refused.hand_in_only")
        if roles and g.actor.role not in roles:
            raise Forbidden("identity.refused.wrong_role")
        yield
        db.commit(session)
    finally:
        session.close()


def _claims() -> dict[str, Any]:
    """The claims of the request's token. A phone asks several times with one token: its signature is checked once."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        raise NoAuthorizationError(scheme)
    claims: dict[str, Any] = current_app.extensions["jiayi.claims"](token)
    if claims["exp"] <= request_now().timestamp():
        raise ExpiredSignatureError
    return claims


@contextmanager
def identity_transaction() -> Iterator[Session]:
    """A session of the identity plane, committed at the end; for routes without a token."""
    session = sessions().identity()
    try:
        g.session = session
        yield session
        db.commit(session)
    finally:
        session.close()


def access_token(membership: Membership, device_id: UUID, scope: Scope) -> str:
    """A signed token for one membership, good for 15 minutes."""
    claims = {
        "membership_id": str(membership.id),
        "county_id": membership.county_id,
        "role": membership.role.value,
        "device_id": str(device_id),
        "scope": scope.value,
    }
    token: str = create_access_token(
        str(membership.account_id), expires_delta=ACCESS_LIFETIME, additional_claims=claims
    )
    return token


def audit(session: Session, actor: Actor, at: datetime, action: str, **about: Any) -> None:
    """Write an audit entry for this actor; see core.audit.record for what `about` may hold."""
    audit_log.record(session, at=at, account_id=actor.account_id, role=actor.role.value, action=action, **about)


def require_own_header() -> None:
    """Routes that read the refresh cookie want a header that no foreign page can send."""
    if request.headers.get("X-Jiayi") != "1":
        raise Forbidden("identity.refused.header_missing")


def register_jwt(app: Flask) -> None:
    """Every token that is not good is answered with 401 problem+json."""
    manager = JWTManager(app)
    app.extensions["jiayi.claims"] = lru_cache(maxsize=1024)(_checked)

    def refused(*_args: Any) -> Response:
        return problem_response(401, "identity.refused.not_signed_in", headers={"WWW-Authenticate": "Bearer"})

    manager.unauthorized_loader(refused)
    manager.invalid_token_loader(refused)
    manager.expired_token_loader(refused)
    manager.revoked_token_loader(refused)


def _checked(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = decode_token(token)
    try:
        UUID(claims["membership_id"]), UUID(claims["device_id"]), int(claims["county_id"]), Scope(claims["scope"])
        int(claims["exp"])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise JWTDecodeError from error
    if claims["type"] != "access":
        raise JWTDecodeError
    return claims
