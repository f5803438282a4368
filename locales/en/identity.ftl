identity-sms-code = [Jiayi] Your sign-in code is { $code }, good for { $minutes } minutes. Tell nobody; we never ask for it.

identity-refused-not_signed_in = Please sign in first.
identity-refused-session_ended = It has been a while; please sign in again. What is not uploaded yet is kept.
identity-refused-wrong_code = The code does not match. Look at the message again.
identity-refused-wrong_password = The number or the password is not right.
identity-refused-wrong_totp = The authenticator code is not right. Wait for the next one.
identity-refused-totp_needed = Please enter the authenticator code too.
identity-refused-totp_not_enrolled = This account has no authenticator yet. Sign in once with your password and set it up as you are told.
identity-refused-birth_year_needed = This is a new phone. Please tell us the year you were born.
identity-refused-wrong_birth_year = The year of birth does not match. Please call your team; we will help.
identity-refused-no_membership = This number is not registered yet. Please call the health centre; we will add you.
identity-refused-code_too_soon = A code was just sent. Ask again in { $retry_after } seconds.
identity-refused-sms_down = Text messages do not go out just now. Ask again in half a minute.
identity-refused-locked = Too many tries. Please try again in { $retry_after } seconds.
identity-refused-disabled = This account is disabled. Please ask the centre's administrator.
identity-refused-device_revoked = This phone may no longer be used. Please ask the centre's administrator.
identity-refused-wrong_role = This is not yours to do in this role.
identity-refused-hand_in_only = The account is disabled; only finished work can be handed in.
identity-refused-header_missing = Please do this in the app.
identity-refused-account_lost = The account was changed a moment ago. Try again.

identity-invalid-phone = The mobile number is not right: it has 11 digits.
identity-invalid-password = A password has at least 10 characters of three kinds: lower case, upper case, digits, signs.
identity-invalid-membership_alone = To change role, nothing else is needed.
identity-invalid-code_or_password = Give either the code or the password.

identity-role-resident = Myself
identity-role-proxy = Family
identity-role-clinician = Clinician
identity-role-team_leader = Team leader
identity-role-manager = Centre manager
identity-role-supervisor = District supervisor
identity-role-admin = Administrator
identity-role-integration = Integration

identity-refused-totp_enrolled = This account has an authenticator already. Change it under "Me"; if the phone is lost, ask the centre's administrator.
identity-refused-enrolment_over = This code is too old. Begin again.
identity-refused-wrong_first_code = The number does not fit. See that you scanned this code, wait for the next number and type that.
