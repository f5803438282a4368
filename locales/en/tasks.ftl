# The day: where to go, and where first.

tasks-nav-board = Board
tasks-nav-day = Today
tasks-nav-residents = Residents
tasks-nav-inbox = Messages
tasks-nav-me = Me

tasks-when = When
tasks-overdue = Overdue
tasks-today = Today
tasks-week = This week
tasks-by_village = Filter by village
tasks-all = All{ " " }

tasks-first =
    { $count ->
        [1] See this one first
        [2] See these two first
       *[other] See these { $count } first
    }
tasks-rest = The rest along the way

tasks-people = { $count } people
tasks-item_people = { $item } for { $count }
tasks-together = with { $names }
tasks-follow_up = { $programmes } follow-up
tasks-programme-hypertension = hypertension
tasks-programme-diabetes = diabetes
tasks-unplanned = No date
tasks-unplanned_kind = due
tasks-unplanned_first = Newly signed
tasks-first_visit = First visit after signing

tasks-depart = Set off to { $name }
tasks-arrive = On the way to { $name }
tasks-go_on = Go on with { $name }
tasks-book = Find a time
tasks-start = Visit now
tasks-record = Followed up otherwise
tasks-let_go = Not this time

tasks-reading = Opening today’s list
tasks-fetching = Fetching today’s stops first, just a moment
tasks-empty-overdue = Nothing overdue
tasks-empty-today = Today’s visits are all done
tasks-empty-week = Nothing more this week
tasks-nothing_planned = Nothing planned yet. Have a look among the residents who is due.
tasks-next_day = { $day }: { $count } stops, the first { $time }.

# The first download
tasks-fetch-label = How much has been fetched
tasks-fetch-so_far = Fetching: { $come } of { $total } records.
tasks-fetch-goes_on = Today's work comes first and can be used. If it breaks off, it goes on from there.
tasks-fetch-offline = No signal; it goes on when there is one.
