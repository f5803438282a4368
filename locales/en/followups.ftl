# Follow-ups: how they turned out, when the next is.

followups-refused-too_few_attempts = Lost to follow-up takes attempts on { $needed } different days. So far there were { $made }.

followups-class-danger = Danger, refer at once
followups-class-refer = Advise referral, ask again within two weeks
followups-class-adjust = Adjust medicine, see again within two weeks
followups-class-satisfied = On target, go on

followups-refused-already_enrolled = This resident is in the programme already.
followups-refused-too_young = The programme is for people of { $age } and over.
followups-refused-deceased = This person has died; nothing needs to be planned.
followups-refused-id_exists = This was written down already.
followups-refused-has_ended = This has ended already.
followups-refused-wrong_status = This follow-up is settled already. Refresh to see.
followups-refused-no_pressure = A hypertension follow-up needs a blood pressure.
followups-refused-no_fasting = A diabetes follow-up needs a fasting glucose.
followups-invalid-symptoms = Some symptoms are not known. Please update the app and try again.

followups-notice-danger = What was found at { $resident_name } today needs somebody at once. Please look now.

followups-programme-hypertension = Hypertension follow-up
followups-programme-diabetes = Diabetes follow-up

followups-symptom-headache_or_dizziness = Headache, dizzy
followups-symptom-nausea_or_vomiting = Nausea, vomiting
followups-symptom-blurred_vision_or_tinnitus = Blurred sight, ringing ears
followups-symptom-dyspnoea = Short of breath
followups-symptom-palpitation_or_chest_tightness = Palpitation, tight chest
followups-symptom-nosebleed = Nosebleed
followups-symptom-numb_limbs = Numb hands or feet
followups-symptom-leg_oedema = Swollen legs
followups-symptom-drinking_much = Drinks a lot
followups-symptom-eating_much = Eats a lot, soon hungry
followups-symptom-passing_much_water = Passes much water
followups-symptom-blurred_vision = Blurred sight
followups-symptom-infection = An infection
followups-symptom-weight_loss = Clearly lost weight

followups-danger_sign-altered_consciousness = Confused or hard to wake
followups-danger_sign-severe_headache_or_dizziness = Severe headache or dizziness
followups-danger_sign-nausea_or_vomiting = Nausea, vomiting
followups-danger_sign-blurred_vision = Blurred sight
followups-danger_sign-eye_pain = Eye pain
followups-danger_sign-palpitation_or_chest_tightness = Palpitation, tight chest
followups-danger_sign-cannot_lie_flat = Too breathless to lie flat
followups-danger_sign-altered_behaviour = Behaves strangely
followups-danger_sign-acetone_breath = Breath smells of rotten apples
followups-danger_sign-palpitation = Palpitation
followups-danger_sign-sweating = Sweating
followups-danger_sign-poor_appetite = Cannot eat
followups-danger_sign-thirst = Very thirsty
followups-danger_sign-passing_much_water = Passes very much water
followups-danger_sign-abdominal_pain = Belly pain
followups-danger_sign-deep_breathing = Deep, heavy breathing
followups-danger_sign-flushed_skin = Flushed skin
followups-danger_sign-sudden_vision_loss = Sudden loss of sight
followups-danger_sign-cannot_be_handled_here = Something else that cannot be handled here

followups-referral-pressure = Pressure { $pressure }, too high
followups-referral-glucose_high = Glucose { $most }, too high
followups-referral-glucose_low = Glucose { $least }, too low
followups-referral-pulse = Heart rate { $pulse }, stays fast
followups-referral-temperature = Temperature { $temperature } °C, too high
followups-referral-signs = { $signs }
followups-referral-pregnancy = Pregnant or nursing, and out of target
followups-referral-high_again = Out of target twice in a row
followups-referral-reaction = The reaction to the medicine cannot be controlled
followups-referral-complication = A new complication, or an old one got worse

## Taken into a programme and out of it; follow-ups at the clinic and by phone

