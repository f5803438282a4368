"""Sign-in, refresh, sign-out, me."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import httpx
import segno
from flask import Response, current_app, jsonify, request
from flask.views import MethodView
from sqlalchemy.orm import Session

from jiayi.core import audit, db, i18n
from jiayi.core.errors import Busy, Problem, TooMany, Unauthorized
from jiayi.core.sms import SmsPort
from jiayi.core.tools import tools
from jiayi.core.web.api import blueprint
from jiayi.identity import service, tokens
from jiayi.identity.access import (
    ACCESS_LIFETIME,
    access_token,
    current_actor,
    identity_transaction,
    public,
    request_now,
    request_session,
    require_own_header,
    sessions,
    signed_in,
)
from jiayi.identity.access import audit as audit_of
from jiayi.identity.models import Account, Membership
from jiayi.identity.schemas import (
    AuthenticatorRenewSchema,
    AuthenticatorSchema,
    AuthenticatorSecretSchema,
    EnrolConfirmSchema,
    EnrolSchema,
    FirstCodeSchema,
    MeSchema,
    SignInCodeRequestSchema,
    SignInCodeSentSchema,
    TokenRequestSchema,
    TokenSchema,
)
from jiayi.identity.terms import STAFF_ROLES, Realm, Scope

COOKIE = "jiayi_refresh"
COOKIE_PATH = "/api/v1/auth"
SIGN = "jiayi_signed_in"
"""Says to the page that there is a refresh cookie, which it cannot read: a browser may clear the store and leave it."""

blp = blueprint("auth", "Sign-in by code or password, refresh, sign-out")


@blp.route("/auth/otp")
class OneTimeCodes(MethodView):
    @public
    @blp.arguments(SignInCodeRequestSchema)
    @blp.response(200, SignInCodeSentSchema)
    def post(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Send a one-time code by SMS. The answer does not tell whether the number is known."""
        with identity_transaction() as session:
            phone, code, expires_at = service.send_code(session, request_now(), **payload)
            is_demo = tools(session).settings.is_demo
            minutes = round((expires_at - request_now()).total_seconds() / 60)
            # Inside the transaction: a code that could not be handed over does not count against the next one.
            _send(phone, i18n.text("identity-sms-code", {"code": code, "minutes": minutes}))
        return {"expires_at": expires_at} | ({"demo_code": code} if is_demo else {})


def _send(phone: str, text: str) -> None:
    sms: SmsPort = current_app.extensions["jiayi.sms"]
    try:
        sms.send(phone, text)
    except (OSError, httpx.HTTPError) as error:
        raise Busy("identity.refused.sms_down", 30) from error


@blp.route("/auth/token")
class Tokens(MethodView):
    @public
    @blp.arguments(TokenRequestSchema)
    @blp.response(200, TokenSchema)
    def post(self, payload: dict[str, Any]) -> Response:
        """Sign in, or change to another membership of the same account."""
        if "membership_id" in payload:
            return _change_membership(payload["membership_id"])
        try:
            with identity_transaction() as session:
                try:
                    signed = service.sign_in(session, request_now(), **payload)
                except service.WrongCode as problem:
                    # The try counts, so it is committed.
                    _note_failure(payload, problem)
                    db.commit(session)
                    raise
        except TooMany:
            raise
        except Unauthorized as problem:
            if not isinstance(problem, service.WrongCode):
                _note_failure(payload, problem)
            raise
        _note_sign_in(signed)
        return _answer(signed.account, signed.memberships, None, signed.refresh, signed.scope)


def _note_sign_in(signed: service.SignedIn) -> None:
    subject = f"device:{signed.refresh.device_id}"
    for mine in signed.memberships:
        _audit(mine, "identity.sign_in", subject=subject)


def _audit(mine: Membership, action: str, *, subject: str | None = None, reason: str | None = None) -> None:
    """Into the trail of the membership's county."""
    with sessions().county(mine.county_id) as session:
        role, account_id = mine.role.value, mine.account_id
        audit.record(
            session, at=request_now(), account_id=account_id, role=role, action=action, subject=subject, reason=reason
        )
        db.commit(session)


