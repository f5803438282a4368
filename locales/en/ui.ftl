# The window's title: the page first, then the app.
ui-page-title = { $title } - Jiayi
ui-back = Back
ui-nav = Main places
ui-call = Call
ui-call-team = Call the team
ui-undo = Undo
ui-read = Read aloud
ui-read-stop = Stop reading
ui-search-clear = Clear

# The sync pill. at: local time as "9:42".
ui-sync-never = Not in step yet
ui-sync-synced_at = In step at { $at }
ui-sync-sending = Sending
ui-sync-waiting = { $count } to send
ui-sync-offline = No signal, { $count } kept
ui-sync-offline_empty = No signal, carry on
ui-sync-review = { $count } for you to see
ui-sync-expired = Please sign in again

# Task rows.
ui-task-stop = Stop { $stop }
ui-task-more = More
ui-task-reschedule = Change the time
ui-task-nobody_home = Nobody home

ui-risk-high = High risk
ui-risk-medium = Medium risk
ui-risk-low = Low risk

# Check-in verdicts, a few short words.
ui-verdict-inside = At the door
ui-verdict-near = Close by
ui-verdict-outside = Far off
ui-verdict-unknown = Not located

# The meter of a year's services; the spoken ones replace the bar for screen readers.
ui-meter-left = { $count } left
ui-meter-untouched = Not done yet
ui-meter-full = All done
ui-meter-all_booked = All booked
ui-meter-over = Over the quota of { $quota }
ui-meter-unlimited = No limit
ui-meter-spoken = { $done } of { $quota } done
ui-meter-spoken_booked = { $done } of { $quota } done, { $booked } booked
ui-meter-spoken_unlimited = No limit, { $done } done

# Spoken after a step or a stop.
ui-step-done = , done
ui-step-now = , in hand
ui-step-todo = , to come
ui-stop-done = , visited
ui-stop-now = , here now
ui-stop-todo = , to come

# The number pad.
ui-keys = Number keys
ui-keys-delete = Delete
ui-keys-point = Decimal point
ui-keys-skip = Not measured
ui-vital-empty = Not filled in

# The signature field.
ui-sign-empty = { $signer } signs here, not signed yet
ui-sign-signed = Signed by hand: { $signer }
ui-sign-again = Write again

ui-emergency = Emergency
ui-emergency-words = Chest pain, no breath, slurred speech: call 120 first.
ui-emergency-call = Call 120
ui-emergency-short = Call 120

# The map apps of the phone; place is a village group.
ui-navigate-title = To { $place }
ui-navigate-lead = A map on your phone shows the way. Your work here waits for you.
ui-navigate-amap = AMap
ui-navigate-tencent = Tencent Maps
ui-navigate-baidu = Baidu Maps
ui-navigate-other = Another map on the phone

ui-elder-enter = Switch to large type
ui-elder-leave = Back to the normal size
