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
