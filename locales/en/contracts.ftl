# Contracts: packages, signatures, renewal, end.

contracts-refused-wrong_status = This contract has moved on. Refresh to see where it stands.
contracts-refused-wrong_term = A contract runs { $min } to { $max } years.
contracts-refused-no_package = Please choose a package first.
contracts-refused-not_eligible = This package is not meant for this person. Please look at another.
contracts-refused-excluded = These two packages cover the same. One is enough.
contracts-refused-identity_level = Check the identity first, then sign.
contracts-refused-sign_method = That way does not sign this one: what costs money needs the own hand.
contracts-refused-guardian_must_sign = Not of age: a parent or another guardian signs.
contracts-refused-guardian_before_team = A guardian signs in front of the doctor.
contracts-refused-guardian_basis = Say what the guardian is to the resident, and by what right.
contracts-refused-ward_view_missing = The child is eight or more: ask, and write down the answer.
contracts-refused-photo_missing = Take a photo of the signed page first.
contracts-refused-witness_missing = Somebody has to see the finger-print: write down who.
contracts-refused-recording_missing = With a finger-print record a sentence: the signer says that it is their will.
contracts-refused-not_heard = Read it out first, and hear the resident agree.
contracts-refused-witness_is_party = The witness must be somebody else than the signer and you.
contracts-refused-wrong_code = Wrong number, or too old: ask for another.
contracts-refused-no_text_yet = The team has not accepted yet, so there is no text.
contracts-refused-elder_must_sign = The elder signs the first paid package in person.
contracts-refused-proxy_scope = The elder has not asked you to sign. Please get the elder's word first.
contracts-refused-renewal_too_early = It is early yet. You can renew from { $opens_on }.
contracts-refused-reason_not_listed = This is no reason to end a contract. Please choose another.
contracts-refused-ends_in_past = The end cannot lie before today.
contracts-refused-notice_too_short = The elder must be told in time. The earliest end is { $earliest_on }.
contracts-refused-no_quota_left = This year's services are used up.
contracts-refused-has_active_contract = This elder has a contract with { $team_name } of { $organization_name }, phone { $team_phone }. Talk to them first.
contracts-refused-consent_missing = One question is still open: { $purpose ->
    [C1] keeping a health record
    [C2] sharing it inside the team
   *[other] { $purpose }
 }. Go on once the elder agrees.
contracts-refused-team_inactive = This team takes nobody at present; choose another.
contracts-refused-wrong_team = You are not on this team; let one of its members do it.
contracts-refused-not_reviewer = The team’s leader or one of its doctors decides this.
contracts-refused-reason_missing = Say why not; the elder will read it.
contracts-refused-panel_full = This team is full; recommend another.
contracts-refused-package_retired = This package has been replaced; choose again.
contracts-refused-terminated = This contract was over on that day.
contracts-refused-deceased = The elder has died; nothing can be signed.
contracts-refused-moved = This resident is noted as moved away. Note the return on the card first, then sign.
contracts-refused-evidence_missing = Say first how you know.
contracts-refused-not_away_yet = The person is still here. Pause it once they have gone.
contracts-refused-hospital_too_short = A stay in hospital pauses the contract after { $days } days.
contracts-refused-amendment_open = One change is waiting already. Finish that first.
contracts-refused-nothing_changes = That is what it is now.
contracts-refused-wrong_day = The first day lies between today and the end.
contracts-refused-other_institution = That team belongs to another institution. End this contract first.
contracts-refused-not_offered = Only the team named in the letter can be taken.
contracts-refused-not_leader = The leader changes the team.
contracts-refused-transfer_missing = The team is dissolved: offer another one first.
contracts-refused-outside_area = The person does not live in your villages. The leader may take them and says why.
contracts-refused-not_in_household = This person is not of this household.
contracts-refused-id_exists = We have this one already; no need to send it again.

contracts-invalid-signature = The name is not written yet; please write it first.

contracts-sms-code = [{ $organization_name }] Your 6 digits to sign the contract: { $code }. Type them on your own phone and tell nobody.