_COUNTED = frozenset({"wrong_code", "wrong_password", "wrong_totp", "wrong_birth_year"})


def _note_failure(payload: dict[str, Any], problem: Problem) -> None:
    if problem.code.rsplit(".", 1)[1] not in _COUNTED:
        return
    with sessions().identity() as session:
        memberships = service.note_failure(session, request_now(), phone=payload["phone"], realm=payload["realm"])
        db.commit(session)
    for mine in memberships:
        _audit(mine, "identity.refuse_sign_in", reason=problem.code)


@blp.route("/auth/authenticator")
class FirstAuthenticator(MethodView):
    @public
    @blp.arguments(EnrolSchema)
    @blp.response(200, AuthenticatorSecretSchema)
    def post(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Staff without a second factor, by number and password: a fresh one, to be confirmed by its first code."""
        with _counting(payload), identity_transaction() as session:
            return _shown(service.begin_by_password(session, request_now(), **payload))


@blp.route("/auth/authenticator/confirm")
class FirstAuthenticatorConfirm(MethodView):
    @public
    @blp.arguments(EnrolConfirmSchema)
    @blp.response(204)
    def post(self, payload: dict[str, Any]) -> None:
        """The first code of it: from now on it counts."""
        with _counting(payload), identity_transaction() as session:
            account_id = service.confirm_by_password(session, request_now(), **payload)
            memberships = service.live_memberships(session, account_id)
        for mine in memberships:
            _audit(mine, "identity.enrol_totp", subject=f"account:{account_id}")


@contextmanager
def _counting(payload: dict[str, Any]) -> Iterator[None]:
    """A wrong password is counted here as at the sign-in."""
    try:
        yield
    except Unauthorized as problem:
        _note_failure(payload | {"realm": Realm.STAFF}, problem)
        raise


def _shown(fresh: service.Enrolment) -> dict[str, Any]:
    rows = ["".join(str(int(field)) for field in row) for row in segno.make(fresh.uri, error="m", micro=False).matrix]
    return {"secret": fresh.secret, "qr": rows, "expires_at": fresh.expires_at}


@blp.route("/auth/refresh")
class Refresh(MethodView):
    @public
    @blp.response(200, TokenSchema)
    def post(self) -> Response:
        """Exchange the refresh cookie for an access token of the membership in `X-Jiayi-Membership`, or the first."""
        require_own_header()
        with _with_cookie() as session:
            issued = tokens.rotate(session, request_now(), request.cookies.get(COOKIE, ""))
            account = session.get_one(Account, issued.account_id)
            if account.disabled_at is not None:
                raise Unauthorized("identity.refused.session_ended")
            memberships = service.live_memberships(session, account.id)
            wanted = request.headers.get("X-Jiayi-Membership")
        return _answer(account, memberships, wanted, issued, Scope.FULL)


@blp.route("/auth/logout")
class SignOut(MethodView):
    @public
    @blp.response(204)
    def post(self) -> Response:
        """End this device's session."""
        require_own_header()
        with identity_transaction() as session:
            secret = request.cookies.get(COOKIE)
            if secret:
                try:
                    token = tokens.find(session, request_now(), secret)
                    tokens.kill_family(session, request_now(), token.family_id)
                except Unauthorized:
                    pass  # Already over: signing out twice is no error.
        answer = Response(status=204)
        answer.delete_cookie(COOKIE, path=COOKIE_PATH)
        answer.delete_cookie(SIGN)
        return answer


@blp.route("/me")
class Me(MethodView):
    @signed_in()
    @blp.response(200, MeSchema)
    def get(self) -> dict[str, Any]:
        """Who this token is."""
        session, actor = request_session(), current_actor()
        account = session.get_one(Account, actor.account_id)
        memberships = service.live_memberships(session, account.id)
        mine = next(m for m in memberships if m.id == actor.membership_id)
        return {
            "account_id": account.id,
            "name": account.name,
            "realm": account.realm,
            "membership": mine,
            "memberships": memberships,
        }


@blp.route("/me/authenticator")
class Authenticator(MethodView):
    @signed_in(*STAFF_ROLES)
    @blp.response(200, AuthenticatorSchema)
    def get(self) -> dict[str, Any]:
        """Whether this account has a second factor."""
        return {"is_enrolled": service.is_enrolled(request_session(), current_actor().account_id)}

    @signed_in(*STAFF_ROLES)
    @blp.arguments(AuthenticatorRenewSchema)
    @blp.response(200, AuthenticatorSecretSchema)
    def post(self, payload: dict[str, Any]) -> dict[str, Any]:
        """A fresh second factor, by a code of the present one; that one holds until the first code of the new one."""
        account_id = current_actor().account_id
        try:
            return _shown(service.begin(request_session(), request_now(), account_id, totp=payload.get("totp")))
        except Unauthorized as problem:
            if problem.code == "identity.refused.wrong_totp":
                with sessions().identity() as session:
                    memberships = service.note_failure_of(session, request_now(), account_id)
                    db.commit(session)
                for mine in memberships:
                    _audit(mine, "identity.refuse_totp", reason=problem.code)
            raise


@blp.route("/me/authenticator/confirm")
class AuthenticatorConfirm(MethodView):
    @signed_in(*STAFF_ROLES)
    @blp.arguments(FirstCodeSchema)
    @blp.response(204)
    def post(self, payload: dict[str, Any]) -> None:
        """The first code of the fresh one: from now on it counts, the former one no more."""
        session, actor = request_session(), current_actor()
        service.confirm(session, request_now(), actor.account_id, **payload)
        audit_of(session, actor, request_now(), "identity.enrol_totp", subject=f"account:{actor.account_id}")


@contextmanager
def _with_cookie() -> Iterator[Session]:
    """A transaction that reads the refresh cookie. Of a copied one the whole family is killed: that stays, though refused."""
    with identity_transaction() as session:
        try:
            yield session
        except tokens.FamilyKilled:
            db.commit(session)
            raise


def _change_membership(membership_id: UUID) -> Response:
    require_own_header()
    with _with_cookie() as session:
        token = tokens.find(session, request_now(), request.cookies.get(COOKIE, ""))
        account = session.get_one(Account, token.account_id)
        memberships = service.live_memberships(session, account.id)
        device_id = token.device_id
    mine = next((m for m in memberships if m.id == membership_id), None)
    if mine is None or account.disabled_at is not None:
        raise Unauthorized("identity.refused.no_membership")
    return jsonify(_body(account, memberships, mine, device_id, Scope.FULL))


def _answer(
    account: Account, memberships: list[Membership], wanted: str | None, refresh: tokens.Issued, scope: Scope
) -> Response:
    mine = next((m for m in memberships if str(m.id) == wanted), None) or (memberships[0] if memberships else None)
    if mine is None:
        raise Unauthorized("identity.refused.no_membership")
    answer = jsonify(_body(account, memberships, mine, refresh.device_id, scope))
    is_loopback = request.host.rsplit(":", 1)[0] in {"127.0.0.1", "localhost", "[::1]"}
    common: dict[str, Any] = {"expires": refresh.expires_at, "samesite": "Strict", "secure": not is_loopback}
    answer.set_cookie(COOKIE, refresh.secret, path=COOKIE_PATH, httponly=True, **common)
    answer.set_cookie(SIGN, "1", **common)
    return answer


def _body(
    account: Account, memberships: list[Membership], mine: Membership, device_id: UUID, scope: Scope
) -> dict[str, Any]:
    body = {
        "access_token": access_token(mine, device_id, scope),
        "expires_in": int(ACCESS_LIFETIME.total_seconds()),
        "scope": scope,
        "account_id": account.id,
        "name": account.name,
        "membership_id": mine.id,
        "device_id": device_id,
        "realm": account.realm,
        "memberships": memberships,
    }
    dumped: dict[str, Any] = TokenSchema().dump(body)
    return dumped
