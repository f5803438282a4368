# The leader's board: who waits, who is on the road, what is for you to decide.

team-title = Board
team-leader = { $name }, leader
team-contents = On this board
team-reading = Looking through the team’s work
team-none_led = You lead no team at the moment
team-none_led_next = The centre’s administrator says who leads which team.
team-all = All
team-more = { $count } more
team-somebody = This resident
team-people = { $count } people
team-item_people = { $item } for { $count }
team-day_chip = { $weekday } { $day }
team-days =
    { $days ->
        [1] 1 day
       *[other] { $days } days
    }
team-measured = { $measure } { $value }
team-wish = { $day }, { $part }
team-pressure = pressure { $value }
team-centre = Centre

team-requests = Waiting for an answer
team-requests_short = Waiting
team-requests_empty = Everybody has an answer
team-longest_wait = longest { $time }
team-take = Take it
team-danger = Wrote “{ $words }”
team-danger-first = Ring first and ask, then plan.
team-call_needed = Not met several times: agree by phone first.

team-unplanned = Nobody assigned
team-unplanned_short = Unassigned
team-unplanned_empty = Everything is assigned
team-plan = Plan
team-needs_two = two go
team-too_few = one more is needed
team-not_gone =
    { $days ->
        [1] planned for yesterday, not done
       *[other] planned for { $day }, not done
    }

team-contracts = Contracts to settle
team-contracts_short = Contracts
team-contracts_empty = Nothing about contracts waits
team-contract-asked = Asks for a contract, answer by { $day }
team-contract-first_visit = Signed and not visited yet, due { $day }
team-contract-change = Another package, waits for the signature
team-contract-photo = Signed, but the photo or the recording has not arrived
team-contract-ends = Ends { $day }
team-contract-stranger = Somebody new
team-contract-outside = Outside your villages
team-contract-late = { $days } days late
team-quiet = Not seen for long
team-quiet_short = Not seen
team-quiet_empty = Everybody due has been seen
team-quiet-called = called { $count } times, no answer
team-quiet-tried = tried { $count } times, not met

team-road = On the road today
team-road_short = Today
team-road-empty = No visits planned today
team-road-counts = { $count } stops, { $done } done
team-road-at = at { $name }’s now
team-road-to = on the way to { $name }
team-road-not_begun = not gone yet
team-road-done = { $count } done
team-road-all_done = all done today
team-road-left = { $count } to go
team-road-before = { $count } done
team-road-after = { $count } more
team-road-from = from { $time }
team-road-late = { $time } over and not out yet, ask
team-road-order = Change order
team-sketch = Sketch of the ways. { $ways }
team-sketch-way = { $name } goes to { $villages }.{ " " }
team-sketch-first = The sketch shows the first { $count }; the others stand below.

team-reviews = To be checked
team-reviews_short = Check
team-reviews_empty = Nothing to be checked
team-look = Look
team-doubt-outside = { $distance } from home
team-doubt-missing =
    { $count ->
        [1] 1 thing missing
       *[other] { $count } things missing
    }
team-doubt-lacks = Missing: { $what }
team-doubt-reason = Reason: { $reason }
team-doubt-in_note = see the note
team-doubt-minutes = out { $minutes } minutes before in

team-held = For you to decide
team-held_short = Decide
team-held_empty = Nothing waits for your decision
team-settle = Settle

team-source-app_resident = asked in person
team-source-app_proxy = asked by family
team-source-son = asked by the son
team-source-daughter = asked by the daughter
team-source-spouse = asked by the spouse
team-source-grandchild = asked by a grandchild
team-source-phone_call = asked by phone
team-source-staff = planned by the team
team-source-unplanned = unplanned
team-source-followup = follow-up due

## Who goes when

team-plan-lead = { $about }. { $what }
team-plan-also = Coming as well: { $what }
team-plan-note = “{ $note }”
team-plan-now = planned { $time }, { $who }
team-plan-call = Ring { $name }
team-plan-look = Open the record
team-plan-what = To do what?
team-plan-day = Which day?
team-plan-time_morning = What time in the morning?
team-plan-time_afternoon = What time in the afternoon?
team-plan-other_morning = Times in the afternoon
team-plan-other_afternoon = Times in the morning
team-plan-no_time = This half of the day is over, look at the other.
team-plan-who_two = Who goes? Two are needed
team-plan-who = Who goes?
team-plan-alone_first_visit = Nobody has been there yet, so two go. Only one can?
team-plan-alone_night = At night two go. Only one can?
team-plan-video = One goes, on video with the centre all the way
team-who-stops =
    { $count ->
        [1] 1 visit that day
       *[other] { $count } visits that day
    }
