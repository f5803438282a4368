# Medicine: the title is the answer, and one sees at a glance whether it reaches.
refills-title = Medicine
refills-doctor = Dr { $surname }
refills-a_doctor = The doctor

refills-title-early = { $days } days of medicine left
refills-lead-early = You can ask for more from { $day } on.
refills-title-open = You can ask for more now
refills-lead-open = { $days } days are left at home. One tap asks { $doctor } for the same again.
refills-title-ended = The medicine should be used up
refills-lead-ended = Please do not stop taking it. One tap asks { $doctor } for the same again; if it is urgent, ring.
refills-title-asked = { $doctor } will look at it
refills-lead-asked = We tell you when { $doctor } has looked.
refills-kept_title = Kept
refills-kept = Kept; it goes when there is signal
refills-kept_lead = There is no signal now. It goes to { $doctor } by itself.
refills-coming = { $doctor } agreed: { $days } days more
refills-lead_coming-1 = The pharmacist is checking it.
refills-lead_coming-2 = The centre is preparing it and tells you when it is ready.
refills-lead_coming-3 = It is ready to be fetched or brought to you.
refills-title-refused = Not this time
refills-refused-uncontrolled = The last readings were rather high. { $doctor } would like to see you first and will be in touch.
refills-refused-must_be_seen = It has been a while since you were seen. { $doctor } would like to see you first and will be in touch.
refills-refused-dose_changes = { $doctor } would like to change the dose, explains it first and will be in touch.
refills-refused-adverse_reaction = It did not agree with you. { $doctor } would like to change it and will be in touch.
refills-refused-still_enough = There is enough at home; ask again when it runs low.
refills-refused-not_needed = { $doctor } says you no longer need it. Ring if you would like to know more.
refills-doctor_says = { $doctor } says
refills-none = No medicine to ask for
refills-none_do = If you need some, ring the team or book a doctor's visit.

refills-bar = { $left }, { $more }, { $until }
refills-left = { $days } days at home
refills-left_none = Nothing at home
refills-more = { $days } days more
refills-more_maybe = { $days } days if you ask
refills-until = Until { $day }
refills-opens = Ask from { $day }

refills-steps = How far it has come
refills-step-asked = You asked
refills-step-doctor = { $doctor } is looking
refills-step-agreed = { $doctor } agreed
refills-step-pharmacist = The pharmacist checks
refills-step-returned = The pharmacist asks the doctor again
refills-step-checked = The pharmacist has checked
refills-step-pharmacy = The centre prepares it
refills-step-ready = It is ready
refills-step-home = In your hands
refills-step-delivering = On its way to you

refills-drugs = What you take
refills-drugs_coming = What comes
# amount: how many in all, as 28.
refills-drug = { $dose }, { $amount } in all
refills-others = Other medicine
refills-other-early = { $days } days left
refills-other-open = You can ask
refills-other-ended = Used up
refills-other-asked = With the doctor
refills-other-coming = Being prepared
refills-other-refused = Not this time

refills-ask = Ask for the same again
refills-ask_again = Ask the doctor again
refills-sent = We have it; the doctor will look
refills-sooner = Going away or lost it? Ask sooner
refills-sooner_why = Why sooner?
refills-sooner_lead = This is possible once in half a year.
refills-sooner-travel = Going away
refills-sooner-loss = Lost or spoiled
refills-sooner-dose_change = The doctor raised the dose
