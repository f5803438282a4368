# Home visits: from the booking to the proof that it was done.

visits-refused-wrong_status = This visit has moved on. Refresh to see where it stands.
visits-refused-wrong_clinician = This visit is now somebody else's. Please ask your leader.
visits-refused-not_leader = The team leader decides this.
visits-refused-not_team = This visit is not your team's.
visits-refused-no_reason = Please choose a reason.
visits-refused-no_note = You chose another reason. Please say in a sentence what it is.
visits-refused-no_outside_reason = Say what the situation is, then you can check in.
visits-refused-no_outside_action = Choose how you go on, then you can check in.
visits-refused-incomplete = This visit still lacks { $count } of its parts. It counts once they are there.
visits-refused-wrong_measures = One value is still missing.
visits-refused-wrong_unit = Wrong unit. Here we use { $unit }.
visits-refused-impossible_value = That number cannot be right. Maybe a key slipped.
visits-refused-pressures_swapped = The upper pressure must be above the lower. Maybe they are swapped.
visits-refused-day_past = That day has passed. Please choose another.
visits-refused-day_too_far = For now you can book until { $last_on }. Come back in a few days for later ones.
visits-refused-window_backwards = The end must come after the start.
visits-refused-window_over_midnight = A visit lies within one day.
visits-refused-outside_hours = Visits start from { $from } to { $until }. Please choose another time.
visits-refused-too_few_clinicians = This visit takes { $needed } people. Please add one.
visits-refused-day_full = { $max } visits are planned that day already. Take another day or another person.
visits-refused-cancelled = This visit was called off. What you did counts; the leader decides where it belongs.
visits-refused-reassigned = This visit was given to somebody else. What you did counts; the leader decides where it belongs.
visits-refused-wrong_team = Another team looks after this home now. What you did counts; the leader decides where it belongs.
visits-refused-no_booking_scope = You were not asked to book for this person yet. One tap on their phone allows it.
visits-refused-danger_words = You wrote “{ $words }”. Call 120 first. Come back to book when all is well.
visits-refused-deceased = This person has died. There is nothing to book.
visits-refused-no_team = There is no family doctor yet. Sign a contract first, then ask us to come.
visits-refused-different_teams = These two belong to different teams. Please book one by one.
visits-refused-not_at_home = This cannot be done at home. Please come to the centre.
visits-refused-item_apart = This is not booked here. Please phone the team.
visits-refused-not_member = Somebody is no longer on the team. Please choose another person.
visits-refused-clinician_busy = That person has another visit then. Take another time or another person.
visits-refused-not_in_day = One visit is no longer on the list of { $on }. Refresh and order again.
visits-refused-id_exists = This is on record already. No need to do it again.
visits-refused-no_check = Check in first.
visits-refused-wrong_resident = This person is not on the visit yet. Add them first.
visits-refused-charged = This counts as done already. Ask your leader to change it.
visits-refused-wrong_code = Those six digits are not right. Look at the SMS once more.
visits-refused-no_phone = The number on file gets no SMS. Ask for a signature, or take another way.

visits-invalid-source = Please say who asks.
visits-invalid-days = Those days cannot be shown yet. Choose nearer ones.
visits-invalid-confirmation = The signature did not come through. Please sign once more.
visits-invalid-note_missing = Please say in a sentence what is missing.

visits-sms-code = 【{ $organization_name }】Please tell these six digits to the person at your home: { $code }. If nobody came, tell nobody and call { $team_phone }.

visits-notice-requested = { $resident_name } asks for a visit. Please have a look.
visits-notice-declined = { $resident_name }: this visit could not be planned. The team will call you.
visits-notice-scheduled = { $resident_name }: { $planned_start_at }, { $clinician_names } will come to your home.
visits-notice-tomorrow = { $resident_name }: { $planned_start_at }, { $clinician_names } will come. Please have somebody at home.
visits-notice-unplanned = { $resident_name }: the visit of { $planned_start_at } moves. We will tell you when.
visits-notice-cancelled = The visit to { $resident_name } was called off. You can book another day.
visits-notice-completed = { $occurred_at }: we have been to see { $resident_name }.
visits-notice-assigned = You have a new visit: { $planned_start_at }.
visits-notice-taken_off = Somebody else takes the visit of { $planned_start_at }. You need not go.
visits-notice-called_off = The visit of { $planned_start_at } was called off. You need not go.
visits-notice-danger = A value of { $resident_name } needs attention at once. Please look now.

visits-status-requested = Waiting for the leader
visits-status-accepted = Taken, nobody assigned yet
visits-status-scheduled = Planned
visits-status-en_route = On the way
visits-status-in_progress = At the home
visits-status-completed = Done
visits-status-verified = Verified
visits-status-declined = Not taken
visits-status-cancelled = Cancelled
visits-status-missed = Nobody met
visits-status-aborted = Broken off

visits-element-service = What was done
visits-element-person = For whom
visits-element-provider = By whom
visits-element-date = On which day
visits-element-place = Where
visits-element-begin_and_end = From when to when

visits-review_reason-outside = Some way from the registered home
visits-review_reason-unknown_place = No position
visits-review_reason-clock_doubtful = The phone's clock may be wrong
visits-review_reason-backwards = The end lies before the start
visits-review_reason-overlapping = Overlaps another visit
visits-review_reason-over_quota = Beyond the package
visits-review_reason-not_confirmed = No signature