contracts-evidence-seal_holds = the seal holds
contracts-evidence-seal_changed = the seal was tampered with
contracts-evidence-seal_missing = it was never sealed
contracts-evidence-seal_unknown = sealed with key { $key }, which is not here: it cannot be checked
contracts-evidence-chain_changed = the seals do not follow each other: one was taken out or put in
contracts-evidence-audit_holds = the audit names this seal
contracts-evidence-audit_missing = the audit does not name this seal
contracts-evidence-text_holds = the text is unchanged
contracts-evidence-text_changed = the text was changed
contracts-evidence-term_holds = the term is unchanged
contracts-evidence-term_changed = the term was changed
contracts-evidence-parties_changed = the parties were changed
contracts-evidence-signature_changed = { contracts-evidence-side }: a signature was taken out or put in
contracts-evidence-signer_holds = the signers are unchanged
contracts-evidence-signer_changed = { contracts-evidence-side }: the signer was changed
contracts-evidence-strokes_holds = the handwriting is unchanged
contracts-evidence-strokes_changed = { contracts-evidence-side }: the handwriting was changed
contracts-evidence-time_holds = the times are unchanged
contracts-evidence-time_changed = { contracts-evidence-side }: the time was changed
contracts-evidence-way_holds = the ways of signing are unchanged
contracts-evidence-way_changed = { contracts-evidence-side }: the way or the device was changed
contracts-evidence-witness_holds = the witness is unchanged
contracts-evidence-witness_changed = { contracts-evidence-side }: the witness was changed
contracts-evidence-signed_text_changed = { contracts-evidence-side }: it is not this text that was signed
contracts-evidence-photo_holds = the photo is unchanged
contracts-evidence-photo_changed = { contracts-evidence-side }: the photo was changed
contracts-evidence-photo_missing = the photo is gone
contracts-evidence-photo_to_come = the photo has not come yet
contracts-evidence-recording_holds = the recording is unchanged
contracts-evidence-recording_changed = { contracts-evidence-side }: the recording was changed
contracts-evidence-recording_missing = the recording is gone
contracts-evidence-recording_to_come = the recording has not come yet
contracts-evidence-amendment_holds = The change from { $day } on is as it was signed
contracts-evidence-amendment_changed = The change from { $day } on was altered
contracts-evidence-amendment_missing = The change from { $day } on is not sealed
contracts-evidence-side = { $party ->
    [team] the team's side
   *[resident] the resident's side
 }

contracts-status-draft = Being filled in
contracts-status-pending_review = Waiting for the team
contracts-status-pending_sign = Waiting for signatures
contracts-status-renewal_signed = Renewed, begins when this one ends
contracts-status-active = Signed
contracts-status-suspended = Resting
contracts-status-closed_death = Closed, the person has died
contracts-status-voided = Found false, never counted
contracts-phase-expiring = Ends soon
contracts-phase-lapsed = Ran out lately; renewing now continues it
contracts-status-expired = Ended
contracts-status-terminated = Ended early
contracts-status-cancelled = Not signed
contracts-status-rejected = Not taken by the team

contracts-notice-submitted = { $resident_name } would like a contract with your team. Please have a look.
contracts-notice-accepted = { $resident_name }: the team has agreed. You can sign now.
contracts-notice-rejected = { $resident_name }: the team cannot take you this time. Somebody will tell you why.
contracts-notice-signed = { $resident_name } has signed. The first visit is due by { $first_on }.
contracts-notice-ran_out = { $resident_name }'s contract has run out and was not renewed.
contracts-notice-terminated = { $resident_name }'s contract was ended.
contracts-notice-ends = { $resident_name }: the contract runs until { $last_on }. You can renew it now.

contracts-notice-will_end = { $resident_name }: the contract ends on { $last_on }. The clinic has written you a letter.
contracts-notice-suspended = { $resident_name } is away; the contract rests. Tell us when you are back.
contracts-notice-resumed = { $resident_name } is back; the contract goes on.
contracts-notice-amended = { $resident_name }: the package has been changed.
contracts-notice-other_team = { $resident_name } is looked after by { $team_name } from now on.
contracts-notice-taken_over = { $resident_name } is with your team now, with everything that was open.
contracts-notice-photo_missing = The photo or the recording of { $resident_name }'s signature has not arrived; connect the phone and look.
contracts-notice-first_visit = { $resident_name } has signed and nobody has been there; due by { $first_on }.

