"""Asks a server many times over, from threads with one connection each."""

from __future__ import annotations

import http.client
import threading
import time
from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class Load:
    """Requests to one path. `rate()` is requests a second over one round."""

    host: str
    port: int
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None

    def once(self, connection: http.client.HTTPConnection) -> bytes:
        """One request; its body. Raises RuntimeError for any answer but 200."""
        headers = {**self.headers, "Content-Type": "application/json"} if self.body else self.headers
        connection.request("POST" if self.body else "GET", self.path, self.body, headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{self.path}: {answer.status} {content[:300]!r}")
        return content

    def copy(self) -> Load:
        """Another one who asks, for a thread of its own."""
        return replace(self, headers=dict(self.headers))

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=60)

    def rate(self, count: int, threads: int = 16) -> float:
        """Requests a second, over `count` requests shared by `threads` connections.

        The system hands connections to a server's workers by chance: so many that none has all of them.
        """
        failures: list[BaseException] = []
        threads = min(threads, count)

        def work() -> None:
            connection = self.connect()
            try:
                for _ in range(count // threads):
                    self.once(connection)
            except (OSError, RuntimeError, http.client.HTTPException) as error:
                failures.append(error)
            finally:
                connection.close()

        workers = [threading.Thread(target=work) for _ in range(threads)]
        start = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if failures:
            raise failures[0]
        return (count // threads) * threads / (time.perf_counter() - start)
