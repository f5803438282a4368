"""Whom a visitor of the demo can be."""

from typing import Any

from flask.views import MethodView
from marshmallow import fields

from jiayi.core.web.api import blueprint
from jiayi.core.web.schemas import Out
from jiayi.identity import service as identity
from jiayi.identity.access import identity_transaction, public
from jiayi.identity.terms import Realm, Role

blp = blueprint("demo", "The demo's people; not there in a real installation")


class DemoAccountSchema(Out):
    """Somebody to sign in as."""

    role = fields.Enum(Role, by_value=True, required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True)
    realm = fields.Enum(Realm, by_value=True, required=True)
    county_id = fields.Integer(required=True)


@blp.route("/demo/accounts")
class DemoAccounts(MethodView):
    @public
    @blp.response(200, DemoAccountSchema(many=True))
    def get(self) -> list[dict[str, Any]]:
        """One good person a role."""
        with identity_transaction() as session:
            return identity.one_of_each_role(session)
