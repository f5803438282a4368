# Service items: who may do them, and where.

catalogue-refused-wrong_profession = This item belongs to another profession. Please assign somebody else.
catalogue-refused-wrong_place = This item cannot be done here.
catalogue-refused-no_certificate = This item takes a special certificate.
catalogue-refused-too_few_years = At home this takes { $needed } years of work. There are { $has }.
catalogue-refused-title_too_low = At home this takes a higher title.
catalogue-refused-needs_two = This item takes two people.
catalogue-refused-role_missing = One role is still missing for this item. Please add somebody.
catalogue-refused-forbidden_at_home = This cannot be done at home. Please come to the hospital.
catalogue-refused-unknown_item = There is no item { $item }.
catalogue-refused-not_draft = This version is out already; to change it, write another.
catalogue-refused-not_published = This version is not in use.

catalogue-invalid-package = Parts of the package don’t go together: { $problem }

catalogue-example_price = example

catalogue-refused-has_draft = A draft of { $package } is being written already; go on with that one.
catalogue-refused-other_code = A draft keeps its code. For another code begin another package.

catalogue-invalid-payers = What the payers give does not add up to the price.
