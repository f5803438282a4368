# 做了的算不算数，居民说没有这回事，一年里该做的，谁还没被服务，问一声满不满意。

fulfilment-refused-too_late = 过了{ $days }天，在这里改不了了。给团队打个电话，当面说清楚。
fulfilment-refused-own_work = 自己做的，要请别人来看。
fulfilment-refused-not_leader = 这件事由组长来定。
fulfilment-refused-no_doubt = 没有人说这次不对，不用处理。
fulfilment-refused-decided = 这件事已经有人定过了，刷新看看。
fulfilment-refused-asked_by_app = 家里有人用手机回答，不用打电话问。
fulfilment-refused-closes_itself = 这一条做到了自己会消失，不用手动划掉。
fulfilment-invalid-note_missing = 写一句为什么，两边都会看到。

fulfilment-notice-doubted = { $resident_name }家说有一次记的不对，请看一看。
fulfilment-notice-upheld = 您说得对，{ $done_on }那次不算。对不住，我们会补上。
fulfilment-notice-dismissed = { $done_on }那次我们查过了，是做了的。为什么，点开看。
fulfilment-notice-upheld_team = { $resident_name }家说的查实了，{ $done_on }那次不算数。
fulfilment-notice-dismissed_team = { $resident_name }家的那次查过了，{ $done_on }做的照样算数。

# 为什么不算数（团队看）
fulfilment-shortfall-wrong_role = 做的人不符合这一项的要求
fulfilment-shortfall-no_time = 没有时间
fulfilment-shortfall-no_place = 没有地点，也没说明原因
fulfilment-shortfall-no_call = 没记下跟谁通的电话
fulfilment-shortfall-no_result = 没有记下结果，量一项或填一张表
fulfilment-shortfall-contradicted = 居民说没有这回事

# 居民说没有这回事
fulfilment-doubt-ask = 记的不对
fulfilment-doubt-title = 哪里不对？
fulfilment-doubt-lead = 您说了算数，我们请没去的人来查，不怪谁。
fulfilment-doubt-reason_nobody_came = 那天没有人来
fulfilment-doubt-reason_not_done = 来了，这一项没做
fulfilment-doubt-reason_other_day = 不是那一天
fulfilment-doubt-reason_other = 别的地方不对
fulfilment-doubt-note = 想多说一句就写在这里
fulfilment-doubt-which = 是哪一项？
fulfilment-doubt-send = 告诉组长
fulfilment-doubt-said = 收到了。查清楚以前，这一项先不算。
fulfilment-doubt-open = 您说不对，正在查，先不算
fulfilment-doubt-upheld = 您说得对，这次不算
fulfilment-doubt-dismissed = 查过了，是做了的
fulfilment-doubt-answer = 回话：{ $note }
fulfilment-doubt-until = 不对的话，到{ $day }都可以在这里说。

# 组长来定
fulfilment-decide-title = { $name }家说不对
fulfilment-decide-what = { $day }，{ $item }，{ $who }做的
fulfilment-decide-says = 家里说：{ $reason }
fulfilment-decide-question = 给{ $name }家打个电话，再问问{ $who }。
fulfilment-decide-note = 为什么这样定，两边都会看到
fulfilment-decide-uphold = 家里说得对，不算
fulfilment-decide-dismiss = 查实做了，照样算
fulfilment-decide-own = 这是您自己做的，由主任来定。
fulfilment-decide-said_uphold = 定了：{ $name }家那次不算。两边都会收到消息。
fulfilment-decide-said_dismiss = 定了：{ $name }家那次照样算。两边都会收到消息。

