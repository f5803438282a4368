# 总览：签了多少，做到多少。

reports-invalid-on = 选今天，或者以前的日子。

reports-brand = 家医上门
reports-title = 总览
reports-when = 时间
reports-team = 团队
reports-until = { $year }年，到{ $date }
reports-whole_year = { $year }年全年
reports-all_teams = 全部{ $count }个团队
reports-team_of = { $team }，{ $institution }
reports-mark = 、
reports-print = 打印
reports-again = 再取一次
reports-reading = 正在数，马上好
reports-offline = 没信号，总览要有信号才能看
reports-offline_next = 数都在服务器上，有信号再取。
reports-offline_kept = 下面是刚才取到的。

# The numbers are set apart in bold; the order is the language's own.
reports-say = 签约{ $signed }人，今年轮到服务的{ $due }人，该做的都做到了的{ $done }人，占{ $rate }，还差{ $gap }人。
reports-say_past = 签约{ $signed }人，那年轮到服务的{ $due }人，该做的都做到了的{ $done }人，占{ $rate }，差{ $gap }人。
reports-say_none = 签约{ $signed }人，还没有轮到服务的。
reports-what_counts = 只算真正做了、记下结果的服务。

reports-table_organizations = 各院做到了多少
reports-table_teams = 各团队做到了多少
reports-table_villages = 各村做到了多少
reports-column_organizations = 机构
reports-column_teams = 团队
reports-column_villages = 村、社区
reports-column_signed = 签约
reports-column_done = 做到 / 轮到（人）
reports-column_rate = 占比
reports-column_unserved = 90天没去
reports-key_done = 都做到了
reports-key_gap = 轮到了还没做完
reports-total = 合计

reports-first = 最该先去
reports-first_all = 一共{ $count }人
reports-unserved_none = 签约满90天的，都去过了。
reports-unserved_one = 签约满90天，一次都没去过的，{ $one }最多。
reports-unserved_two = 签约满90天，一次都没去过的，{ $one }和{ $other }最多。
reports-people = { $count }人

reports-quality = 管得好不好
reports-rate_controlled = 血压管住的
reports-controlled_of = { $done } / { $of }人，失访算没管住
reports-controlled_none = 0 / 0人，今年还没有管着的
reports-rate_confirmed = 老人自己确认过的上门
reports-confirmed_of = { $done } / { $of }次
reports-confirmed_none = 0 / 0次，今年还没有上过门
reports-rate_key_group = 重点人群签约的
reports-key_group_of = { $done } / { $of }人
reports-key_group_none = 0 / 0人
reports-rate_signed = 居民签约的
reports-signed_of = { $done } / { $of }人
reports-signed_none = 0 / 0人
reports-rate_renewed = 到期后续签的
reports-renewed_of = { $done } / { $of }份
reports-renewed_none = 0 / 0份，本年还没有到期的
reports-visits = 当月上门
reports-visits_year = 当年一共{ $count }次

## 手机同步情况

reports-sync-title = 手机同步情况
reports-sync-phones = 谁的手机多久没同步
reports-sync-who = 谁
reports-sync-pulled = 上次取
reports-sync-pushed = 上次交
reports-sync-unsent = 还有{ $count }条没交
reports-sync-refused = 没交成
reports-sync-held = 等组长定
reports-sync-never = 还没有过
reports-sync-no_phone = 还没登录过
reports-sync-wiped = 被浏览器清掉过的手机
reports-sync-wiped_note = 资料会自己取回来。没交的可能丢了，请问问本人，今天去过的几家记录齐不齐。
reports-sync-lost_unknown = 没交的可能丢了，几条不知道
reports-sync-lost_some = 当时有{ $count }条没交，可能丢了
reports-sync-lost_none = 当时都交了，没丢
reports-sync-waiting = 等组长定的
reports-sync-held_say = 有{ $count }条等组长定，最早的{ $since }，过了一周的{ $older }条。
reports-sync-held_none = 没有等组长定的。
reports-sync-week = 这一周没交成的
reports-sync-why = 为什么
reports-sync-times = 次数
reports-sync-people = 几个人
