"""Encryption of single fields, and the keyed hashes that let them be found again.

AES-256-GCM with the key's id stored in front; the associated data ties a ciphertext to its table, column, county and
row, so that it cannot be moved to another row. Search hashes use their own key.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass
from uuid import UUID

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
