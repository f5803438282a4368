# The overview: how many are signed, how much was done.

reports-invalid-on = Choose today or a day before.

reports-brand = Jiayi
reports-title = Overview
reports-when = Time
reports-team = Team
reports-until = { $year }, until { $date }
reports-whole_year = All of { $year }
reports-all_teams =
    { $count ->
        [1] The one team
       *[other] All { $count } teams
    }
reports-team_of = { $team }, { $institution }
reports-mark = , {""}
reports-print = Print
reports-again = Try again
reports-reading = Counting, just a moment
reports-offline = No signal; the overview needs one
reports-offline_next = The figures are with the server; try again when there is a signal.
reports-offline_kept = Below is what came last.

# The numbers are set apart in bold; the order is the language's own.
reports-say = { $signed } people are signed; { $due } were owed a service this year, { $done } got all of it, { $rate }; { $gap } are still missing something.
reports-say_past = { $signed } people were signed; { $due } were owed a service that year, { $done } got all of it, { $rate }; { $gap } missed something.
reports-say_none = { $signed } people are signed; nothing is owed to anybody yet.
reports-what_counts = Only services that were really done and written down count.

reports-table_organizations = How much was done, by institution
reports-table_teams = How much was done, by team
reports-table_villages = How much was done, by village
reports-column_organizations = Institution
reports-column_teams = Team
reports-column_villages = Village
reports-column_signed = Signed
reports-column_done = Done / due (people)
reports-column_rate = Rate
reports-column_unserved = 90 days unseen
reports-key_done = All done
reports-key_gap = Due and not done
reports-total = Together

reports-first = Go here first
reports-first_all = { $count } people
reports-unserved_none = Everybody signed for 90 days has been seen.
reports-unserved_one = Signed for 90 days and never seen: most of them in { $one }.
reports-unserved_two = Signed for 90 days and never seen: most of them in { $one } and { $other }.
reports-people = { $count }

reports-quality = How well it goes
reports-rate_controlled = Blood pressure in target
reports-controlled_of = { $done } / { $of } people; who was lost is not
reports-controlled_none = 0 / 0 people, nobody followed up this year
reports-rate_confirmed = Visits the elder confirmed
reports-confirmed_of = { $done } / { $of } visits
reports-confirmed_none = 0 / 0 visits, none this year yet
reports-rate_key_group = Key groups signed
reports-key_group_of = { $done } / { $of } people
reports-key_group_none = 0 / 0 people
reports-rate_signed = Residents signed
reports-signed_of = { $done } / { $of } people
reports-signed_none = 0 / 0 people
reports-rate_renewed = Renewed after running out
reports-renewed_of = { $done } / { $of } contracts
reports-renewed_none = 0 / 0 contracts, none ran out this year
reports-visits = Visits that month
reports-visits_year = { $count } that year

## How phones synchronise

reports-sync-title = Phones and syncing
reports-sync-phones = Whose phone has not synced for how long
reports-sync-who = Who
reports-sync-pulled = Last fetched
reports-sync-pushed = Last handed in
reports-sync-unsent = { $count } still on the phone
reports-sync-refused = Refused
reports-sync-held = With the leader
reports-sync-never = Never
reports-sync-no_phone = Never signed in
reports-sync-wiped = Phones cleared by their browser
reports-sync-wiped_note = The records come back by themselves. What had not been handed in may be lost: please ask whether the day's visits are all there.
reports-sync-lost_unknown = What had not been handed in may be lost; nobody knows how much
reports-sync-lost_some = { $count ->
    [one] One entry had not been handed in and may be lost
   *[other] { $count } entries had not been handed in and may be lost
}
reports-sync-lost_none = Everything had been handed in
reports-sync-waiting = Waiting for a leader
reports-sync-held_say = { $count } entries wait for a leader, the oldest since { $since }; { $older } for more than a week.
reports-sync-held_none = Nothing waits for a leader.
reports-sync-week = Refused this week
reports-sync-why = Why
reports-sync-times = Times
reports-sync-people = People