contracts-end_reason-moved_away = moved away
contracts-end_reason-other_team = wants another team
contracts-end_reason-not_satisfied = not satisfied
contracts-end_reason-no_longer_wanted = no longer wanted
contracts-end_reason-moved_out_of_area = you live where we cannot come
contracts-end_reason-identity_wrong = the identity did not match
contracts-end_reason-violence = those who came were hurt or threatened
contracts-end_reason-team_dissolved = this team is dissolved
contracts-end_reason-duplicate_contract = you have a second contract elsewhere
contracts-end_reason-expired = ran out
contracts-end_reason-death = the person has died
contracts-end_reason-false_signing = found not to be signed by the person
contracts-end_reason-not_signed = never signed

contracts-letter-greeting = Dear { $resident_name },
contracts-letter-end = { $team_name } looks after you until { $ends_on }. The reason: { $reason }.
contracts-letter-done = Under this contract we came or were there for you { $count } times.
contracts-letter-care_goes_on = Blood pressure, blood sugar and the yearly check-up go on, free of charge, at the clinic where you live.
contracts-letter-offered = If you like, { $team_name } takes you over, phone { $team_phone }. What is open goes along; you need not sign again.
contracts-letter-ask = For any question ring { $team_phone }. { $organization_name }

## The clinician's pages

contracts-sign-which = Which package?
contracts-sign-listen = Before you sign, hear these four points
contracts-sign-agree = Please agree to these as well
contracts-sign-name = { $name }, please write your name
contracts-sign-cannot = Cannot write
contracts-sign-by_hand = By hand after all
contracts-sign-on_paper = Signed on paper, photo taken
contracts-sign-on_fingerprint = Finger-print made, { $witness } saw it, voice recorded, photo taken
contracts-sign-has_guardian = Cannot decide for oneself: a guardian signs
contracts-sign-needs_guardian = Not of age: a guardian signs
contracts-sign-guardian = { $name } signs for { $resident } ({ $basis })
contracts-sign-himself = Sign in person after all
contracts-sign-willing = Agreed and signed
contracts-sign-hand_in = Agreed, hand in to the leader
contracts-sign-done = { $name } has signed; it holds from tomorrow
contracts-sign-handed_in = Handed to the leader; sign after the review
contracts-sign-no_consent = One point above is still open
contracts-sign-no_name = The name is missing
contracts-sign-no_team = You are on no team yet. Ask the leader.

contracts-clause-what = What
contracts-clause-who = Who
contracts-clause-how_long = How long
contracts-clause-how_much = You pay
contracts-clause-times = { $item } × { $count }
contracts-clause-what_said = A year: { $services }.
contracts-clause-what_and_medicine = A year: { $services }; medicine is renewed for you.
contracts-clause-who_said = { $names }.
contracts-clause-how_long_said =
    { $years ->
        [1] One year, until { $day }.
       *[other] { $years } years, until { $day }.
    }
contracts-clause-free = Nothing.
contracts-clause-amount = { $amount }.
contracts-clause-example = { $amount } (example price).
contracts-clause-refund = { " " }All back within { $days } days if nobody came.

contracts-consent-C1 = Keep a health record for me
contracts-consent-C2 = Doctors and nurses of the team share it

contracts-package-free = free
contracts-package-price = { $amount } a year
contracts-package-example = { $amount } a year (example price)
contracts-package-others = See { $count } other packages
contracts-package-not_meant = not meant for this person

