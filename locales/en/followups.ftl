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
