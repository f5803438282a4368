"""The server under measurement, with two peers beside the application in the same process.

`/bare` selects the same documents by psycopg and returns their bytes, with no sign-in, no entitlement, no cursor, no audit;
`/orm` builds them by ORM and marshmallow.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from marshmallow import Schema, fields
from psycopg_pool import ConnectionPool
from sqlalchemy import make_url, select

from jiayi import serving
from jiayi.sync.models import SyncDocument

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

JSON = [("Content-Type", "application/json")]


BARE = (
    'select \'{"bucket":"\' || bucket || \'","kind":"\' || kind || \'","id":"\' || id || \'","version":\' || version'
    " || ',\"body\":' || body || '}' from sync_documents where county_id = %s and bucket = %s order by version desc limit 500"
)


class _DocumentSchema(Schema):
    bucket = fields.String()
    kind = fields.String()
    id = fields.UUID()
    version = fields.Integer()
    body = fields.String()


def application() -> WSGIApplication:
    """The application with its peers."""
    app = serving.application()
    url = make_url(os.environ["JIAYI_SERVING_APP_URL"]).set(drivername="postgresql")
    county_id, bucket = int(os.environ["JIAYI_BENCH_COUNTY"]), os.environ["JIAYI_BENCH_BUCKET"]
    pool = ConnectionPool(url.render_as_string(hide_password=False), min_size=4, max_size=8, open=True)

    def bare(start_response: StartResponse) -> Iterable[bytes]:
        with pool.connection() as connection:
            connection.execute(f"set local app.county_id = '{county_id}'")
            rows = connection.execute(BARE, (county_id, bucket)).fetchall()
        start_response("200 OK", JSON)
        return [f'{{"documents":[{",".join(row[0] for row in rows)}]}}'.encode()]

    def orm(start_response: StartResponse) -> Iterable[bytes]:
        with app.app_context(), app.extensions["jiayi.sessions"].county(county_id) as session:
            wanted = select(SyncDocument).where(SyncDocument.bucket == bucket)
            rows = session.scalars(wanted.order_by(SyncDocument.version.desc()).limit(500)).all()
            body = app.json.dumps({"documents": _DocumentSchema(many=True).dump(rows)}).encode()
        start_response("200 OK", JSON)
        return [body]

    def dispatch(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/bare":
                return bare(start_response)
            case "/orm":
                return orm(start_response)
            case _:
                return app(environ, start_response)

    return dispatch
