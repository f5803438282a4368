# Me: the same page for everybody.
settings-title = Me
settings-home = Home
settings-comma = ,{" "}
settings-others = Others on this phone
settings-become = Change to
settings-besides = Somebody else uses this phone too

settings-reading = Reading
settings-size = Size of the text
settings-size-normal = Normal
settings-size-elder = Large
settings-size-elder_note = Larger text, fewer things
settings-language = Language
settings-language-zh-CN = 中文
settings-language-en = English

settings-push = Ring when there is news
settings-push-on = On: the phone rings when there is news
settings-push-off = Off
settings-push-asking = Setting it up. The phone will ask once more: tap “Allow”
settings-push-denied = The phone says no. Allow notifications in its settings to change that
settings-push-unsupported = This phone cannot ring for us; all news is on the home page
settings-push-unreachable = It cannot be set up now. News is on the home page, and what matters comes by SMS
settings-push_do-on = Turn on
settings-push_do-off = Turn off

settings-kept = Kept on this phone
settings-kept-fresh = Up to date as of
settings-kept-never = Nothing fetched yet
settings-kept-waiting = Still to be sent
settings-kept-count = { $count }
settings-kept-nothing = Nothing
settings-kept-attention = Did not work out
settings-kept-look = { $count }, have a look
settings-kept-documents = Records fetched
settings-kept-documents_all = { $count }, all of them
settings-kept-documents_so_far = { $count } so far. Today’s come first; cut off, it goes on from there.
settings-kept-documents_of = { $count } of { $total } fetched so far. Today's come first; if it breaks off, it goes on.
settings-kept-used = Space used
settings-kept-unsent = Of it not sent yet
settings-kept-free = Space left
settings-kept-lasting = May be cleared
settings-kept-lasting_yes = No, this phone has promised
settings-kept-lasting_no = Asked { $at }, not promised
settings-kept-lasting_unasked = Not asked yet
settings-kept-short = There was no room: older records were let go, today’s are here. Make room and fetch them again.
settings-kept-fetch = Fetch again
settings-kept-keep = Ask the phone to keep it
settings-kept-megabytes = { $megabytes } MB
settings-kept-clearable = When the phone runs out of space it may clear what was fetched; please go online soon with what has still to be sent. On the home screen it is safer.
settings-kept-now = Update now

settings-more = More
settings-install = Put on the home screen
settings-install_note = One tap opens it, also without signal
settings-about = Jiayi { $version }

settings-lock = Lock
settings-lock_note = 6 digits, so that nobody else opens it
settings-lock-on = on
settings-lock-off = off

settings-sign_out = Sign out
settings-leave = Sign out?
settings-leave-lead = After that, { $name }'s data can no longer be seen on this phone.
settings-leave-do = Sign out
settings-leave-unsent = { $count } still to be sent
settings-leave-unsent_lead = If you leave now, they stay sealed on this phone: only { $name } can see and send them, after signing in again.
settings-leave-send = Send them first
settings-leave-stay = Wait for signal
settings-leave-anyway = Sign out all the same

settings-install-do = Put on the home screen
settings-install-done = Done: the icon is on the home screen
settings-install-already = It is installed: open it from the home screen
settings-install-on = Which phone
settings-platform-android = Android
settings-platform-iphone = iPhone
settings-platform-wechat = In WeChat
settings-platform-computer = Computer
settings-install-android-1 = Tap the three dots of the browser, at the top right or at the bottom.
settings-install-android-2 = Tap “Add to home screen” or “Install app”.
settings-install-android-3 = Go to the home screen and tap the Jiayi icon.
settings-install-iphone-1 = Open it in Safari and tap Share at the bottom: a box with an arrow pointing up.
settings-install-iphone-2 = Scroll down and tap “Add to Home Screen”.
settings-install-iphone-3 = Go to the home screen and tap the Jiayi icon.
settings-install-wechat-1 = Tap the three dots at the top right.
settings-install-wechat-2 = Tap “Open in browser”, then go on as in that browser.
settings-install-wechat-3 = From then on open it from the home screen, not from WeChat.
settings-install-computer-1 = Click the install icon at the right of the address bar.
settings-install-computer-2 = Click “Install”.
settings-install-computer-3 = From then on open it from the desktop or the start menu.

# The browser has cleared what was kept.
settings-wiped-title = This phone has cleared what it kept
settings-wiped-lead = Most likely it ran out of space and the browser cleared it. The records are being fetched again by themselves.
settings-wiped-lost_unknown = What had not been sent by then may be lost
settings-wiped-lost_some = { $count ->
    [one] One entry had not been sent by then and may be lost
   *[other] { $count } entries had not been sent by then and may be lost
}
settings-wiped-lost_none = Everything had been sent; nothing is lost
settings-wiped-check = Please go through today's visits, see whether each record is whole, and add what is missing.
settings-wiped-check_family = Please see whether what you booked or changed today is still there; if not, book it again.
settings-wiped-received = Last received
settings-wiped-received_none = Nothing had been received from this phone yet.
settings-wiped-today = Received today
settings-wiped-today_names = { $names }: { $count }
settings-wiped-today_none = Nothing of today has been received.
settings-wiped-fetching = Still fetching, nearly there.
settings-wiped-told = Whoever looks after syncing at the centre can see this; you need not report it.
settings-wiped-do = See today's visits
settings-wiped-do_family = I see

settings-bills = Visit bills
settings-bills_note = Who has not paid; payments are noted here
settings-fees = Service fees
settings-fees_note = What the team did and earned, month by month
