# Money: what a visit costs and who pays; what a team's contracts earn in a month.

fees-refused-month_open = This month is not over yet.
fees-refused-month_closed = Later months are booked already. What is missing is put right in the last one.
fees-refused-not_leader = The team's leader writes this down.
fees-refused-old_bill = Somebody has just changed this. Open it again.
fees-refused-no_voucher = This person has no right to the elder-care voucher yet.

fees-kind-accrual = this month
fees-kind-correction = correction

fees-payer-public_health = public health
fees-payer-insurance = medical insurance
fees-payer-institution = the institution
fees-payer-resident = the person

fees-csv-month = month
fees-csv-team = team
fees-csv-contract = contract
fees-csv-kind = kind
fees-csv-from = from
fees-csv-until = until
fees-csv-due = due
fees-csv-done = done
fees-csv-factor = quality factor
fees-csv-base = with everything done (yuan)
fees-csv-total = earned (yuan)
