"""Verbs about accounts, what they are in a county, and signing in."""

from jiayi.identity.service.accounts import (
    disable_account,
    enable_account,
    ensure_account,
    find_account,
    name_of,
    normal_phone,
    phone_hash,
    phone_of,
)
from jiayi.identity.service.devices import devices, live_devices, revoke_device
from jiayi.identity.service.enrolling import (
    Enrolment,
    begin,
    begin_by_password,
    confirm,
    confirm_by_password,
    is_enrolled,
)
from jiayi.identity.service.factors import WrongCode, enrol_totp, send_code, set_password
from jiayi.identity.service.memberships import (
    accounts_of_subject,
    accounts_with,
    actor_of,
    counties,
    end_membership,
    end_memberships_of,
    ensure_membership,
    is_reachable,
    live_memberships,
    set_staff_role,
)
from jiayi.identity.service.signing_in import SignedIn, note_failure, note_failure_of, sign_in

__all__ = [
    "Enrolment",
    "SignedIn",
    "WrongCode",
    "accounts_of_subject",
    "accounts_with",
    "actor_of",
    "begin",
    "begin_by_password",
    "confirm",
    "confirm_by_password",
    "counties",
    "devices",
    "disable_account",
    "enable_account",
    "end_membership",
    "end_memberships_of",
    "enrol_totp",
    "ensure_account",
    "ensure_membership",
    "find_account",
    "is_enrolled",
    "is_reachable",
    "live_devices",
    "live_memberships",
    "name_of",
    "normal_phone",
    "note_failure",
    "note_failure_of",
    "phone_hash",
    "phone_of",
    "revoke_device",
    "send_code",
    "set_password",
    "set_staff_role",
    "sign_in",
]
