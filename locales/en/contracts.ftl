# Contracts: packages, signatures, renewal, end.

contracts-refused-wrong_status = This contract has moved on. Refresh to see where it stands.
contracts-refused-wrong_term = A contract runs { $min } to { $max } years.
contracts-refused-no_package = Please choose a package first.
contracts-refused-not_eligible = This package is not meant for this person. Please look at another.
contracts-refused-excluded = These two packages cover the same. One is enough.
contracts-refused-identity_level = Check the identity first, then sign.
contracts-refused-sign_method = A package that costs money is signed by hand, here or on paper.
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
contracts-refused-id_exists = We have this one already; no need to send it again.

contracts-invalid-signature = The name is not written yet; please write it first.

contracts-status-draft = Being filled in
contracts-status-pending_review = Waiting for the team
contracts-status-pending_sign = Waiting for signatures
contracts-status-renewal_signed = Renewed, begins when this one ends
contracts-status-active = Signed
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

## The clinician's pages

contracts-sign-which = Which package?
contracts-sign-listen = Before you sign, hear these four points
contracts-sign-agree = Please agree to these as well
contracts-sign-name = { $name }, please write your name
contracts-sign-cannot = Cannot write
contracts-sign-by_hand = By hand after all
contracts-sign-on_paper = Finger-print given, { $witness } was there
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

contracts-paper-title = A finger-print will do
contracts-paper-lead = On the paper copy, with a witness.
contracts-paper-witness = Who is there to see it
contracts-paper-take = Done

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
