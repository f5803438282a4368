"""The app's service worker as the browser drives it, over the DevTools protocol: with no page open, too."""

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from tests.e2e.records import eventually

_CLICK = """async () => {
  const [notification] = await self.registration.getNotifications()
  // Written by a script it may neither wait nor take the focus: only a real finger on a real notification may.
  try { self.dispatchEvent(new NotificationEvent('notificationclick', { notification })) } catch { }
}"""
_SHOWN = "() => self.registration.getNotifications().then((all) => all.map(({ title, body }) => ({ title, body })))"


class ServiceWorker:
    """`page` may be any page of the same browser."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.browser = page.context.new_cdp_session(page)
        self.registrations: list[str] = []
        self.browser.on("ServiceWorker.workerRegistrationUpdated", self._learn)
        self.browser.send("ServiceWorker.enable")
        eventually(page, lambda: bool(self.registrations))

        self.handled = 0
        self.browser.on("BackgroundService.backgroundServiceEventReceived", self._count)
        self.browser.send("BackgroundService.startObserving", {"service": "pushMessaging"})
        self.browser.send("BackgroundService.setRecording", {"service": "pushMessaging", "shouldRecord": True})

    def _learn(self, said: dict[str, Any]) -> None:
        self.registrations += [
            one["registrationId"] for one in said["registrations"] if one["scopeURL"] == f"{self.origin}/"
        ]

    def _count(self, said: dict[str, Any]) -> None:
        self.handled += said["backgroundServiceEvent"]["eventName"] == "Push event completed"

    def synchronize(self, tag: str) -> None:
        """What the browser does when there is signal again."""
        self._send("dispatchSyncEvent", tag=tag, lastChance=False)

    def receive(self, message: Mapping[str, str]) -> None:
        """What the browser does with a push that it has decrypted; returns when the worker is done with it.

        Who asks for the notifications before that takes the new one away: Chromium forgets what it knows of and does
        not see on the screen yet.
        """
        before = self.handled
        self._send("deliverPushMessage", data=json.dumps(message))
        eventually(self.page, lambda: self.handled > before)

    def _send(self, method: str, **what: Any) -> None:
        where = {"origin": self.origin, "registrationId": self.registrations[-1]}
        self.browser.send(f"ServiceWorker.{method}", where | what)

    def notifications(self) -> list[dict[str, str]]:
        """What lies on the screen now."""
        found: list[dict[str, str]] = self.page.context.service_workers[0].evaluate(_SHOWN)
        return found

    def click(self) -> None:
        """Tap the notification."""
        self.page.context.service_workers[0].evaluate(_CLICK)
