# 组长看板：谁在等，谁在路上，哪些要您定。

team-title = 看板
team-leader = { $name }组长
team-contents = 看板目录
team-reading = 正在翻团队的单子
team-none_led = 您现在没有带团队
team-none_led_next = 要带哪个团队，请院里的管理员设一下。
team-all = 全部
team-more = 再看{ $count }条
team-somebody = 这位老人
team-people = { $count }位
team-item_people = { $item }{ $count }人
team-day_chip = { $day }日 { $weekday }
team-days = { $days }天
team-measured = { $measure }{ $value }
team-wish = { $day }{ $part }
team-pressure = 血压{ $value }
team-centre = 卫生院

team-requests = 等回话
team-requests_short = 等回话
team-requests_empty = 都回过话了
team-longest_wait = 最早的等了{ $time }
team-take = 接下
team-danger = 写了“{ $words }”
team-danger-first = 先打个电话，问清楚再排。
team-call_needed = 前几次没见到人，先打电话说好再排。

team-unplanned = 没排人
team-unplanned_short = 没排人
team-unplanned_empty = 都排好人了
team-plan = 排人
team-needs_two = 要2个人
team-too_few = 还差一位
team-not_gone =
    { $days ->
        [1] 原定昨天，没去成
       *[other] 原定{ $day }，没去成
    }

team-contracts = 签约要办的
team-contracts_short = 签约
team-contracts_empty = 签约的事都办了
team-contract-asked = 想签约，{ $day }前答复
team-contract-first_visit = 签了还没去过，{ $day }前要去
team-contract-change = 换服务包，等老人签字
team-contract-photo = 签好了，照片或录音还没到
team-contract-ends = { $day }结束
team-contract-stranger = 一位新居民
team-contract-outside = 不住在你们管的村
team-contract-late = 晚了{ $days }天
team-quiet = 好久没去
team-quiet_short = 好久没去
team-quiet_empty = 该去的都去过了
team-quiet-called = 打过{ $count }次没接
team-quiet-tried = 找过{ $count }次没见到

team-road = 今天在路上
team-road_short = 今天
team-road-empty = 今天没有安排上门
team-road-counts = { $count }站，走完{ $done }站
team-road-at = 现在{ $name }家
team-road-to = 正去{ $name }家
team-road-not_begun = 还没出发
team-road-done = 走完{ $count }站
team-road-all_done = 今天走完了
team-road-left = 还有{ $count }站
team-road-before = 前{ $count }站
team-road-after = 后{ $count }站
team-road-from = { $time }起
team-road-late = 过点{ $time }还没签退，问一声
team-road-order = 调顺序
team-sketch = 路线示意。{ $ways }
team-sketch-way = { $name }走{ $villages }。
team-sketch-first = 图上是前{ $count }位，其余看下面。

team-reviews = 要核实
team-reviews_short = 要核实
team-reviews_empty = 没有要核实的
team-look = 看看
team-doubt-outside = 离家{ $distance }
team-doubt-missing = 还差{ $count }样
team-doubt-lacks = 还差：{ $what }
team-doubt-reason = 原因：{ $reason }
team-doubt-in_note = 写在备注里
team-doubt-minutes = 签退比签到早{ $minutes }分钟

team-held = 要您定
team-held_short = 要您定
team-held_empty = 没有等您定的
team-settle = 处理

team-source-app_resident = 自己约的
team-source-app_proxy = 家里人约的
team-source-son = 儿子约的
team-source-daughter = 女儿约的
team-source-spouse = 老伴约的
team-source-grandchild = 孙辈约的
team-source-phone_call = 打电话约的
team-source-staff = 团队排的
team-source-unplanned = 没约，顺路去的
team-source-followup = 随访到期

## Who goes when

team-plan-lead = { $about }。{ $what }
team-plan-also = 这家另外还有：{ $what }
team-plan-note = “{ $note }”
team-plan-now = 现在排的{ $time }，{ $who }
team-plan-call = 打给{ $name }
team-plan-look = 看看档案
team-plan-what = 去做什么？
team-plan-day = 哪天去？
team-plan-time_morning = 上午几点？
team-plan-time_afternoon = 下午几点？
team-plan-other_morning = 看下午的时间
team-plan-other_afternoon = 看上午的时间
team-plan-no_time = 这半天过了，看另外半天。
team-plan-who_two = 谁去？要2个人
team-plan-who = 谁去？
team-plan-alone_first_visit = 头一回去这家，要两个人。只有一个人能去？
team-plan-alone_night = 晚上去，要两个人。只有一个人能去？
team-plan-video = 一个人去，路上和家里一直跟卫生院开着视频
team-who-stops = 那天{ $count }家
team-who-no_stops = 那天还没有安排
team-who-near = 同在一个村
team-who-known = 去过这家
team-who-second = 跟着去
team-who-elsewhere = 别的团队也在用，问一声
team-busy-full = 那天排满{ $count }家了
team-busy-visit = { $from }到{ $until }在{ $name }家
team-plan-nobody = 团队里没有人能做这一项
team-plan-nobody_next = 换一项，或者跟卫生院说一声。
team-plan-missing_free = 这半天没人有空，换个时间或换一天。
team-plan-missing_start = 选个时间。
team-plan-missing_who = 选谁去。
team-plan-do = 就这样排
team-plan-send = 请{ $who }{ $time }去
team-plan-then = 排好就告诉{ $name }家里，也告诉去的人。
team-plan-said = 排好了，{ $who }{ $time }去{ $name }家
team-plan-later = 先接下，等会儿排人
team-plan-accepted = 接下了，{ $name }在“没排人”里
team-plan-decline = 这次接不了
team-plan-unassign = 先不排了
team-plan-unassigned = 先不排了，{ $name }在“没排人”里
team-plan-cancel = 取消这次

