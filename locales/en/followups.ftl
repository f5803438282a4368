# Follow-ups: how they turned out, when the next is.

followups-refused-too_few_attempts = Lost to follow-up takes attempts on { $needed } different days. So far there were { $made }.

followups-class-danger = Danger, refer at once
followups-class-refer = Advise referral, ask again within two weeks
followups-class-adjust = Adjust medicine, see again within two weeks
followups-class-satisfied = On target, go on

followups-lateness-not_late = Not due yet
followups-lateness-late = Just overdue
followups-lateness-amber = Over a week overdue
followups-lateness-red = Over a month overdue

followups-mode-clinic = At the clinic
followups-mode-home = At home
followups-mode-phone = By phone
followups-mode-video = By video

followups-danger_sign-altered_consciousness = Not fully awake
followups-danger_sign-severe_headache_or_dizziness = Severe headache or dizziness
followups-danger_sign-nausea_or_vomiting = Nausea, vomiting
followups-danger_sign-blurred_vision = Blurred vision
followups-danger_sign-eye_pain = Eye pain
followups-danger_sign-palpitation_or_chest_tightness = Racing heart, tight chest
followups-danger_sign-cannot_lie_flat = Short of breath, cannot lie flat
followups-danger_sign-cannot_be_handled_here = Something else we cannot handle
followups-danger_sign-altered_behaviour = Strange behaviour
followups-danger_sign-acetone_breath = Breath smells of rotten apples
followups-danger_sign-palpitation = Racing heart
followups-danger_sign-sweating = Sweating
followups-danger_sign-poor_appetite = Cannot eat
followups-danger_sign-thirst = Very thirsty
followups-danger_sign-passing_much_water = Passing much water
followups-danger_sign-abdominal_pain = Belly pain
followups-danger_sign-deep_breathing = Deep, heavy breathing
followups-danger_sign-flushed_skin = Flushed skin
followups-danger_sign-sudden_vision_loss = Sudden loss of vision

followups-symptom-none = None
followups-symptom-headache_or_dizziness = Headache, dizziness
followups-symptom-nausea_or_vomiting = Nausea, vomiting
followups-symptom-blurred_vision_or_tinnitus = Blurred vision, ringing ears
followups-symptom-dyspnoea = Short of breath
followups-symptom-palpitation_or_chest_tightness = Racing heart, tight chest
followups-symptom-nosebleed = Nosebleed
followups-symptom-numb_limbs = Numb hands or feet
followups-symptom-leg_oedema = Swollen legs

followups-refused-already_enrolled = This resident is in the programme already.
followups-refused-too_young = The programme is for people of { $age } and over.
followups-refused-deceased = This person has died; nothing needs to be planned.
followups-refused-id_exists = This was written down already.
followups-refused-has_ended = This has ended already.
followups-refused-wrong_status = This follow-up is settled already. Refresh to see.
followups-invalid-symptoms = Some symptoms are not known. Please update the app and try again.

followups-notice-danger = What was found at { $resident_name } today needs somebody at once. Please look now.
