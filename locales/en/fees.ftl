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

fees-title = Service fees
fees-lead = Counted by what was done, not by what was signed.
fees-empty = No month has been counted yet. In the first night of a month the last one is.
fees-month = { $year }-{ $month }
fees-which = Month
fees-save = Save as a table
fees-example = Prices are examples until the centre sets its own
fees-none = —
fees-total = Earned this month
fees-total_note = { $contracts } contracts completed a month, { $full } with everything done
fees-share = { $percent }% of it to the team
fees-factor = Quality factor
fees-factor_note = { $due } due by then, { $done } done
fees-look = Contract by contract
fees-sums = This month
fees-base = With everything done
fees-accrued = Earned by what was done
fees-corrections_sum = { $count } corrections of earlier months
fees-payers = Who pays
fees-missing_most = What is missing
fees-missing_count = { $times } missing, { $contracts } contracts
fees-corrections = Corrections of earlier months
fees-corrections_note = What was booked stays; the difference stands here
fees-period = { $from } to { $until }
fees-lines = { $count } contracts
fees-lines_note = Those that lack most first
fees-all = Show all { $count }
fees-contract = Contract …{ $number }
fees-missing = { $item }: { $due } due, { $done } done
fees-all_done = All that was due was done
fees-nothing_due = Nothing was due yet
fees-reason-rested = Away all month: not counted
fees-reason-voided = Found to be void: all given back
fees-times_factor = { $base } × { $factor }

fees-bill = What this visit cost
fees-charge-home_visit = Home visit, once
fees-charge-materials = Materials
fees-covered = in the package
fees-pays-insurance = Medical insurance pays
fees-pays-ltc = Long-term care insurance pays
fees-pays-voucher = The care voucher pays
fees-pays-package = The package pays
fees-pays-resident = You pay
fees-board = Board
