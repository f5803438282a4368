sync-refused-id_reused = This entry has the number of an earlier one. Please do it once more.
sync-refused-unknown_kind = The app is too old. Please update; what you did is kept.
sync-refused-stale = Somebody changed this while you looked at it. See the present state, then decide.
sync-stale-meanwhile = At { $at } { $name } was first: { $what }. Yours was: { $mine }. Nothing was changed. See how it stands, then decide.
sync-refused-depends_on_refused = The step before it did not go through. Look at that one first.
sync-refused-decided =
    { $status ->
        [filed] { $name } has already decided: it was filed and counts.
        [moved] { $name } has already decided: it went to the new team.
        [voided] { $name } has already decided: it does not count.
       *[other] Somebody has already decided this.
    }
sync-refused-not_moved = This family is still with the same team. File it, there is nowhere to move it.
sync-refused-wrong_device = This sign-in belongs to another phone. Please sign in again; your work is kept.
sync-refused-note_missing = Please write in a sentence why it does not count.
sync-refused-not_leader = The team leader decides this.
sync-invalid-bucket = There is no bucket of that name.
sync-invalid-cursor = Everything will be synced anew; this happens by itself.
sync-waiting-depends_on = Waits for the step before it to be uploaded.
sync-held-account_disabled = The record has arrived; the leader decides where it goes. Your work counts, nothing to redo.
sync-held-depends_on_held = Waits for the leader together with the entry before it.

sync-decision-open = Waits for the leader
sync-decision-filed = Filed by the leader; it counts
sync-decision-moved = Moved to the new team by the leader
sync-decision-voided = Decided by the leader not to count

sync-notice-filed = { $name } decided on { $account_name }'s record: filed, it counts.
sync-notice-moved = { $name } decided on { $account_name }'s record: moved to the present team, it counts.
sync-notice-voided = { $name } decided on { $account_name }'s record: it does not count.
sync-notice-too_late = After you had decided, { $name } wanted to decide the same thing; yours was left as it is.

sync-clock_fast = This phone’s clock is { $span } fast
sync-clock_slow = This phone’s clock is { $span } slow
sync-clock_days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
sync-clock_what = Turn on the automatic date and time in the phone’s settings, or “today” will be the wrong day. What you write down is safe; its times are put right by themselves.
