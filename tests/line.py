"""A line that keeps breaking: a TCP proxy that cuts each connection after so many bytes have gone up."""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator

PIECE = 16_384
NOW = struct.pack("ii", 1, 0)
"""Linger for no time: the other side sees a reset, as when the signal is gone."""


class Line:
    """Passes connections on to a port of this machine. `sent` counts the bytes that went up, `cuts` the broken connections."""

    def __init__(self, port: int, bytes_a_connection: int) -> None:
        self.target, self.limit = port, bytes_a_connection
        self.sent = self.cuts = 0
        self._lock = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                phone, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self.target))
                threading.Thread(target=self._up, args=(phone, server), daemon=True).start()
                threading.Thread(target=self._down, args=(server, phone), daemon=True).start()

    def _up(self, phone: socket.socket, server: socket.socket) -> None:
        left = self.limit
        with contextlib.suppress(OSError):
            while piece := phone.recv(min(PIECE, left)):
                with self._lock:
                    self.sent += len(piece)
                server.sendall(piece)
                left -= len(piece)
                if left <= 0:
                    with self._lock:
                        self.cuts += 1
                    for end in (phone, server):
                        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NOW)
                    break
        _shut(phone, server)

    def _down(self, server: socket.socket, phone: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := server.recv(PIECE):
                phone.sendall(piece)
        _shut(phone, server)


def _shut(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


@contextlib.contextmanager
def broken_line(port: int, bytes_a_connection: int) -> Iterator[Line]:
    """Such a line to that port."""
    line = Line(port, bytes_a_connection)
    try:
        yield line
    finally:
        line.close()
