"""Where an SMS leaves the house: a port with two adapters."""

import logging
from pathlib import Path
from typing import Protocol

import httpx

log = logging.getLogger(__name__)


class SmsPort(Protocol):
    """Sends one message. Raises OSError or httpx.HTTPError when it could not be handed over."""

    def send(self, phone: str, text: str) -> None: ...


class FolderSms:
    """Writes messages to a file that only its owner reads: for the demo and for a centre without a gateway yet."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "sms.log"

    def send(self, phone: str, text: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{phone}\t{text}\n")


class HttpSms:
    """Calls a gateway: a POST with `phone` and `text` as form fields."""

    def __init__(self, url: str) -> None:
        self._url = url

    def send(self, phone: str, text: str) -> None:
        # A form, not a query string: URLs end up in logs.
        httpx.post(self._url, data={"phone": phone, "text": text}, timeout=10).raise_for_status()


def sms_port(url: str, data_dir: Path) -> SmsPort:
    """The adapter that the settings ask for."""
    return HttpSms(url) if url else FolderSms(data_dir)
