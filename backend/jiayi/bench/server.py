"""The server under measurement, with two peers beside the application in the same process.

`/bare` selects the bytes of an answer by psycopg and returns them; `/orm` builds the same documents by ORM and marshmallow.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

from marshmallow import Schema, fields
from psycopg_pool import ConnectionPool
from sqlalchemy import make_url, select

from jiayi import serving
from jiayi.sync.models import SyncDocument

StartResponse = Callable[[str, list[tuple[str, str]]], object]
Wsgi = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
JSON = [("Content-Type", "application/json")]


class _DocumentSchema(Schema):
    bucket = fields.String()
    kind = fields.String()
    id = fields.UUID()
    version = fields.Integer()
    body = fields.String()


def application() -> Wsgi:
    """The application with its peers."""
    app = serving.application()
    url = make_url(os.environ["JIAYI_SERVING_APP_URL"]).set(drivername="postgresql")
    pool = ConnectionPool(url.render_as_string(hide_password=False), min_size=4, max_size=8, open=True)

    def bare(start_response: StartResponse) -> Iterable[bytes]:
        with pool.connection() as connection:
            row = connection.execute("select answer from bench_answers").fetchone()
        start_response("200 OK", JSON)
        return [row[0].encode()] if row else []

    def orm(start_response: StartResponse) -> Iterable[bytes]:
        with app.app_context(), app.extensions["jiayi.sessions"].county(int(os.environ["JIAYI_BENCH_COUNTY"])) as session:
            wanted = select(SyncDocument).where(SyncDocument.bucket == os.environ["JIAYI_BENCH_BUCKET"])
            rows = session.scalars(wanted.order_by(SyncDocument.version.desc()).limit(500)).all()
            body = app.json.dumps({"documents": _DocumentSchema(many=True).dump(rows)}).encode()
        start_response("200 OK", JSON)
        return [body]

    def dispatch(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/bare":
                return bare(start_response)
            case "/orm":
                return orm(start_response)
            case _:
                answer: Iterable[bytes] = app(environ, start_response)
                return answer

    return dispatch
