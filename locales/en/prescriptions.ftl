# Prescriptions and refills.

prescriptions-refused-wrong_status = This prescription has moved on. Refresh to see where it stands.
prescriptions-refused-no_diagnosis = This diagnosis is not on the list for long-term prescriptions.
prescriptions-refused-unstable_regimen = The medicine has not been the same for { $days } days. Prescribe as usual for now.
prescriptions-refused-adherence = The medicine was not taken regularly. Please find out why first.
prescriptions-refused-uncontrolled = The last two follow-ups were not both on target. Please see the patient first.
prescriptions-refused-excluded_drug = One of the medicines cannot be prescribed long term.
prescriptions-refused-prescriber = The first long-term prescription takes a doctor of intermediate title or above.
prescriptions-refused-over_max = At most { $max } days.
prescriptions-refused-over_cap = For this patient at most { $max } days this time.
prescriptions-refused-missing_confirmation = Beyond { $days } days all four are needed: assessment, explanation, record, signature.
prescriptions-refused-too_early = There is medicine left. A refill can be asked for from { $opens_on }.
prescriptions-refused-early_again = There was an early refill not long ago. The next is from { $opens_on }; if urgent, call the doctor.

prescriptions-refused-not_doctor = A doctor decides on medicine.
prescriptions-refused-not_pharmacist = This step is for the pharmacist.
prescriptions-refused-no_refill_scope = You can't ask for medicine yet. The elder can allow it in the settings of who helps.
prescriptions-refused-not_at_home = The medicine of this prescription has not been fetched yet.
prescriptions-refused-asked_already = You have asked already. The doctor will look at it and tell you.
prescriptions-refused-refill_underway = New medicine is being prepared already; no need to ask again.
prescriptions-refused-too_much_at_home = There is still medicine at home: at most { $max } days more this time.
prescriptions-refused-too_many_drugs = At most { $max } drugs on one prescription.
prescriptions-refused-needs_review = Something has changed since the last prescription. Look at the person first, then go on.
prescriptions-refused-id_exists = This was written down already.
prescriptions-invalid-drug = This drug is not on the list.
prescriptions-invalid-decision = To agree, give the days; to refuse, choose a reason.

# Messages. They may stand on a lock screen, so they name no drug and no illness.
prescriptions-notice-refill_asked = { $resident_name } asks for more medicine. Please have a look.
prescriptions-notice-refill_approved = { $resident_name }: Dr { $doctor_name } agrees to { $days } more days of medicine.
prescriptions-notice-refill_refused = { $resident_name }: no new medicine this time. Dr { $doctor_name } wants to see how things are first and will be in touch.
prescriptions-notice-supply_ends_later = The medicine of { $resident_name } lasts until { $last_on }. You can ask for more from { $opens_on } on.
prescriptions-notice-supply_ends = The medicine of { $resident_name } lasts until { $last_on }. You can ask for more now.
prescriptions-notice-supply_ended = The medicine of { $resident_name } is used up. Please ask for more soon, so that none is missed.
