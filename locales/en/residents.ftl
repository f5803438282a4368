# Residents: identity, key groups, what family may do.

residents-refused-identity_format = An identity number has 18 characters. Please compare.
residents-refused-identity_check = One digit of the identity number is wrong. Please compare with the card.
residents-refused-identity_region = The first six digits are wrong. Please compare with the card.
residents-refused-identity_birth = The birthday in the number is wrong. Please compare with the card.
residents-refused-name = A name has 2 to 50 letters, without digits and signs.
residents-refused-proxy_scope = Please choose what your family may do.
residents-refused-proxy_term = { $max_months } months at most. You can ask them again afterwards.
residents-refused-already_registered = There is a file with this number already; search for it.
residents-refused-id_exists = We have this one already; no need to send it again.
residents-refused-phone_known = This number is noted already.
residents-refused-condition_known = This illness is noted already.
residents-refused-flag_exists = This group is noted already.
residents-refused-not_named = Only staff named by the centre may note this; ask the manager.
residents-refused-filter = Only the team that cares for these elders may search like this.
residents-refused-deceased = The elder has died; this cannot be done.

residents-invalid-phone = This is no phone number; look at it again.
residents-invalid-birth_missing = Give the identity number, or the birthday.
residents-invalid-identity_mismatch = The number does not agree with the birthday or sex given; look again.
residents-invalid-team_missing = Choose one of your own teams.
residents-invalid-elder_home = Choose an elder home here.
residents-invalid-deceased_on = This day cannot be right; look again.
residents-invalid-flag = This group follows by itself and need not be noted.
residents-invalid-flag_dates = The end cannot be before the beginning.
residents-invalid-search = Give the identity number or the phone, one of the two.

residents-key_group-K01 = 65 and over
residents-key_group-K02 = Hypertension
residents-key_group-K03 = Type 2 diabetes
residents-key_group-K04 = Severe mental disorder
residents-key_group-K05 = Tuberculosis
residents-key_group-K06 = Pregnancy and childbed
residents-key_group-K07 = Children up to 6
residents-key_group-K08 = Disability certificate
residents-key_group-K09 = Out of poverty, under watch
residents-key_group-K10 = Special family under family planning
residents-key_group-K11 = COPD
residents-key_group-K12 = Disabled, seriously ill or 80 and over
residents-key_group-K13 = 60 and over, lost the only child

residents-scope-view_summary = See when we come and whether we came
residents-scope-view_full = See all records
residents-scope-book = Book visits
residents-scope-sign_renewal = Sign the renewal
residents-scope-receive_alerts = Be told when it is urgent
residents-scope-pay = Pay

## The clinician's pages

residents-age = { $age }
residents-sex-male = man
residents-sex-female = woman
residents-fact_mark = ,{ " " }
residents-name_mark = ,{ " " }
residents-clinician = { $name }, { $profession }
residents-profession-doctor = doctor
residents-profession-nurse = nurse
residents-profession-tcm_doctor = doctor of Chinese medicine
residents-profession-pharmacist = pharmacist
residents-profession-therapist = therapist
residents-profession-public_health = public-health doctor
residents-profession-coordinator = coordinator
residents-profession-specialist = specialist
residents-profession-dietitian = dietitian
residents-profession-volunteer = volunteer

residents-allergy = Allergic to { $allergy }
residents-pressure-high-systolic = Systolic too high
residents-pressure-high-diastolic = Diastolic too high
residents-pressure-high-both = Pressure too high
residents-pressure-in_target = In target
residents-pressure-up = up from { $before }
residents-pressure-down = down from { $before }
residents-pressure-same = about as last time, { $before }
residents-pressure-targets = Figures: below { $kpi }. Medicine: below { $clinical }

residents-page = Residents
residents-one = Resident
residents-count = { $count } people
residents-search = Name, village or phone
residents-reading = Opening the register
residents-nobody = Nobody found
residents-nobody_next = Try another word, or leave out the village.
residents-no_conditions = No chronic illness on file
residents-opening = Opening the file
residents-gone = This file is no longer on the phone
residents-gone_kept = Another team may care for them now. What you did is kept.
residents-deceased = Died on { $day }
residents-apart = Only you and the leader can see this. Do not mention it elsewhere.
residents-due = { $what } follow-up: { $when }
residents-book = Book for them
residents-sign-first = Sign a contract
residents-sign-next = Renew
residents-sign-waits = Ask for the signature
residents-coming = Planned
residents-go_on = Go on
residents-start = Begin a visit
residents-start_title = What is to be done for { $name }?
residents-start_lead = No plan needed: tick it and begin.
residents-start_what = What is to be done today
residents-book_what = What for?
residents-book_when = Which day?
residents-book_for = Booking for { $name }
residents-book_note = What was said on the phone (optional)
residents-book_danger = { $words }: call 120 first
residents-booked = Booked: { $day }, { $part }; the leader will plan it
residents-about_minutes = about { $duration }

residents-contract = Contract
residents-ends = ends: { $when }
residents-all_promises = All { $count }
residents-see_application = See the application
residents-no_contract = No contract yet
residents-no_contract_next = It can be signed right here: tap “Sign a contract” above.

residents-pressures = Latest blood pressures
residents-trend-kpi = figures: below { $target }
residents-trend-clinical = Medicine target: below { $target }
residents-trend-spoken = Systolic values from old to new: { $values }. Target of the figures below { $kpi }, of the medicine below { $clinical }.
residents-medicines = Medicines
residents-medicine-left = { $days } days left
residents-medicine-none = Used up
residents-medicine-coming = Not handed over yet
residents-medicine-asked = Refill waits for the doctor
residents-recent = Latest visits
residents-family = Family
residents-kin = { $name }, { $relation }
residents-kin_may = may: { $what }
residents-groups = Key groups
residents-relation-self = self
residents-relation-spouse = spouse
residents-relation-son = son
residents-relation-daughter = daughter
residents-relation-grandchild = grandchild
residents-relation-parent = parent
residents-relation-grandparent = grandparent
residents-relation-sibling = brother or sister
residents-relation-other = friend or relative

## Why somebody is no longer on this phone

residents-notice-moved_away = { $resident_name } is with { $team_name } now. The file has been taken off your phone.
residents-notice-moved_here = { $resident_name } has come from { $team_name }; your team looks after them now.
residents-notice-let_go = { $resident_name } is no longer in our team's care. The file has been taken off your phone.
residents-notice-died = { $resident_name } has died. Everything planned is called off. The file can be read until { $last_on }, then it leaves your phone.
residents-notice-grant_revoked = { $resident_name } no longer asks for your help. The file has been taken off your phone.
residents-notice-grant_expired = The time for which { $resident_name } asked for your help is over. The file has been taken off your phone. To go on, they can agree once more.
residents-notice-reading_over = { $resident_name }'s file has been taken off your phone, as the rules say. For anything more, please come to the centre.
