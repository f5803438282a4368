"""Builds the OpenAPI document without a database."""

from pathlib import Path

from sqlalchemy import create_engine, make_url

from jiayi.app import create_app, make_runtime
from jiayi.core.database import Urls
from jiayi.core.settings import Settings, make_secrets


def build() -> bytes:
    """The document, as JSON."""
    url = make_url("postgresql+psycopg://nowhere")
    runtime = make_runtime(_settings(), Urls(url, url), create_engine(url))
    document: bytes = create_app(runtime).extensions["jiayi.document"]()
    return document


def _settings() -> Settings:
    return Settings(
        data_dir=Path(),
        owner_url=None,
        app_url=None,
        jwt_key=make_secrets()["JIAYI_SECRET_KEY"],
        field_keys={"k": bytes(32)},
        search_key=bytes(32),
        seal_keys={"s": bytes(32)},
        vapid_key="",
        vapid_subject="",
        public_url="",
        sms_url="",
        is_demo=False,
        host="127.0.0.1",
        port=8000,
        workers=1,
    )