team-who-no_stops = no visits that day
team-who-near = in the same village
team-who-known = has been there
team-who-second = goes along
team-who-elsewhere = in another team too, ask
team-busy-full = { $count } visits that day, full
team-busy-visit = { $from } to { $until } at { $name }’s
team-plan-nobody = Nobody in the team may do this
team-plan-nobody_next = Choose something else, or tell the centre.
team-plan-missing_free = Nobody is free then; choose another time or day.
team-plan-missing_start = Choose a time.
team-plan-missing_who = Choose who goes.
team-plan-do = Plan it so
team-plan-send = Send { $who } at { $time }
team-plan-then = { $name } will be told, and whoever goes.
team-plan-said = Planned: { $who }, { $time }, { $name }
team-plan-later = Take it, plan later
team-plan-accepted = Taken; { $name } is under “Nobody assigned”
team-plan-decline = Cannot take it
team-plan-unassign = Nobody for now
team-plan-unassigned = Nobody for now; { $name } is under “Nobody assigned”
team-plan-cancel = Call it off

team-decline-title = Not this time
team-decline-lead = { $name }, { $what }. Why? One tap answers.
team-decline-do = Answer so
team-decline-said = Answered: not this time. Please ring { $name }
team-cancel-title = Call it off
team-cancel-lead = { $name }, { $what }. Why? One tap calls it off.
team-cancel-do = Call it off
team-cancel-said = { $name } is called off
team-reason-other = Say in a sentence what it is

## A finished visit under review

team-review-lead = { $done }. This is what the phones wrote down. Does it count?
team-review-lead_missing = { $done }. Something is missing; it counts once it is there.
team-review-missing_next = Give it back to whoever went; it comes here again.
team-review-in = In at { $time }
team-review-out = Out at { $time }
team-review-no_place = the phone gave no position
team-review-from_home = { $distance } from the registered home
team-review-accuracy = give or take { $distance }
team-review-clock = this phone’s clock may be wrong
team-review-minutes = Stayed
team-review-by_wall = (by the phone's own clock: it was started anew in between)
team-review-backwards = out { $minutes } minutes before in
team-review-done = Done
team-review-nothing_done = nothing written down
team-review-not_done = Not done
team-review-measured = Measured
team-review-signed = Confirmed by
team-review-signed_strokes = { $name }, by hand
team-review-signed_code = code by phone
team-review-signed_carer = carer: { $name }
team-review-signed_refused = not signed, with a reason
team-review-not_signed = nobody
team-review-note = Note
team-review-approve = True, it counts
team-review-return = Give it back
team-review-said_approve = { $name }: it counts
team-review-said_return = { $name }: given back

team-return-title = What to add?
team-return-lead = { $name }. Whoever went will read it.
team-return-reason = Say why it was not at home
team-return-times = Put the times right
team-return-signature = Get a signature, or say why there is none
team-return-services = Write down what was done
team-return-other = Something else
team-return-words = In a sentence
team-return-more = Anything more (optional)
team-return-do = Give it back

## Held work

team-held-lead = { $about }. { $why }
team-held-why_reassigned = Done before they knew that somebody else had been sent.
team-held-why_cancelled = Done before they knew that it was called off.
team-held-why_called_off = Done before they knew that it was called off: { $reason }
team-held-why_terminated = Done, but the contract had ended.
team-held-why_wrong_team = Done, but the home now belongs to another team.
team-held-why_wrong_clinician = Whoever went was not on this visit.
team-held-why_not_team = Whoever went is no longer in the team.
team-held-why_account_disabled = { $who }’s account was closed; this was done before.
team-held-why_deceased = Done, and the resident has died since.
team-held-why_other = Done, but something does not fit.
team-held-then = Filed, it counts with the times at which it was done. If it does not count, say why; whoever did it will be told.
team-held-file = File it, it counts
team-held-void = Does not count
team-held-move = Move to { $to }
team-held-file_means = Counts as done by { $from }, under the contract of that time, with its own times.
team-held-move_means = Counts for { $to }, under the present contract, with its own times.
team-held-void_means = Counts for nobody. Write why; { $who } will be told.
team-held-said_move = { $name }'s record went to { $to } and counts
team-held-said_file = { $name }: filed, it counts
team-held-said_void = { $name }: does not count; { $who } has been told
team-held-offline = No signal; this one waits until there is
team-held-offline_next = The records are safe. Look at something else meanwhile.
team-held-kept = The records are safe. Try again in a while.

team-void-title = Why not?
team-void-lead = { $name }’s records. { $who } will read it.
team-void-twice = Written down twice
team-void-wrong_person = Written under another name
team-void-not_done = Not really done
team-void-other = Something else
team-void-do = Decide so: does not count

team-work-depart = Gone
team-work-check_in = In
team-work-locate = Position
team-work-measure = Measured
team-work-record_services = What was done
team-work-write_note = Note
team-work-add_photo = Photo
team-work-give_consent = Consent to photos
team-work-confirm = Signature
team-work-check_out = Out
team-work-start_unplanned = Begun at the door
team-work-miss = Not met
team-work-abort = Broken off
team-work-record = Follow-up

## One clinician's day

team-order-title = { $who }, { $day }
team-order-lead = Who first, who next. The times stay.
team-order-chip = { $day }: { $count }
team-order-up = Up
team-order-down = Down
team-order-change = Other time or person
team-order-now = { $name }, stop { $no } now
team-order-do = Go in this order
team-order-then = { $who }’s phone will follow
team-order-said = Done: { $who } goes in this order
team-order-empty = Nothing planned that day
team-order-empty_next = Look at another day, or plan from the board.
