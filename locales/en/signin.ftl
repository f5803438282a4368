# Signing in: the first screen, one question at a time.
signin-name = Jiayi
signin-title = Welcome. Who are you?
signin-family = I am an elder or family
signin-staff = I am care staff
# To the other language, written in that language.
signin-language = 中文
signin-no_worker = Opened here, the app needs signal
signin-no_worker_do = Tap the menu at the top right and choose to open it in your browser. Nothing you have saved is lost.
signin-no_worker_how = Show me how

signin-demo-title = Have a look around
signin-demo-lead = All of these people are invented. Tap one to be that person.

signin-as-resident = An elder
signin-as-proxy = Family who help
signin-as-clinician = Care staff
signin-as-team_leader = Team leader
signin-as-manager = Centre manager
signin-as-supervisor = District supervisor
signin-as-admin = Administrator
signin-as-integration = Linked system

signin-phone-title = What is your phone number?
signin-phone-lead_family = The one your health centre has noted. We send 6 digits to it; there is no password to remember.
signin-phone-lead_staff = The one your centre has noted. We send 6 digits to it.
signin-phone-label = Phone number
signin-phone-send = Send me 6 digits
signin-phone-by_password = Use a password

signin-password-title = Please sign in
signin-password-label = Password
signin-password-by_code = No password at hand, send me digits
signin-enter = Go in

signin-code-title = Have the 6 digits come?
signin-code-lead = We have just sent 6 digits to { $phone }. Type them here. They are good for { $minutes } minutes, so take your time.
signin-code-label = 6 digits
signin-code-again = Nothing came, send them again
signin-code-demo = This is a demo: the digits are filled in for you.

signin-birth-title = In which year were you born?
signin-birth-lead = This phone is new to us, and numbers change hands, so we ask. If two of you share the phone, either year will do.
signin-birth-label = Year of birth, 4 digits
signin-birth-bad = That does not look like a year. 1946, for example.

signin-authenticator-title = One more number
signin-authenticator-lead = Open the authenticator app on your phone and type the 6 digits it shows for Jiayi.
signin-authenticator-label = Number from the app
signin-digits-short = Please type all { $digits } digits.

signin-person-title = Who is it today?
signin-person-lead = Several people share this number. Tap your own name; under “Me” you can change later.
signin-person-leave = None of these, use another number

signin-wait = That was tried too often. Take a break and come back in { $wait }.
signin-offline = There is no signal just now. Tap again when there is.
signin-wiped = This phone has cleared what it kept
signin-wiped_do = Please sign in once more; the records are then fetched again. What had not been sent may be lost; you will read more after signing in.
