"""Settings, read once from the environment.

Secrets come from the environment in production. With the embedded database (no ``DATABASE_URL``) they are made on the
first start and kept, readable by the owner alone, in the data folder: so a fresh clone runs with no settings at all.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from environs import Env

KEY_BYTES = 32
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsError(Exception):
    """A setting is missing or contradicts another; the message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up. ``owner_url`` None means: the embedded PostgreSQL in ``data_dir``."""

    data_dir: Path
    owner_url: str | None
    app_url: str | None
    jwt_key: str
    field_keys: dict[str, bytes]
    """AES-256 keys by id; the last one encrypts, all decrypt."""
    search_key: bytes
    seal_keys: dict[str, bytes]
    """Ed25519 private keys by id; the last one seals, all verify."""
    vapid_key: str
    """P-256 private key, PEM, for web push."""
    vapid_subject: str
    public_url: str
    """Where people find this installation, for what is printed; empty: where they have just asked."""
    sms_url: str
    """Address of an SMS gateway that takes a POST with the form fields `phone` and `text`; empty: a file in the data folder."""
    is_demo: bool
    host: str
    port: int
    workers: int

    @property
    def is_embedded(self) -> bool:
        return self.owner_url is None

    @property
    def is_loopback(self) -> bool:
        return self.host in LOOPBACK_HOSTS


def load() -> Settings:
    """Read the environment.

    Raises SettingsError for a demo that is not bound to loopback, and for a real database without its secrets.
    """
    env = Env()
    data_dir = Path(env.str("JIAYI_DATA_DIR", ".jiayi")).resolve()
    owner_url: str | None = env.str("DATABASE_URL", None)
    host = env.str("JIAYI_HOST", "127.0.0.1")
    is_demo = env.bool("JIAYI_DEMO", False)
    if is_demo and host not in LOOPBACK_HOSTS:
        message = "JIAYI_DEMO=1 needs a loopback JIAYI_HOST: demo sign-in codes are shown to anybody who asks"
        raise SettingsError(message)
    given = _secrets_given(env)
    if owner_url is None:
        given = _secrets_kept(data_dir) | {key: value for key, value in given.items() if value}
    missing = sorted(key for key in SECRETS if not given.get(key))
    if missing:
        message = f"with DATABASE_URL set, these must be set too: {', '.join(missing)}"
        raise SettingsError(message)
    return Settings(
        data_dir=data_dir,
        owner_url=owner_url,
        app_url=env.str("JIAYI_APP_DATABASE_URL", None),
        jwt_key=given["JIAYI_SECRET_KEY"],
        field_keys=_keys("JIAYI_FIELD_KEYS", given["JIAYI_FIELD_KEYS"]),
        search_key=_decoded("JIAYI_SEARCH_KEY", given["JIAYI_SEARCH_KEY"]),
        seal_keys=_keys("JIAYI_SEAL_KEYS", given["JIAYI_SEAL_KEYS"]),
        vapid_key=given["JIAYI_VAPID_KEY"].replace("\\n", "\n"),
        vapid_subject=env.str("JIAYI_VAPID_SUBJECT", "mailto:postmaster@localhost"),
        public_url=env.str("JIAYI_PUBLIC_URL", ""),
        sms_url=env.str("JIAYI_SMS_URL", ""),
        is_demo=is_demo,
        host=host,
        port=env.int("PORT", 8000),
        workers=env.int("JIAYI_WORKERS", 2),
    )


SECRETS = ("JIAYI_SECRET_KEY", "JIAYI_FIELD_KEYS", "JIAYI_SEARCH_KEY", "JIAYI_SEAL_KEYS", "JIAYI_VAPID_KEY")


def _secrets_given(env: Env) -> dict[str, str]:
    return {name: env.str(name, "") for name in SECRETS}


def _secrets_kept(data_dir: Path) -> dict[str, str]:
    """The secrets in the data folder; one that a newer release needs is made and added."""
    path = data_dir / "secrets.json"
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if set(SECRETS) <= set(kept):
        return kept
    data_dir.mkdir(parents=True, exist_ok=True)
    made = make_secrets() | kept
    fresh = data_dir / ".secrets.json"
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(made, file)
    fresh.replace(path)
    return made


def make_secrets() -> dict[str, str]:
    """Fresh secrets under the names of their environment variables, as `jiayi doctor --new-secrets` prints them."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    vapid = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return {
        "JIAYI_SECRET_KEY": secrets.token_urlsafe(48),
        "JIAYI_FIELD_KEYS": f"k1:{_random_key()}",
        "JIAYI_SEARCH_KEY": _random_key(),
        "JIAYI_SEAL_KEYS": f"s1:{_random_key()}",
        "JIAYI_VAPID_KEY": vapid.decode(),
    }


def _random_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _keys(name: str, text: str) -> dict[str, bytes]:
    pairs = (part.split(":", 1) for part in text.split(",") if ":" in part)
    return {key_id: _decoded(name, value) for key_id, value in pairs}


def _decoded(name: str, text: str) -> bytes:
    raw = base64.b64decode(text)
    if len(raw) != KEY_BYTES:
        message = f"{name} must hold {KEY_BYTES} bytes in base64"
        raise SettingsError(message)
    return raw
