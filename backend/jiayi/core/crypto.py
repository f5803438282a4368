"""Encryption of single fields, the keyed hashes that let them be found again, and seals under what must not change.

AES-256-GCM with the key's id stored in front; the associated data ties a ciphertext to its table, column, county and
row, so that it cannot be moved to another row. Search hashes use their own key.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ciphertext lives."""

    table: str
    column: str
    county_id: int
    row_id: UUID

    def associated_data(self) -> bytes:
        return f"{self.table}.{self.column}:{self.county_id}:{self.row_id}".encode()


@dataclass(frozen=True, slots=True)
class FieldCipher:
    """Encrypts with the newest key, decrypts with any. Raises KeyError for an unknown key id, InvalidTag if altered."""

    keys: dict[str, bytes]
    search_key: bytes

    def encrypt(self, text: str, place: Place) -> str:
        key_id = next(reversed(self.keys))
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(self.keys[key_id]).encrypt(nonce, text.encode(), place.associated_data())
        return f"{key_id}:{(nonce + sealed).hex()}"

    def decrypt(self, stored: str, place: Place) -> str:
        key_id, payload = stored.split(":", 1)
        raw = bytes.fromhex(payload)
        opened = AESGCM(self.keys[key_id]).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], place.associated_data())
        return opened.decode()

    def search_hash(self, kind: str, text: str) -> str:
        """HMAC-SHA-256 as hex of a normalised value; `kind` keeps hashes of different fields apart."""
        return hmac.new(self.search_key, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals with the newest Ed25519 key of this installation; what an older one sealed holds as long as it is kept."""

    keys: dict[str, bytes]
    """Private keys (32 bytes) by id; the last one seals."""

    def seal(self, content: bytes) -> tuple[str, str]:
        """The id of the key and the signature, as hex. The same content gets the same seal."""
        key_id = next(reversed(self.keys))
        return key_id, self._key(key_id).sign(content).hex()

    def holds(self, content: bytes, key_id: str, seal: str) -> bool:
        """Whether this very content was sealed. Raises KeyError for a key that is not here."""
        try:
            self._key(key_id).public_key().verify(bytes.fromhex(seal), content)
        except (InvalidSignature, ValueError):
            return False
        return True

    def public_keys(self) -> dict[str, str]:
        """What anybody needs to check a seal without us: public keys by id, as hex."""
        return {key_id: self._key(key_id).public_key().public_bytes_raw().hex() for key_id in self.keys}

    def _key(self, key_id: str) -> Ed25519PrivateKey:
        return _private_key(self.keys[key_id])


@cache
def _private_key(raw: bytes) -> Ed25519PrivateKey:
    """Made from its bytes once: that takes longer than a seal."""
    return Ed25519PrivateKey.from_private_bytes(raw)
