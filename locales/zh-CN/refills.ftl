# 续药：题目就是答案，药接不接得上一眼看清。
refills-title = 续药
refills-doctor = { $surname }医生
refills-a_doctor = 医生

refills-title-early = 药还够吃{ $days }天
refills-lead-early = { $day }起可以续，到时候来点一下。
refills-title-open = 可以续药了
refills-lead-open = 家里还够吃{ $days }天，点一下，请{ $doctor }照样再开。
refills-title-ended = 药该吃完了，快续上
refills-lead-ended = 别断药。点一下，请{ $doctor }照样再开；急的话打电话。
refills-title-asked = 收到了，等{ $doctor }看
refills-lead-asked = { $doctor }看过就告诉您。
refills-kept_title = 存好了
refills-kept = 存好了，有信号就送出去
refills-kept_lead = 现在没信号，不用管它，自己会送给{ $doctor }。
refills-coming = { $doctor }同意了，再开{ $days }天的药
refills-lead_coming-1 = 药师在核对。
refills-lead_coming-2 = 卫生院在配药，配好了告诉您。
refills-lead_coming-3 = 药配好了，来领或者送到家。
refills-title-refused = 这次先不开
refills-refused-uncontrolled = 最近量的数还偏高，{ $doctor }想先看看您，会跟您联系。
refills-refused-must_be_seen = 有一阵没当面看了，{ $doctor }想先看看您，会跟您联系。
refills-refused-dose_changes = { $doctor }想换个量，先跟您说清楚，会跟您联系。
refills-refused-adverse_reaction = 吃这药有些不舒服，{ $doctor }想换一种，会跟您联系。
refills-refused-still_enough = 家里的药还够，快吃完再续。
refills-refused-not_needed = { $doctor }说这药可以不吃了，想问清楚就打电话。
refills-doctor_says = { $doctor }说
refills-none = 没有要续的药
refills-none_do = 想开药，打电话给团队，或者请医生来家里看。

refills-bar = { $left }，{ $more }，{ $until }
refills-left = 家里还够{ $days }天
refills-left_none = 家里没有了
refills-more = 新开的{ $days }天
refills-more_maybe = 续上的{ $days }天
refills-until = 吃到{ $day }
refills-opens = { $day }起可以续

refills-steps = 办到哪一步
refills-step-asked = 您问了
refills-step-doctor = { $doctor }在看
refills-step-agreed = { $doctor }同意了
refills-step-pharmacist = 药师核对
refills-step-returned = 药师请医生再看看
refills-step-checked = 药师核对好了
refills-step-pharmacy = 卫生院配药
refills-step-ready = 药配好了
refills-step-home = 拿到药
refills-step-delivering = 正在送

refills-drugs = 在吃的药
refills-drugs_coming = 这次的药
# amount：一共多少，像“28片”。
refills-drug = { $dose }，共{ $amount }
refills-others = 别的药
refills-other-early = 还够{ $days }天
refills-other-open = 可以续了
refills-other-ended = 该吃完了
refills-other-asked = 等医生看
refills-other-coming = 在准备
refills-other-refused = 先不开

refills-ask = 请医生照样再开
refills-ask_again = 再请医生看看
refills-sent = 收到了，等医生看
refills-sooner = 要出门、药丢了，提前续
refills-sooner_why = 为什么提前？
refills-sooner_lead = 半年里可以提前一次。
refills-sooner-travel = 要出远门
refills-sooner-loss = 药丢了、坏了
refills-sooner-dose_change = 医生让多吃，不够了
