sync-refused-id_reused = 这一条和以前的重了号，请再做一次。
sync-refused-unknown_kind = 应用太旧了，请更新。做好的都还在。
sync-refused-stale = 您看的时候，别人刚改过。看看现在的，再定。
sync-stale-meanwhile = { $at }，{ $name }先定了：{ $what }。您定的是：{ $mine }。没有改动。看看现在的，再定。
sync-refused-depends_on_refused = 它前面那一步没成，先看前面那一步。
sync-refused-decided =
    { $status ->
        [filed] 这一条{ $name }已经定过了：归档，算数。
        [moved] 这一条{ $name }已经定过了：转给新团队。
        [voided] 这一条{ $name }已经定过了：不算。
       *[other] 这一条已经有人定过了。
    }
sync-refused-not_moved = 这家还在原来的团队，归档就行，不用转。
sync-refused-wrong_device = 登录的不是这部手机，请重新登录。做好的都还在。
sync-refused-note_missing = 请写一句为什么不算。
sync-refused-not_leader = 这件事要组长来定。
sync-invalid-bucket = 没有这个名字的桶。
sync-invalid-cursor = 要从头同步一次，不用管，自己会做。
sync-waiting-depends_on = 在等前面那一步先上传。
sync-held-account_disabled = 记录收到了，组长来定归哪里。您做的都算数，不用重做。
sync-held-depends_on_held = 和前面那一条一起，等组长来定。

sync-decision-open = 等组长定
sync-decision-filed = 组长已归档，算数
sync-decision-moved = 组长已转给新团队
sync-decision-voided = 组长定了不算

sync-notice-filed = { $account_name }的那份记录，{ $name }定了：归档，算数。
sync-notice-moved = { $account_name }的那份记录，{ $name }定了：转给现在的团队，算数。
sync-notice-voided = { $account_name }的那份记录，{ $name }定了：不算。
sync-notice-too_late = 您定了以后，{ $name }也想定这件事，没有改动您的。

sync-clock_fast = 手机的时间快了{ $span }
sync-clock_slow = 手机的时间慢了{ $span }
sync-clock_days = { $days }天
sync-clock_what = 请打开手机设置里的“自动确定日期和时间”，不然“今天”会认错。记下的都还在，时间会自动改准。
