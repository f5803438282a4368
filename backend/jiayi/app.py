"""Puts the features together. The only file that knows all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import orjson
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask, Response, current_app
from sqlalchemy.engine import Engine

from jiayi.core import events, resources
from jiayi.core.crypto import FieldCipher
from jiayi.core.database import Urls, app_engine
from jiayi.core.db import Sessions
from jiayi.core.features import load_models, parts
from jiayi.core.feed import Command, Projector
from jiayi.core.ruletables import RuleTables, load_rule_tables
from jiayi.core.settings import Settings
from jiayi.core.sms import sms_port
from jiayi.core.tools import Tools
from jiayi.core.web import document
from jiayi.core.web.api import JiayiApi, OrjsonProvider, register_problems
from jiayi.core.web.pages import register_pages
from jiayi.identity.access import register_jwt
from jiayi.sync.feed import Feed
from jiayi.sync.registry import collect

MAX_BODY = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Runtime:
    """What a process of ours works with: server, worker and commands alike."""

    sessions: Sessions
    feed: Feed
    tools: Tools

    @property
    def engine(self) -> Engine:
        return self.sessions.engine

    @property
    def settings(self) -> Settings:
        return self.tools.settings

    def without_feed(self) -> Runtime:
        """The same, writing nothing for phones: to measure what that costs."""
        return Runtime(Sessions(self.engine, self.tools), self.feed, self.tools)


@cache
def rule_tables() -> RuleTables:
    """All rule tables, checked; read once a process. Raises ShapeError naming file and key."""
    shapes: dict[str, type] = {}
    for module in parts("tables"):
        shapes |= module.RULE_TABLES
    return load_rule_tables(resources.seed() / "rules", shapes)


def make_feed() -> Feed:
    """The feed with every feature's projectors and commands."""
    projectors: list[Projector] = []
    commands: list[Command] = []
    for module in parts("sync"):
        projectors += getattr(module, "PROJECTORS", ())
        commands += getattr(module, "COMMANDS", ())
    return Feed(collect(projectors, commands))


def make_runtime(settings: Settings, urls: Urls, engine: Engine | None = None) -> Runtime:
    """Connect (as the application's role) and load what every process needs."""
    load_models()
    tools = Tools(settings, FieldCipher(settings.field_keys, settings.search_key), rule_tables())
    feed = make_feed()
    events.install(_subscribers(feed))
    return Runtime(Sessions(engine or app_engine(urls.app), tools, feed), feed, tools)


def _subscribers(feed: Feed) -> events.Subscribers:
    """Who reacts upwards to what; each feature's `reactions.py` says it for its own part."""
    table: dict[type, list[events.Subscriber]] = {}
    for module in parts("reactions"):
        for event, reactions in module.reactions(feed).items():
            table.setdefault(event, []).extend(reactions)
    return table


def create_app(runtime: Runtime) -> Flask:
    """The WSGI application."""
    app = Flask("jiayi", static_folder=None)
    app.json = OrjsonProvider(app)
    app.config.update(
        API_TITLE="Jiayi 家医上门",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        JWT_SECRET_KEY=runtime.settings.jwt_key,
        MAX_CONTENT_LENGTH=MAX_BODY,
        PROPAGATE_EXCEPTIONS=False,
    )
    connect(app, runtime)
    register_problems(app)
    register_jwt(app)
    api = JiayiApi(app, spec_kwargs={"marshmallow_plugin": MarshmallowPlugin(document.SchemaNames())})
    for module in parts("api"):
        api.register_blueprint(module.blp)
    if runtime.settings.is_demo:
        from jiayi.demo.api import blp

        api.register_blueprint(blp)
    app.extensions["jiayi.document"] = cache(lambda: openapi(app, api))
    register_pages(app)
    _register_document(app)
    return app


def connect(app: Flask, runtime: Runtime) -> None:
    """What the routes of `app` work with from now on."""
    app.extensions |= {
        "jiayi.sessions": runtime.sessions,
        "jiayi.feed": runtime.feed,
        "jiayi.tools": runtime.tools,
        "jiayi.sms": sms_port(runtime.settings.sms_url, runtime.settings.data_dir),
    }


def openapi(app: Flask, api: JiayiApi) -> bytes:
    """The OpenAPI document, completed, as JSON."""
    completed = document.complete(api.spec.to_dict(), _public_operations(app))
    completed["servers"] = [{"url": "/"}]
    return orjson.dumps(completed, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def _public_operations(app: Flask) -> set[tuple[str, str]]:
    found = set()
    for rule in app.url_map.iter_rules():
        view = getattr(app.view_functions[rule.endpoint], "view_class", None)
        for method in ("get", "post", "put", "patch", "delete"):
            if getattr(getattr(view, method, None), "is_public", False):
                found.add((method, _as_template(rule.rule)))
    return found


def _as_template(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def _register_document(app: Flask) -> None:
    @app.get("/api/v1/openapi.json")
    def openapi_json() -> Response:
        body: bytes = current_app.extensions["jiayi.document"]()
        return Response(body, content_type="application/json")

    @app.get("/api/v1/docs")
    def docs() -> Response:
        """The document for people: a plain page with no script, as the content policy wants it."""
        body: bytes = current_app.extensions["jiayi.document"]()
        return Response(document.page(orjson.loads(body)), content_type="text/html; charset=utf-8")
