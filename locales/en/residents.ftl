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
