# Messages: inbox, push, SMS. One sentence each, fit for a lock screen: no diagnosis, no result.
notify-push-title = Jiayi
# An SMS begins with the institution's name (operators want it) and ends with the team's phone.
notify-sms = 【{ $organization_name }】{ $text } Questions? Call { $team_phone }.

notify-invalid-endpoint = This browser's push address can't be used. Never mind: your messages are in the inbox.
notify-invalid-push_keys = Push was not set up right in this browser. Please turn reminders on again.
notify-refused-too_many = Enough messages for today; the rest goes out tomorrow.
notify-refused-no_signature = An SMS begins with the institution's name, 2 to 12 characters.
notify-refused-too_long = This SMS is too long: at most { $max } parts.
notify-refused-tells_illness = An SMS must not name an illness.
notify-refused-tells_private = An SMS must not hold an identity number or a result.
notify-refused-has_link = An SMS must not hold a web address.
