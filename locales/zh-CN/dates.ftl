# Dates and amounts, put together by one helper a side (pwa/src/i18n/dates.ts and the server's). All values come in as strings.
dates-date = { $month }{ $day }日
dates-date_year = { $year }年{ $month }{ $day }日
dates-day = { $date } { $weekday }
dates-moment = { $day } { $time }
dates-near_moment = { $day }{ $time }
dates-time = { $part }{ $hour }点
dates-time_half = { $part }{ $hour }点半
dates-time_minute = { $part }{ $hour }点{ $minute }分

dates-month-1 = 1月
dates-month-2 = 2月
dates-month-3 = 3月
dates-month-4 = 4月
dates-month-5 = 5月
dates-month-6 = 6月
dates-month-7 = 7月
dates-month-8 = 8月
dates-month-9 = 9月
dates-month-10 = 10月
dates-month-11 = 11月
dates-month-12 = 12月

dates-weekday-1 = 星期一
dates-weekday-2 = 星期二
dates-weekday-3 = 星期三
dates-weekday-4 = 星期四
dates-weekday-5 = 星期五
dates-weekday-6 = 星期六
dates-weekday-7 = 星期日

# The hour's name just after midnight.
dates-midnight_hour = 0

dates-part-night = 凌晨
dates-part-early = 早上
dates-part-morning = 上午
dates-part-noon = 中午
dates-part-afternoon = 下午
dates-part-evening = 晚上

dates-before_yesterday = 前天
dates-yesterday = 昨天
dates-today = 今天
dates-tomorrow = 明天
dates-after_tomorrow = 后天

dates-overdue_one = 逾期1天
dates-overdue = 逾期{ $days }天
dates-due_today = 今天到期
dates-due_in_one = 还有1天
dates-due_in = 还有{ $days }天

dates-just_now = 刚刚
dates-minutes_ago = { $minutes }分钟前
dates-hours_ago = { $hours }小时前

dates-minutes = { $minutes }分钟
dates-hours = { $hours }小时
dates-hours_minutes = { $hours }小时{ $minutes }分钟

dates-metres = { $metres }米
dates-kilometres = { $kilometres }公里
dates-percent = { $percent }%
dates-no_rate = —
dates-yuan = { $yuan }元
