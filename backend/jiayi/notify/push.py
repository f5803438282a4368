"""Web push (RFC 8030, 8291, 8292): the browser's keys, our key, and one message to one browser."""

import base64
import binascii
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import orjson
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from webpush import WebPush, WebPushSubscription
from webpush.vapid import VAPID

from jiayi.core.settings import LOOPBACK_HOSTS, Settings

TTL = timedelta(days=2)
"""A push service keeps a message so long for a phone that sleeps."""
_POINT_BYTES = 65
_AUTH_BYTES = 16
_GONE = frozenset({404, 410})
_FAILED_FOR_GOOD = frozenset({400, 401, 403, 413})


class Delivery(StrEnum):
    """What the push service said."""

    TAKEN = "taken"
    GONE = "gone"
    """The browser has unsubscribed: forget it."""
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Envelope:
    """One push to one browser."""

    subscription_id: UUID
    endpoint: str
    keys: Mapping[str, str]
    topic: str
    """Of two messages with one topic that wait for a sleeping phone, only the later is shown."""
    is_urgent: bool
    payload: Mapping[str, str]


class Pusher:
    """Encrypts and hands over. One per process or per batch; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        private = _private_key(settings)
        self._private_pem = private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self._public_pem = private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        self._subscriber = settings.vapid_subject.removeprefix("mailto:")

    def send(self, client: httpx.Client, envelope: Envelope) -> Delivery:
        """Hand one push to its push service."""
        encryptor = WebPush(self._private_pem, self._public_pem, self._subscriber, ttl=int(TTL.total_seconds()))
        subscription = WebPushSubscription.model_validate({"endpoint": envelope.endpoint, "keys": envelope.keys})
        message = encryptor.get(orjson.dumps(envelope.payload), subscription)
        headers: dict[str, Any] = {
            **message.headers,
            "topic": envelope.topic,
            "urgency": "high" if envelope.is_urgent else "normal",
        }
        try:
            answer = client.post(envelope.endpoint, content=message.encrypted, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL):
            return Delivery.LATER
        if answer.is_success:
            return Delivery.TAKEN
        if answer.status_code in _GONE:
            return Delivery.GONE
        return Delivery.REFUSED if answer.status_code in _FAILED_FOR_GOOD else Delivery.LATER


def public_key(settings: Settings) -> str:
    """Our public VAPID key as the browser's `applicationServerKey` wants it: the uncompressed point, base64url."""
    key: str = VAPID.get_application_server_key(_private_key(settings).public_key())
    return key


def are_good_keys(keys: Mapping[str, str]) -> bool:
    """Whether these are a point on P-256 and 16 bytes of secret."""
    try:
        point, secret = _decoded(keys["p256dh"]), _decoded(keys["auth"])
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except (ValueError, binascii.Error):
        return False
    return len(point) == _POINT_BYTES and len(secret) == _AUTH_BYTES


def is_good_endpoint(endpoint: str, settings: Settings) -> bool:
    """Whether we may post there: a name on the public net, over TLS.

    The certificate must fit the name before anything is sent, so a name that leads into our own network leads nowhere.
    A server that listens on loopback alone may also push to loopback.
    """
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if settings.is_loopback and host in LOOPBACK_HOSTS:
        return parts.scheme in {"http", "https"}
    return parts.scheme == "https" and port in {None, 443} and parts.username is None and _is_public_name(host)


def _is_public_name(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." in host.strip(".") and not host.endswith((".local", ".internal", ".localhost"))
    return False


def _private_key(settings: Settings) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_pem_private_key(settings.vapid_key.encode(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("JIAYI_VAPID_KEY must be a P-256 private key")
    return key


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