# 一年里该做的
fulfilment-plan-title = 一年里该做的
fulfilment-plan-title_family = 这一年给您做的
fulfilment-plan-none = 这份包里没有定好次数的。
fulfilment-plan-all = 全部{ $count }项
fulfilment-plan-month = { $month }月{ $state }
fulfilment-plan-state_done = 做了
fulfilment-plan-state_due = 该做了
fulfilment-plan-state_overdue = 过了还没做
fulfilment-plan-state_ahead = 还早
fulfilment-plan-state_rest = 停着，不欠
fulfilment-plan-state_none = 没有安排
fulfilment-plan-line = { $item }：{ $count }次里做了{ $done }次
fulfilment-plan-next = ，下一次{ $day }以前
fulfilment-plan-late = ，{ $day }该做的还没做
fulfilment-plan-short = 做了还不算数的
fulfilment-plan-summary = 这一年定了{ $count }次，做了{ $done }次。

# 满不满意
fulfilment-rate-ask = 这次满意吗？
fulfilment-rate-lead = 谁答的、怎么答的，来的人看不到。
fulfilment-rate-5 = 很满意
fulfilment-rate-4 = 满意
fulfilment-rate-3 = 一般
fulfilment-rate-2 = 不满意
fulfilment-rate-1 = 很不满意
fulfilment-rate-said = 谢谢您，记下了。
fulfilment-rate-done = 您已经说过满不满意了，谢谢。

# 打电话问
fulfilment-calls-title = 打电话问满不满意
fulfilment-calls-lead = 家里没用手机的，由没去的人问一声。回答只算总数，不给去的人看。
fulfilment-calls-empty = 该问的都问过了
fulfilment-calls-row = { $day }，{ $who }去的
fulfilment-calls-ask = 记下回答
fulfilment-calls-question = 怎么说的？
fulfilment-calls-say = 您好，我是{ $team }的。{ $day }我们去过您家，您觉得满意吗？
fulfilment-calls-said = 记下了。

# 谁还没被服务
fulfilment-sns_1 = 签了{ $days }天，一次没去
fulfilment-sns_2 = { $item }过了{ $days }天还没做
fulfilment-sns_2_more = { $item }过了{ $days }天还没做，一共{ $count }项
fulfilment-sns_3 = 半年多了，{ $quota }次里才做了{ $done }次
fulfilment-sns_5 = 找了{ $count }天没找到，先不算没去
fulfilment-group_red = 先去这几家
fulfilment-group_amber = 做得太少
fulfilment-group_note = 找不到人
fulfilment-doubted_count = { $count }家说记的不对，去看看
fulfilment-group_doubts = 家里说不对
fulfilment-look_again = 现在再查一遍
fulfilment-looked = 查好了，变了{ $count }条。
fulfilment-looked_none = 查好了，没有变。
fulfilment-offline = 有信号才能重新查，名单先用这份。

# 主任看
fulfilment-office-title = 要查的记录
fulfilment-office-lead = 记得太密、太像的，和没人确认的上门。先问清楚，再下结论。
fulfilment-office-clusters = 记录太密或一样
fulfilment-office-unconfirmed = 上门没人确认
fulfilment-office-doubts = 家里说不对，等您定
fulfilment-office-empty = 没有要查的
fulfilment-office-burst = 一小时里记了{ $count }条
fulfilment-office-place = { $count }次签到在同一个点上
fulfilment-office-minute = { $count }次签到在同一分钟
fulfilment-office-values = { $count }个人的血压一模一样
fulfilment-office-month = { $month }月，{ $visits }次上门里{ $missing }次没人确认
fulfilment-office-settle = 查过了
fulfilment-office-settle_title = 查下来怎么样？
fulfilment-office-settle_note = 问了谁，看了什么，结论是什么
fulfilment-office-settle_do = 记下结论
fulfilment-office-settled = 记下了，这一条不再提。
fulfilment-satisfaction = 满意
fulfilment-satisfaction-few = 样本不足（{ $count }人回答，满{ $min }人才算）
fulfilment-satisfaction-share = { $count }人回答，{ $satisfied }人满意
fulfilment-office-look = 来定
fulfilment-office-said_uphold = 定了，那次不算。两边都会收到消息。
fulfilment-office-said_dismiss = 定了，那次照样算。两边都会收到消息。
fulfilment-office-link = 要查的记录
