# Dates and amounts, put together by one helper a side (pwa/src/i18n/dates.ts and the server's). All values come in as strings.
dates-date = { $day } { $month }
dates-date_year = { $day } { $month } { $year }
dates-day = { $weekday } { $date }
dates-moment = { $day }, { $time }
dates-near_moment = { $day }, { $time }
dates-time = { $hour } { $part }
dates-time_half = { $hour }:30 { $part }
dates-time_minute = { $hour }:{ $minute } { $part }

dates-month-1 = Jan
dates-month-2 = Feb
dates-month-3 = Mar
dates-month-4 = Apr
dates-month-5 = May
dates-month-6 = Jun
dates-month-7 = Jul
dates-month-8 = Aug
dates-month-9 = Sep
dates-month-10 = Oct
dates-month-11 = Nov
dates-month-12 = Dec

dates-weekday-1 = Mon
dates-weekday-2 = Tue
dates-weekday-3 = Wed
dates-weekday-4 = Thu
dates-weekday-5 = Fri
dates-weekday-6 = Sat
dates-weekday-7 = Sun

# The hour's name just after midnight.
dates-midnight_hour = 12

dates-part-night = am
dates-part-early = am
dates-part-morning = am
dates-part-noon = pm
dates-part-afternoon = pm
dates-part-evening = pm

dates-before_yesterday = 2 days ago
dates-yesterday = yesterday
dates-today = today
dates-tomorrow = tomorrow
dates-after_tomorrow = in 2 days

dates-overdue_one = 1 day overdue
dates-overdue = { $days } days overdue
dates-due_today = due today
dates-due_in_one = 1 day left
dates-due_in = { $days } days left

dates-just_now = just now
dates-minutes_ago = { $minutes } min ago
dates-hours_ago = { $hours } h ago

dates-minutes = { $minutes } min
dates-hours = { $hours } h
dates-hours_minutes = { $hours } h { $minutes } min

dates-metres = { $metres } m
dates-kilometres = { $kilometres } km
dates-percent = { $percent }%
dates-no_rate = —
dates-yuan = ¥{ $yuan }