team-decline-title = 这次接不了
team-decline-lead = { $name }，{ $what }。为什么？点一下就回过去。
team-decline-do = 就这样回
team-decline-said = 回了，这次没接。记得给{ $name }打个电话
team-cancel-title = 取消这次
team-cancel-lead = { $name }，{ $what }。为什么？点一下就取消。
team-cancel-do = 取消这次
team-cancel-said = { $name }这次取消了
team-reason-other = 写一句是什么情况

## A finished visit under review

team-review-lead = { $done }。看看手机记下的，您说算不算数。
team-review-lead_missing = { $done }。还差几样，补齐了才算数。
team-review-missing_next = 退给去的人补，补好会再到这里。
team-review-in = { $time }签到
team-review-out = { $time }签退
team-review-no_place = 手机没给位置
team-review-from_home = 离登记的家{ $distance }
team-review-accuracy = 误差约{ $distance }
team-review-clock = 这部手机的时间可能不准
team-review-minutes = 待了
team-review-by_wall = （中间手机重开过，按手机上的钟算的）
team-review-backwards = 签退比签到早{ $minutes }分钟
team-review-done = 做了
team-review-nothing_done = 没有记做了什么
team-review-not_done = 没做
team-review-measured = 量的
team-review-signed = 谁确认的
team-review-signed_strokes = { $name }手写签名
team-review-signed_code = 手机验证码
team-review-signed_carer = 照护的人：{ $name }
team-review-signed_refused = 没签，写了原因
team-review-not_signed = 没有签字
team-review-note = 备注
team-review-approve = 属实，算数
team-review-return = 退回去补
team-review-said_approve = { $name }这次算数了
team-review-said_return = { $name }这次退回去补了

team-return-title = 要补什么？
team-return-lead = { $name }这次。您写的话，去的人会看到。
team-return-reason = 说清楚为什么不在家
team-return-times = 把到和走的时间写对
team-return-signature = 补一个签字，或写明为什么没签
team-return-services = 写明做了哪几样
team-return-other = 别的，我来写
team-return-words = 写一句
team-return-more = 再说一句，也可以不写
team-return-do = 退回去补

## Held work

team-held-lead = { $about }。{ $why }
team-held-why_reassigned = 做完了才知道，这家已经排给别人了。
team-held-why_cancelled = 做完了才知道，这次已经取消了。
team-held-why_called_off = 上门做完了，才知道这次取消了：{ $reason }
team-held-why_terminated = 上门做完了，可签约已经到期了。
team-held-why_wrong_team = 上门做完了，可这家已经归别的团队了。
team-held-why_wrong_clinician = 去的人不在这次的名单里。
team-held-why_not_team = 去的人已经不在团队里了。
team-held-why_account_disabled = { $who }的账号停了，停之前做的交上来了。
team-held-why_deceased = 上门做完了，老人后来走了。
team-held-why_other = 做完了，可有一处对不上。
team-held-then = 归档就按当时的时间算数。不算的，写一句为什么，会告诉做的人。
team-held-file = 归档，算数
team-held-void = 不算
team-held-move = 转给{ $to }
team-held-file_means = 算{ $from }做的，用那时候的签约，按当时的时间记。
team-held-move_means = 算{ $to }的，用现在的签约，按当时的时间记。
team-held-void_means = 谁的也不算。写一句为什么，会告诉{ $who }。
team-held-said_move = { $name }的记录转给{ $to }了，算数
team-held-said_file = { $name }的记录归档了，算数
team-held-said_void = { $name }的记录没算，已经告诉{ $who }
team-held-offline = 没信号，这一件等有信号再定
team-held-offline_next = 记录都在，不会丢。先看别的。
team-held-kept = 记录都在，过一会儿再试。

team-void-title = 为什么不算？
team-void-lead = { $name }这些记录。您写的话会告诉{ $who }。
team-void-twice = 重复记了
team-void-wrong_person = 记到别人名下了
team-void-not_done = 没有真的做
team-void-other = 别的，我来写
team-void-do = 就这样定，不算

team-work-depart = 出发
team-work-check_in = 签到
team-work-locate = 补位置
team-work-measure = 测量
team-work-record_services = 记做了什么
team-work-write_note = 写备注
team-work-add_photo = 拍照
team-work-give_consent = 记下同意拍照
team-work-confirm = 签字
team-work-check_out = 签退
team-work-start_unplanned = 到门口开始
team-work-miss = 没见到人
team-work-abort = 中途停了
team-work-record = 随访记录

## One clinician's day

team-order-title = { $who }，{ $day }
team-order-lead = 先去哪家，后去哪家，动一动就好。时间不变。
team-order-chip = { $day } { $count }家
team-order-up = 上移
team-order-down = 下移
team-order-change = 改时间、换人
team-order-now = { $name }，现在第{ $no }站
team-order-do = 就按这个走
team-order-then = { $who }的手机上会跟着变
team-order-said = 排好了，{ $who }按这个走
team-order-empty = 这天没有安排
team-order-empty_next = 换一天看看，或者回看板排人。