followups-programmes = Chronic disease care
followups-since = Since { $day }
followups-diagnosed = diagnosed { $day }
followups-last = Last { $day }, { $how }: { $outcome }
followups-due = Follow-up { $when }
followups-do = Follow-up at clinic or by phone
followups-enrol = Take into a programme
followups-leave = No longer followed up
followups-source-here = Confirmed by us
followups-source-hospital = Confirmed by a hospital
followups-source-records = From papers the resident brought
followups-source_note-here = Measured and tested by the norm, decided by a doctor
followups-source_note-hospital = Referred, and the answer has come
followups-source_note-records = A discharge letter or an older file will do
followups-enrol_title = Follow { $name } up
followups-enrol_lead = Once it is confirmed. The first follow-up is within two weeks; the diagnosis goes into the file.
followups-enrol_what = Which disease?
followups-enrol_source = Who confirmed it?
followups-enrol_when = Diagnosed on
followups-enrol_when_hint = Leave it empty if nobody remembers.
followups-enrol_do = Take in
followups-enrol_missing = First choose the disease and who confirmed it.
followups-enrol_ahead = The day of the diagnosis cannot be ahead. Please look again.
followups-enrolled = { $programme } is followed up now, first within two weeks
followups-leave_title = No more follow-ups of { $programme } for { $name }?
followups-leave_lead = Say why. What was planned is called off; earlier records stay.
followups-leave_reason-declined = Does not want it
followups-leave_reason-seen_elsewhere = Followed up elsewhere
followups-leave_reason-moved_away = Does not live here any more
followups-leave_reason-entered_wrongly = A mistake: no such disease
followups-left = { $programme } is no longer followed up

followups-let_go = Due { $day } and not held: { $why }
followups-let_go_why-seen_elsewhere = followed up elsewhere
followups-let_go_why-declined = not wanted
followups-let_go_why-moved_away = does not live here
followups-let_go_why-entered_wrongly = entered by mistake
followups-let_go_why-deceased = has died
followups-let_go_why-lost = sought on several days in vain
followups-let_go_title = No follow-up of { $name } this time?
followups-let_go_lead = { $programmes }: this one is left out, the next is planned as always. Why?
followups-let_go_reason-seen_elsewhere = Just followed up elsewhere
followups-let_go_reason-declined = Does not want it this time
followups-let_go_reason-lost = Sought on several days, not found
followups-let_go_said = Noted; the next one is planned as always

followups-step-how = How was it held?
followups-step-ask = A few questions
followups-measured-clinic = What was measured?
followups-measured-phone = What did they measure themselves?
followups-mode-clinic = At the clinic
followups-mode-phone = By phone
followups-mode-home = At home
followups-mode-video = By video
followups-mode_note-clinic = They came; measured and asked face to face
followups-mode_note-phone = Their own readings, told on the phone
followups-which = Which follow-ups?
followups-spoke_with = With whom did you speak?
followups-not_face_to_face = A phone call does not count as face to face
followups-face_to_face =
    { $count ->
        [0] Not seen face to face this year yet; { $needed } times are needed.
       *[other] Seen face to face { $count } of { $needed } times this year.
    }
followups-missing-mode = First choose clinic or phone.
followups-missing-programme = First choose what to follow up.
followups-missing-spoke_with = First choose with whom you spoke; without it this does not count.
followups-next-measure = Next: readings
followups-next-ask = Next: questions
followups-again = Too high. Ask them to rest { $minutes } minutes and measure once more
followups-again_why = One reading of one’s own is not enough. If both are as high, call 120.
followups-again_not = They cannot
followups-again_do = Write the second reading
followups-first_reading = Their first own reading was { $pressure }
followups-gaps = This is missing. What was not measured: go back and take it off
followups-record = Record this follow-up
followups-recorded = Recorded; the next by { $day }
followups-nowhere = Not in a programme yet
followups-nowhere_next = On the resident’s card, take them into a programme first.