visits-outside_reason-elder_elsewhere = We met somewhere else
visits-outside_reason-address_wrong = The registered address is not right
visits-outside_reason-position_drifts = I am at the door, the phone is off
visits-outside_reason-no_position = The phone finds no position
visits-outside_reason-home_not_located = This home has no place on record yet
visits-outside_reason-other = Another reason, I will write it

visits-outside_action-serve_here_with_photo = Work here and take a photo
visits-outside_action-serve_and_correct_address = Work as usual and correct the address
visits-outside_action-serve_and_call_leader = Work as usual and call the leader

visits-no_visit_reason-nobody_home = Nobody home
visits-no_visit_reason-refused_at_door = Somebody home, not let in
visits-no_visit_reason-no_answer = Called, no answer

visits-decline_reason-not_for_home = Cannot be done at home
visits-decline_reason-needs_hospital = Needs a hospital first
visits-decline_reason-no_capacity = No time these days
visits-decline_reason-out_of_area = Not in our area
visits-decline_reason-duplicate = Booked already
visits-decline_reason-other = Another reason

visits-cancel_reason-resident_unwell = The elder is not well
visits-cancel_reason-resident_away = The elder is away
visits-cancel_reason-resident_changed_mind = Not wanted any more
visits-cancel_reason-team_busy = The team cannot make it
visits-cancel_reason-weather = Bad weather
visits-cancel_reason-other = Another reason
visits-cancel_reason-contract_ended = The contract has ended
visits-cancel_reason-deceased = The resident has died

visits-abort_reason-unsafe = Not safe, leaving
visits-abort_reason-emergency_120 = Emergency, 120 called
visits-abort_reason-vital_limit = A value forbids it
visits-abort_reason-resident_asked = The elder asked to stop
visits-abort_reason-other = Another reason

visits-refused_to_sign-cannot_write = Cannot write
visits-refused_to_sign-does_not_want_to = Does not want to sign
visits-refused_to_sign-nobody_else_there = No family present
visits-refused_to_sign-other = Another reason

visits-remark-urgent = This value is dangerous. Call 120 first, then the doctor.
visits-remark-stop = Do not go on with this value. Call the doctor.
visits-remark-suspicious = An unusual value. Measure again, or say that it is right.

visits-measure-systolic = Upper pressure
visits-measure-diastolic = Lower pressure
visits-measure-fasting = Fasting glucose
visits-measure-random = Random glucose
visits-measure-pulse = Pulse
visits-measure-temperature = Temperature
visits-measure-spo2 = Oxygen
visits-measure-weight = Weight
visits-measure-height = Height
visits-measure-waist = Waist

visits-unit-blood_pressure = mmHg
visits-unit-glucose = mmol/L
visits-unit-pulse = per minute
visits-unit-temperature = °C
visits-unit-spo2 = %
visits-unit-weight = kg
visits-unit-height = cm
visits-unit-waist = cm

## The clinician's pages

visits-item-A01 = Health record
visits-item-A02 = Yearly examination
visits-item-A03 = Lifestyle assessment
visits-item-A04 = Self-care assessment
visits-item-A05 = Ability assessment
visits-item-A06 = Constitution test
visits-item-A07 = Memory screening
visits-item-A08 = Mood screening
visits-item-A09 = Fall prevention
visits-item-A10 = Vaccination
visits-item-B01 = Hypertension follow-up
visits-item-B02 = Diabetes follow-up
visits-item-B03 = Pressure, glucose, lipids
visits-item-B04 = COPD follow-up
visits-item-B05 = Heart and stroke follow-up
visits-item-B06 = Special follow-up
visits-item-B07 = Supervised medicine
visits-item-B08 = Review of own values
visits-item-B09 = Screening for complications
visits-item-B10 = Food and exercise
visits-item-C01 = Treatment with priority
visits-item-C02 = Advice by phone
visits-item-C03 = Online return visit
visits-item-C04 = Renewal of medicine
visits-item-C05 = Medicine box
visits-item-C06 = Medicine brought home
visits-item-C07 = Doctor’s visit
visits-item-C08 = Chinese-medicine treatment
visits-item-C09 = Samples taken
visits-item-D01 = Blood pressure and a look
visits-item-D02 = Pressure sore dressing
visits-item-D03 = Change of dressing
visits-item-D04 = Urinary catheter
visits-item-D05 = Feeding tube
visits-item-D06 = Stoma care
visits-item-D07 = PICC care
visits-item-D08 = Injection
visits-item-D09 = Rehabilitation
visits-item-D10 = Home bed round
visits-item-D11 = Training the family
visits-item-D12 = Palliative visit
visits-item-E01 = Appointment, referral
visits-item-E02 = After discharge
visits-item-E03 = Remote consultation
visits-item-E04 = Company to hospital
visits-item-E05 = Emergency call
visits-item-E06 = Health talk
visits-item-E07 = Round in the elder home
visits-item-E08 = Help with care insurance

visits-part-morning = Morning
visits-part-afternoon = Afternoon
visits-part-any = Any time

visits-miss-title = { $name } not met
visits-miss-lead = What happened? One tap and it is noted.
visits-miss-said = Noted: { $reason }
visits-move-title = { $name }: which day instead?
visits-move-lead = This visit is called off; the leader plans a new one.
visits-move-why = Whose reason?
visits-move-when = Which day
visits-move-said = Moved to { $day }, { $part }; the leader will plan it
