"""Serves the built app, health checks, and the headers that every answer carries."""

import gzip
from pathlib import Path

from flask import Flask, Response, current_app, request, send_from_directory
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.routing import PathConverter
from werkzeug.security import safe_join

from jiayi.core import resources
from jiayi.core.web.api import problem_response

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none';"
    " frame-ancestors 'none'; form-action 'self'"
)
_YEAR = 31_536_000
COMPRESSED = frozenset({"application/json", "application/javascript", "application/manifest+json", "image/svg+xml"})
SMALL = 1_000
COMPRESSION = 3
"""Of nine: most of the gain at a third of the work."""


class PagePath(PathConverter):
    """A path beside the API, so that the API's own routes alone say what is wrong with a request to it."""

    regex = "(?!api/)[^/].*?"


def register_pages(app: Flask) -> None:
    """Routes outside the API."""
    folder = resources.pwa()

    @app.get("/healthz")
    def healthz() -> Response:
        """The process answers."""
        return Response('{"status":"ok"}', content_type="application/json")

    @app.get("/readyz")
    def readyz() -> Response:
        """The process can reach the database, and the tables are there."""
        try:
            with current_app.extensions["jiayi.sessions"].identity() as session:
                session.execute(text("select 1 from accounts limit 1"))
        except SQLAlchemyError:
            return problem_response(503, "core.busy", headers={"Retry-After": "2"})
        return Response('{"status":"ok"}', content_type="application/json")

    app.url_map.converters["page"] = PagePath

    @app.get("/")
    @app.get("/<page:path>")
    def page(path: str = "index.html") -> Response:
        """A file of the app; any other path is a page of the app and gets index.html."""
        wanted = path if _is_file(folder, path) else "index.html"
        answer = send_from_directory(folder, wanted)
        if wanted.startswith("assets/"):
            # Their names carry a hash of their content.
            answer.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        else:
            answer.headers["Cache-Control"] = "no-cache"
        return answer

    @app.after_request
    def compress(answer: Response) -> Response:
        """Gzip what is text and not tiny, for whoever can read it: a first download over a weak signal is mostly text."""
        is_text = answer.mimetype in COMPRESSED or str(answer.mimetype).startswith("text/")
        if not is_text or not request.accept_encodings["gzip"] or answer.headers.get("Content-Encoding"):
            return answer
        answer.direct_passthrough = False
        content = answer.get_data()
        answer.vary.add("Accept-Encoding")
        if len(content) >= SMALL:
            answer.set_data(gzip.compress(content, COMPRESSION, mtime=0))
            answer.headers["Content-Encoding"] = "gzip"
        return answer

    @app.after_request
    def harden(answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "no-referrer")
        answer.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=(self)")
        if answer.mimetype == "application/json":
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer


def _is_file(folder: Path, path: str) -> bool:
    """Whether there is such a file in the folder; what lies outside of it is not told."""
    inside = safe_join(str(folder), path)
    try:
        return inside is not None and Path(inside).is_file()
    except OSError:  # A name longer than any file's.
        return False
