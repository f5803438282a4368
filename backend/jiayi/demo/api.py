"""Who there is to be in the demo. Registered in the demo alone."""

from typing import Any

from flask.views import MethodView
from marshmallow import fields

from jiayi.core.web.api import blueprint
from jiayi.core.web.schemas import Out
from jiayi.demo.personas import accounts
from jiayi.identity.access import identity_transaction, public
from jiayi.identity.terms import Realm, Role

blp = blueprint("demo", "The demo's own people")


class DemoAccountSchema(Out):
    """Somebody to sign in as: the code comes with the answer of `POST /auth/otp`."""

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
        """One good person a role: elder, daughter, nurse, doctor, team leader, manager, supervisor."""
        with identity_transaction() as session:
            return [
                {"role": one.role, "name": one.name, "phone": one.phone, "realm": one.realm, "county_id": one.county_id}
                for one in accounts(session)
            ]
