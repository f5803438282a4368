# The lock: six digits. Nobody opens a phone that was lost.
lock-name = Lock
lock-title = Unlock first
lock-lead = { $name }, enter your 6 digits.
lock-open = Unlock
lock-filled = { $count } of { $digits } entered
lock-wrong = Not the right digits. { $count } { $count ->
    [one] try
   *[other] tries
  } left.
lock-wait = Rest a little and try again in { $wait }.
lock-spent = Too many tries. Please sign in again.
lock-become = Change to { $name }
lock-forgotten = I forgot the digits
lock-forgotten-title = Never mind
lock-forgotten-lead = Sign in again and choose new ones. The records are downloaded again, so you need signal.
lock-forgotten-lead_unsent = Sign in again and choose new ones. Your { $count } saved { $count ->
    [one] item is
   *[other] items are
  } kept and will be sent after signing in. You need signal.
lock-forgotten-do = Sign in

lock-is_on = On. It locks after 5 minutes without a touch.
lock-change = Change the digits
lock-end = Do without a lock
lock-chosen = The lock is set
lock-ended = The lock is off
lock-short = Enter all { $digits } digits.
lock-weak = Too easy to guess. Not all the same, not in a row.
lock-differ = The two were different. Start again.
lock-before-title = Your present 6 digits
lock-before-lead = To see that it is you.
lock-before-do = Next
lock-first-title = Choose a lock
lock-first-lead = Six digits that you will remember. If the phone is lost, nobody reads what is on it.
lock-first-do = Next
lock-again-title = Once more
lock-again-lead = The same 6 digits again.
lock-again-do = Use these