contracts-paper-title = Another way to sign
contracts-paper-lead = Either counts. Take a photo of the signed page.
contracts-paper-paper = On paper
contracts-paper-paper_note = Print the agreement and have it signed
contracts-paper-fingerprint = Finger-print
contracts-paper-fingerprint_note = For who cannot write; somebody has to see it, and a sentence is recorded
contracts-paper-witness = Who saw it
contracts-paper-heard = It was read out, and agreed to aloud
contracts-paper-photo = Take a photo of the page
contracts-paper-again = Take it again
contracts-paper-saving = Saving
contracts-paper-picture = The page just taken
contracts-paper-bad = It could not be kept: take it again
contracts-paper-take = Use this one
contracts-paper-take_both = Sign like this
contracts-record-title = Say it together
contracts-record-lead = Tell them first: this sentence is recorded and kept with the agreement, only to prove that it is their own will.
contracts-record-sentence = My name is { $name }. The agreement was read to me: { $packages }, { $cost }. I agree to it, and the finger-print is my own.
contracts-record-sentence_for = My name is { $name }, I sign for { $resident }. The agreement was read to me: { $packages }, { $cost }. I agree to it, and the finger-print is my own.
contracts-record-cost = { $amount } a year to pay myself
contracts-record-cost_free = nothing to pay myself
contracts-record-start = Start recording
contracts-record-stop = Stop
contracts-record-again = Record anew
contracts-record-listen = The sentence just recorded
contracts-record-time = Recording { $now }, at most { $most }
contracts-record-fault_none = This phone cannot record
contracts-record-next_none = Sign on another phone, or have the name written on paper. Without a recording a finger-print does not sign.
contracts-record-fault_denied = The phone does not allow the microphone
contracts-record-next_denied = Tap the lock beside the address, allow the microphone, and start again. If that cannot be done: another phone, or the name on paper.
contracts-record-fault_busy = Something else is using the microphone
contracts-record-next_busy = End calls and other recordings, then start again.
contracts-record-fault_short = Too short, nothing was kept
contracts-record-next_short = Tap start, let them finish the sentence, then tap stop.

contracts-guardian-title = Who signs for { $name }?
contracts-guardian-lead = Only for who cannot decide. Family who help are no guardians.
contracts-guardian-lead_minor = Not of age: the guardian signs.
contracts-guardian-who = Name of the guardian
contracts-guardian-basis = What to { $name }
contracts-guardian-ward = What { $name } says to it
contracts-guardian-take = Let the guardian sign

contracts-own-title = Four things before you sign
contracts-own-services = { $named }; { $count } in all.
contracts-own-send = Send 6 digits to my phone
contracts-own-again = Nothing came: send again
contracts-own-sent = We have sent you 6 digits. Ten minutes, no hurry.
contracts-own-code = 6 digits
contracts-own-no_code = Ask for the 6 digits first
contracts-own-name = You
contracts-own-willing = I agree, signed
contracts-own-done = Signed; it counts from tomorrow
contracts-own-offline = No signal now. Signing needs an SMS: come back when there is one.
contracts-own-go = The team has agreed: sign now

contracts-application-title = Application
contracts-application-opening = Opening the application
contracts-application-gone = This application is not on this phone
contracts-application-stranger = Somebody new
contracts-application-stranger_next = Not in your team's care yet; the card comes once you accept.
contracts-application-asked = Asked { $when }
contracts-application-card = Open the card
contracts-application-accept = Accept, we look after them
contracts-application-accepted = Accepted. { $name } can sign now
contracts-application-reject = Not this time
contracts-application-rejected = Noted: { $name } was not accepted
contracts-application-sign = Ask { $name } to sign
contracts-application-first_visit = Book the first visit

contracts-reject-title = Why not { $name }?
contracts-reject-lead = The reason stands in the application, and the person can read it.
contracts-reject-note = What is the reason
contracts-reject_reason-too_far = Lives too far away for us
contracts-reject_reason-full = Our team is full at present
contracts-reject_reason-identity = Identity has to be checked at the clinic first
contracts-reject_reason-other = Another reason, in my words

## A contract in force

contracts-running-title = Contract
contracts-running-until = Until { $day }
contracts-running-ends = Ends { $day }: { $reason }
contracts-running-first_visit = First visit by { $day }
contracts-running-first_visit_late = First visit { $days } days late
contracts-running-rests = Resting since { $day }: { $reason }
contracts-running-more = Change something
contracts-running-suspend = Let it rest
contracts-running-resume = Back again
contracts-running-amend = Change the package
contracts-running-change_team = Another team
contracts-running-terminate = End it
contracts-running-see = See the contract
contracts-running-outside = Does not live in your villages: { $village }
contracts-running-outside_short = Does not live in your villages
contracts-running-photo = The photo or the recording has not arrived
contracts-running-photo_next = Signed on { $day }. The phone that was used sends it once it has a connection.
contracts-running-exception = { $name } agreed: { $reason }
contracts-running-together = Same household
contracts-running-together_apply = Sign as a household
contracts-running-refund = { $amount } paid back

contracts-suspend_reason-moved = Moved away, may come back
contracts-suspend_reason-long_absence = Away for long
contracts-suspend_reason-hospital = In hospital all this time
contracts-evidence-resident_told = The person said so
contracts-evidence-family_told = The family said so
contracts-evidence-village_told = The village said so
contracts-evidence-hospital_paper = Saw the hospital's paper
contracts-evidence-found_away = Went there several times in vain

contracts-suspend-title = Let { $name }’s contract rest
contracts-suspend-lead = Nothing is owed meanwhile; it goes on when they are back. The last day stays.
contracts-suspend-why = Why?
contracts-suspend-since = Away since which day?
contracts-suspend-how = How do you know?
contracts-suspend-do = Let it rest
contracts-suspend-done = { $name }’s contract rests
contracts-resume-title = Is { $name } back?
contracts-resume-done = { $name }’s contract goes on

contracts-terminate-title = How does { $name }’s contract end?
contracts-terminate-whose = Whose wish is it?
contracts-terminate-resident = The resident’s
contracts-terminate-institution = The clinic’s
contracts-terminate-why = Why?
contracts-terminate-when = Which is the last day?
contracts-terminate-notice = The resident is told { $days } days before, by letter.
contracts-terminate-offer = Which team is offered?
contracts-terminate-goes_on = What public health owes goes on.
contracts-terminate-do = End it so
contracts-terminate-moved_to = Where to
contracts-terminate-moved_hint = Roughly is enough. From the day after the last one the resident counts here no more, and follow-ups end.
contracts-terminate-done = Noted: it ends { $day }

contracts-amend-title = Another package for { $name }
contracts-amend-lead = From tomorrow. What was done this year counts on.
contracts-amend-same = As it is now
contracts-amend-do = Change to this and ask for the signature
contracts-amend-sign = Ask { $name } to sign
contracts-amend-signed = Signed; it changes on { $day }
contracts-amend-waiting = To become { $packages }; waits for the signature
contracts-amend-agreed = { $packages } from { $day }
contracts-amend-withdraw = Keep the old one
contracts-amend-withdrawn = It stays as it was

contracts-change_team-title = Another team for { $name }
contracts-change_team-lead = Open visits and follow-ups go along. Nothing is signed again.
contracts-change_team-none = The clinic has no other team
contracts-change_team-done = { $name } goes to { $team }

contracts-exception-title = { $name } does not live in your villages. Take them all the same?
contracts-exception-lead = Say why; your name stands beside it.
contracts-exception-why = Why
contracts-exception-do = I agree, accept

contracts-panel-crowded = You look after { $count } people; nearly full.
contracts-panel-full = You look after { $count } people; full.

contracts-together-title = { $name }’s household, together
contracts-together-lead = A contract each, a package each, a signature each.
contracts-together-none = Nobody else here has anything to sign
contracts-together-out = Not this time
contracts-together-do = All agreed, hand in to the leader
contracts-together-done = Handed in for { $count } people

contracts-sign-own_income = { $name } is 16 or older, lives from own work, and signs himself
contracts-guardian-own_income = 16 or older, and lives from own work
contracts-guardian-himself = Then he signs himself
contracts-amend-listen = Other packages: listen, then sign
contracts-amend-lead_resident = What was done this year counts on, and nothing is lost. The contract runs as long as before.
contracts-own-from = From { $day } on
contracts-void-title = Void a contract
contracts-void-code = The code printed on the contract
contracts-void-code_hint = Scan the QR code: it is the last part of the address.
contracts-void-look = Look it up
contracts-void-term = { $from } to { $until }
contracts-void-warning = Once voided, this contract never counted
contracts-void-counts = It leaves the numbers of contracts, coverage and renewals, also those of days gone by.
contracts-void-services =
    { $count ->
        [0] Nothing was done under it.
       *[other] { $count } services stay on file and count for no contract.
    }
contracts-void-final = It cannot be undone. The reason and your name are kept.
contracts-void-note = What was found
contracts-void-no_note = First write down what was found
contracts-void-not = This contract is over already
contracts-void-do = Void it
contracts-void-done = Voided
